//! The kernels: the core's bin built for a worker, once with SIMD and once without, with one glue for both.

use std::fs;
use std::path::{Path, PathBuf};

use crate::build::for_the_browser;
use crate::program::{Outcome, command, copy, run};
use crate::wasm::{TARGET, is_quick, optimize};

const NAME: &str = "downhill-kernels";

/// Each variant with the compiler's flags that make it.
const VARIANTS: [(&str, &[&str]); 2] = [("simd", &["-Ctarget-feature=+simd128"]), ("plain", &[])];

/// Builds the kernels into the folder of the site.
///
/// # Errors
/// One sentence naming the command that failed, or saying that the variants do not share their glue.
pub fn stage(staging: &Path) -> Outcome {
    let [simd, plain] = VARIANTS.map(|(variant, flags)| bound(variant, flags));
    let (simd, plain) = (simd?, plain?);
    let glue = format!("{NAME}.js");
    let text = |folder: &Path| fs::read_to_string(folder.join(&glue)).map_err(|reason| format!("{glue}: {reason}."));
    if text(&simd)? != text(&plain)? {
        return Err(format!("{glue} differs with and without SIMD: the exports must not depend on the variant."));
    }
    for file in [glue, format!("{NAME}.d.ts")] {
        copy(&plain.join(&file), &staging.join(&file))?;
    }
    for (folder, (variant, _)) in [simd, plain].iter().zip(VARIANTS) {
        let from = folder.join(format!("{NAME}_bg.wasm"));
        optimize(&from, &staging.join(format!("{NAME}-{variant}_bg.wasm")), &["-O3"])?;
    }
    Ok(())
}

/// Compiles one variant and binds it; gives the folder of the result.
fn bound(variant: &str, flags: &[&str]) -> Outcome<PathBuf> {
    let folder = Path::new("target/kernels").join(variant);
    let bin = ["build", "--quiet", "--release", "--target", TARGET, "--bin", "downhill-core"];
    let mut cargo = command("cargo", &bin);
    // A folder for each variant, or they would compile each other's dependencies anew by turns.
    cargo.args(["--no-default-features", "--features", "kernels", "--target-dir"]).arg(&folder);
    for_the_browser(&mut cargo, flags);
    cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3");
    if is_quick() {
        cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
        cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        cargo.env("CARGO_PROFILE_RELEASE_INCREMENTAL", "true");
    }
    run(&mut cargo)?;
    let bound = folder.join("bound");
    let options = ["--target", "web", "--omit-default-module-path", "--out-name", NAME, "--out-dir"];
    let mut bind = command("wasm-bindgen", &options);
    run(bind.arg(&bound).arg(folder.join(TARGET).join("release/downhill-core.wasm")))?;
    Ok(bound)
}
