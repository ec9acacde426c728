//! `cargo xtask package`: the site in four shapes, for other people's hosts, programs and courses, in `target/packages/`.

use std::path::Path;

use crate::build;
use crate::program::{Outcome, command, run};
use crate::tools;

/// Packs what is in `dist/`, which is built first if it is not there.
///
/// # Errors
/// One sentence naming the tool or the command that failed.
pub fn package() -> Outcome {
    if Path::new("dist/index.html").is_file() {
        tools::for_building()?;
    } else {
        build::build()?;
    }
    println!("Packing dist/ into target/packages/");
    run(&mut command("node", &["xtask/package/main.mjs"]))
}
