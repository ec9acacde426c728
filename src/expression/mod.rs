//! A function typed by the student, such as `x^2 + 3 sin(y)`, as a loss with exact derivatives.

use crate::fault::Fault;
use crate::losses::Loss;

/// A function that was understood.
pub struct Expression {
    dimension: usize,
}

impl Expression {
    /// How many variables it has: 1 or 2.
    pub fn dimension(&self) -> usize {
        self.dimension
    }

    /// The expression as a loss.
    pub fn into_loss(self) -> Box<dyn Loss> {
        todo!()
    }
}

/// Reads a function of one or two variables.
///
/// # Errors
/// A fault of `expression` that says where and what was expected.
pub fn parse(_text: &str) -> Result<Expression, Fault> {
    todo!()
}
