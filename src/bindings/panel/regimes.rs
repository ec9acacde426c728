//! The map of the heavy ball's regimes, on its canvases.

use super::flat::{self, Ground};
use super::{Sheet, Shown, View};
use crate::bindings::heavy_ball;
use crate::plots::regimes;

/// The map with the directions of the loss that the first run goes down.
#[derive(Default)]
pub(super) struct Regimes {
    ground: Ground,
}

impl View for Regimes {
    fn is_stale(&mut self, _sheet: &Sheet, runs: &[Shown]) -> bool {
        self.ground.takes(runs, regimes::view())
    }

    fn draw_base(&mut self, sheet: &Sheet, _runs: &[Shown]) -> Option<()> {
        let area = flat::area(&sheet.base, sheet)?;
        regimes::draw_base(&area, &sheet.look, &self.ground.plane(sheet)?).ok()
    }

    fn draw_overlay(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        let area = flat::area(&sheet.overlay, sheet)?;
        let plane = self.ground.plane(sheet)?;
        let run = runs.first()?;
        let Some(ball) = heavy_ball::of(&run.record) else {
            return Some(());
        };
        regimes::draw_overlay(&area, &sheet.look, &plane, &ball.places(), run.color).ok()
    }

    fn pick(&self, sheet: &Sheet, x: f64, y: f64) -> Option<Vec<f64>> {
        self.ground.pick(sheet, x, y).map(|place| place.to_vec())
    }

    fn project(&self, sheet: &Sheet, point: &[f64]) -> Option<[f64; 2]> {
        self.ground.project(sheet, point.try_into().ok()?)
    }
}
