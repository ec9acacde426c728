//! The surface's colours: one table from height and light to a finished pixel.

use colorous::{Color, Gradient};

/// Heights the table tells apart.
pub const TONES: usize = 256;
/// Levels of light the table tells apart.
pub const LIGHTS: usize = 128;
/// The level of light at which a face has its own colour; below it lies shadow, above it gloss.
const FULL: f64 = 0.78;

/// What colours the surface, to be kept for as long as the page's theme lasts (building one takes under a millisecond).
#[derive(Clone, Debug)]
pub struct Palette {
    /// One opaque RGBA pixel for each light (slow) and height (fast).
    pixels: Vec<[u8; 4]>,
    /// How much a contour line darkens, as a share of full light.
    pub contour: f32,
    /// How much the outline of the surface darkens, as a share of full light.
    pub outline: f32,
}

impl Palette {
    /// Colours for a light page.
    pub fn light() -> Self {
        Self::new(colorous::VIRIDIS, [250, 250, 246], 0.28, [30, 24, 72])
    }

    /// Colours for a dark page.
    pub fn dark() -> Self {
        Self::new(colorous::VIRIDIS, [226, 230, 238], 0.14, [10, 10, 34])
    }

    /// A perceptual colour map washed with a share of `veil` for calm, and shaded towards `shadow`.
    pub fn new(map: Gradient, veil: [u8; 3], wash: f64, shadow: [u8; 3]) -> Self {
        let mut pixels = Vec::with_capacity(TONES * LIGHTS);
        for light in 0..LIGHTS {
            let light = light as f64 / (LIGHTS - 1) as f64;
            for tone in 0..TONES {
                // The map's darkest end is left out: on it neither shadow nor contour could be seen.
                let place = 0.12 + 0.86 * tone as f64 / (TONES - 1) as f64;
                let Color { r, g, b } = map.eval_continuous(place);
                let colour = mix([r, g, b].map(f64::from), veil.map(f64::from), wash);
                let [r, g, b] = lit(colour, shadow.map(f64::from), light).map(|part| part.clamp(0.0, 255.0) as u8);
                pixels.push([r, g, b, 255]);
            }
        }
        Self { pixels, contour: 0.17, outline: 0.22 }
    }

    /// The table, `LIGHTS` rows of `TONES` pixels.
    pub fn pixels(&self) -> &[[u8; 4]; TONES * LIGHTS] {
        self.pixels.first_chunk().expect("the constructor fills the table")
    }

    /// The colour of a height (0 to 1) in full light, so that a contour plot or a legend can show the same colours.
    pub fn colour(&self, tone: f64) -> [u8; 3] {
        let light = (FULL * (LIGHTS - 1) as f64) as usize;
        let tone = (tone.clamp(0.0, 1.0) * (TONES - 1) as f64) as usize;
        let [r, g, b, _] = self.pixels[light * TONES + tone];
        [r, g, b]
    }
}

/// A colour under some light: multiplied towards a tinted shadow below full light, veiled with white above it.
fn lit(colour: [f64; 3], shadow: [f64; 3], light: f64) -> [f64; 3] {
    if light > FULL {
        return mix(colour, [255.0; 3], 0.6 * (light - FULL) / (1.0 - FULL));
    }
    let shade = 1.0 - light / FULL;
    mix(colour.map(|part| part * (1.0 - 0.55 * shade)), shadow, 0.45 * shade)
}

fn mix(from: [f64; 3], to: [f64; 3], share: f64) -> [f64; 3] {
    [0, 1, 2].map(|part| from[part] + (to[part] - from[part]) * share)
}
