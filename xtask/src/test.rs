//! `cargo xtask test`: every check, each with a heading and its duration, and a summary at the end.

use std::fs;
use std::time::Instant;

use crate::bench::{self, Runs};
use crate::browser::{Browser, browser};
use crate::program::{Outcome, command, run};
use crate::wasm::TARGET;
use crate::{build, fuzz, package, panics, servers, tools};

type Step = (&'static str, fn(&Browser) -> Outcome);

const STEPS: &[Step] = &[
    ("Formatting", |_| cargo(&["fmt", "--all", "--check"])),
    ("Clippy, native", |_| cargo(&["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("Clippy, WebAssembly", |_| {
        let targets = ["--lib", "--bins", "--test", "bindings", "--test", "bits"];
        let start = ["clippy", "--quiet", "--package", "downhill", "--target", TARGET];
        cargo(&[&start[..], &targets, &["--", "-D", "warnings"]].concat())
    }),
    ("Clippy, kernels", |_| {
        let start = ["clippy", "--quiet", "--package", "downhill", "--target", TARGET, "--lib", "--bins"];
        cargo(&[&start[..], &["--no-default-features", "--features", "kernels", "--", "-D", "warnings"]].concat())
    }),
    ("Clippy, panics", |_| {
        let start = ["clippy", "--quiet", "--package", "downhill", "--target", TARGET, "--lib", "--bins"];
        cargo(&[&start[..], &["--features", "panics", "--", "-D", "warnings"]].concat())
    }),
    ("Documentation", |_| {
        let mut doc = command("cargo", &["doc", "--quiet", "--workspace", "--no-deps"]);
        run(doc.env("RUSTDOCFLAGS", "-D warnings"))
    }),
    ("Rust tests", |_| cargo(&["test", "--quiet", "--workspace"])),
    ("Fuzzing", |_| fuzz::fuzz(None, fuzz::USUAL)),
    ("Bindings in the browser", bindings),
    ("Build", |_| build::build()),
    ("Packages", |_| {
        servers::servers();
        package::package()
    }),
    ("Build that breaks when told to", |_| panics::panics()),
    ("Types of the scripts", |_| {
        run(&mut command("tsc", &["--project", "tsconfig.json"]))?;
        run(&mut command("tsc", &["--project", "tests/tsconfig.json"]))
    }),
    ("Pages in the browser", |browser| pages(browser, &["--project", "desktop", "--project", "phone"])),
    // What is timed is timed with nothing else at work.
    ("Pages in the browser, one at a time", |browser| pages(browser, &["--project", "alone", "--workers", "1"])),
    ("Budgets", |_| bench::bench(Runs::Few)),
];

/// Installs what is missing and runs all steps, the later ones also when an earlier one failed.
///
/// # Errors
/// One sentence naming the steps that failed.
pub fn test() -> Outcome {
    tools::for_building()?;
    let browser = browser()?;
    let failed: Vec<String> = STEPS.iter().filter_map(|step| failure(step, &browser)).collect();
    let passed = STEPS.len() - failed.len();
    let summary = format!("{passed} passed, {} failed", failed.len());
    if failed.is_empty() {
        println!("\n{summary}");
        return Ok(());
    }
    Err(format!("\n{}\n{summary}", failed.join("\n")))
}

/// Runs a step; if it fails, its name and what it says, for the summary.
fn failure((name, check): &Step, browser: &Browser) -> Option<String> {
    println!("\n== {name}");
    let start = Instant::now();
    let result = check(browser);
    let seconds = start.elapsed().as_secs_f64();
    match &result {
        Ok(()) => println!("-- {name}: passed in {seconds:.1} s"),
        Err(sentence) => println!("{sentence}\n-- {name}: FAILED after {seconds:.1} s"),
    }
    result.err().map(|sentence| format!("Failed: {name}. {sentence}"))
}

fn cargo(arguments: &[&str]) -> Outcome {
    run(&mut command("cargo", arguments))
}

/// Runs the browser tests of some of the projects of playwright.config.js.
///
/// # Errors
/// The command, and a line for each test that failed, as tests/browser/failures.mjs wrote it down.
fn pages(browser: &Browser, projects: &[&str]) -> Outcome {
    let failures = "target/failed-browser-tests.txt";
    drop(fs::remove_file(failures));
    let mut test = command("playwright", &["test"]);
    test.args(projects).env("DOWNHILL_CHROMIUM", &browser.pages).env("DOWNHILL_FAILURES", failures);
    run(&mut test).map_err(|sentence| match fs::read_to_string(failures) {
        Ok(lines) => format!("{sentence}\n{lines}"),
        Err(_) => sentence,
    })
}

/// Runs `tests/bindings.rs` and `tests/bits.rs` in headless Chromium; webdriver.json holds the browser's options.
fn bindings(browser: &Browser) -> Outcome {
    let mut test = command("cargo", &["test", "--target", TARGET, "--test", "bindings", "--test", "bits"]);
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    run(test.env("CHROMEDRIVER", &browser.driver))
}
