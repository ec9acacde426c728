//! Downhill by all samples and downhill by a batch, side by side at the marble.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use crate::plots::pen::{Drawn, Pen};
use crate::plots::plane::Plane;
use crate::plots::run_view::RunView;
use crate::plots::style::Look;

/// Length of the arrow against the full gradient at the start of the run, in CSS pixels.
const AT_START: f64 = 88.0;

/// The gradients to compare at one iterate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slopes {
    /// ∇L at the start of the run, to which all arrows of the run are scaled.
    pub start: [f64; 2],
    /// ∇L where the run stands.
    pub full: [f64; 2],
    /// Its estimate by the batch that the next step looks at.
    pub batch: [f64; 2],
}

/// Two arrows from the iterate where the run stands: against the full gradient in the colour of text, against the batch's
/// in that of a tangent. All arrows of a run are drawn to one scale.
#[inline(never)]
pub fn draw_slopes<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    run: &RunView,
    slopes: &Slopes,
) -> Drawn<B> {
    if !plane.layout.has_room(look) || run.dimension != 2 || run.rows() == 0 {
        return Ok(());
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    let [across, up] = plane.pixels_per_unit();
    let steepest = libm::hypot(slopes.start[0] * across, slopes.start[1] * up);
    let unit = if steepest > 0.0 { look.pixels(AT_START) / steepest } else { 0.0 };
    let from = run.place(run.row());
    for (gradient, color) in [(slopes.full, look.text), (slopes.batch, look.tangent)] {
        let to = [0, 1].map(|axis| from[axis] - unit * gradient[axis]);
        pen.arrow(plane.project(from), plane.project(to), color)?;
    }
    match run.marble() {
        Some(place) => pen.marble(plane.project(place), run.color),
        None => Ok(()),
    }
}
