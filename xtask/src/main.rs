//! The project's own commands: `cargo xtask serve | build | test | bench | fuzz | package | check-code`.

mod apt;
mod bench;
mod browser;
mod build;
mod check_code;
mod code;
mod engine;
mod excerpts;
mod fuzz;
mod imports;
mod install;
mod kernels;
mod lesson;
mod package;
mod panics;
mod parts;
mod program;
mod prose;
mod serve;
mod servers;
mod split;
mod stage;
mod test;
mod tools;
mod wasm;

use std::env;
use std::process::ExitCode;

use crate::program::Outcome;

const USAGE: &str = "\
cargo xtask serve [--port N]   install what is missing, build, and serve the lesson on this machine
cargo xtask build              write the static site to dist/
cargo xtask test               install what is missing and run every check
cargo xtask panics             after `build`, the site once more for the tests, with a core that breaks when told to
cargo xtask bench              build, then measure the site against its budgets
cargo xtask fuzz [TARGET] [SECONDS]   make inputs up for the core and the page's scripts, 60 seconds each
cargo xtask fuzz keep          take over into fuzz/corpus what fuzzing has found
cargo xtask package            pack the site for hosts, npm, courses (SCORM) and single files
cargo xtask check-code NAME CODE   say what the completion code on a reader's summary says";

fn main() -> ExitCode {
    match env::set_current_dir(program::root()).map_err(|reason| reason.to_string()).and_then(|()| task()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Does what the command line asks for, in the root folder.
fn task() -> Outcome {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["serve"] => serve::serve(None),
        ["serve", "--port", port] => serve::port(port).and_then(|port| serve::serve(Some(port))),
        ["build"] => build::build(),
        ["panics"] => panics::panics(),
        ["test"] => test::test(),
        ["bench"] => build::build().and_then(|()| bench::bench(bench::Runs::Many)),
        ["bench", "--check"] => build::build().and_then(|()| bench::bench(bench::Runs::Few)),
        ["package"] => package::package(),
        ["fuzz", targets @ ..] => fuzz::command_line(targets),
        ["check-code", name, code @ ..] if !code.is_empty() => check_code::check_code(name, &code.concat()),
        // Called by Trunk (see Trunk.toml), not by people.
        ["stage"] => stage::stage(),
        _ => Err(USAGE.to_owned()),
    }
}
