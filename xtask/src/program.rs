//! Running other programs and copying files: where programs are found, and what is said when something fails.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a task gives back: nothing or something, or one sentence for the person at the terminal.
pub type Outcome<T = ()> = Result<T, String>;

/// The folder that holds the workspace.
pub fn root() -> PathBuf {
    let xtask = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| "xtask".into()));
    xtask.parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Where programs are looked for: npm's tools first, then cargo's, then the usual places.
fn search_path() -> OsString {
    let mut folders = vec![root().join("node_modules/.bin")];
    folders.extend(cargo_home().map(|home| home.join("bin")));
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(folders).unwrap_or_default()
}

/// Where cargo keeps what it has installed and downloaded.
pub fn cargo_home() -> Option<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| env::home_dir().map(|home| home.join(".cargo")))
}

/// The first of `names` that is a program on the search path.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = search_path();
    names
        .iter()
        .flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|program| program.is_file())
}

/// A command that finds the project's tools.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(find(&[program]).unwrap_or_else(|| program.into()));
    command.args(arguments).env("PATH", search_path());
    command
}

/// Runs a command to its end; its output goes to the terminal.
pub fn run(command: &mut Command) -> Outcome {
    let words = words(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{words}` failed ({status}).")),
        Err(reason) => Err(format!("`{words}` could not be started: {reason}.")),
    }
}

/// What a command writes to its standard output; nothing if it fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    (output.status.success()).then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Copies a file.
///
/// # Errors
/// One sentence naming the file.
pub fn copy(from: &Path, to: &Path) -> Outcome {
    let copied = fs::copy(from, to);
    copied.map(|_| ()).map_err(|reason| format!("{}: {reason}.", from.display()))
}

/// Writes a file.
///
/// # Errors
/// One sentence naming the file.
pub fn write(file: &Path, contents: impl AsRef<[u8]>) -> Outcome {
    fs::write(file, contents).map_err(|reason| format!("{}: {reason}.", file.display()))
}

/// The command as one would type it, without the folder of the program.
pub fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name();
    program.into_iter().chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named_as_one_would_type_it() {
        let message = run(command("cargo", &["no-such-command"]).stderr(Stdio::null()));
        assert!(message.unwrap_err().starts_with("`cargo no-such-command` failed"));
    }

    #[test]
    fn a_program_that_is_not_there_is_a_sentence() {
        let message = run(&mut command("no-such-program", &[])).unwrap_err();
        assert!(message.contains("`no-such-program` could not be started"));
    }

    #[test]
    fn the_root_holds_the_workspace() {
        assert!(root().join("xtask/Cargo.toml").is_file());
    }
}
