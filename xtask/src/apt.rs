//! Programs from Debian's package manager.

use crate::program::{Outcome, command, find, output, run};

/// For the programs that a package installs: no questions, and no server that starts by itself, which is what run level 1 means.
const SETTINGS: [&str; 4] = ["env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get"];

/// Installs packages, as root or through `sudo`.
///
/// # Errors
/// One sentence if there is no apt-get, or if it fails.
pub fn install(packages: &[&str]) -> Outcome {
    if find(&["apt-get"]).is_none() {
        return Err("There is no apt-get here.".to_owned());
    }
    apt_get(&["update", "-q"])?;
    apt_get(&[&["install", "-q", "-y", "--no-install-recommends"], packages].concat())
}

fn apt_get(arguments: &[&str]) -> Outcome {
    let root = output(&mut command("id", &["-u"])).is_some_and(|user| user == "0");
    let whole = [&SETTINGS, arguments].concat();
    run(&mut if root { command(whole[0], &whole[1..]) } else { command("sudo", &whole) })
}
