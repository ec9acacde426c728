//! The lit surface seen from outside: what hides what, where a finger lands, hostile losses and sizes, the axes' labels.
#![allow(clippy::disallowed_methods)] // The reference is native only; its last bit does not matter.

mod axes;
mod hostile;
mod marbles;
mod occlusion;
mod reference;
mod timing;
mod trail;

use downhill::plots::surface::{Frame, SurfaceView};

/// A landscape to look at.
pub type Landscape = (Frame, fn(f64, f64) -> f64);

/// Landscapes with pits, cliffs, folds and ridges.
pub const LANDSCAPES: [Landscape; 4] = [
    ([[-6.0, 6.0]; 2], |x, y| (x * x + y - 11.0).powi(2) + (x + y * y - 7.0).powi(2)),
    ([[-5.5, 1.0], [-3.0, 3.0]], |x, y| 0.1 * x * x + 2.0 * y * y),
    ([[-2.0, 2.0]; 2], |x, y| 3.0 * (2.0 * x).sin() * (2.0 * y).cos() + x * x + y * y),
    ([[-2.0, 2.0], [-1.0, 3.0]], |x, y| (1.0 - x).powi(2) + 20.0 * (y - x * x).powi(2)),
];

/// Sixty yaws all round, in an order that mixes them with four pitches from nearly level to nearly straight down.
pub fn angles() -> impl Iterator<Item = [f64; 2]> {
    (0..60).flat_map(|step| [0.17, 0.5, 0.9, 1.45].map(|pitch| [f64::from(step) * 0.10472 - 3.1, pitch]))
}

/// A coarse view of a landscape, so that a reference that tries every triangle is affordable.
pub fn coarse_view(landscape: Landscape) -> SurfaceView {
    let mut view = SurfaceView::with_side(18);
    view.set_heights(landscape.0, landscape.1);
    view.resize(160, 120, 8.0);
    view
}
