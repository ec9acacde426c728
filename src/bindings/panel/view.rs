//! What every kind of panel can do.

use super::{Sheet, Shown};
use crate::plots::Plane;

/// What a kind of panel can do. Drawing returns nothing if the browser has no context to draw on at the moment.
pub(super) trait View {
    /// Whether the lower layer no longer fits the runs; asked once before a drawing if other runs or options came.
    fn is_stale(&mut self, sheet: &Sheet, runs: &[Shown]) -> bool;
    /// Draws the lower layer.
    fn draw_base(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()>;
    /// Draws the upper layer.
    fn draw_overlay(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()>;
    /// The point of the loss at a place in CSS pixels.
    fn pick(&self, sheet: &Sheet, x: f64, y: f64) -> Option<Vec<f64>>;
    /// The place of a point of the loss, in CSS pixels.
    fn project(&self, sheet: &Sheet, point: &[f64]) -> Option<[f64; 2]>;
    /// The plane the runs are drawn on, where there is one.
    fn plane(&self, _sheet: &Sheet) -> Option<Plane> {
        None
    }
    /// Yaw and pitch, where there is a view to turn.
    fn angles(&self) -> [f64; 2] {
        [0.0, 0.0]
    }
    /// Turns the view to these angles; false if there is none to turn.
    fn look_from(&mut self, _yaw: f64, _pitch: f64) -> bool {
        false
    }
}
