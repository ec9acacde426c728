//! The core as Trunk has built it, in two parts: what the first figure needs, and the rest, loaded when that one stands.

use std::fs;
use std::path::Path;

use crate::program::{Outcome, write};
use crate::split::split;
use crate::wasm::optimize;

const CORE: &str = "downhill-core_bg.wasm";
const LATER: &str = "downhill-later_bg.wasm";

/// Functions that the first figure does not need, by the beginnings of their names; they and what only they call are loaded
/// later. What is called by name must be marked `#[inline(never)]`, or it stands within its caller; what is called through
/// a trait is a function by itself.
const GATES: &[&str] = &[
    "downhill::bindings::heavy_ball",
    "downhill::bindings::panel::contour",
    "downhill::bindings::panel::curve",
    "downhill::bindings::panel::data",
    "downhill::bindings::panel::regimes",
    "downhill::bindings::panel::samples",
    "downhill::bindings::panel::variance",
    "downhill::expression",
    "downhill::losses::data",
    "downhill::plots::contour",
    "downhill::plots::curve",
    "downhill::plots::loss_curve::batches",
    "downhill::plots::variance",
    "downhill::trajectory::batches",
    "downhill::tuning",
    // Functions of the module, by the names of their exports.
    "chart_draw",
    "chart_new",
    "chart_set",
    "chart_style",
    "expression",
    "expressionPostfix",
    "lossRegions",
    "run",
    "simulation_batch",
    "simulation_batchGradient",
    "simulation_batchVariance",
    "simulation_contributions",
    "simulation_ending",
    "simulation_heavyBall",
    "simulation_predict",
    "step",
    "tune",
];

const PASSES: [&str; 4] = ["--low-memory-unused", "--code-folding", "-O2", "--reorder-functions"];

/// Splits the core in the folder of the site.
///
/// # Errors
/// One sentence if the core is missing, or one of the gates.
pub fn stage(staging: &Path) -> Outcome {
    let (core, later) = (staging.join(CORE), staging.join(LATER));
    let whole = fs::read(&core).map_err(|reason| format!("{}: {reason}.", core.display()))?;
    let parts = split(&whole, GATES)?;
    for (file, part) in [(core, parts.first), (later, parts.later)] {
        write(&file, part)?;
        optimize(&file, &file, &PASSES)?;
    }
    Ok(())
}
