//! A typed function in postfix order, for whoever writes it down in another language.

use super::program::Op;

/// One word of a function in postfix order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Word {
    /// A number.
    Number(f64),
    /// A variable, one of `+ - * / **`, `negate`, or a function by its name; `min` and `max` take two operands.
    Name(&'static str),
}

/// The instructions of a program as words.
pub(super) fn words(code: &[Op], variables: &[&'static str]) -> Vec<Word> {
    let mut words = Vec::with_capacity(code.len());
    for op in code {
        let name = match *op {
            Op::Constant(value) => {
                words.push(Word::Number(value));
                continue;
            }
            Op::PowerOf(exponent) => {
                words.push(Word::Number(exponent));
                "**"
            }
            Op::Variable(slot) => variables.get(slot).copied().unwrap_or(""),
            Op::Negate => "negate",
            Op::Add => "+",
            Op::Subtract => "-",
            Op::Multiply => "*",
            Op::Divide => "/",
            Op::Power => "**",
            Op::Apply(function) => function.name(),
        };
        words.push(Word::Name(name));
    }
    words
}
