//! Practice: what a challenge is and how an answer is judged.

pub mod program;
