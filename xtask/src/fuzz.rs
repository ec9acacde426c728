//! `cargo xtask fuzz`: lets fuzzers make inputs up for the core and for the page's scripts, two targets at a time.
//!
//! The core's targets are driven by libFuzzer, the page's by fast-check in Node.js. Everything needed is built or installed by the
//! stable toolchain, a C++ compiler and npm.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::engine::{Engine, build};
use crate::program::{Outcome, copy};
use crate::tools;

/// What is fuzzed, and by which engine; each has its folder in `fuzz/corpus`.
pub const TARGETS: [(&str, Engine); 8] = [
    ("experiments", Engine::Core),
    ("course", Engine::Core),
    ("programs", Engine::Core),
    ("expressions", Engine::Core),
    ("completion", Engine::Core),
    ("parameters", Engine::Page),
    ("saved", Engine::Page),
    ("messages", Engine::Page),
];

/// How long a target is fuzzed unless something else is said, in seconds.
pub const USUAL: u64 = 60;

/// Targets that run at the same time.
const TOGETHER: usize = 2;

/// Where new inputs, logs and whatever broke a promise are put.
pub const FOLDER: &str = "target/fuzz";

/// What the command line asks for: nothing more, `keep`, a target, or a target and seconds.
///
/// # Errors
/// One sentence if it cannot be done, or has been done and a promise was broken.
pub fn command_line(words: &[&str]) -> Outcome {
    tools::npm_packages()?;
    match words {
        [] => fuzz(None, USUAL),
        ["keep"] => keep(),
        [name] => fuzz(Some(name), USUAL),
        [name, seconds] => match seconds.parse() {
            Ok(seconds) => fuzz(Some(name), seconds),
            Err(_) => Err(format!("`{seconds}` is no number of seconds.")),
        },
        _ => Err("Say one target, and for how many seconds.".to_owned()),
    }
}

/// Fuzzes one target, or all of them, for so many seconds each.
///
/// # Errors
/// One sentence naming the targets that broke a promise, or what could not be built.
pub fn fuzz(name: Option<&str>, seconds: u64) -> Outcome {
    let chosen: Vec<(&str, Engine)> =
        TARGETS.into_iter().filter(|(known, _)| name.is_none_or(|name| name == *known)).collect();
    if chosen.is_empty() {
        return Err(format!("There is no such target; there are {}.", names()));
    }
    let program = if chosen.iter().any(|(_, engine)| *engine == Engine::Core) { build()? } else { PathBuf::new() };
    let (next, broken) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some((name, engine)) = chosen.get(next.fetch_add(1, Ordering::Relaxed)) {
            let result = engine.run(&program, name, seconds);
            if let (Err(sentence), Ok(mut broken)) = (result, broken.lock()) {
                println!("{sentence}");
                broken.push(*name);
            }
        }
    };
    thread::scope(|scope| (0..TOGETHER).for_each(|_| drop(scope.spawn(work))));
    let broken = broken.into_inner().unwrap_or_default();
    if broken.is_empty() { Ok(()) } else { Err(format!("A promise was broken by {}.", broken.join(", "))) }
}

/// Takes over into the kept corpus of the core's targets what fuzzing has found and reaches code that nothing kept reaches; small
/// inputs go first.
///
/// # Errors
/// One sentence if the fuzzers cannot be built or the files not be read.
pub fn keep() -> Outcome {
    let program = build()?;
    for (name, _) in TARGETS.into_iter().filter(|(_, engine)| *engine == Engine::Core) {
        let (kept, found) = (Path::new("fuzz/corpus").join(name), Path::new(FOLDER).join("corpus").join(name));
        let before = Path::new(FOLDER).join("before").join(name);
        let put_aside = fs::create_dir_all(&found)
            .and_then(|()| fs::create_dir_all(&before))
            .and_then(|()| fs::remove_dir(&before))
            .and_then(|()| fs::rename(&kept, &before))
            .and_then(|()| fs::create_dir(&kept));
        put_aside.map_err(|reason| format!("{}: {reason}.", kept.display()))?;
        Engine::merge(&program, name, &kept, [&before, &found])?;
        named(&before, &kept)?;
        fs::remove_dir_all(&before).map_err(|reason| format!("{}: {reason}.", before.display()))?;
    }
    Ok(())
}

/// Takes inputs that have a name of their own from one folder to the other; the others are called by their hash.
fn named(from: &Path, to: &Path) -> Outcome {
    let files = fs::read_dir(from).map_err(|reason| format!("{}: {reason}.", from.display()))?;
    for file in files.flatten().filter(|file| file.file_name().to_string_lossy().contains('-')) {
        copy(&file.path(), &to.join(file.file_name()))?;
    }
    Ok(())
}

fn names() -> String {
    TARGETS.map(|(name, _)| name).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_has_a_corpus_and_every_corpus_a_target() {
        let folder = crate::program::root().join("fuzz/corpus");
        let mut kept: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        let mut known = TARGETS.map(|(name, _)| name.to_owned()).to_vec();
        kept.sort();
        known.sort();
        assert_eq!(kept, known);
    }

    #[test]
    fn a_target_that_is_not_there_is_answered_with_those_that_are() {
        assert!(fuzz(Some("expresions"), 1).unwrap_err().contains("experiments, course"));
    }
}
