//! The curve of a loss of one parameter, on its canvases.

use super::flat::{self, Ground};
use super::{Sheet, Shown, View};
use crate::plots::{Marks, Plane, curve};

/// A curve with the runs that go down it.
#[derive(Default)]
pub(super) struct Curve {
    ground: Ground,
}

impl View for Curve {
    fn is_stale(&mut self, _sheet: &Sheet, runs: &[Shown]) -> bool {
        let Some(first) = runs.first() else {
            return false;
        };
        let view = curve::view(first.record.loss.as_ref(), &flat::run_views(runs));
        self.ground.takes(runs, view)
    }

    fn draw_base(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        let record = &runs.first()?.record;
        let minima: Vec<f64> = record.experiment.loss.minima().into_iter().flatten().collect();
        let area = flat::area(&sheet.base, sheet)?;
        curve::draw_base(&area, &flat::ground_look(sheet), &self.ground.plane(sheet)?, record.loss.as_ref(), &minima)
            .ok()
    }

    fn draw_overlay(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        let marks = Marks { tangent: sheet.options.tangent, arrow: sheet.options.arrow, compass: None };
        let loss = runs.first()?.record.loss.as_ref();
        let area = flat::area(&sheet.overlay, sheet)?;
        let plane = self.ground.plane(sheet)?;
        curve::draw_overlay(&area, &sheet.look, &plane, loss, &flat::run_views(runs), marks).ok()
    }

    fn plane(&self, sheet: &Sheet) -> Option<Plane> {
        self.ground.plane(sheet)
    }

    fn pick(&self, sheet: &Sheet, x: f64, y: f64) -> Option<Vec<f64>> {
        self.ground.pick(sheet, x, y).map(|[x, _]| vec![x])
    }

    fn project(&self, sheet: &Sheet, point: &[f64]) -> Option<[f64; 2]> {
        match *point {
            [x] => self.ground.project(sheet, [x, 0.0]),
            [x, y] => self.ground.project(sheet, [x, y]),
            _ => None,
        }
    }
}
