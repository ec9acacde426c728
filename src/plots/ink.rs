//! What every plot is drawn with: a path, a filled polygon, a circle, a text. Each stands in the program once, instead of
//! wherever something is drawn.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, PathElement, Polygon};
use plotters::prelude::DrawingBackend;
use plotters::style::{RGBAColor, ShapeStyle, TextStyle};

use super::clip::Pixel;
use super::pen::Drawn;

/// A line through pixels.
#[inline(never)]
pub fn path<B: DrawingBackend>(area: &DrawingArea<B, Shift>, pixels: &[Pixel], style: ShapeStyle) -> Drawn<B> {
    area.draw(&PathElement::new(pixels, style))
}

/// The region within an outline.
#[inline(never)]
pub fn polygon<B: DrawingBackend>(area: &DrawingArea<B, Shift>, outline: Vec<Pixel>, color: RGBAColor) -> Drawn<B> {
    area.draw(&Polygon::new(outline, color))
}

/// A circle or a disc.
#[inline(never)]
pub fn circle<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    center: Pixel,
    radius: i32,
    style: ShapeStyle,
) -> Drawn<B> {
    area.draw(&Circle::new(center, radius, style))
}

/// A text at a pixel.
#[inline(never)]
pub fn text<B: DrawingBackend>(area: &DrawingArea<B, Shift>, text: &str, style: &TextStyle, at: Pixel) -> Drawn<B> {
    area.draw_text(text, style, at)
}
