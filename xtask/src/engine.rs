//! The fuzzers: building libFuzzer's program, running a target, and a broken promise as the test that remembers it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::fuzz::FOLDER;
use crate::program::{Outcome, command, output, run};

/// Counters at every branch, which tell libFuzzer when an input reaches something new. Comparisons are not traced: that makes
/// loops over a grid several times slower, and the dictionaries hold the words that are compared.
const COUNTERS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=3 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table";

/// Longest input in bytes.
const LONGEST: &str = "-max_len=4096";

/// Who makes the inputs up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// libFuzzer, for the core.
    Core,
    /// fast-check, for the page's scripts.
    Page,
}

/// Builds the program that libFuzzer drives, with the counters in it, and says where it is.
///
/// # Errors
/// One sentence if it cannot be built.
pub fn build() -> Outcome<PathBuf> {
    let about = output(&mut command("rustc", &["-vV"])).unwrap_or_default();
    let host =
        about.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc does not say what it runs on.")?;
    // With a target given, programs that only help building are left as they are.
    let start = ["build", "--quiet", "--package", "downhill-fuzz", "--features", "libfuzzer", "--profile", "fuzz"];
    let place = ["--target", host, "--target-dir", FOLDER];
    run(command("cargo", &[&start[..], &place].concat()).env("RUSTFLAGS", COUNTERS))?;
    Ok(Path::new(FOLDER).join(host).join("fuzz/downhill-fuzz"))
}

impl Engine {
    /// Fuzzes a target for so many seconds; the kept inputs go first.
    pub fn run(self, program: &Path, name: &str, seconds: u64) -> Outcome {
        match self {
            Engine::Core => core(program, name, seconds),
            Engine::Page => run(&mut command("node", &["fuzz/js/run.mjs", name, &seconds.to_string()])),
        }
    }

    /// Writes into `into` the smallest inputs of the folders that together reach every branch that all of them reach. How often they
    /// do is left out: that would keep twenty times as many.
    pub fn merge(program: &Path, name: &str, into: &Path, from: [&PathBuf; 2]) -> Outcome {
        let folders: Vec<String> = [into, from[0], from[1]].iter().map(|folder| folder.display().to_string()).collect();
        let mut merge = command(&program.display().to_string(), &["-merge=1", "-use_counters=0", LONGEST]);
        let log = create(&log_of(name))?;
        run(merge.args(folders).env("DOWNHILL_FUZZ", name).stderr(log))
    }
}

fn core(program: &Path, name: &str, seconds: u64) -> Outcome {
    let folder = Path::new(FOLDER);
    let (found, crashes) = (folder.join("corpus").join(name), folder.join("crashes").join(name));
    for folder in [&found, &crashes] {
        fs::create_dir_all(folder).map_err(|reason| format!("{}: {reason}.", folder.display()))?;
    }
    let mut fuzzer = command(&program.display().to_string(), &[LONGEST, "-timeout=10", "-rss_limit_mb=1024"]);
    fuzzer.arg(format!("-max_total_time={seconds}")).arg(format!("-artifact_prefix={}/", crashes.display()));
    let dictionary = format!("fuzz/dictionaries/{name}.dict");
    if Path::new(&dictionary).is_file() {
        fuzzer.arg(format!("-dict={dictionary}"));
    }
    fuzzer.arg(&found).arg(format!("fuzz/corpus/{name}")).env("DOWNHILL_FUZZ", name).env("RUST_BACKTRACE", "0");
    let log = log_of(name);
    let result = run(fuzzer.stderr(create(&log)?));
    let said = fs::read(&log).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    match result {
        Ok(()) => println!("{name}: {}", said.lines().rfind(|line| line.starts_with("Done ")).unwrap_or("Done")),
        Err(sentence) => return Err(format!("{sentence}\n{}", remembered(name, &said))),
    }
    Ok(())
}

fn log_of(name: &str) -> PathBuf {
    Path::new(FOLDER).join(format!("{name}.log"))
}

fn create(file: &Path) -> Outcome<File> {
    File::create(file).map_err(|reason| format!("{}: {reason}.", file.display()))
}

/// What libFuzzer said of a broken promise, with the input as a test that can be pasted.
fn remembered(name: &str, said: &str) -> String {
    let message = said.lines().skip_while(|line| !line.contains("panicked at")).take(2);
    let message: Vec<&str> = message.chain(said.lines().filter(|line| line.starts_with("SUMMARY:"))).collect();
    let file = said.lines().find_map(|line| line.split_once("Test unit written to ")).map(|(_, file)| file.trim());
    let Some(bytes) = file.and_then(|file| fs::read(file).ok()) else {
        // Not an input but the fuzzer itself is in trouble, and says so last.
        return said.lines().last().unwrap_or_default().to_owned();
    };
    format!("{}\nAs a test, in fuzz/tests/regressions.rs:\n\n{}", message.join("\n"), as_test(name, &bytes))
}

fn as_test(name: &str, bytes: &[u8]) -> String {
    format!("#[test]\nfn say_here_what_was_wrong() {{\n    fuzz(\"{name}\", b\"{}\");\n}}\n", bytes.escape_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_is_written_as_a_test_whatever_its_bytes_are() {
        let test = as_test("programs", b"\x00x = \"1\"\n");
        assert!(test.contains(r#"fuzz("programs", b"\x00x = \"1\"\n");"#), "{test}");
    }
}
