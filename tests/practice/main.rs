//! Practice: the small part of Python is Python, answers are judged as they should be, and nothing typed makes it panic.

#![cfg(not(target_arch = "wasm32"))]

#[path = "../course/scenes.rs"]
#[expect(dead_code, reason = "the challenges need only a part of it")]
mod scenes;

mod anything;
mod course;
mod golden;
mod hostile;
mod judging;
mod numbers;
mod reaching;
mod samples;
