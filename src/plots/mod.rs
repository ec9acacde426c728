//! The plots: one file per panel, generic over the backend that draws.
//!
//! A panel has two layers of one size. `draw_base` draws what depends on the loss and the `View` (the ranges of the axes),
//! `draw_overlay` what changes from frame to frame: paths, marbles, arrows. Both use one `Plane`, made of the `Layout` of
//! the canvas and the `View`, so that a point has the same pixel on both, and `Plane::pick` tells which point a pixel shows.

mod axis;
mod chart;
pub mod clip;
pub mod contour;
pub mod curve;
pub mod data;
mod ink;
pub mod loss_curve;
mod numbers;
mod pen;
pub mod plane;
pub mod range;
pub mod regimes;
pub mod run_view;
mod runs;
pub mod series;
pub mod style;
pub mod surface;
pub mod ticks;
mod trail;
pub mod trails;
pub mod variance;

pub use pen::Drawn;
pub use plane::{Layout, Plane, View};
pub use run_view::RunView;
pub use runs::Marks;
pub use style::{Look, Rgb, Words};
