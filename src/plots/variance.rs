//! The variance of the batch gradient against the size of the batch, on two logarithmic axes: measured, beside 1/size.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use super::pen::{Drawn, Pen};
use super::plane::{Plane, View};
use super::range::extent;
use super::style::{Look, Rgb, size};
use super::ticks::Scale;
use super::{chart, clip};

/// Variances below this leave the axis at its lower end.
const SMALLEST: f64 = 1e-12;

/// Whole powers of ten that hold all of these variances; x reaches from a batch of one sample to one of all.
pub fn view(samples: usize, variances: &[f64]) -> View {
    let positive = variances.iter().copied().filter(|variance| *variance > SMALLEST);
    let [low, high] = extent(positive).unwrap_or([0.1, 1.0]).map(libm::log10);
    let high = high.ceil();
    let y = [low.floor().min(high - 1.0), high];
    let x = [0.0, libm::log10(samples.max(2) as f64)];
    View { x, y, across: Scale::Log, scale: Scale::Log, baseline: 0.0 }
}

/// Paper, axes and their names.
#[inline(never)]
pub fn draw_base<B: DrawingBackend>(area: &DrawingArea<B, Shift>, look: &Look, plane: &Plane) -> Drawn<B> {
    if !chart::draw_ground(area, look, plane)? {
        return Ok(());
    }
    chart::draw_axes(area, look, plane, &look.words.batch, &look.words.variance)
}

/// The measured variances as dots over their sizes, the first size being 1; a line that falls as 1/size from the first of
/// them; and a marble at `now`, the size and the variance of the run that is shown.
#[inline(never)]
pub fn draw_overlay<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    measured: &[[f64; 2]],
    now: Option<([f64; 2], Rgb)>,
) -> Drawn<B> {
    if !plane.layout.has_room(look) {
        return Ok(());
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    let place = |[size, variance]: [f64; 2]| plane.project([libm::log10(size), libm::log10(variance.max(1e-300))]);
    if let Some([size, variance]) = measured.first() {
        let across = libm::pow(10.0, plane.view.x[1]);
        let line = [[*size, *variance], [across, variance * size / across]].map(place);
        pen.line(&line, look.ghost, 1.0, size::TRAIL)?;
    }
    let places: Vec<[f64; 2]> = measured.iter().map(|point| place(*point)).collect();
    pen.dots(&places, look.curve, 1.0, size::DOT)?;
    match now {
        Some((point, color)) if point[1] > 0.0 => pen.marble(clip::nearest(place(point), pen.edges), color),
        _ => Ok(()),
    }
}
