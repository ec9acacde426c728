//! Installing programs from crates, several at once, with progress.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;

use crate::program::{Outcome, command, find, output, run, words};

/// A crate that installs programs we run.
#[derive(Clone, Copy)]
pub struct Crate {
    pub package: &'static str,
    pub programs: &'static [&'static str],
    pub version: &'static str,
    /// Added to `cargo install`.
    pub options: &'static [&'static str],
}

impl Crate {
    fn is_installed(&self) -> bool {
        self.programs.iter().all(|program| {
            let line = output(&mut command(program, &["--version"])).unwrap_or_default();
            line.split_whitespace().any(|word| word == self.version)
        })
    }

    /// Tries a prebuilt program, then the locked dependencies, then those that resolve today: a
    /// registry can lack one version of a lock file that another one has.
    fn install(&self) -> Outcome {
        let named = format!("{}@{}", self.package, self.version);
        if find(&["cargo-binstall"]).is_some() {
            println!("{named}: looking for a prebuilt program");
            if run(&mut command("cargo", &["binstall", "--no-confirm", &named])).is_ok() {
                return Ok(());
            }
        }
        let plain = [&["install", &named], self.options].concat();
        let locked = [&plain[..], &["--locked"]].concat();
        println!("{named}: compiling, which takes some minutes");
        follow(self.package, &mut command("cargo", &locked)).or_else(|_| {
            println!("{named}: its lock file cannot be used here; resolving its dependencies anew");
            follow(self.package, &mut command("cargo", &plain))
        })
    }
}

/// Installs those of `crates` that are missing, side by side.
///
/// # Errors
/// One sentence per crate that could not be installed.
pub fn missing(crates: &[Crate]) -> Outcome {
    let missing = crates.iter().filter(|wanted| !wanted.is_installed());
    let running: Vec<_> =
        missing.map(|wanted| wanted.to_owned()).map(|wanted| thread::spawn(move || wanted.install())).collect();
    let failures: Vec<String> = running
        .into_iter()
        .filter_map(|one| one.join().unwrap_or_else(|_| Err("Installing stopped.".into())).err())
        .collect();
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// Runs cargo and reports every 25th crate it compiles; its last lines are shown if it fails.
fn follow(name: &str, command: &mut Command) -> Outcome {
    let words = words(command);
    let mut child = command
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|reason| format!("`{words}` could not be started: {reason}."))?;
    let mut compiled = 0;
    let mut last = VecDeque::new();
    let lines = child.stderr.take().map(BufReader::new).into_iter();
    for line in lines.flat_map(BufRead::lines).map_while(Result::ok) {
        if let Some(crate_name) = line.trim().strip_prefix("Compiling ") {
            compiled += 1;
            if compiled % 25 == 0 {
                println!("{name}: {compiled} crates compiled, now {crate_name}");
            }
        }
        last.push_back(line);
        if last.len() > 12 {
            last.pop_front();
        }
    }
    match child.wait() {
        Ok(status) if status.success() => {
            println!("{name}: installed");
            Ok(())
        }
        _ => Err(format!("`{words}` failed:\n{}", Vec::from(last).join("\n"))),
    }
}
