//! A typed function as a short program for a stack machine, run over any kind of number without allocating.

use crate::expression::function::Function;
use crate::expression::problem::Problem;
use crate::number::{Dual, Jet, Number};

/// How many numbers the stack holds; the compiler refuses a program that needs more.
const STACK: usize = 32;

/// One instruction. Operands are taken from the top of the stack, the result is put there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Op {
    Constant(f64),
    Variable(usize),
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    /// Base and exponent both vary.
    Power,
    /// The exponent is known.
    PowerOf(f64),
    Apply(Function),
}

impl Op {
    /// How many numbers it takes from the stack.
    fn takes(self) -> usize {
        match self {
            Op::Constant(_) | Op::Variable(_) => 0,
            Op::Negate | Op::PowerOf(_) => 1,
            Op::Apply(function) => 1 + usize::from(function.compares()),
            Op::Add | Op::Subtract | Op::Multiply | Op::Divide | Op::Power => 2,
        }
    }
}

/// Instructions that leave exactly one number on the stack and never use more of it than there is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    code: Vec<Op>,
    height: usize,
}

impl Program {
    /// Appends an instruction; what depends on constants alone is worked out at once.
    pub fn push(&mut self, op: Op, position: usize) -> Result<(), Problem> {
        let taken = op.takes();
        debug_assert!(self.height >= taken, "the parser emits operands first");
        self.height = self.height - taken + 1;
        if self.height > STACK {
            return Err(Problem { position, expected: "simpler" });
        }
        if op == Op::Power
            && let Some(Op::Constant(exponent)) = self.code.last()
        {
            let op = Op::PowerOf(*exponent);
            self.code.pop();
            self.append(op);
        } else {
            self.append(op);
        }
        Ok(())
    }

    fn append(&mut self, op: Op) {
        let operands = self.code.len().saturating_sub(op.takes());
        self.code.push(op);
        let constant = |op: &Op| matches!(op, Op::Constant(_));
        if op.takes() > 0 && self.code[operands..self.code.len() - 1].iter().all(constant) {
            let value = run::<Dual<2>>(&self.code[operands..], &[]).value;
            self.code.truncate(operands);
            self.code.push(Op::Constant(value));
        }
    }

    /// The instructions in the order in which they run.
    pub fn code(&self) -> &[Op] {
        &self.code
    }

    /// Value and slopes at a point of at most two coordinates; the second may be missing.
    pub fn slopes(&self, point: &[f64]) -> Dual<2> {
        let [x, y] = padded(point);
        run(&self.code, &Dual::variables(&[x, y]))
    }

    /// Value, slopes and curvatures at a point of at most two coordinates; the second may be missing.
    pub fn curvatures(&self, point: &[f64]) -> Jet<2> {
        let [x, y] = padded(point);
        run(&self.code, &[Jet::variable(x, 0), Jet::variable(y, 1)])
    }
}

fn padded(point: &[f64]) -> [f64; 2] {
    core::array::from_fn(|axis| point.get(axis).copied().unwrap_or(0.0))
}

fn run<T: Number>(code: &[Op], variables: &[T]) -> T {
    let mut stack = [T::constant(0.0); STACK];
    let mut height = 0;
    for op in code {
        height -= op.takes();
        stack[height] = match *op {
            Op::Constant(value) => T::constant(value),
            Op::Variable(slot) => variables[slot],
            Op::Negate => -stack[height],
            Op::Add => stack[height] + stack[height + 1],
            Op::Subtract => stack[height] - stack[height + 1],
            Op::Multiply => stack[height] * stack[height + 1],
            Op::Divide => stack[height] / stack[height + 1],
            Op::Power => stack[height].pow(stack[height + 1]),
            Op::PowerOf(exponent) => stack[height].powf(exponent),
            Op::Apply(Function::Min) => stack[height].min(stack[height + 1]),
            Op::Apply(Function::Max) => stack[height].max(stack[height + 1]),
            Op::Apply(function) => function.of(stack[height]),
        };
        height += 1;
    }
    stack[0]
}
