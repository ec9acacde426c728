//! A triangle rasteriser with a depth buffer, writing RGBA pixels.

use super::palette::{LIGHTS, Palette, TONES};

/// Contour lines over the whole height; a power of two keeps their place a matter of bits.
const CONTOURS: u32 = 16;
/// Bits after the point in heights and lights as they are stepped along a row.
const FRACTION: u32 = 16;
/// One contour interval in stepped heights, as a power of two.
const INTERVAL: u32 = TONES.ilog2() + FRACTION - CONTOURS.ilog2();

/// A vertex on the screen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vertex {
    /// Pixels from the left edge; centres of pixels lie at halves.
    pub x: f32,
    /// Pixels from the upper edge.
    pub y: f32,
    /// One over the distance from the eye: larger is nearer. NaN in holes.
    pub nearness: f32,
    /// Height, 0 to just below 256, an index into the palette.
    pub tone: f32,
    /// Light, 0 to just below 128, an index into the palette.
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

/// How a rendered triangle's height, light and contour lines change over the screen.
struct Plane {
    origin: [f32; 2],
    nearness: [f32; 3],
    tone: [f32; 3],
    light: [f32; 3],
    /// Darkness of a contour line per stepped height away from its middle, and at its middle.
    line: [i32; 2],
}

impl Target {
    /// Makes room for a picture; the content is undefined until [`Target::clear`].
    pub fn resize(&mut self, width: usize, height: usize) {
        (self.width, self.height) = (width, height);
        self.pixels.resize(4 * width * height, 0);
        self.nearness.resize(width * height, 0.0);
    }

    /// Makes every pixel transparent and infinitely far.
    pub fn clear(&mut self) {
        self.pixels.fill(0);
        self.nearness.fill(0.0);
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
        let Some(plane) = Plane::through(top, middle, bottom, palette.contour) else {
            return;
        };
        let turn = row(middle.y, self.height);
        let long = Edge::between(top, bottom);
        for (rows, short) in [
            (first..turn, Edge::between(top, middle)),
            (turn..last, Edge::between(middle, bottom)),
        ] {
            for y in rows {
                let centre = y as f32 + 0.5;
                let (a, b) = (long.at(centre), short.at(centre));
                let (from, to) = (row(a.min(b), self.width), row(a.max(b), self.width));
                if from < to {
                    let start = y * self.width;
                    let nearness = &mut self.nearness[start + from..start + to];
                    let pixels = &mut self.pixels[4 * (start + from)..4 * (start + to)];
                    plane.span(
                        palette.pixels(),
                        from as f32 + 0.5,
                        centre,
                        nearness,
                        pixels,
                    );
                }
            }
        }
    }
}

/// The first row (or column) whose centre lies at or beyond a place, within `0..=end`.
#[inline(always)]
fn row(place: f32, end: usize) -> usize {
    ((place + 0.5).max(0.0) as u32 as usize).min(end)
}

/// An edge walked from row to row.
struct Edge {
    x: f32,
    y: f32,
    slope: f32,
}

impl Edge {
    #[inline(always)]
    fn between(upper: &Vertex, lower: &Vertex) -> Self {
        let drop = lower.y - upper.y;
        Self {
            x: upper.x,
            y: upper.y,
            slope: if drop > 0.0 {
                (lower.x - upper.x) / drop
            } else {
                0.0
            },
        }
    }

    #[inline(always)]
    fn at(&self, y: f32) -> f32 {
        self.x + (y - self.y) * self.slope
    }
}

impl Plane {
    /// The plane through three vertices; `None` if they lie on a line.
    #[inline(always)]
    fn through(a: &Vertex, b: &Vertex, c: &Vertex, contour: f32) -> Option<Self> {
        let (bx, by, cx, cy) = (b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y);
        let area = bx * cy - cx * by;
        if area.is_nan() || area.abs() < 1e-4 {
            return None;
        }
        let inverse = 1.0 / area;
        let plane = |a: f32, b: f32, c: f32| {
            let (b, c) = (b - a, c - a);
            [a, (b * cy - c * by) * inverse, (c * bx - b * cx) * inverse]
        };
        let tone = plane(a.tone, b.tone, c.tone);
        let slope = (tone[1] * tone[1] + tone[2] * tone[2]).sqrt();
        Some(Self {
            origin: [a.x, a.y],
            nearness: plane(a.nearness, b.nearness, c.nearness),
            line: contour_line(slope, contour),
            light: plane(a.light, b.light, c.light),
            tone,
        })
    }

    #[inline(always)]
    fn at(&self, of: &[f32; 3], x: f32, y: f32) -> f32 {
        of[0] + of[1] * (x - self.origin[0]) + of[2] * (y - self.origin[1])
    }

    /// Draws the pixels of one row, the first of which has its centre at `(x, y)`.
    #[inline(always)]
    fn span(
        &self,
        table: &[[u8; 4]; TONES * LIGHTS],
        x: f32,
        y: f32,
        nearness: &mut [f32],
        pixels: &mut [u8],
    ) {
        let one = (1 << FRACTION) as f32;
        let mut near = self.at(&self.nearness, x, y);
        let mut tone = (self.at(&self.tone, x, y) * one) as i32;
        let mut light = (self.at(&self.light, x, y) * one) as i32;
        let (tone_step, light_step) = ((self.tone[1] * one) as i32, (self.light[1] * one) as i32);
        let [falling, middle] = self.line;
        for (pixel, depth) in pixels.as_chunks_mut::<4>().0.iter_mut().zip(nearness) {
            if near > *depth {
                *depth = near;
                let off = (tone & ((1 << INTERVAL) - 1)) - (1 << (INTERVAL - 1));
                let line = (middle - (off.abs() >> 8) * falling).max(0);
                let level = ((light - line) >> FRACTION).clamp(0, LIGHTS as i32 - 1) as usize;
                let height = (tone >> FRACTION).clamp(0, TONES as i32 - 1) as usize;
                *pixel = table[level * TONES + height];
            }
            near += self.nearness[1];
            tone = tone.wrapping_add(tone_step);
            light = light.wrapping_add(light_step);
        }
    }
}

/// How fast and from which darkness a contour line fades, where the height changes by `slope` a pixel.
/// Lines are a pixel to either side of their middle and vanish where they would run together.
#[inline(always)]
fn contour_line(slope: f32, contour: f32) -> [i32; 2] {
    // On all but level faces lines would grow without bound, and so would the numbers.
    let slope = slope.max(0.05);
    let spacing = (TONES as u32 / CONTOURS) as f32 / slope;
    let strength = contour * (LIGHTS << FRACTION) as f32 * ((spacing - 2.5) * 0.25).clamp(0.0, 1.0);
    let steps_a_pixel = slope * (1 << (FRACTION - 8)) as f32;
    [(strength / steps_a_pixel) as i32, strength as i32]
}
