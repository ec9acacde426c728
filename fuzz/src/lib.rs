//! Fuzz targets: each takes bytes that somebody made up, does with them what the page does with its readers', and panics where
//! the core breaks a promise. `cargo xtask fuzz` lets libFuzzer make the bytes up; the tests replay those that were kept.

mod clock;
mod completion;
mod course;
mod experiments;
mod expressions;
mod panels;
mod paper;
mod programs;
mod wild;

pub use clock::{LIMIT, within};

/// One target by its name.
pub type Target = (&'static str, fn(&[u8]));

/// All targets.
pub const TARGETS: &[Target] = &[
    ("expressions", expressions::fuzz),
    ("experiments", experiments::fuzz),
    ("programs", programs::fuzz),
    ("course", course::fuzz),
    ("completion", completion::fuzz),
];

/// The target of that name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|(known, _)| *known == name)
}
