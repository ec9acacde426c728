//! The program that libFuzzer drives: `DOWNHILL_FUZZ` names the target, one input after the other goes through it against the clock.
#![no_main]

use std::sync::LazyLock;

use downhill_fuzz::{TARGETS, Target, target, within};

static CHOSEN: LazyLock<&Target> = LazyLock::new(|| {
    let name = std::env::var("DOWNHILL_FUZZ").unwrap_or_default();
    target(&name).unwrap_or_else(|| {
        let names: Vec<&str> = TARGETS.iter().map(|(name, _)| *name).collect();
        panic!("DOWNHILL_FUZZ must be one of {}", names.join(", "))
    })
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| within(|| CHOSEN.1(bytes)));
