//! What operators connect: numbers, variables, functions with their arguments, and brackets.

use crate::expression::function::Function;
use crate::expression::parser::Parser;
use crate::expression::problem::Problem;
use crate::expression::program::Op;
use crate::expression::tokens::Kind;

impl Parser<'_> {
    /// A number, a variable, a function or something in brackets, with raised numbers after it.
    pub(super) fn operand(&mut self) -> Result<(), Problem> {
        let token = self.token();
        let begins = !matches!(
            token.kind,
            Kind::Superscript(_) | Kind::Times | Kind::Over | Kind::Power | Kind::Close | Kind::Comma | Kind::End
        );
        if !begins {
            return self.problem("operand");
        }
        self.next += 1;
        match token.kind {
            Kind::Number(value) | Kind::Constant(value) => self.emit(Op::Constant(value))?,
            Kind::Variable(variable) => {
                let slot = if self.dimension == 1 { 0 } else { variable.slot() };
                self.emit(Op::Variable(slot))?;
            }
            Kind::Function(function) => self.call(function)?,
            Kind::Bar => {
                self.level(0, true)?;
                self.expect(Kind::Bar, "closingBar")?;
                self.emit(Op::Apply(Function::Abs))?;
            }
            _ => {
                self.level(0, false)?;
                self.expect(Kind::Close, "closingParenthesis")?;
            }
        }
        while self.raised()? {}
        Ok(())
    }

    /// A raised number, as in x².
    fn raised(&mut self) -> Result<bool, Problem> {
        let Kind::Superscript(exponent) = self.token().kind else {
            return Ok(false);
        };
        self.next += 1;
        self.emit(Op::Constant(exponent))?;
        self.emit(Op::Power)?;
        Ok(true)
    }

    /// The arguments of a function. A raised number before them, as in sin²(x), raises the result; a negative one is
    /// refused, since sin⁻¹ is commonly another function.
    fn call(&mut self, function: Function) -> Result<(), Problem> {
        let power = match self.token().kind {
            Kind::Superscript(power) if power > 0.0 => Some(power),
            _ => None,
        };
        self.next += usize::from(power.is_some());
        self.expect(Kind::Open, "openingParenthesis")?;
        self.level(0, false)?;
        if function.compares() {
            self.further_arguments(function)?;
        } else if self.token().kind == Kind::Comma && !self.comma_splits_number() {
            return self.problem("oneArgument");
        } else {
            self.expect(Kind::Close, "closingParenthesis")?;
            self.emit(Op::Apply(function))?;
        }
        if let Some(power) = power {
            self.emit(Op::Constant(power))?;
            self.emit(Op::Power)?;
        }
        Ok(())
    }

    fn further_arguments(&mut self, function: Function) -> Result<(), Problem> {
        if self.token().kind != Kind::Comma {
            return self.expect(Kind::Comma, "comma");
        }
        while self.accept(Kind::Comma) {
            self.level(0, false)?;
            self.emit(Op::Apply(function))?;
        }
        self.expect(Kind::Close, "closingParenthesis")
    }
}
