//! Practice: the small part of Python is Python, answers are judged as they should be, and nothing typed makes it panic.

#![cfg(not(target_arch = "wasm32"))]

mod course;
mod golden;
mod judging;
mod samples;
