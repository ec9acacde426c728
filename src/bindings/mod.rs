//! The bindings: the only room that knows JavaScript, and the only one that names a canvas.

mod convert;
mod infos;
mod module;
mod panel;
mod screen;
mod simulation;
