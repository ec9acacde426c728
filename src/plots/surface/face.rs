//! One triangle on the screen: how depth, height, light and contour lines run across it, and its rows of pixels.

use super::palette::{LIGHTS, TONES};
use super::raster::Vertex;

/// Contour lines over the whole height; a power of two keeps their place a matter of bits.
const CONTOURS: u32 = 16;
/// Bits after the point in heights and lights as they are stepped along a row.
const FRACTION: u32 = 16;
/// One contour interval in stepped heights, as a power of two.
const INTERVAL: u32 = TONES.ilog2() + FRACTION - CONTOURS.ilog2();

/// Change of height or light a pixel above which steps would not be exact enough.
const STEEPEST: f32 = 4096.0;

/// Change of height a pixel below which a face counts as level, for its contour lines.
const LEAST_SLOPE: f32 = 0.05;

/// The bits of a palette index that hold the light.
const LEVEL_MASK: i32 = ((LIGHTS - 1) * TONES) as i32;

/// How a rendered triangle's height, light and contour lines change over the screen.
///
/// A plane is its value in the middle of the pixel `origin`, its change to the next column, and to the next row.
pub struct Face {
    origin: [i32; 2],
    nearness: [f32; 3],
    /// Height and light, stepped.
    tone: [i32; 3],
    light: [i32; 3],
    /// Darkness of a contour line per stepped height away from its middle, and at its middle.
    line: [i32; 2],
}

/// Some pixels of one row, and how near what is drawn in them is.
pub struct Span<'a> {
    /// The column of the first.
    pub x: usize,
    /// The row.
    pub y: usize,
    /// One entry a pixel, as in [`super::raster::Target::nearness`].
    pub nearness: &'a mut [f32],
    /// RGBA.
    pub pixels: &'a mut [[u8; 4]],
}

impl Face {
    /// The plane through three vertices; `None` if they lie on a line.
    #[inline(always)]
    pub fn through(a: &Vertex, b: &Vertex, c: &Vertex, contour: f32) -> Option<Self> {
        let (bx, by, cx, cy) = (b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y);
        let area = bx * cy - cx * by;
        if area.is_nan() || area.abs() < 1e-4 {
            return None;
        }
        let inverse = 1.0 / area;
        let origin = [a.x as i32, a.y as i32];
        let (right, down) = (origin[0] as f32 + 0.5 - a.x, origin[1] as f32 + 0.5 - a.y);
        let plane = |a: f32, b: f32, c: f32| {
            let (b, c) = (b - a, c - a);
            let (along, across) = ((b * cy - c * by) * inverse, (c * bx - b * cx) * inverse);
            [a + right * along + down * across, along, across]
        };
        let tone = plane(a.tone, b.tone, c.tone);
        let slope = (tone[1] * tone[1] + tone[2] * tone[2]).sqrt();
        let light = plane(a.light, b.light, c.light);
        let reach = slope.max(LEAST_SLOPE);
        let lowest = a.tone.min(b.tone).min(c.tone) - reach;
        let highest = a.tone.max(b.tone).max(c.tone) + reach;
        Some(Self {
            origin,
            nearness: plane(a.nearness, b.nearness, c.nearness),
            line: if has_contour(lowest, highest) { contour_line(slope, contour) } else { [0, 0] },
            tone: stepped(tone, a.tone),
            light: stepped(light, a.light),
        })
    }

    /// Draws the pixels of a span where it is nearer than what is there.
    #[inline(always)]
    pub fn fill(&self, table: &[[u8; 4]; TONES * LIGHTS], span: Span) {
        // Most faces have no line across them; without one a pixel takes half the work.
        if self.line[1] > 0 {
            self.shade::<true>(table, span);
        } else {
            self.shade::<false>(table, span);
        }
    }

    #[inline(always)]
    fn shade<const LINES: bool>(&self, table: &[[u8; 4]; TONES * LIGHTS], Span { x, y, nearness, pixels }: Span) {
        let (x, y) = ((x as i32).wrapping_sub(self.origin[0]), (y as i32).wrapping_sub(self.origin[1]));
        let mut near = self.nearness[0] + self.nearness[1] * x as f32 + self.nearness[2] * y as f32;
        let at = |of: &[i32; 3]| of[0].wrapping_add(of[1].wrapping_mul(x)).wrapping_add(of[2].wrapping_mul(y));
        let (mut tone, mut light) = (at(&self.tone), at(&self.light));
        let [falling, middle] = self.line;
        for (pixel, depth) in pixels.iter_mut().zip(nearness) {
            if near > *depth {
                *depth = near;
                let line = if LINES {
                    let off = (tone & ((1 << INTERVAL) - 1)) - (1 << (INTERVAL - 1));
                    (middle - (off.abs() >> 8) * falling).max(0)
                } else {
                    0
                };
                // Every vertex lies well inside the table; the mask only spares the check.
                let level = ((light - line).max(0) >> (FRACTION - TONES.ilog2())) & LEVEL_MASK;
                let height = (tone >> FRACTION) & (TONES as i32 - 1);
                *pixel = table[(level | height) as usize];
            }
            near += self.nearness[1];
            tone = tone.wrapping_add(self.tone[1]);
            light = light.wrapping_add(self.light[1]);
        }
    }
}

/// A plane in whole steps; level at `corner` where it is too steep to be stepped, as only slivers are.
#[inline(always)]
fn stepped([value, along, across]: [f32; 3], corner: f32) -> [i32; 3] {
    let fine = |part: f32| (part * (1 << FRACTION) as f32) as i32;
    if along.abs().max(across.abs()) < STEEPEST {
        [fine(value), fine(along), fine(across)]
    } else {
        [fine(corner), 0, 0]
    }
}

/// Whether the middle of a contour line lies between two heights, given as indices into the palette.
#[inline(always)]
fn has_contour(lowest: f32, highest: f32) -> bool {
    const APART: f32 = (TONES as u32 / CONTOURS) as f32;
    let below = |tone: f32| (tone / APART + 0.5).max(0.0) as i32;
    below(lowest) != below(highest)
}

/// How fast and from which darkness a contour line fades, where the height changes by `slope` a pixel.
/// Lines are a pixel to either side of their middle and vanish where they would run together.
#[inline(always)]
fn contour_line(slope: f32, contour: f32) -> [i32; 2] {
    // On all but level faces lines would grow without bound, and so would the numbers.
    let slope = slope.max(LEAST_SLOPE);
    let spacing = (TONES as u32 / CONTOURS) as f32 / slope;
    let strength = contour * (LIGHTS << FRACTION) as f32 * ((spacing - 2.5) * 0.25).clamp(0.0, 1.0);
    let steps_a_pixel = slope * (1 << (FRACTION - 8)) as f32;
    [(strength / steps_a_pixel) as i32, strength as i32]
}
