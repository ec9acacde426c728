//! A small part of Python: the programs of the challenges, read, run within bounds, and watched while they run.
//!
//! Text becomes tokens line by line, the lines become a short code with jumps, and a machine with a stack runs it. What it
//! computes and prints is what Python 3 does (`tests/golden/programs.py` holds it to that), but for one thing: a number that
//! becomes too large is infinite, as NumPy has it, and no error.
//!
//! There are numbers, names, `+ - * / // % **`, comparisons, `and or not`, `True False`, the functions `abs sqrt exp log sin cos tanh
//! max min round`, assignments (`=`, `+=` and so on), `for … in range(…):`, `if … elif … else`, `print` and comments.

mod big;
mod block;
mod code;
mod expression;
mod function;
mod line;
mod machine;
mod operator;
mod problem;
mod run;
mod scaled;
mod shortest;
mod statement;
mod tokens;
mod trace;
mod value;

pub use code::Program;
pub use problem::{Cause, EXPECTED, Problem};
pub use run::{Piece, Run};
pub use tokens::whole;
pub use value::Value;

/// Longest program, in characters.
pub const LONGEST: usize = 4_000;

/// How deep brackets, signs and blocks may nest. The parser calls itself once per level, so this bounds its stack.
const DEEPEST: usize = 32;

/// Reads a program.
///
/// # Errors
/// The first line that cannot be understood, and what was expected there.
pub fn read(lines: &[&str]) -> Result<Program, Problem> {
    statement::compile(lines, 0, 1.0)
}

/// Reads a program and multiplies by `factor` every number that one of the first `given` lines assigns to a name. A range
/// then takes the whole part of a number, so that a number of steps may be multiplied, too.
///
/// # Errors
/// The first line that cannot be understood, and what was expected there.
pub fn read_varied(lines: &[&str], given: usize, factor: f64) -> Result<Program, Problem> {
    statement::compile(lines, given, factor)
}
