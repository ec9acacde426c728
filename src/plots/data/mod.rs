//! The samples of a loss that is made of data, and what the model predicts for them as the runs go on.

mod line;
mod marks;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use super::chart;
use super::pen::{Drawn, Pen};
use super::plane::{Plane, View};
use super::range::extent;
use super::run_view::RunView;
use super::style::{Look, size};
use super::ticks::widened;
use crate::losses::Samples;

/// Earlier lines that stay visible behind the present one.
const EARLIER: usize = 4;

/// Opacity of the last of them; the others fade.
const BEHIND: f64 = 0.45;

/// Room below the lower and above the upper label, as a share of their distance.
const LABEL_MARGIN: f64 = 0.25;

/// Room beside the outermost samples, as a share of their distance.
const MARGIN: f64 = 0.08;

/// So large that a model which says what is likely says it is certain.
const CERTAIN: f64 = 1e9;

/// Samples, and the model that is fitted to them.
#[derive(Clone, Copy)]
pub struct Data<'a> {
    /// Input and target of each sample.
    pub rows: &'a [[f64; 2]],
    /// Where the targets are labels, the numbers that stand for 0 and for 1.
    pub labels: Option<[f64; 2]>,
    /// What the model with these parameters predicts for an input.
    pub predict: &'a dyn Fn(&[f64], f64) -> f64,
    /// Numbers of the samples that the next step looks at, where those are not all.
    pub batch: Option<&'a [u32]>,
}

/// Inputs, and targets as the model is compared with them.
pub fn targets(samples: &dyn Samples) -> Vec<[f64; 2]> {
    let shared = |index| samples.contribution(&[0.0; 2], index).map(|sample| [sample.x, sample.y]);
    (0..samples.rows().len()).filter_map(shared).collect()
}

/// What a model says at most and at least, if that is a label: then it says no more than 1 however large `b` is.
pub fn labels(samples: &dyn Samples) -> Option<[f64; 2]> {
    let certain = [-CERTAIN, CERTAIN].map(|b| samples.prediction(&[b, 0.0], 0.0));
    (certain[1] <= 1.0).then_some(certain)
}

/// The ranges that show these samples, up to the next round values, so that they rarely move while a sample is dragged.
pub fn view(data: &Data) -> View {
    let side = |axis: usize| {
        let [low, high] = extent(data.rows.iter().map(|row| row[axis])).unwrap_or([0.0, 1.0]);
        let margin = if high > low { MARGIN * (high - low) } else { (0.1 * low.abs()).max(1.0) };
        widened([low - margin, high + margin])
    };
    let around = |[low, high]: [f64; 2]| [low - LABEL_MARGIN * (high - low), high + LABEL_MARGIN * (high - low)];
    View::linear(side(0), data.labels.map_or_else(|| side(1), around))
}

/// Paper and axes, named after what the samples are.
#[inline(never)]
pub fn draw_base<B: DrawingBackend>(area: &DrawingArea<B, Shift>, look: &Look, plane: &Plane) -> Drawn<B> {
    if !chart::draw_ground(area, look, plane)? {
        return Ok(());
    }
    chart::draw_axes(area, look, plane, &look.words.input, &look.words.output)
}

/// The lines of all runs, lowest those that come last; the residuals of the first run; and the samples on top.
#[inline(never)]
pub fn draw_overlay<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    data: &Data,
    runs: &[RunView],
) -> Drawn<B> {
    if !plane.layout.has_room(look) {
        return Ok(());
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    for run in runs {
        draw_past_and_future(&pen, plane, data, run)?;
    }
    if let Some(parameters) = runs.first().and_then(present) {
        marks::draw_residuals(&pen, plane, data, &parameters)?;
    }
    for run in runs.iter().rev() {
        if let Some(parameters) = present(run) {
            pen.line(&line::of(look, plane, data, &parameters), run.color, 1.0, size::CURVE)?;
        }
    }
    marks::draw_samples(&pen, plane, data)
}

/// The line at the end of the run, and the last few before the present one.
fn draw_past_and_future<B: DrawingBackend>(pen: &Pen<B>, plane: &Plane, data: &Data, run: &RunView) -> Drawn<B> {
    let draw = |row: usize, color, opacity| match row_of(run, row) {
        Some(parameters) => pen.line(&line::of(pen.look, plane, data, parameters), color, opacity, size::TRAIL),
        None => Ok(()),
    };
    if run.row() + 1 < run.rows() {
        draw(run.rows() - 1, pen.look.ghost, 0.8)?;
    }
    let first = run.row().saturating_sub(EARLIER);
    for row in first..run.row() {
        let share = (row + 1 - first) as f64 / (run.row() - first) as f64;
        draw(row, run.color, BEHIND * share)?;
    }
    Ok(())
}

/// The parameters of an iterate.
fn row_of<'a>(run: &RunView<'a>, row: usize) -> Option<&'a [f64]> {
    let begin = row * run.dimension;
    run.points.get(begin..begin + run.dimension)
}

/// The parameters where the run stands: on the way from one iterate to the next while it hops.
fn present(run: &RunView) -> Option<Vec<f64>> {
    let from = row_of(run, run.row()).filter(|_| run.rows() > 0)?;
    let to = row_of(run, run.row() + 1).unwrap_or(from);
    let share = run.share();
    Some(from.iter().zip(to).map(|(from, to)| if share == 0.0 { *from } else { from + share * (to - from) }).collect())
}
