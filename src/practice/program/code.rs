//! A program that was understood: instructions for a machine with a stack, and the names of its variables.

use super::function::Function;
use super::operator::{Arithmetic, Comparison};
use super::value::Value;

/// One instruction. Operands are taken from the top of the stack, a result is put there.
#[derive(Clone, Debug, PartialEq)]
pub enum Op {
    Value(Value),
    /// The value of the variable in this place.
    Load(usize),
    /// Assigns to the variable in this place. A statement.
    Store(usize),
    Negate,
    Positive,
    Not,
    Arithmetic(Arithmetic),
    Compare(Comparison),
    /// A function with so many arguments.
    Call(Function, usize),
    /// Goes to an instruction.
    Jump(usize),
    /// Goes to an instruction unless the value holds. A statement.
    JumpUnless(usize),
    /// Goes to an instruction if the value's truth is this one and leaves it there; otherwise takes it away.
    JumpKeeping(bool, usize),
    /// Begins a range, from 0 or between two whole numbers.
    Range(bool),
    /// Assigns the next number of the innermost range, or ends the range and goes to `exit`. A statement.
    Next {
        place: usize,
        exit: usize,
    },
    /// Prints a text.
    Say(String),
    /// Prints a value.
    Show,
    /// Ends a line of output. A statement.
    EndLine,
}

/// Instructions with the lines they come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Program {
    pub(super) code: Vec<(Op, usize)>,
    pub(super) names: Vec<String>,
    /// Whether a range takes the whole part of a float.
    pub(super) floors: bool,
}

impl Program {
    /// The place of the variable with this name, which may be new.
    pub(super) fn place(&mut self, name: &str) -> usize {
        let known = self.names.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        })
    }

    /// Appends a jump, which belongs to the last line, and says where it stands.
    pub(super) fn jump(&mut self, to: usize) -> usize {
        let line = self.code.last().map_or(1, |(_, line)| *line);
        self.code.push((Op::Jump(to), line));
        self.code.len() - 1
    }

    /// Lets the jump at an instruction go to the instruction that comes next.
    pub(super) fn land(&mut self, at: usize) {
        let next = self.code.len();
        if let Some((Op::Jump(to) | Op::JumpUnless(to) | Op::JumpKeeping(_, to) | Op::Next { exit: to, .. }, _)) =
            self.code.get_mut(at)
        {
            *to = next;
        }
    }
}
