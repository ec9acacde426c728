//! The samples of a loss and the model fitted to them, on their canvases.

use super::flat::{self, Ground};
use super::{Sheet, Shown, View};
use crate::plots::data::{self, Data as Picture};

/// Samples with the lines of the runs.
#[derive(Default)]
pub(super) struct Data {
    ground: Ground,
    /// Inputs and targets as the model sees the targets.
    rows: Vec<[f64; 2]>,
    /// Where targets are labels, what stands for 0 and for 1.
    labels: Option<[f64; 2]>,
}

impl Data {
    /// Hands what is drawn of the first run to `draw`.
    fn with<T>(&self, runs: &[Shown], draw: impl FnOnce(&Picture) -> T) -> Option<T> {
        let first = runs.first()?;
        let samples = first.record.loss.samples()?;
        let predict = |parameters: &[f64], x: f64| samples.prediction(parameters, x);
        let batch = first.batch();
        Some(draw(&Picture { rows: &self.rows, labels: self.labels, predict: &predict, batch: batch.as_deref() }))
    }

    /// The second number of a sample, as it was given, from a height in the plot, or the other way round.
    fn label(&self, from: [f64; 2], to: [f64; 2], value: f64) -> f64 {
        if self.labels.is_none() { value } else { to[0] + (value - from[0]) / (from[1] - from[0]) * (to[1] - to[0]) }
    }
}

impl View for Data {
    fn is_stale(&mut self, sheet: &Sheet, runs: &[Shown]) -> bool {
        let Some(samples) = runs.first().and_then(|first| first.record.loss.samples()) else {
            return false;
        };
        self.rows = data::targets(samples);
        self.labels = data::labels(samples);
        if sheet.options.lock_frame && self.ground.plane(sheet).is_some() {
            return false;
        }
        let view = self.with(runs, data::view);
        view.is_some_and(|view| self.ground.takes(runs, view))
    }

    fn draw_base(&mut self, sheet: &Sheet, _runs: &[Shown]) -> Option<()> {
        let area = flat::area(&sheet.base, sheet)?;
        data::draw_base(&area, &sheet.look, &self.ground.plane(sheet)?).ok()
    }

    fn draw_overlay(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        let area = flat::area(&sheet.overlay, sheet)?;
        let plane = self.ground.plane(sheet)?;
        let views = flat::run_views(runs);
        self.with(runs, |picture| data::draw_overlay(&area, &sheet.look, &plane, picture, &views))?.ok()
    }

    /// The sample that would stand there: input and target, a label between 0 and 1.
    fn pick(&self, sheet: &Sheet, x: f64, y: f64) -> Option<Vec<f64>> {
        let [x, y] = self.ground.pick(sheet, x, y)?;
        Some(vec![x, self.label(self.labels.unwrap_or_default(), [0.0, 1.0], y)])
    }

    /// The place of a sample.
    fn project(&self, sheet: &Sheet, point: &[f64]) -> Option<[f64; 2]> {
        let &[x, y] = point else { return None };
        self.ground.project(sheet, [x, self.label([0.0, 1.0], self.labels.unwrap_or_default(), y)])
    }
}
