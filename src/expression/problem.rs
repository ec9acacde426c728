//! What is wrong with a typed function, and where.

use crate::fault::{Accepted, Fault};

/// Every code for what can be expected, for whoever words them.
///
/// `operand`: a number, a variable, a function or an opening bracket. `operator`: an operator, or the end.
/// `openingParenthesis`: `(` after the name of a function. `closingParenthesis`, `closingBar`: the end of what was
/// opened. `comma`: a second argument. `oneArgument`: no further argument. `decimalPoint`: a point where a comma splits
/// a number. `knownName`: a variable, constant or function there is. `knownCharacter`: a character that means
/// something. `finiteNumber`: a number below 1.8e308. `variable`: at least one variable. `oneFamily`: variables that
/// belong together, `x, y` or `w1, w2`. `shorter`: at most 2,000 characters. `simpler`: less nesting.
pub const EXPECTED: [&str; 15] = [
    "operand",
    "operator",
    "openingParenthesis",
    "closingParenthesis",
    "closingBar",
    "comma",
    "oneArgument",
    "decimalPoint",
    "knownName",
    "knownCharacter",
    "finiteNumber",
    "variable",
    "oneFamily",
    "shorter",
    "simpler",
];

/// How many characters a fault quotes on either side of the problem, if it cannot quote all.
const QUOTED: usize = 28;

/// The first thing that could not be understood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Problem {
    /// Which character of the text, from 0.
    pub position: usize,
    /// One of the codes in [`EXPECTED`].
    pub expected: &'static str,
}

impl Problem {
    /// The problem as a fault that quotes the whole text, or of a long text the part around the problem.
    pub fn in_text(self, text: &str) -> Fault {
        let start = self.position.saturating_sub(QUOTED);
        let short = text.chars().nth(2 * QUOTED).is_none();
        let nearby: String = if short { text.to_owned() } else { text.chars().skip(start).take(2 * QUOTED).collect() };
        let accepted = Accepted::Syntax { position: self.position, expected: self.expected };
        Fault::new("expression", nearby, accepted)
    }
}
