//! Basins of attraction: which start ends where.
//!
//! The end of a run is the trap that holds its last point: a ball about a minimum within which every update comes nearer to
//! that minimum. So a run may be left alone as soon as it is in a trap, and a map and a marble say the same.

mod ending;
#[cfg(any(feature = "kernels", not(target_arch = "wasm32")))]
mod follower;
#[cfg(any(feature = "kernels", not(target_arch = "wasm32")))]
mod map;
#[cfg(any(feature = "kernels", not(target_arch = "wasm32")))]
mod sketch;
mod trap;

pub use ending::{ELSEWHERE, FLOWN, ending, ending_of};
#[cfg(any(feature = "kernels", not(target_arch = "wasm32")))]
pub use map::Map;
pub use trap::{Trap, traps};
