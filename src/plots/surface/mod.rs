//! The lit surface of a loss of two parameters, drawn into pixels by Rust alone, with marbles, trail, picking and axes.

mod axes;
mod camera;
mod face;
mod grid;
mod labels;
mod marble;
mod mesh;
mod outline;
mod palette;
pub mod path;
mod pick;
mod raster;
mod rule;
mod sprite;
mod ticks;
mod tone;
mod trail;
mod view;

pub use axes::AxesStyle;
pub use camera::{Camera, HEIGHT, PITCHES, Spot};
pub use grid::{Frame, Grid};
pub use marble::{Ball, Marble};
pub use palette::Palette;
pub use sprite::Sprite;
pub use tone::Tone;
pub use trail::{Dot, Joining, Run, Trail};
pub use view::{DEFAULT_ANGLES, DEFAULT_SIDE, SurfaceView};
