//! A triangle rasteriser with a depth buffer, writing RGBA pixels.

use super::face::{Face, Span};
use super::palette::Palette;

/// A vertex on the screen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vertex {
    /// Pixels from the left edge; centres of pixels lie at halves.
    pub x: f32,
    /// Pixels from the upper edge.
    pub y: f32,
    /// One over the distance from the eye: larger is nearer. NaN in holes.
    pub nearness: f32,
    /// Height as an index into the palette, half a step away from either end.
    pub tone: f32,
    /// Light as an index into the palette, half a step away from either end.
    pub light: f32,
}

/// Picture and depth buffer of one size, reused from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct Target {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Straight-alpha RGBA, row by row from the top.
    pub pixels: Vec<u8>,
    /// Nearness of the surface in each pixel's centre; 0 where there is none.
    pub nearness: Vec<f32>,
}

impl Target {
    /// Makes room for a picture; the content is undefined until [`Target::clear`].
    pub fn resize(&mut self, width: usize, height: usize) {
        (self.width, self.height) = (width, height);
        self.pixels.resize(4 * width * height, 0);
        self.nearness.resize(width * height, 0.0);
    }

    /// Makes every pixel in these rows transparent and infinitely far.
    pub fn clear(&mut self, rows: core::ops::Range<usize>) {
        let pixels = rows.start * self.width..rows.end * self.width;
        if let Some(nearness) = self.nearness.get_mut(pixels.clone()) {
            nearness.fill(0.0);
        }
        if let Some(bytes) = self.pixels.get_mut(4 * pixels.start..4 * pixels.end) {
            bytes.fill(0);
        }
    }

    /// Draws a triangle where it is nearer than what is there. Triangles sharing an edge neither overlap nor leave gaps.
    pub fn fill(&mut self, palette: &Palette, corners: [&Vertex; 3]) {
        let [mut top, mut middle, mut bottom] = corners;
        if middle.y < top.y {
            (top, middle) = (middle, top);
        }
        if bottom.y < middle.y {
            (middle, bottom) = (bottom, middle);
        }
        if middle.y < top.y {
            (top, middle) = (middle, top);
        }
        let first = row(top.y, self.height);
        let last = row(bottom.y, self.height);
        if first >= last {
            return;
        }
        let Some(face) = Face::through(top, middle, bottom, palette.contour) else {
            return;
        };
        let turn = row(middle.y, self.height);
        // The middle corner lies on the same side of the long edge in both halves.
        let (across, down) = (bottom.x - top.x, bottom.y - top.y);
        let long_is_left = (middle.y - top.y) * across <= (middle.x - top.x) * down;
        let mut long = Edge::between(top, bottom, first);
        let pixels = self.pixels.as_chunks_mut::<4>().0;
        for (rows, upper, lower) in [(first..turn, top, middle), (turn..last, middle, bottom)] {
            if rows.is_empty() {
                continue;
            }
            let mut short = Edge::between(upper, lower, rows.start);
            for y in rows {
                let (left, right) = if long_is_left { (&long, &short) } else { (&short, &long) };
                let (from, to) = (left.column(self.width), right.column(self.width));
                if from < to {
                    let start = y * self.width;
                    let row = start + from..start + to;
                    let (nearness, pixels) = (&mut self.nearness[row.clone()], &mut pixels[row]);
                    face.fill(palette.pixels(), Span { x: from, y, nearness, pixels });
                }
                long.descend();
                short.descend();
            }
        }
    }
}

/// The first row (or column) whose centre lies at or beyond a place, within `0..=end`.
#[inline(always)]
fn row(place: f32, end: usize) -> usize {
    // A cast from a negative number or NaN gives 0.
    ((place + 0.5) as u32 as usize).min(end)
}

/// Bits after the point in an edge's place.
const FRACTION: u32 = 16;

/// An edge walked from row to row. The same edge takes the same places in both of its triangles, as it begins in the same row.
struct Edge {
    /// Half a pixel right of where it crosses the middle of a row, in steps of a pixel's fraction.
    place: i32,
    step: i32,
}

impl Edge {
    #[inline(always)]
    fn between(upper: &Vertex, lower: &Vertex, first: usize) -> Self {
        let drop = lower.y - upper.y;
        let slope = if drop > 0.0 { (lower.x - upper.x) / drop } else { 0.0 };
        let place = upper.x + (first as f32 + 0.5 - upper.y) * slope + 0.5;
        let stepped = |length: f32| (length * (1 << FRACTION) as f32) as i32;
        Self { place: stepped(place), step: stepped(slope) }
    }

    /// The first column whose middle lies at or beyond the edge, within `0..=end`.
    #[inline(always)]
    fn column(&self, end: usize) -> usize {
        ((self.place >> FRACTION).max(0) as usize).min(end)
    }

    #[inline(always)]
    fn descend(&mut self) {
        self.place = self.place.wrapping_add(self.step);
    }
}
