//! What building needs: each tool is used if it is there in the right version and installed if not.

use std::fs;
use std::path::Path;

use crate::install::{self, Crate};
use crate::program::{Outcome, command, find, output, run};
use crate::wasm::TARGET;

/// Kept equal to the version of the crate `wasm-bindgen` in Cargo.toml.
const WASM_BINDGEN: Crate = Crate {
    package: "wasm-bindgen-cli",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    version: "0.2.130",
    options: &[],
};

/// Compiled without optimization when no prebuilt program can be had: that takes a fraction of the time.
const TRUNK: Crate = Crate { package: "trunk", programs: &["trunk"], version: "0.21.14", options: &["--debug"] };

/// Makes sure that the site can be built, installing what is missing.
///
/// # Errors
/// One sentence saying what could not be installed.
pub fn for_building() -> Outcome {
    wasm_target()?;
    npm_packages()?;
    install::missing(&[WASM_BINDGEN, TRUNK])?;
    run(&mut command("cargo", &["fetch", "--quiet"]))
}

fn wasm_target() -> Outcome {
    let library = ["--print", "target-libdir", "--target", TARGET];
    let folder = output(&mut command("rustc", &library)).unwrap_or_default();
    if Path::new(&folder).is_dir() {
        return Ok(());
    }
    println!("Installing Rust's standard library for {TARGET}");
    run(&mut command("rustup", &["target", "add", TARGET]))
}

/// Installs the npm packages unless the last installation was of this very lock file.
///
/// # Errors
/// One sentence saying what is missing or failed.
pub fn npm_packages() -> Outcome {
    if find(&["npm"]).is_none() {
        return Err("Node.js 20 or newer with npm is needed and was not found.".to_owned());
    }
    let lock = fs::read("package-lock.json").map_err(|reason| format!("package-lock.json: {reason}."))?;
    let installed = Path::new("node_modules/.installed-lock.json");
    if fs::read(installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Installing the npm packages");
    let mut npm = command("npm", &["ci", "--prefer-offline"]);
    run(npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    fs::write(installed, lock).map_err(|reason| format!("{}: {reason}.", installed.display()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::root;

    #[test]
    fn the_tool_and_the_crate_wasm_bindgen_have_one_version() {
        let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
        assert!(manifest.contains(&format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version)));
    }
}
