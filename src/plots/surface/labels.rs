//! Labels that give way to each other: one that would touch an earlier one is left out.

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::plots::ink;

/// Average width and height of a character as shares of the font size. Text is never measured: in a browser that
/// costs a layout.
const CHARACTER: [f64; 2] = [0.58, 1.1];

/// What has been written so far, and how to write.
pub struct Labels<'a> {
    font: &'a str,
    size: f64,
    colour: RGBAColor,
    bounds: [f64; 2],
    boxes: Vec<[f64; 4]>,
}

impl<'a> Labels<'a> {
    /// Labels in a picture of `bounds` pixels.
    pub fn new(font: &'a str, size: f64, colour: RGBAColor, bounds: [f64; 2]) -> Self {
        Self { font, size, colour, bounds, boxes: Vec::new() }
    }

    /// The width a text is taken to have.
    pub fn width(&self, text: &str) -> f64 {
        text.chars().count() as f64 * CHARACTER[0] * self.size
    }

    /// Writes a text on the side of `(x, y)` that `outward` points to, unless it would touch an earlier one.
    pub fn write<DB: DrawingBackend>(
        &mut self,
        root: &DrawingArea<DB, Shift>,
        text: &str,
        [x, y]: [f64; 2],
        outward: [f64; 2],
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        let (width, height) = (self.width(text), CHARACTER[1] * self.size);
        // The box is pushed out until it clears the point in the direction given.
        let left = (x + 0.5 * width * (outward[0] - 1.0)).min(self.bounds[0] - width).max(0.0);
        let top = (y + 0.5 * height * (outward[1] - 1.0)).min(self.bounds[1] - height).max(0.0);
        let place = [left, top, left + width, top + height];
        let gap = [0.7 * self.size, 0.1 * self.size];
        let touches = |other: &[f64; 4]| {
            (0..2).all(|axis| place[axis] < other[axis + 2] + gap[axis] && other[axis] < place[axis + 2] + gap[axis])
        };
        if width > self.bounds[0] || self.boxes.iter().any(touches) {
            return Ok(());
        }
        self.boxes.push(place);
        let font = FontDesc::new(FontFamily::Name(self.font), self.size, FontStyle::Normal);
        let style = TextStyle::from(font).color(&self.colour).pos(Pos::new(HPos::Center, VPos::Center));
        let middle = ((left + 0.5 * width).round() as i32, (top + 0.5 * height).round() as i32);
        ink::text(root, text, &style, middle)
    }
}
