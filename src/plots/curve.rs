//! The curve of a loss of one parameter, with the runs that go down it, the tangent and the arrow of the next step.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use super::pen::{Drawn, Pen};
use super::plane::{Plane, View};
use super::range::{doubled, extent};
use super::run_view::RunView;
use super::runs::{Marks, draw_marbles, draw_paths};
use super::style::{Look, size};
use super::{chart, clip};
use crate::losses::Loss;
use crate::order;

/// How many doublings of the frame follow the iterates: a run that leaves it farther is seen leaving.
const DOUBLINGS: i32 = 2;

/// Values sampled for the vertical range.
const SAMPLES: usize = 256;

/// The ranges that show this loss and these runs. Horizontally, the loss's frame, doubled until it holds every start and,
/// at most twice more, the iterates. Vertically, the values over that range; of a loss that is steep somewhere no more than
/// six times the height that three quarters of it keep below, or four times that if a start needs it.
pub fn view(loss: &dyn Loss, runs: &[RunView]) -> View {
    let frame = loss.frame().first().copied().unwrap_or([-1.0, 1.0]);
    let starts = runs.iter().filter_map(|run| run.points.first().copied());
    let iterates = runs.iter().flat_map(|run| run.points.iter().copied());
    let x = doubled(doubled(frame, starts, 64), iterates, DOUBLINGS);
    let start_losses = runs.iter().filter_map(|run| run.losses.first().copied());
    View::linear(x, heights(loss, x, start_losses))
}

/// The vertical range that shows a loss over a horizontal one, and these values of it as far as they are not too high.
pub(super) fn heights(loss: &dyn Loss, [low, high]: [f64; 2], starts: impl Iterator<Item = f64>) -> [f64; 2] {
    let at = |k| loss.value(&[low + (high - low) * k as f64 / (SAMPLES - 1) as f64]);
    let mut values: Vec<f64> = (0..SAMPLES).map(at).filter(|value| value.is_finite()).collect();
    let count = values.len();
    let ranks = [0, count * 3 / 4, count.saturating_sub(1)].map(|rank| order::value_at(&mut values, rank));
    let [Some(lowest), Some(three_quarters), Some(highest)] = ranks else {
        return [0.0, 1.0];
    };
    let most = three_quarters - lowest;
    let usual = highest.min(lowest + 6.0 * most);
    let bound = lowest + 4.0 * (usual - lowest);
    let top = extent(starts.filter(|start| *start <= bound)).map_or(usual, |[_, start]| start.max(usual));
    let span = if top > lowest { top - lowest } else { lowest.abs().max(1.0) };
    [lowest - 0.06 * span, lowest + 1.06 * span]
}

/// Paper, axes, the curve, and a ring at each of the `minima`.
pub fn draw_base<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    loss: &dyn Loss,
    minima: &[f64],
) -> Drawn<B> {
    if !chart::draw_ground(area, look, plane)? {
        return Ok(());
    }
    chart::draw_axes(area, look, plane, &look.words.x, &look.words.loss)?;
    let pen = Pen { area, look, edges: plane.layout.edges() };
    for piece in pieces(look, plane, loss) {
        pen.line(&piece, look.curve, 1.0, size::CURVE)?;
    }
    for minimum in minima {
        pen.ring(plane.project([*minimum, loss.value(&[*minimum])]), look.minimum)?;
    }
    Ok(())
}

/// The curve in pixels, two points per CSS pixel; parted where it is not finite or jumps across the whole plot.
fn pieces(look: &Look, plane: &Plane, loss: &dyn Loss) -> Vec<Vec<[f64; 2]>> {
    let [left, top, right, bottom] = plane.layout.edges();
    let count = ((right - left) / look.pixels(0.5)).clamp(2.0, 8000.0) as usize;
    let mut pieces = vec![Vec::new()];
    let mut before = f64::NAN;
    for k in 0..=count {
        let across = left + (right - left) * k as f64 / count as f64;
        let x = plane.unproject([across, top])[0];
        let point = plane.project([x, loss.value(&[x])]);
        let jumps = before.min(point[1]) < top && before.max(point[1]) > bottom;
        if jumps || !clip::is_finite(&point) {
            pieces.push(Vec::new());
        }
        if let Some(piece) = pieces.last_mut().filter(|_| clip::is_finite(&point)) {
            piece.push([across, point[1]]);
        }
        before = point[1];
    }
    pieces
}

/// The paths and marbles of the runs in one dimension, with the marks asked for; the tangent is that of the first run.
pub fn draw_overlay<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    loss: &dyn Loss,
    runs: &[RunView],
    marks: Marks,
) -> Drawn<B> {
    if !plane.layout.has_room(look) || runs.iter().any(|run| run.dimension != 1) {
        return Ok(());
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    draw_paths(&pen, plane, runs)?;
    for (index, run) in runs.iter().enumerate().filter(|(_, run)| run.rows() > 0) {
        let place = run.place(run.row());
        let mut slope = [0.0];
        loss.gradient(&place[..1], &mut slope);
        if marks.tangent && index == 0 {
            let ends = tangent(look, plane, place, slope[0]);
            pen.line(&ends, look.tangent, 1.0, size::ARROW)?;
        }
        if marks.arrow {
            let tip = [next(run, slope[0]), place[1]];
            pen.arrow(plane.project(place), plane.project(tip), look.step)?;
        }
    }
    draw_marbles(&pen, plane, runs)
}

/// Where the next step goes: to the next iterate, or from the last one against the slope.
fn next(run: &RunView, slope: f64) -> f64 {
    if run.row() + 1 < run.rows() {
        run.place(run.row() + 1)[0]
    } else {
        run.place(run.row())[0] - run.learning_rate * slope
    }
}

/// The ends of a tangent that has the same length on the screen whatever its slope.
fn tangent(look: &Look, plane: &Plane, place: [f64; 2], slope: f64) -> [[f64; 2]; 2] {
    let [per_x, per_y] = plane.pixels_per_unit();
    let rise = (-slope * per_y / per_x).clamp(-1e6, 1e6);
    let reach = look.pixels(size::TANGENT) / libm::hypot(1.0, rise);
    let [x, y] = plane.project(place);
    [[x - reach, y - reach * rise], [x + reach, y + reach * rise]]
}
