//! Downhill's core: losses, optimizers, the runs they make, and the plots of those runs.
//!
//! Arrows between the rooms run one way: `number`, `order`, `digits`, `regime`, `fault`, `plain`, `settings` → `losses` (with `expression`) → `curvature`,
//! `optimizers` → `trajectory` → `stability`, `basins`, `tuning`, `practice` and `plots` → `bindings`.

pub mod basins;
pub mod curvature;
pub mod digits;
pub mod expression;
pub mod fault;
pub mod losses;
pub mod network;
pub mod number;
pub mod optimizers;
pub mod order;
pub mod plain;
pub mod plots;
pub mod practice;
pub mod regime;
pub mod settings;
pub mod stability;
pub mod trajectory;
pub mod tuning;

#[cfg(target_arch = "wasm32")]
pub mod bindings;
