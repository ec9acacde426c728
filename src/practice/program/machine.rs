//! Runs a program within bounds.

use super::code::{Op, Program};
use super::problem::{Cause, Problem};
use super::run::{Piece, Run};
use super::trace::Trace;
use super::value::Value;

/// Most statements of one run.
const MOST_STATEMENTS: usize = 100_000;

/// Most instructions of one run: twenty to a statement.
const MOST_INSTRUCTIONS: usize = 20 * MOST_STATEMENTS;

/// Most lines of output.
const MOST_LINES: usize = 1_000;

impl Program {
    /// Runs the program and watches the variables named.
    pub fn run(&self, watched: &[&str]) -> Run {
        let place = |name: &&str| self.names.iter().position(|known| known == name);
        let mut machine = Machine {
            program: self,
            next: 0,
            statements: 0,
            stack: Vec::new(),
            variables: vec![None; self.names.len()],
            ranges: Vec::new(),
            line: Vec::new(),
            output: Vec::new(),
            trace: Trace::new(watched.iter().map(place).collect()),
        };
        let problem = machine.go();
        let named = self.names.iter().zip(&machine.variables);
        Run {
            variables: named.filter_map(|(name, value)| Some((name.clone(), (*value)?))).collect(),
            points: machine.trace.points(),
            output: machine.output,
            problem,
        }
    }
}

struct Machine<'a> {
    program: &'a Program,
    next: usize,
    statements: usize,
    stack: Vec<Value>,
    variables: Vec<Option<Value>>,
    /// Next number and end of each range that is open.
    ranges: Vec<[i64; 2]>,
    line: Vec<Piece>,
    output: Vec<Vec<Piece>>,
    trace: Trace,
}

impl Machine<'_> {
    fn go(&mut self) -> Option<Problem> {
        for _ in 0..MOST_INSTRUCTIONS {
            let (op, line) = self.program.code.get(self.next)?;
            self.next += 1;
            let result = self.count(op).and_then(|()| self.perform(op));
            if let Err(cause) = result {
                return Some(Problem { line: *line, cause });
            }
        }
        let (_, line) = self.program.code.get(self.next)?;
        Some(Problem { line: *line, cause: Cause::TooLong })
    }

    fn count(&mut self, op: &Op) -> Result<(), Cause> {
        let statement = matches!(op, Op::Store(_) | Op::JumpUnless(_) | Op::Next { .. } | Op::EndLine);
        self.statements += usize::from(statement);
        let room = self.statements <= MOST_STATEMENTS && self.output.len() <= MOST_LINES;
        if room { Ok(()) } else { Err(Cause::TooLong) }
    }

    /// The value on top of the stack. The compiler puts one there; that is not worth a panic.
    fn pop(&mut self) -> Value {
        self.stack.pop().unwrap_or(Value::Float(f64::NAN))
    }

    fn perform(&mut self, op: &Op) -> Result<(), Cause> {
        match op {
            Op::Value(value) => self.stack.push(*value),
            Op::Load(place) => self.load(*place)?,
            Op::Store(place) => {
                let value = self.pop();
                self.variables[*place] = Some(value);
                self.trace.assigned(*place, value.number());
            }
            Op::Negate | Op::Positive | Op::Not => self.unary(op),
            Op::Arithmetic(operator) => {
                let (right, left) = (self.pop(), self.pop());
                self.stack.push(operator.of(left, right)?);
            }
            Op::Compare(comparison) => {
                let (right, left) = (self.pop(), self.pop());
                self.stack.push(comparison.of(left, right));
            }
            Op::Call(function, count) => {
                let arguments = self.stack.split_off(self.stack.len().saturating_sub(*count));
                self.stack.push(function.of(&arguments)?);
            }
            Op::Jump(to) => self.next = *to,
            Op::JumpUnless(to) => {
                if !self.pop().holds() {
                    self.next = *to;
                }
            }
            Op::JumpKeeping(truth, to) => self.keep(*truth, *to),
            Op::Range(both) => self.range(*both)?,
            Op::Next { place, exit } => self.advance(*place, *exit),
            Op::Say(text) => self.line.push(Piece::Text(text.clone())),
            Op::Show => {
                let value = self.pop();
                self.line.push(Piece::Value(value));
            }
            Op::EndLine => self.output.push(core::mem::take(&mut self.line)),
        }
        Ok(())
    }

    fn load(&mut self, place: usize) -> Result<(), Cause> {
        let Some(value) = self.variables[place] else {
            return Err(Cause::UnknownName(self.program.names[place].clone()));
        };
        self.stack.push(value);
        Ok(())
    }

    fn unary(&mut self, op: &Op) {
        let value = self.pop();
        let signed = |whole: i64| if *op == Op::Negate { whole.checked_neg() } else { Some(whole) };
        let float = if *op == Op::Negate { -value.number() } else { value.number() };
        self.stack.push(match op {
            Op::Not => Value::Truth(!value.holds()),
            _ => value.whole().and_then(signed).map_or(Value::Float(float), Value::Whole),
        });
    }

    fn keep(&mut self, truth: bool, to: usize) {
        let value = self.pop();
        if value.holds() == truth {
            self.stack.push(value);
            self.next = to;
        }
    }

    fn range(&mut self, both: bool) -> Result<(), Cause> {
        let end = self.pop();
        let begin = if both { self.pop() } else { Value::Whole(0) };
        let whole = |value: Value| match value.whole() {
            None if self.program.floors => Ok(value.number() as i64),
            whole => whole.ok_or_else(|| Cause::syntax("wholeNumber", value.written())),
        };
        let range = [whole(begin)?, whole(end)?];
        self.ranges.push(range);
        Ok(())
    }

    fn advance(&mut self, place: usize, exit: usize) {
        match self.ranges.last_mut() {
            Some([next, end]) if *next < *end => {
                let value = Value::Whole(*next);
                *next += 1;
                self.variables[place] = Some(value);
            }
            _ => {
                self.ranges.pop();
                self.next = exit;
            }
        }
    }
}
