//! One triangle on the screen: how depth, height, light and contour lines run across it, and its rows of pixels.

use super::palette::{LIGHTS, TONES};
use super::raster::Vertex;

/// Contour lines over the whole height; a power of two keeps their place a matter of bits.
const CONTOURS: u32 = 16;
/// Bits after the point in heights and lights as they are stepped along a row.
const FRACTION: u32 = 16;
/// One contour interval in stepped heights, as a power of two.
const INTERVAL: u32 = TONES.ilog2() + FRACTION - CONTOURS.ilog2();

/// Change of height a pixel below which a face counts as level, for its contour lines.
const LEAST_SLOPE: f32 = 0.05;

/// The bits of a palette index that hold the light.
const LEVEL_MASK: i32 = ((LIGHTS - 1) * TONES) as i32;

/// How a rendered triangle's height, light and contour lines change over the screen.
pub struct Face {
    origin: [f32; 2],
    nearness: [f32; 3],
    /// Height and light in steps of a row, as are the next.
    tone: [f32; 3],
    light: [f32; 3],
    /// Change of height and light from pixel to pixel.
    steps: [i32; 2],
    /// Darkness of a contour line per stepped height away from its middle, and at its middle.
    line: [i32; 2],
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
        let plane = |a: f32, b: f32, c: f32| {
            let (b, c) = (b - a, c - a);
            [a, (b * cy - c * by) * inverse, (c * bx - b * cx) * inverse]
        };
        let tone = plane(a.tone, b.tone, c.tone);
        let slope = (tone[1] * tone[1] + tone[2] * tone[2]).sqrt();
        let stepped = |plane: [f32; 3]| plane.map(|part| part * (1 << FRACTION) as f32);
        let (tone, light) = (stepped(tone), stepped(plane(a.light, b.light, c.light)));
        let reach = slope.max(LEAST_SLOPE);
        let lowest = a.tone.min(b.tone).min(c.tone) - reach;
        let highest = a.tone.max(b.tone).max(c.tone) + reach;
        Some(Self {
            origin: [a.x, a.y],
            nearness: plane(a.nearness, b.nearness, c.nearness),
            line: if has_contour(lowest, highest) { contour_line(slope, contour) } else { [0, 0] },
            light,
            steps: [tone[1] as i32, light[1] as i32],
            tone,
        })
    }

    /// Draws the pixels of one row, the first of which has its centre at `(x, y)`.
    #[inline(always)]
    pub fn span(&self, table: &[[u8; 4]; TONES * LIGHTS], x: f32, y: f32, nearness: &mut [f32], pixels: &mut [u8]) {
        // Most faces have no line across them; without one a pixel takes half the work.
        if self.line[1] > 0 {
            self.shade::<true>(table, x, y, nearness, pixels);
        } else {
            self.shade::<false>(table, x, y, nearness, pixels);
        }
    }

    #[inline(always)]
    fn shade<const LINES: bool>(
        &self,
        table: &[[u8; 4]; TONES * LIGHTS],
        x: f32,
        y: f32,
        nearness: &mut [f32],
        pixels: &mut [u8],
    ) {
        let (x, y) = (x - self.origin[0], y - self.origin[1]);
        let at = |of: &[f32; 3]| of[0] + of[1] * x + of[2] * y;
        let mut near = at(&self.nearness);
        let mut tone = at(&self.tone) as i32;
        let mut light = at(&self.light) as i32;
        let [tone_step, light_step] = self.steps;
        let [falling, middle] = self.line;
        for (pixel, depth) in pixels.as_chunks_mut::<4>().0.iter_mut().zip(nearness) {
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
            tone = tone.wrapping_add(tone_step);
            light = light.wrapping_add(light_step);
        }
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
