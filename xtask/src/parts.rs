//! The core as Trunk has built it, in three parts: what the first figure needs; the rest of the figures, loaded when that one
//! stands; and practice, loaded when a reader comes to something to do.

use std::fs;
use std::path::{Path, PathBuf};

use crate::imports::shortened;
use crate::lesson::read;
use crate::program::{Outcome, write};
use crate::split::{Later, split};
use crate::wasm::optimize;

/// Functions that the first figure does not need, by the beginnings of their names; they and what only they call are loaded
/// later. What is called by name must be marked `#[inline(never)]`, or it stands within its caller; what is called through
/// a trait is a function by itself.
const LATER: &[&str] = &[
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

/// Functions that only practice needs, in the same way.
const PRACTICE: &[&str] = &[
    "downhill::bindings::practice",
    "downhill::plots::trails",
    "downhill::practice",
    "award",
    "completionCode",
    "judge",
    "outline",
    "trails_add",
    "trails_draw",
    "trails_new",
    "trails_resize",
    "trails_set",
    "trails_style",
];

/// Which features a module uses is of no use to browsers, and is told to them in vain.
const PASSES: [&str; 5] =
    ["--low-memory-unused", "--code-folding", "-O2", "--reorder-functions", "--strip-target-features"];

/// Splits the core in the folder of the site, and makes its parts small.
///
/// # Errors
/// One sentence if the core is missing, or one of the gates.
pub fn stage(staging: &Path) -> Outcome {
    in_parts(staging)?.iter().try_for_each(|file| optimize(file, file, &PASSES))
}

/// Splits the core in the folder of the site, where its glue is, too; gives the files of its parts.
///
/// # Errors
/// One sentence if the core is missing, its glue, or one of the gates.
pub fn in_parts(staging: &Path) -> Outcome<Vec<PathBuf>> {
    let file = |name: &str| staging.join(format!("downhill-{name}_bg.wasm"));
    let core = file("core");
    let glue = staging.join("downhill-core.js");
    let whole = fs::read(&core).map_err(|reason| format!("{}: {reason}.", core.display()))?;
    let (whole, named) = shortened(&whole, &read(&glue)?)?;
    write(&glue, named)?;
    let later = [Later { name: "later", gates: LATER }, Later { name: "practice", gates: PRACTICE }];
    let files: Vec<_> = [core].into_iter().chain(later.iter().map(|part| file(part.name))).collect();
    for (file, part) in files.iter().zip(split(&whole, &later)?) {
        write(file, part)?;
    }
    Ok(files)
}
