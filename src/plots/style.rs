//! How plots look: the colours, type and words that the page hands in, and every stroke and radius, once.

use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color, FontDesc, FontFamily, FontStyle, FontTransform, RGBAColor, RGBColor, ShapeStyle, TextStyle,
};

/// Strokes, radii and lengths in CSS pixels; `Look::pixels` turns them into the pixels of the backend.
pub mod size {
    /// Grid lines and axes.
    pub const GRID: f64 = 1.0;
    /// The curve of a loss.
    pub const CURVE: f64 = 2.25;
    /// The line joining the iterates of a run.
    pub const TRAIL: f64 = 1.5;
    /// A loss curve.
    pub const LOSS: f64 = 2.0;
    /// The trail of a right answer, which still shows under another one.
    pub const RIGHT: f64 = 4.0;
    /// A contour line.
    pub const CONTOUR: f64 = 1.0;
    /// The tangent, and the shaft of the arrow.
    pub const ARROW: f64 = 2.0;
    /// Length of an arrow's head.
    pub const HEAD: f64 = 9.0;
    /// Length of the tangent to either side of the marble.
    pub const TANGENT: f64 = 64.0;
    /// Radius of an iterate.
    pub const DOT: f64 = 3.25;
    /// Radius of the marble.
    pub const MARBLE: f64 = 6.5;
    /// Width of the paper-coloured ring that lifts a marble off what lies below it.
    pub const RING: f64 = 1.75;
    /// Radius of the mark of a minimum.
    pub const MINIMUM: f64 = 5.0;
    /// Radius of a sample of the data.
    pub const SAMPLE: f64 = 5.0;
    /// The bar of a residual.
    pub const BAR: f64 = 1.75;
}

/// An opaque colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// The axis names and short words that appear inside a plot, in the reader's language.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Name of the first parameter.
    pub x: String,
    /// Name of the second parameter.
    pub y: String,
    /// Name of the loss.
    pub loss: String,
    /// Name of the step count.
    pub step: String,
    /// What is said where a run diverged, with `{step}` where the number goes.
    pub diverged: String,
    /// What is said where a trail leaves the picture, with `{step}` where the number goes.
    pub leaves: String,
    /// What the heavy ball does in each of its regimes: settles, rings, alternates, diverges.
    pub regimes: [String; 4],
    /// Name of the input of a model.
    pub input: String,
    /// Name of what a model predicts.
    pub output: String,
    /// Name of the number of samples in a batch.
    pub batch: String,
    /// Name of how far batch gradients are from the full one, squared, on average.
    pub variance: String,
}

/// Everything about a plot that its data do not decide. The default one has no size and shows nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    pub paper: Rgb,
    pub grid: Rgb,
    pub axis: Rgb,
    pub text: Rgb,
    pub curve: Rgb,
    pub tangent: Rgb,
    /// The arrow of the next step.
    pub step: Rgb,
    pub minimum: Rgb,
    /// What has not happened yet.
    pub ghost: Rgb,
    pub vanilla: Rgb,
    pub momentum: Rgb,
    /// The mark of a divergence.
    pub danger: Rgb,
    /// Learning rates that settle, zigzag, diverge.
    pub bands: [Rgb; 3],
    /// A colour for each optimizer, in the order of their catalogue.
    pub optimizers: Vec<Rgb>,
    /// Colours for several runs of the same kind.
    pub marbles: Vec<Rgb>,
    /// Whether the paper is dark.
    pub dark: bool,
    /// Whether nothing is filled, because a picture that shall be seen lies below.
    pub see_through: bool,
    /// CSS font family.
    pub font: String,
    /// Height of the type in CSS pixels.
    pub font_size: f64,
    /// The decimal sign.
    pub decimal: char,
    pub words: Words,
    /// Pixels of the backend per CSS pixel. More than one places lines and marbles between CSS pixels.
    pub scale: f64,
    /// What the backend divides font sizes by: 1.24 for plotters' SVG, 1 for a canvas.
    pub type_ratio: f64,
}

impl Look {
    /// A length in CSS pixels as pixels of the backend, unrounded.
    pub fn pixels(&self, css: f64) -> f64 {
        css * self.scale
    }

    /// A length in heights of the type as pixels of the backend, unrounded.
    pub fn ems(&self, ems: f64) -> f64 {
        self.pixels(ems * self.font_size)
    }

    /// A line of this colour, opacity and width in CSS pixels.
    pub fn stroke(&self, color: Rgb, opacity: f64, css: f64) -> ShapeStyle {
        let width = self.pixels(css).round().max(1.0);
        color.rgba(opacity).stroke_width(width as u32)
    }

    /// Type of this colour, anchored there and turned.
    pub fn type_style(&self, color: Rgb, h: HPos, v: VPos) -> TextStyle<'_> {
        let family = FontFamily::Name(&self.font);
        let size = self.ems(1.0) * self.type_ratio;
        TextStyle {
            font: FontDesc::new(family, size, FontStyle::Normal).transform(FontTransform::None),
            color: color.rgba(1.0).to_backend_color(),
            pos: Pos::new(h, v),
        }
    }
}

impl Rgb {
    /// This colour for plotters, with an opacity from 0 to 1.
    pub fn rgba(self, opacity: f64) -> RGBAColor {
        RGBColor(self.0, self.1, self.2).mix(opacity)
    }

    /// The colour `share` of the way from this one to `other`.
    pub fn mix(self, other: Rgb, share: f64) -> Rgb {
        let blend = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
        Rgb(blend(self.0, other.0), blend(self.1, other.1), blend(self.2, other.2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mix_goes_from_one_colour_to_the_other() {
        let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
        assert_eq!(black.mix(white, 0.0), black);
        assert_eq!(black.mix(white, 1.0), white);
        assert_eq!(white.mix(black, 0.2), Rgb(204, 204, 204));
    }
}
