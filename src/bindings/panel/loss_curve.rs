//! The loss against the step, on its canvases.

use super::flat::{self, Ground};
use super::{Sheet, Shown, View, samples};
use crate::plots::loss_curve;

/// The losses of the runs, step by step.
#[derive(Default)]
pub(super) struct LossCurve {
    ground: Ground,
}

impl View for LossCurve {
    fn is_stale(&mut self, sheet: &Sheet, runs: &[Shown]) -> bool {
        let Some(first) = runs.first() else {
            return false;
        };
        let record = &first.record;
        let minima = record.experiment.loss.minima();
        let lowest = minima.iter().map(|point| record.loss.value(point)).reduce(f64::min);
        let steps = runs.iter().map(|run| run.record.experiment.steps).max().unwrap_or(0);
        let view = loss_curve::view(&flat::run_views(runs), steps, sheet.options.log_scale, lowest);
        self.ground.takes(runs, view)
    }

    fn draw_base(&mut self, sheet: &Sheet, _runs: &[Shown]) -> Option<()> {
        let area = flat::area(&sheet.base, sheet)?;
        loss_curve::draw_base(&area, &sheet.look, &self.ground.plane(sheet)?).ok()
    }

    fn draw_overlay(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        let area = flat::area(&sheet.overlay, sheet)?;
        let (plane, views) = (self.ground.plane(sheet)?, flat::run_views(runs));
        // Asked here, because what draws batches is not there yet when the first figure is.
        let batched = runs.first().is_some_and(|first| first.record.experiment.batch.is_some());
        if batched && let (Some((losses, per_epoch)), [first, ..]) = (samples::batches(runs), &views[..]) {
            loss_curve::draw_batches(&area, &sheet.look, &plane, first, losses, per_epoch).ok()?;
        }
        loss_curve::draw_overlay(&area, &sheet.look, &plane, &views).ok()
    }

    fn pick(&self, sheet: &Sheet, x: f64, y: f64) -> Option<Vec<f64>> {
        self.ground.pick(sheet, x, y).map(|[step, _]| vec![step])
    }

    fn project(&self, _sheet: &Sheet, _point: &[f64]) -> Option<[f64; 2]> {
        None
    }
}
