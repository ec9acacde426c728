//! The bindings: the only room that knows JavaScript, and the only one that names a canvas.

mod brush;
mod convert;
pub mod infos;
pub mod module;
mod panel;
mod reading;
mod screen;
mod simulation;

pub use panel::Panel;
pub use simulation::Simulation;
