//! Expressions, from the loosest operator to the tightest, written as code that leaves one value on the stack.

use super::DEEPEST;
use super::code::Op;
use super::function::Function;
use super::line::Line;
use super::operator::{Arithmetic, Comparison};
use super::problem::Cause;
use super::tokens::Token;
use super::value::Value;

/// Words that Python keeps for itself.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Whether a name is one of Python's own words.
pub fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

impl Line<'_> {
    /// Any expression.
    pub fn expression(&mut self) -> Result<(), Cause> {
        self.level(|line| line.either("or"))
    }

    /// One level deeper, if that is allowed.
    fn level(&mut self, inside: impl FnOnce(&mut Self) -> Result<(), Cause>) -> Result<(), Cause> {
        if self.depth == DEEPEST {
            return self.problem("simpler");
        }
        self.depth += 1;
        inside(self)?;
        self.depth -= 1;
        Ok(())
    }

    /// Operands joined by `or`, whose operands are joined by `and`; the first value that settles it is the result.
    fn either(&mut self, word: &'static str) -> Result<(), Cause> {
        let or = word == "or";
        let operand = |line: &mut Self| if or { line.either("and") } else { line.negation() };
        operand(self)?;
        while self.accept_word(word) {
            let jump = self.emit(Op::JumpKeeping(or, 0));
            operand(self)?;
            self.program.land(jump);
        }
        Ok(())
    }

    fn negation(&mut self) -> Result<(), Cause> {
        if !self.accept_word("not") {
            return self.comparison();
        }
        self.level(Self::negation)?;
        self.emit(Op::Not);
        Ok(())
    }

    fn comparison(&mut self) -> Result<(), Cause> {
        self.sum()?;
        let compared = |line: &Self| line.sign().and_then(Comparison::of_sign);
        if let Some(comparison) = compared(self) {
            self.advance();
            self.sum()?;
            self.emit(Op::Compare(comparison));
        }
        if compared(self).is_some() { self.problem("oneComparison") } else { Ok(()) }
    }

    fn sum(&mut self) -> Result<(), Cause> {
        self.joined(&["+", "-"], |line| line.joined(&["*", "/", "//", "%"], Self::signed))
    }

    /// Operands joined by some of the operators, taken from the left.
    fn joined(&mut self, signs: &[&str], operand: impl Fn(&mut Self) -> Result<(), Cause>) -> Result<(), Cause> {
        operand(self)?;
        while let Some(operator) = self.sign().filter(|sign| signs.contains(sign)).and_then(Arithmetic::of_sign) {
            self.advance();
            operand(self)?;
            self.emit(Op::Arithmetic(operator));
        }
        Ok(())
    }

    /// A power with any signs before it; a power binds tighter than the sign before it, and less than one after it.
    fn signed(&mut self) -> Result<(), Cause> {
        let op = match self.sign() {
            Some("-") => Op::Negate,
            Some("+") => Op::Positive,
            _ => {
                self.operand()?;
                if self.accept("**") {
                    self.level(Self::signed)?;
                    self.emit(Op::Arithmetic(Arithmetic::Power));
                }
                return Ok(());
            }
        };
        self.advance();
        self.level(Self::signed)?;
        self.emit(op);
        Ok(())
    }

    fn operand(&mut self) -> Result<(), Cause> {
        match self.token() {
            Some(Token::Number(value)) => {
                self.advance();
                self.emit(Op::Value(*value));
                Ok(())
            }
            Some(Token::Name(name)) if self.calls() && !is_keyword(name) => self.call(name),
            Some(Token::Name(name)) => self.named(name),
            Some(Token::Sign("(")) => {
                self.advance();
                self.expression()?;
                self.expect(")", "closingParenthesis")
            }
            _ => self.problem("operand"),
        }
    }

    fn named(&mut self, name: &str) -> Result<(), Cause> {
        let op = match name {
            "True" => Op::Value(Value::Truth(true)),
            "False" => Op::Value(Value::Truth(false)),
            _ if is_keyword(name) => return self.problem("operand"),
            _ => Op::Load(self.program.place(name)),
        };
        self.advance();
        self.emit(op);
        Ok(())
    }

    fn call(&mut self, name: &str) -> Result<(), Cause> {
        let known = self.program.names.iter().any(|known| known == name);
        let function = Function::named(name);
        self.advance();
        // `alpha(x)` lacks a sign: the name is that of a number.
        if function.is_none() && known {
            return self.problem("operator");
        }
        let function = function.ok_or_else(|| Cause::UnknownName(name.to_owned()))?;
        self.advance();
        let count = self.arguments(Self::expression)?;
        if !function.takes(count) {
            return Err(Cause::syntax("arguments", name));
        }
        self.emit(Op::Call(function, count));
        Ok(())
    }

    /// What stands between brackets, parted by commas, up to the closing one; how many there were.
    pub(super) fn arguments(&mut self, argument: impl Fn(&mut Self) -> Result<(), Cause>) -> Result<usize, Cause> {
        let mut count = 0;
        while !self.accept(")") {
            if count > 0 {
                self.expect(",", "closingParenthesis")?;
            }
            argument(self)?;
            count += 1;
        }
        Ok(count)
    }
}
