//! The browser of the tests: Chromium and its driver, from the system or from its package manager.

use std::path::PathBuf;

use crate::program::{Outcome, command, find, output, run};

/// The programs that drive the pages in tests.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

/// Finds Chromium and its driver and installs them with apt where they are missing.
///
/// # Errors
/// One sentence if they can neither be found nor installed.
pub fn browser() -> Outcome<Browser> {
    if let Some(found) = installed() {
        return Ok(found);
    }
    println!("Installing Chromium and its driver with apt-get");
    apt_get(&["update", "-q"])?;
    apt_get(&["install", "-q", "-y", "--no-install-recommends", "chromium", "chromium-driver"])?;
    installed().ok_or_else(|| "Chromium or chromedriver is missing on this machine.".to_owned())
}

fn installed() -> Option<Browser> {
    Some(Browser {
        chromium: find(&["chromium", "chromium-browser", "google-chrome"])?,
        driver: find(&["chromedriver"])?,
    })
}

fn apt_get(arguments: &[&str]) -> Outcome {
    if find(&["apt-get"]).is_none() {
        return Err("Please install Chromium and chromedriver: there is no apt-get here.".into());
    }
    let root = output(&mut command("id", &["-u"])).is_some_and(|user| user == "0");
    let mut apt =
        if root { command("apt-get", arguments) } else { command("sudo", &[&["apt-get"], arguments].concat()) };
    run(apt.env("DEBIAN_FRONTEND", "noninteractive"))
}
