//! Paper, grid, ticks and axis names, drawn by plotters on a plane whose place is fixed beforehand.

use plotters::chart::ChartBuilder;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::PathElement;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, VPos};

use super::axis::axes;
use super::pen::{Drawn, Pen};
use super::plane::{Layout, Plane};
use super::style::{Look, size};

/// Paper all over; then grid, ticks and labels. False if there is no room for a plot.
pub fn draw_ground<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
) -> Result<bool, DrawingAreaErrorKind<B::ErrorType>> {
    area.fill(&look.paper.rgba(1.0))?;
    if !plane.layout.has_room(look) {
        return Ok(false);
    }
    draw_mesh(area, look, plane)?;
    Ok(true)
}

fn draw_mesh<B: DrawingBackend>(area: &DrawingArea<B, Shift>, look: &Look, plane: &Plane) -> Drawn<B> {
    let (x, y) = axes(look, plane);
    builder(area, &plane.layout)
        .build_cartesian_2d(x, y)?
        .configure_mesh()
        .bold_line_style(look.stroke(look.grid, 1.0, size::GRID))
        .light_line_style(look.stroke(look.grid, 0.0, size::GRID))
        .axis_style(look.stroke(look.axis, 0.0, size::GRID))
        .x_label_style(look.type_style(look.text, HPos::Center, VPos::Top))
        .y_label_style(look.type_style(look.text, HPos::Right, VPos::Center))
        .set_all_tick_mark_size(look.ems(0.25).round() as i32)
        .draw()
}

/// plotters' chart with exactly this rectangle; its ranges of pixels end one before the rectangle does.
fn builder<'a, 'b, B: DrawingBackend>(area: &'a DrawingArea<B, Shift>, layout: &Layout) -> ChartBuilder<'a, 'b, B> {
    let (width, height) = (layout.size.0 as i32, layout.size.1 as i32);
    let mut chart = ChartBuilder::on(area);
    chart
        .margin_top(layout.top)
        .margin_right(width - layout.right - 1)
        .x_label_area_size(height - layout.bottom - 1)
        .y_label_area_size(layout.left);
    chart
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
    let corner = [(layout.left, layout.top), (layout.left, layout.bottom), (layout.right, layout.bottom)];
    area.draw(&PathElement::new(corner, look.stroke(look.axis, 1.0, size::GRID)))?;
    let edges = layout.edges();
    let pen = Pen { area, look, edges };
    let above = [look.ems(0.4), edges[1] - look.ems(0.8)];
    pen.text(y_name, above, look.text, HPos::Left, VPos::Bottom)?;
    let below = [edges[2], f64::from(layout.size.1) - look.ems(0.3)];
    pen.text(x_name, below, look.text, HPos::Right, VPos::Bottom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plots::plane::View;
    use plotters::prelude::{IntoDrawingArea, SVGBackend};

    #[test]
    fn plotters_and_the_plane_put_a_point_on_the_same_pixel() {
        for (scale, width, height) in [(1.0, 640, 400), (8.0, 2720, 2080)] {
            let look = Look { scale, font_size: 13.0, type_ratio: 1.0, ..Look::default() };
            let plane = Plane::new(Layout::new(width, height, &look), View::linear([-6.0, 6.0], [-1.0, 37.0]));
            let mut svg = String::new();
            let area = SVGBackend::with_string(&mut svg, (width, height)).into_drawing_area();
            let (x, y) = axes(&look, &plane);
            let chart = builder(&area, &plane.layout).build_cartesian_2d(x, y).unwrap();
            for point in [[-6.0, -1.0], [6.0, 37.0], [0.3, 12.7], [3.0, 9.0]] {
                let (x, y) = chart.backend_coord(&(point[0], point[1]));
                let [px, py] = plane.project(point);
                assert!((f64::from(x) - px).abs() <= scale / 2.0 + 0.5, "{point:?}: {x} and {px}");
                assert!((f64::from(y) - py).abs() <= scale / 2.0 + 0.5, "{point:?}: {y} and {py}");
            }
        }
    }
}
