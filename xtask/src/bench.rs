//! `cargo xtask bench`: the site's sizes and times as a table beside their budgets.

use crate::browser::browser;
use crate::program::{Outcome, command, run};

/// How often a time is taken.
#[derive(Clone, Copy, PartialEq)]
pub enum Runs {
    /// For numbers worth writing down.
    Many,
    /// For a check that a budget holds.
    Few,
}

/// Measures what is in `dist/`; the rows of the table are in `tests/bench/rows`.
///
/// # Errors
/// One sentence if a row misses its budget or cannot be measured.
pub fn bench(runs: Runs) -> Outcome {
    let mut bench = command("node", &["tests/bench/run.mjs"]);
    if runs == Runs::Few {
        bench.arg("--check");
    }
    run(bench.env("DOWNHILL_CHROMIUM", browser()?.chromium))
}
