//! `cargo xtask panics`: the site once more, for the browser tests, with a core that the page can break. It is never published.

use std::fs;
use std::path::Path;

use crate::build::for_the_browser;
use crate::program::{Outcome, command, copy, run};
use crate::wasm::TARGET;
use crate::{parts, stage};

/// Where the core is built, and where the site is then.
const FOLDER: &str = "target/panics";
const SITE: &str = "target/panics/site";

/// Builds the site with the feature `panics`, soon rather than small. All that has nothing to do with it comes from `dist/`.
///
/// # Errors
/// One sentence naming the command that failed, or saying that there is no site yet.
pub fn panics() -> Outcome {
    let site = Path::new(SITE);
    build_core()?;
    if site.is_dir() {
        fs::remove_dir_all(site).map_err(|reason| format!("{SITE}: {reason}."))?;
    }
    fs::create_dir_all(site).map_err(|reason| format!("{SITE}: {reason}."))?;
    copy_kernels(Path::new("dist"), site)?;
    copy(Path::new("index.html"), &site.join("index.html"))?;
    let mut bind = command("wasm-bindgen", &["--target", "web", "--out-name", "downhill-core", "--out-dir", SITE]);
    run(bind.arg(Path::new(FOLDER).join(TARGET).join("release/downhill-core.wasm")))?;
    parts::in_parts(site)?;
    stage::complete(site)
}

fn build_core() -> Outcome {
    let bin = ["build", "--quiet", "--release", "--target", TARGET, "--bin", "downhill-core"];
    let mut cargo = command("cargo", &bin);
    cargo.args(["--features", "panics", "--target-dir", FOLDER]);
    for_the_browser(&mut cargo, &[]);
    let soon = [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("INCREMENTAL", "true"), ("OPT_LEVEL", "1")];
    cargo.envs(soon.map(|(setting, value)| (format!("CARGO_PROFILE_RELEASE_{setting}"), value)));
    run(&mut cargo)
}

fn copy_kernels(dist: &Path, site: &Path) -> Outcome {
    let entries = fs::read_dir(dist).map_err(|_| "There is no dist/ yet: `cargo xtask build` makes it.")?;
    let files = entries.flatten().map(|entry| entry.path());
    let mut kernels = files.filter(|file| file.to_string_lossy().contains("downhill-kernels"));
    kernels.try_for_each(|file| copy(&file, &site.join(file.file_name().unwrap_or_default())))
}
