//! The browser of the tests: Chromium and its driver, from the system or from its package manager.

use std::path::PathBuf;

use crate::apt;
use crate::program::{Outcome, find};

/// The programs that drive the pages in tests.
pub struct Browser {
    /// Chromium without a window of its own to draw, which takes half the time for each page; or else the whole one.
    pub pages: PathBuf,
    /// The whole of it, as readers have it: what is measured is measured there.
    pub whole: PathBuf,
    pub driver: PathBuf,
}

const SHELL: &str = "chromium-headless-shell";

/// Finds Chromium and its driver and installs them with apt where they are missing.
///
/// # Errors
/// One sentence if they can neither be found nor installed.
pub fn browser() -> Outcome<Browser> {
    if installed().is_none() {
        println!("Installing Chromium and its driver with apt-get");
        apt::install(&["chromium", "chromium-driver"])
            .map_err(|reason| format!("{reason} Please install Chromium and chromedriver."))?;
    }
    if find(&[SHELL]).is_none() {
        println!("Installing {SHELL} with apt-get");
        if let Err(reason) = apt::install(&[SHELL]) {
            println!("{reason} The whole Chromium opens the pages instead; that takes longer.");
        }
    }
    installed().ok_or_else(|| "Chromium or chromedriver is missing on this machine.".to_owned())
}

fn installed() -> Option<Browser> {
    let whole = find(&["chromium", "chromium-browser", "google-chrome"])?;
    let driver = find(&["chromedriver"])?;
    Some(Browser { pages: find(&[SHELL]).unwrap_or_else(|| whole.clone()), whole, driver })
}
