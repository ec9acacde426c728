//! `cargo xtask bench`: the site's sizes and times as a table beside their budgets.

use crate::browser::browser;
use crate::build;
use crate::program::{Outcome, command, root, run};
use crate::wasm::TARGET;

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
    yardstick()?;
    let mut bench = command("node", &["tests/bench/run.mjs"]);
    if runs == Runs::Few {
        bench.arg("--check");
    }
    run(bench.env("DOWNHILL_CHROMIUM", browser()?.whole))
}

/// Builds `examples/yardstick.rs`, which the times are held against, natively and for the browser.
fn yardstick() -> Outcome {
    let build = ["build", "--quiet", "--release", "--package", "downhill", "--example", "yardstick"];
    run(&mut command("cargo", &build))?;
    let mut for_browser = command("cargo", &build);
    // With the flags of the site, or the two would compile each other's dependencies anew by turns.
    build::for_the_core(&mut for_browser);
    run(for_browser.args(["--target", TARGET]))?;
    let compiled = format!("target/{TARGET}/release/examples/yardstick.wasm");
    let mut bind = command("wasm-bindgen", &["--target", "web", "--no-typescript", "--out-dir", "target/yardstick"]);
    run(bind.arg(compiled).current_dir(root()))
}
