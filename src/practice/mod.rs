//! Practice: what a challenge is and how an answer is judged.
//!
//! A challenge is plain data: an entry of `challenges` in `www/course.json`, without words. Where a program or an experiment is
//! asked about, it is run, and so is every mistake that the challenge knows of: an answer that does what a mistake does gets
//! its reason. No number of a wrong answer is written down anywhere.

mod ask;
mod challenge;
mod choice;
pub mod completion;
mod edit;
mod fields;
mod found;
mod goal;
mod overrides;
pub mod program;
mod python;
mod reach;
mod reason;
mod same;
mod script;
mod trail;
mod typed;
mod verdict;

pub use challenge::{Outline, judge, outline};
pub use reason::{GENERAL, of_goal};
pub use trail::Trail;
pub use typed::Typed;
pub use verdict::{Fact, Verdict};

/// The points that a solved challenge of `xp` points brings: all of them, or half (rounded up) once the solution was shown.
pub fn award(xp: u32, solution_shown: bool) -> u32 {
    if solution_shown { xp.div_ceil(2) } else { xp }
}
