//! A Pratt parser: reads tokens by how tightly operators bind and writes the program as it goes.

use crate::expression::problem::Problem;
use crate::expression::program::{Op, Program};
use crate::expression::tokens::{Kind, Token};

/// How deep brackets, functions and powers may nest. The parser calls itself once per level, so this bounds its stack.
const DEEPEST: usize = 64;

// How tightly things bind. An operator takes as its right operand whatever binds at least as tightly as `right`.
const SUM: (u8, u8) = (1, 2);
const PRODUCT: (u8, u8) = (3, 4);
const SIGN: u8 = 5;
/// Taken from the right, 2^3^2 = 2^(3^2), and tighter than a sign before it, −x² = −(x²).
const POWER: (u8, u8) = (7, 6);

/// Compiles the tokens of a function of `dimension` variables.
pub fn compile(tokens: &[Token], dimension: usize) -> Result<Program, Problem> {
    let mut parser = Parser { tokens, next: 0, depth: 0, dimension, program: Program::default() };
    parser.level(0, false)?;
    parser.expect(Kind::End, "operator")?;
    Ok(parser.program)
}

pub(super) struct Parser<'a> {
    tokens: &'a [Token],
    pub(super) next: usize,
    depth: usize,
    pub(super) dimension: usize,
    program: Program,
}

impl Parser<'_> {
    /// The token at hand; the list ends with `End`, which is never passed.
    pub(super) fn token(&self) -> Token {
        self.tokens[self.next.min(self.tokens.len() - 1)]
    }

    pub(super) fn accept(&mut self, kind: Kind) -> bool {
        let found = self.token().kind == kind;
        self.next += usize::from(found);
        found
    }

    pub(super) fn problem<T>(&self, expected: &'static str) -> Result<T, Problem> {
        Err(Problem { position: self.token().position, expected })
    }

    pub(super) fn emit(&mut self, op: Op) -> Result<(), Problem> {
        self.program.push(op, self.token().position)
    }

    /// An expression of operators that bind at least as tightly as `minimum`. Directly `within_bars`, a bar closes.
    pub(super) fn level(&mut self, minimum: u8, within_bars: bool) -> Result<(), Problem> {
        if self.depth == DEEPEST {
            return self.problem("simpler");
        }
        self.depth += 1;
        self.signed(within_bars)?;
        while let Some((op, (left, right), written)) = self.operator(within_bars) {
            if left < minimum {
                break;
            }
            self.next += usize::from(written);
            self.level(right, within_bars)?;
            self.emit(op)?;
        }
        self.depth -= 1;
        Ok(())
    }

    /// The operator at hand, how it binds, and whether it is written: a product may go without a sign, unless its second
    /// factor is a number in digits (`x2` could mean anything).
    fn operator(&self, within_bars: bool) -> Option<(Op, (u8, u8), bool)> {
        match self.token().kind {
            Kind::Plus => Some((Op::Add, SUM, true)),
            Kind::Minus => Some((Op::Subtract, SUM, true)),
            Kind::Times => Some((Op::Multiply, PRODUCT, true)),
            Kind::Over => Some((Op::Divide, PRODUCT, true)),
            Kind::Power => Some((Op::Power, POWER, true)),
            Kind::Constant(_) | Kind::Variable(_) | Kind::Function(_) | Kind::Open => {
                Some((Op::Multiply, PRODUCT, false))
            }
            Kind::Bar if !within_bars => Some((Op::Multiply, PRODUCT, false)),
            _ => None,
        }
    }

    /// An operand with any number of signs before it.
    fn signed(&mut self, within_bars: bool) -> Result<(), Problem> {
        let (mut signs, mut minuses) = (0, 0);
        loop {
            match self.token().kind {
                Kind::Plus => {}
                Kind::Minus => minuses += 1,
                _ => break,
            }
            signs += 1;
            self.next += 1;
        }
        if signs == 0 {
            return self.operand();
        }
        self.level(SIGN, within_bars)?;
        if minuses % 2 == 1 { self.emit(Op::Negate) } else { Ok(()) }
    }

    /// Steps over a token that has to come now. If another comes, the likeliest reason is named.
    pub(super) fn expect(&mut self, kind: Kind, expected: &'static str) -> Result<(), Problem> {
        if self.accept(kind) {
            return Ok(());
        }
        match self.token().kind {
            Kind::Comma if self.comma_splits_number() => self.problem("decimalPoint"),
            Kind::Number(_) => self.problem("operator"),
            _ => self.problem(expected),
        }
    }

    /// Whether the comma at hand stands between two numbers, as in `1,5`.
    pub(super) fn comma_splits_number(&self) -> bool {
        let number = |index: usize| matches!(self.tokens.get(index), Some(Token { kind: Kind::Number(_), .. }));
        self.next > 0 && number(self.next - 1) && number(self.next + 1)
    }
}
