//! `cargo xtask build`: the static site in `dist/`.

use std::process::Command;

use crate::program::{Outcome, command, run};
use crate::tools;

/// Installs what is missing and writes the release build to `dist/`.
///
/// # Errors
/// One sentence naming the tool or the command that failed.
pub fn build() -> Outcome {
    tools::for_building()?;
    println!("Building the site into dist/");
    run(&mut trunk("build"))
}

/// A command of Trunk's, set up to build for release from what is on this machine.
pub fn trunk(subcommand: &str) -> Command {
    let mut trunk = command("trunk", &["--quiet", subcommand, "--release", "--offline"]);
    // Trunk reads NO_COLOR as a flag and accepts only `true` and `false`, while the custom is any value.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    // An error of a tool is its sentence, not the places in Trunk's code that it came through.
    trunk.env("RUST_LIB_BACKTRACE", "0");
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true");
    trunk
}
