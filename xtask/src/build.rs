//! `cargo xtask build`: the static site in `dist/`.

use std::process::Command;

use crate::program::{Outcome, cargo_home, command, root, run};
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
    for_the_core(&mut trunk);
    trunk
}

/// How readily the core's functions are copied into their callers. With the compiler's own number, made for programs
/// that nobody downloads, the core is a tenth larger; what must be fast is marked `#[inline(always)]`.
const INLINING: &str = "-Cllvm-args=-inline-threshold=5";

/// Builds the core small.
pub fn for_the_core(cargo: &mut Command) {
    for_the_browser(cargo, &[INLINING]);
}

/// Builds for the browser with these flags of the compiler, and keeps the folders of this machine out of the panic
/// messages, so that everybody builds the same bytes.
///
/// Cargo splits the flags at blanks, so a folder with one in its name stays as it is.
pub fn for_the_browser(cargo: &mut Command, flags: &[&str]) {
    let folders = cargo_home().into_iter().chain([root()]);
    let flags: Vec<String> = folders
        .map(|folder| format!("--remap-path-prefix={}=", folder.display()))
        .filter(|flag| !flag.contains(char::is_whitespace))
        .chain(flags.iter().map(|&flag| flag.to_owned()))
        .collect();
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
}
