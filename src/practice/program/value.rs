//! The values of a program: whole numbers, floats, and the truth of a comparison.

use super::shortest;

/// A value, printed as Python prints it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A whole number. One beyond 64 bits goes on as a float.
    Whole(i64),
    /// A number in double precision.
    Float(f64),
    /// `True` or `False`; counts as 1 or 0.
    Truth(bool),
}

impl Value {
    /// The value as a number.
    pub fn number(self) -> f64 {
        match self {
            Value::Whole(value) => value as f64,
            Value::Float(value) => value,
            Value::Truth(value) => f64::from(u8::from(value)),
        }
    }

    /// The value as a whole number if it is one of those; a float is none.
    pub fn whole(self) -> Option<i64> {
        match self {
            Value::Whole(value) => Some(value),
            Value::Truth(value) => Some(i64::from(value)),
            Value::Float(_) => None,
        }
    }

    /// Whether a condition of this value holds.
    pub fn holds(self) -> bool {
        self.number() != 0.0
    }

    /// The value as `print` writes it.
    pub fn written(self) -> String {
        match self {
            Value::Whole(value) => value.to_string(),
            Value::Float(value) => shortest::written(value),
            Value::Truth(true) => "True".to_owned(),
            Value::Truth(false) => "False".to_owned(),
        }
    }
}
