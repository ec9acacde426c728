//! One line on its way into code: its tokens, read from the left, and the program they are written to.

use super::code::{Op, Program};
use super::problem::Cause;
use super::tokens::Token;

/// The tokens of a line and how far they are read.
pub struct Line<'a> {
    tokens: &'a [Token],
    number: usize,
    pub(super) program: &'a mut Program,
    /// How many levels of brackets and signs are open.
    pub(super) depth: usize,
}

impl<'a> Line<'a> {
    /// The line with this number, from its first token.
    pub fn new(tokens: &'a [Token], number: usize, program: &'a mut Program) -> Self {
        Line { tokens, number, program, depth: 0 }
    }

    /// The token at hand; none at the end of the line.
    pub fn token(&self) -> Option<&'a Token> {
        self.tokens.first()
    }

    /// Steps over the token at hand.
    pub fn advance(&mut self) {
        self.tokens = self.tokens.get(1..).unwrap_or_default();
    }

    /// The sign at hand.
    pub fn sign(&self) -> Option<&'static str> {
        match self.token() {
            Some(Token::Sign(sign)) => Some(sign),
            _ => None,
        }
    }

    /// The name at hand.
    pub fn name(&self) -> Option<&'a str> {
        match self.token() {
            Some(Token::Name(name)) => Some(name),
            _ => None,
        }
    }

    /// Whether a name is followed by an opening bracket.
    pub fn calls(&self) -> bool {
        self.tokens.get(1) == Some(&Token::Sign("("))
    }

    /// Steps over a sign if it is the one at hand.
    pub fn accept(&mut self, sign: &str) -> bool {
        let found = self.sign() == Some(sign);
        if found {
            self.advance();
        }
        found
    }

    /// Steps over a word if it is the one at hand.
    pub fn accept_word(&mut self, word: &str) -> bool {
        let found = self.name() == Some(word);
        if found {
            self.advance();
        }
        found
    }

    /// Steps over a sign that has to come now.
    pub fn expect(&mut self, sign: &str, expected: &'static str) -> Result<(), Cause> {
        if self.accept(sign) { Ok(()) } else { self.problem(expected) }
    }

    /// The end of the line has to come now.
    pub fn end(&self) -> Result<(), Cause> {
        if self.tokens.is_empty() { Ok(()) } else { self.problem("operator") }
    }

    /// A fault at the token at hand.
    pub fn problem<T>(&self, expected: &'static str) -> Result<T, Cause> {
        Err(Cause::syntax(expected, self.token().map(Token::written).unwrap_or_default()))
    }

    /// Appends an instruction and says where it stands.
    pub fn emit(&mut self, op: Op) -> usize {
        self.program.code.push((op, self.number));
        self.program.code.len() - 1
    }
}
