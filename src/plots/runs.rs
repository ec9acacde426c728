//! What every panel over the parameters shows of its runs: the path so far, the path to come, its iterates and the marble.

use plotters::prelude::DrawingBackend;

use super::pen::{Drawn, Pen};
use super::plane::Plane;
use super::run_view::RunView;
use super::style::size;
use super::trail::{self, LONGEST};

/// What is drawn at the marble besides the marble itself.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Marks {
    /// The tangent of the curve.
    pub tangent: bool,
    /// The arrow of the next step.
    pub arrow: bool,
    /// The steepest way down, and the way to the minimum nearest to the first run's marble.
    pub compass: Option<[f64; 2]>,
}

/// Opacity of the iterates to come.
const TO_COME: f64 = 0.5;

/// Least distance between two iterates that are both drawn, in CSS pixels: beads, not a band.
const APART: f64 = 4.0;

/// The paths of all runs with their iterates; what is to come lies lowest.
pub fn draw_paths<B: DrawingBackend>(pen: &Pen<B>, plane: &Plane, runs: &[RunView]) -> Drawn<B> {
    let least = pen.look.pixels(0.5);
    for run in runs {
        let mut future = run.places(run.row(), run.row() + LONGEST).map(|place| plane.project(place));
        pen.line(&trail::thinned(&mut future, least), pen.look.ghost, 0.8, size::TRAIL)?;
    }
    for run in runs {
        let past = run.places(run.row().saturating_sub(LONGEST), run.row()).chain(run.marble());
        let past = trail::thinned(&mut past.map(|place| plane.project(place)), least);
        pen.line(&past, run.color, 1.0, size::TRAIL)?;
        let (earlier, later) = trail::dots(run, |place| plane.project(place), pen.look.pixels(APART));
        pen.dots(&later, run.color, TO_COME, size::DOT)?;
        pen.dots(&earlier, run.color, 1.0, size::DOT)?;
    }
    Ok(())
}

/// The marbles of all runs, the first one on top.
pub fn draw_marbles<B: DrawingBackend>(pen: &Pen<B>, plane: &Plane, runs: &[RunView]) -> Drawn<B> {
    for run in runs.iter().rev() {
        if let Some(place) = run.marble() {
            pen.marble(plane.project(place), run.color)?;
        }
    }
    Ok(())
}
