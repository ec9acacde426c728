//! The plots on a plane on their canvases: curve, contours, loss curve.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::IntoDrawingArea;

use super::super::layer::Layer;
use super::super::screen::{Screen, UNITS};
use super::{Sheet, Shown};
use crate::losses::LossSpec;
use crate::optimizers::OptimizerSpec;
use crate::plots::style::Look;
use crate::plots::{Plane, RunView, View};
use crate::trajectory::Reason;

/// What is on the lower layer of a plot on a plane, so that it is drawn again only when that changes.
#[derive(Default)]
pub(super) struct Ground {
    shown: Option<(LossSpec, View)>,
}

impl Ground {
    /// Takes the loss and the ranges that are to be shown; true if they are other than those shown.
    pub(super) fn takes(&mut self, runs: &[Shown], view: View) -> bool {
        let Some(first) = runs.first() else {
            return false;
        };
        let loss = &first.record.experiment.loss;
        if self.shown.as_ref().is_some_and(|(old, range)| old == loss && *range == view) {
            return false;
        }
        self.shown = Some((loss.clone(), view));
        true
    }

    /// The plane of the present size with the ranges shown.
    pub(super) fn plane(&self, sheet: &Sheet) -> Option<Plane> {
        let (_, view) = self.shown.as_ref()?;
        let layout = sheet.layout();
        let view = if sheet.options.equal_units { view.with_equal_units(layout) } else { *view };
        Some(Plane::new(layout, view))
    }

    /// The point of the plane at a place in CSS pixels.
    pub(super) fn pick(&self, sheet: &Sheet, x: f64, y: f64) -> Option<[f64; 2]> {
        self.plane(sheet)?.pick([x * UNITS, y * UNITS])
    }

    /// The place of a point of the plane in CSS pixels.
    pub(super) fn project(&self, sheet: &Sheet, point: [f64; 2]) -> Option<[f64; 2]> {
        let plane = self.plane(sheet)?;
        let pixel = plane.project(point);
        plane.holds(pixel).then(|| pixel.map(|value| value / UNITS))
    }
}

/// The look of a lower layer, under which a map may lie.
pub(super) fn ground_look(sheet: &Sheet) -> Look {
    Look { see_through: sheet.options.over_map, ..sheet.look.clone() }
}

/// A cleared layer, ready for plotters.
pub(super) fn area(layer: &Layer, sheet: &Sheet) -> Option<DrawingArea<Screen, Shift>> {
    Some(Screen::clear(layer, sheet.ratio)?.into_drawing_area())
}

/// The runs as the plots see them.
pub(super) fn run_views(runs: &[Shown]) -> Vec<RunView<'_>> {
    runs.iter().map(run_view).collect()
}

fn run_view(shown: &Shown) -> RunView<'_> {
    let record = &*shown.record;
    let optimizer = &record.experiment.optimizer;
    // Only plain descent's next step follows from the slope alone.
    let plain = optimizer.name == "gradientDescent";
    RunView {
        points: &record.run.points,
        losses: &record.run.losses,
        dimension: record.run.dimension,
        step: shown.step,
        color: shown.color,
        diverged_at: (record.run.ending.reason == Reason::NotFinite).then_some(record.run.steps + 1),
        learning_rate: if plain { rate_after(optimizer, record.run.steps) } else { f64::NAN },
    }
}

/// Gradient descent's learning rate after so many steps.
fn rate_after(optimizer: &OptimizerSpec, steps: usize) -> f64 {
    let number = |name| optimizer.settings.number(name);
    number("learningRate") / (1.0 + number("learningRateDecay") * steps as f64)
}
