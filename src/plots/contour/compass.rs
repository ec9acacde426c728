//! The steepest way down beside the way to the minimum, with the angle between them.

use plotters::prelude::DrawingBackend;

use crate::losses::Loss;
use crate::plots::clip;
use crate::plots::pen::{Drawn, Pen};
use crate::plots::plane::Plane;
use crate::plots::run_view::RunView;
use crate::plots::style::size;

/// Length of the arrow of steepest descent, in CSS pixels: a direction, no step.
const NEEDLE: f64 = 84.0;

/// Radius of the arc of the angle, in CSS pixels.
const ARC: f64 = 40.0;

/// Straight pieces of the arc.
const PIECES: u32 = 24;

/// Dashes of the way to the minimum, and the gaps between them, in CSS pixels.
const DASH: f64 = 5.0;

/// Most dashes of one way.
const MOST_DASHES: usize = 400;

/// From the marble of a run: an arrow along −∇L, a dashed line to the minimum, an arc from one to the other. The angle is
/// the true one where both axes have the same units.
pub fn draw<B: DrawingBackend>(
    pen: &Pen<B>,
    plane: &Plane,
    loss: &dyn Loss,
    run: &RunView,
    minimum: [f64; 2],
) -> Drawn<B> {
    let place = run.place(run.row());
    let mut slope = [0.0; 2];
    loss.gradient(&place, &mut slope);
    let [per_x, per_y] = plane.pixels_per_unit();
    let (from, to) = (plane.project(place), plane.project(minimum));
    let down = unit([-slope[0] * per_x, slope[1] * per_y]);
    let way = unit([to[0] - from[0], to[1] - from[1]]);
    let (Some(down), Some(way)) = (down, way) else {
        return Ok(());
    };
    dash(pen, from, to)?;
    pen.line(&arc(from, down, way, pen.look.pixels(ARC)), pen.look.text, 1.0, size::GRID)?;
    let reach = pen.look.pixels(NEEDLE);
    pen.arrow(from, [from[0] + reach * down[0], from[1] + reach * down[1]], pen.look.tangent)
}

/// The direction of a vector; none if it has none.
fn unit([x, y]: [f64; 2]) -> Option<[f64; 2]> {
    let length = libm::hypot(x, y);
    (length > 0.0 && length.is_finite()).then_some([x / length, y / length])
}

/// Points between two directions: both mixed in even shares and stretched to the radius.
fn arc(center: [f64; 2], from: [f64; 2], to: [f64; 2], radius: f64) -> Vec<[f64; 2]> {
    let shares = (0..=PIECES).map(|k| f64::from(k) / f64::from(PIECES));
    let mixed = shares.filter_map(|share| unit([0, 1].map(|axis| from[axis] + share * (to[axis] - from[axis]))));
    mixed.map(|way| [center[0] + radius * way[0], center[1] + radius * way[1]]).collect()
}

fn dash<B: DrawingBackend>(pen: &Pen<B>, from: [f64; 2], to: [f64; 2]) -> Drawn<B> {
    let Some((from, to)) = clip::segment(from, to, pen.edges) else {
        return Ok(());
    };
    let length = libm::hypot(to[0] - from[0], to[1] - from[1]);
    let pieces = (length / pen.look.pixels(DASH)).clamp(1.0, MOST_DASHES as f64) as usize;
    let at = |k: usize| [0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * k as f64 / pieces as f64);
    for k in (0..pieces).step_by(2) {
        pen.line(&[at(k), at(k + 1)], pen.look.minimum, 1.0, size::ARROW)?;
    }
    Ok(())
}
