//! Measurements against the step: several lines on one pair of linear axes, and a marble where each has come to.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use super::chart;
use super::pen::{Drawn, Pen};
use super::plane::{Plane, View};
use super::range::extent;
use super::style::{Look, Rgb, size};
use super::ticks;

/// One line: a pair of step and value for each measurement, in its colour.
#[derive(Clone, Debug)]
pub struct Series {
    pub points: Vec<[f64; 2]>,
    pub color: Rgb,
}

/// Axes from step 0 to the last one, and from 0 to `top`; without one as high as the values are.
pub fn view(series: &[Series], last: f64, top: Option<f64>) -> View {
    let values = series.iter().flat_map(|line| line.points.iter().map(|point| point[1]));
    let highest = extent(values).map_or(1.0, |[_, highest]| highest);
    let y = top.map_or_else(|| ticks::widened([0.0, highest.max(0.0)]), |top| [0.0, top]);
    View::linear([0.0, last.max(1.0)], y)
}

/// Paper, axes and lines. The first line lies on top.
pub fn draw<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    series: &[Series],
) -> Drawn<B> {
    if !chart::draw_ground(area, look, plane)? {
        return Ok(());
    }
    chart::draw_axes(area, look, plane, &look.words.step, &look.words.loss)?;
    let pen = Pen { area, look, edges: plane.layout.edges() };
    for line in series.iter().rev() {
        let places: Vec<[f64; 2]> = line.points.iter().map(|point| plane.project(*point)).collect();
        pen.line(&places, line.color, 1.0, size::LOSS)?;
        if let Some(last) = places.last() {
            pen.marble(*last, line.color)?;
        }
    }
    Ok(())
}
