//! A function typed by the student, such as `x^2 + 3 sin(y)`, as a loss with exact derivatives.
//!
//! Text becomes tokens, the parser turns tokens into a short program for a stack machine, and the program runs over any
//! [`Number`](crate::number::Number). Python's precedence holds; a product may be written without a sign and then binds
//! exactly like `*`, so that `2x^2` is 2·(x²) and `1/2x` is (1/2)·x.

pub mod decimal;
mod frame;
mod function;
mod heading;
mod names;
mod operand;
mod parser;
mod postfix;
mod problem;
mod program;
mod tokens;
mod typed;
mod variables;

#[cfg(test)]
mod tests;

use crate::expression::problem::Problem;
use crate::expression::program::Program;
use crate::expression::typed::Typed;
use crate::fault::Fault;
use crate::losses::Loss;

pub use postfix::Word;
pub use problem::EXPECTED;

/// Longest text that is read, in characters.
pub const LONGEST_TEXT: usize = 2_000;

/// A function that was understood.
#[derive(Clone, Debug)]
pub struct Expression {
    program: Program,
    variables: Vec<&'static str>,
}

impl Expression {
    /// How many variables it has: 1 or 2.
    pub fn dimension(&self) -> usize {
        self.variables.len()
    }

    /// The names of its variables in the order of a point's coordinates, such as `x` and `y` or `w1` and `w2`.
    pub fn variables(&self) -> &[&'static str] {
        &self.variables
    }

    /// The function in postfix order, operands before their operators, for writing it down in another language.
    pub fn postfix(&self) -> Vec<Word> {
        postfix::words(self.program.code(), &self.variables)
    }

    /// The expression as a loss. How its frame is found stands at `frame::best_frame`.
    pub fn into_loss(self) -> Box<dyn Loss> {
        let dimension = self.dimension();
        Box::new(Typed::new(self.program, dimension))
    }
}

/// Reads a function of one variable (`x`, `y`, `w`, `w1`, `w2` or `θ`) or of two (`x` and `y`, or `w1` and `w2`). A
/// heading such as `f(x, y) =` may stand before it.
///
/// # Errors
/// A fault of `expression` whose `Accepted::Syntax` says at which character of the text (counted from 0, in Unicode
/// code points) what was expected, as one of the codes in [`EXPECTED`].
pub fn parse(text: &str) -> Result<Expression, Fault> {
    understand(text).map_err(|problem| problem.in_text(text))
}

fn understand(text: &str) -> Result<Expression, Problem> {
    let characters: Vec<char> = text.chars().take(LONGEST_TEXT + 1).collect();
    if characters.len() > LONGEST_TEXT {
        return Err(Problem { position: LONGEST_TEXT, expected: "shorter" });
    }
    let (declared, body) = heading::split(&characters);
    let tokens = tokens::read(&characters, body)?;
    let start = tokens.first().map_or(body, |token| token.position);
    let variables = variables::agree(&declared, &tokens, start);
    // A mistake in the grammar is told first: `2 +` has no variable yet, but that is not its trouble.
    let program = parser::compile(&tokens, variables.as_ref().map_or(1, Vec::len))?;
    Ok(Expression { program, variables: variables? })
}
