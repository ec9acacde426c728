//! The bindings: the only room that knows JavaScript, and the only one that names a canvas.
//!
//! The feature `page` exports the core that the page draws with, the feature `kernels` what a worker computes.

#[cfg(feature = "page")]
mod brush;
#[cfg_attr(not(feature = "page"), expect(dead_code, reason = "the kernels need only a part of it"))]
mod convert;
#[cfg(feature = "page")]
mod heavy_ball;
#[cfg(feature = "page")]
pub mod infos;
#[cfg(feature = "kernels")]
pub mod kernels;
#[cfg(feature = "page")]
mod layer;
#[cfg(feature = "page")]
pub mod module;
#[cfg(feature = "page")]
mod panel;
#[cfg(feature = "page")]
mod panics;
#[cfg(feature = "page")]
pub mod practice;
mod reading;
#[cfg(feature = "page")]
mod samples;
#[cfg(feature = "page")]
mod screen;
#[cfg(feature = "page")]
mod simulation;
#[cfg(feature = "page")]
pub mod tuning;

#[cfg(feature = "page")]
pub use panel::{Chart, Panel, Trails};
#[cfg(feature = "page")]
pub use simulation::Simulation;
