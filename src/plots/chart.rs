//! Paper, grid, labels and axis names of a plot on a plane.
//!
//! plotters' own chart would draw them too, but its search for ticks does not end for some ranges, and its mesh for every
//! kind of axis is a tenth of the download.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, VPos};

use super::axis::axes;
use super::clip::Pixel;
use super::ink;
use super::pen::{Drawn, Pen};
use super::plane::Plane;
use super::style::{Look, Rgb, size};

/// From a grid line's end to its label, in heights of the type.
const GAP: f64 = 0.25;

/// Paper all over, unless a picture lies below; then grid and labels. False if there is no room for a plot.
pub fn draw_ground<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
) -> Result<bool, DrawingAreaErrorKind<B::ErrorType>> {
    if !look.see_through {
        area.fill(&look.paper.rgba(1.0))?;
    }
    if !plane.layout.has_room(look) {
        return Ok(false);
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    let layout = &plane.layout;
    let (x, y) = axes(look, plane);
    let (across, up) = (x.labels(), y.labels());
    let gap = 2 * look.ems(GAP).round() as i32;
    let upright = across.iter().map(|(x, _)| [(*x, layout.bottom), (*x, layout.top)]);
    let level = up.iter().map(|(y, _)| [(layout.left, *y), (layout.right, *y)]);
    for line in upright.chain(level) {
        draw_line(&pen, &line, look.grid)?;
    }
    for (y, label) in &up {
        pen.write(label, (layout.left - gap, *y), look.text, HPos::Right, VPos::Center)?;
    }
    for (x, label) in &across {
        pen.write(label, (*x, layout.bottom + 1 + gap), look.text, HPos::Center, VPos::Top)?;
    }
    Ok(true)
}

/// The two axes with their names: the vertical one's above it, the horizontal one's below its end.
pub fn draw_axes<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    x_name: &str,
    y_name: &str,
) -> Drawn<B> {
    let layout = &plane.layout;
    let edges = layout.edges();
    let pen = Pen { area, look, edges };
    let corner = [(layout.left, layout.top), (layout.left, layout.bottom), (layout.right, layout.bottom)];
    draw_line(&pen, &corner, look.axis)?;
    let above = [look.ems(0.4), edges[1] - look.ems(0.8)];
    pen.text(y_name, above, look.text, HPos::Left, VPos::Bottom)?;
    let below = [edges[2], f64::from(layout.size.1) - look.ems(0.3)];
    pen.text(x_name, below, look.text, HPos::Right, VPos::Bottom)
}

fn draw_line<B: DrawingBackend>(pen: &Pen<B>, pixels: &[Pixel], color: Rgb) -> Drawn<B> {
    ink::path(pen.area, pixels, pen.look.stroke(color, 1.0, size::GRID))
}
