//! The browser of the tests: Chromium and its driver, from the system or from its package manager.

use std::path::PathBuf;

use crate::apt;
use crate::program::{Outcome, find};

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
    apt::install(&["chromium", "chromium-driver"])
        .map_err(|reason| format!("{reason} Please install Chromium and chromedriver."))?;
    installed().ok_or_else(|| "Chromium or chromedriver is missing on this machine.".to_owned())
}

fn installed() -> Option<Browser> {
    Some(Browser {
        chromium: find(&["chromium", "chromium-browser", "google-chrome"])?,
        driver: find(&["chromedriver"])?,
    })
}
