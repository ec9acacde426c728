//! What becomes of a compiled module: bound to JavaScript, and made small unless the build is a quick one.

use std::env;
use std::path::Path;

use crate::program::{Outcome, command, copy, run};

/// The target for the browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Whether a build for looking at is wanted: soon, and not small.
pub fn is_quick() -> bool {
    env::var_os("DOWNHILL_QUICK").is_some()
}

/// Makes a module small with these passes of wasm-opt. It names the features that it uses itself.
///
/// # Errors
/// One sentence if wasm-opt fails.
pub fn optimize(from: &Path, to: &Path, passes: &[&str]) -> Outcome {
    if is_quick() {
        return if from == to { Ok(()) } else { copy(from, to) };
    }
    let mut optimizer = command("wasm-opt", &["--strip-debug", "--strip-producers"]);
    run(optimizer.args(passes).arg(from).arg("--output").arg(to))
}
