//! The functions that can be typed.

use crate::number::Number;

/// A function of one number, or of two that come from a longer list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Function {
    Sin,
    Cos,
    Tan,
    Sinh,
    Cosh,
    Tanh,
    Exp,
    Ln,
    Sqrt,
    Abs,
    Sigmoid,
    Min,
    Max,
}

/// Every function by name; `log` is the natural logarithm, as in Python.
const FUNCTIONS: [(&str, Function); 14] = [
    ("sin", Function::Sin),
    ("cos", Function::Cos),
    ("tan", Function::Tan),
    ("sinh", Function::Sinh),
    ("cosh", Function::Cosh),
    ("tanh", Function::Tanh),
    ("exp", Function::Exp),
    ("log", Function::Ln),
    ("ln", Function::Ln),
    ("sqrt", Function::Sqrt),
    ("abs", Function::Abs),
    ("sigmoid", Function::Sigmoid),
    ("min", Function::Min),
    ("max", Function::Max),
];

impl Function {
    /// The function with exactly this name.
    pub fn named(name: &str) -> Option<Self> {
        FUNCTIONS.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
    }

    /// Its first name, which is the one Python has for it, too.
    pub fn name(self) -> &'static str {
        FUNCTIONS.iter().find(|(_, function)| *function == self).map_or("", |(name, _)| name)
    }

    /// Whether it compares two or more numbers.
    pub fn compares(self) -> bool {
        matches!(self, Function::Min | Function::Max)
    }

    /// The function at a number.
    #[inline]
    pub fn of<T: Number>(self, x: T) -> T {
        match self {
            Function::Sin => x.sin(),
            Function::Cos => x.cos(),
            Function::Tan => x.tan(),
            Function::Sinh => x.sinh(),
            Function::Cosh => x.cosh(),
            Function::Tanh => x.tanh(),
            Function::Exp => x.exp(),
            Function::Ln => x.ln(),
            Function::Sqrt => x.sqrt(),
            Function::Abs => x.abs(),
            Function::Sigmoid => x.sigmoid(),
            Function::Min | Function::Max => x,
        }
    }
}
