//! The contours of a loss of two parameters, on their canvases.

use super::flat::{self, Ground};
use super::{Sheet, Shown, View, samples};
use crate::bindings::simulation::Record;
use crate::plots::{Marks, Plane, contour};

/// Contours with the runs that cross them.
#[derive(Default)]
pub(super) struct Contour {
    ground: Ground,
}

impl View for Contour {
    fn is_stale(&mut self, _sheet: &Sheet, runs: &[Shown]) -> bool {
        let Some(first) = runs.first() else {
            return false;
        };
        let view = contour::view(first.record.loss.as_ref(), &flat::run_views(runs));
        self.ground.takes(runs, view)
    }

    fn draw_base(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        let record = &runs.first()?.record;
        let area = flat::area(&sheet.base, sheet)?;
        contour::draw_base(
            &area,
            &flat::ground_look(sheet),
            &self.ground.plane(sheet)?,
            record.loss.as_ref(),
            &minima(record),
        )
        .ok()
    }

    fn draw_overlay(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        let record = &runs.first()?.record;
        let marble = [0, 1].map(|axis| runs[0].point(2, axis));
        let far = |[x, y]: [f64; 2]| (x - marble[0]) * (x - marble[0]) + (y - marble[1]) * (y - marble[1]);
        let nearest =
            minima(record).into_iter().reduce(|best, other| if far(other) < far(best) { other } else { best });
        let compass = nearest.filter(|_| sheet.options.compass);
        let marks = Marks { tangent: false, arrow: sheet.options.arrow, compass };
        let loss = record.loss.as_ref();
        let area = flat::area(&sheet.overlay, sheet)?;
        let plane = self.ground.plane(sheet)?;
        let views = flat::run_views(runs);
        contour::draw_overlay(&area, &sheet.look, &plane, loss, &views, marks).ok()?;
        match (samples::slopes(runs), &views[..]) {
            (Some(slopes), [first, ..]) => contour::draw_slopes(&area, &sheet.look, &plane, first, &slopes).ok(),
            _ => Some(()),
        }
    }

    fn plane(&self, sheet: &Sheet) -> Option<Plane> {
        self.ground.plane(sheet)
    }

    fn pick(&self, sheet: &Sheet, x: f64, y: f64) -> Option<Vec<f64>> {
        self.ground.pick(sheet, x, y).map(|point| point.to_vec())
    }

    fn project(&self, sheet: &Sheet, point: &[f64]) -> Option<[f64; 2]> {
        self.ground.project(sheet, point.try_into().ok()?)
    }
}

/// The minima that are known of a loss of two parameters.
fn minima(record: &Record) -> Vec<[f64; 2]> {
    record.experiment.loss.minima().iter().filter_map(|point| point[..].try_into().ok()).collect()
}
