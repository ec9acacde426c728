//! The loss against the step, on a linear or a logarithmic axis, for one run or several.

mod batches;
mod thin;
mod view;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, VPos};

use crate::plots::pen::{Drawn, Pen};
use crate::plots::plane::Plane;
use crate::plots::run_view::RunView;
use crate::plots::style::{Look, size};
use crate::plots::ticks::{self, Scale};
use crate::plots::{chart, clip, ink};
pub use batches::draw_batches;
use thin::thinned;
pub use view::view;

/// Opacity of what is to come.
const TO_COME: f64 = 0.35;

/// Paper, axes, and their names; that of a logarithmic axis says what is subtracted.
pub fn draw_base<B: DrawingBackend>(area: &DrawingArea<B, Shift>, look: &Look, plane: &Plane) -> Drawn<B> {
    if !chart::draw_ground(area, look, plane)? {
        return Ok(());
    }
    let baseline = plane.view.baseline;
    let sign = if baseline < 0.0 { "+" } else { "−" };
    let name = match baseline {
        0.0 => look.words.loss.clone(),
        _ => [&look.words.loss, " ", sign, " ", &ticks::short(baseline.abs(), 4, look.decimal)].concat(),
    };
    chart::draw_axes(area, look, plane, &look.words.step, &name)
}

/// The losses of all runs: what is to come faint, a dot where each stands, and where one diverged a line with its step.
pub fn draw_overlay<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    runs: &[RunView],
) -> Drawn<B> {
    if !plane.layout.has_room(look) {
        return Ok(());
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    let column = look.pixels(1.0);
    for run in runs {
        let mut future = (run.row()..run.rows()).map(|row| place(plane, run, row));
        pen.line(&thinned(&mut future, column), run.color, TO_COME, size::LOSS)?;
    }
    for run in runs {
        let past = (0..=run.row()).take(run.rows()).map(|row| place(plane, run, row));
        pen.line(&thinned(&mut past.chain(standing(plane, run)), column), run.color, 1.0, size::LOSS)?;
    }
    let diverged = runs.iter().filter_map(|run| run.diverged_at);
    for (line, step) in diverged.enumerate() {
        draw_divergence(&pen, plane, step, line)?;
    }
    for run in runs.iter().rev() {
        if let Some(place) = standing(plane, run) {
            pen.marble(clip::nearest(place, pen.edges), run.color)?;
        }
    }
    Ok(())
}

/// A line where a run diverged, with the words for it; those of several runs stand below one another.
fn draw_divergence<B: DrawingBackend>(pen: &Pen<B>, plane: &Plane, step: usize, line: usize) -> Drawn<B> {
    let look = pen.look;
    let [left, top, right, bottom] = pen.edges;
    let x = plane.project([step as f64, 0.0])[0].max(left).min(right);
    let stroke = look.stroke(look.danger, 0.5, size::GRID);
    let ends = [[x, top], [x, bottom]].map(clip::rounded);
    ink::path(pen.area, &ends, stroke)?;
    let text = with_step(&look.words.diverged, step);
    let y = top + look.ems(0.3 + 1.35 * line as f64);
    let (x, side) =
        if x > (left + right) / 2.0 { (x - look.ems(0.4), HPos::Right) } else { (x + look.ems(0.4), HPos::Left) };
    pen.text(&text, [x, y], look.danger, side, VPos::Top)
}

/// The words with a step's number in place of what stands in braces.
pub(super) fn with_step(words: &str, step: usize) -> String {
    let (before, rest) = words.split_once(['{']).unwrap_or((words, ""));
    match rest.split_once(['}']) {
        Some((_, after)) => [before, &step.to_string(), after].concat(),
        None => words.to_owned(),
    }
}

/// The pixel of an iterate's loss.
fn place(plane: &Plane, run: &RunView, row: usize) -> [f64; 2] {
    plane.project([row as f64, height(plane, run.losses[row])])
}

/// The pixel at which a run stands, on a straight line between two iterates.
fn standing(plane: &Plane, run: &RunView) -> Option<[f64; 2]> {
    if run.rows() == 0 {
        return None;
    }
    let (from, share) = (place(plane, run, run.row()), run.share());
    if share == 0.0 {
        return Some(from);
    }
    let to = place(plane, run, run.row() + 1);
    Some([0, 1].map(|axis| from[axis] + share * (to[axis] - from[axis])))
}

/// A loss as a number of the vertical axis.
fn height(plane: &Plane, loss: f64) -> f64 {
    match plane.view.scale {
        Scale::Linear => loss,
        Scale::Log if loss > plane.view.baseline => libm::log10(loss - plane.view.baseline),
        Scale::Log if loss.is_nan() => loss,
        // Below every axis, so that the line leaves through the lower edge.
        Scale::Log => -1e3,
    }
}
