//! The functions that a program may call.

use super::operator::Comparison;
use super::problem::Cause;
use super::shortest;
use super::value::Value;

/// A function of one or more values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Function {
    Abs,
    Sqrt,
    Exp,
    Log,
    Sin,
    Cos,
    Tanh,
    Max,
    Min,
    Round,
}

/// Every function by name; `log` is the natural logarithm.
const FUNCTIONS: [(&str, Function); 10] = [
    ("abs", Function::Abs),
    ("sqrt", Function::Sqrt),
    ("exp", Function::Exp),
    ("log", Function::Log),
    ("sin", Function::Sin),
    ("cos", Function::Cos),
    ("tanh", Function::Tanh),
    ("max", Function::Max),
    ("min", Function::Min),
    ("round", Function::Round),
];

/// Most arguments of one call.
const MOST_ARGUMENTS: usize = 16;

impl Function {
    /// The function with exactly this name.
    pub fn named(name: &str) -> Option<Self> {
        FUNCTIONS.iter().find(|(known, _)| *known == name).map(|(_, function)| *function)
    }

    /// Whether it can be called with so many arguments.
    pub fn takes(self, count: usize) -> bool {
        match self {
            Function::Max | Function::Min => (2..=MOST_ARGUMENTS).contains(&count),
            Function::Round => (1..=2).contains(&count),
            _ => count == 1,
        }
    }

    /// The function at its arguments.
    pub fn of(self, arguments: &[Value]) -> Result<Value, Cause> {
        let Some((&first, others)) = arguments.split_first() else {
            return Err(Cause::syntax("arguments", ""));
        };
        let x = first.number();
        match self {
            Function::Abs => Ok(first.whole().and_then(i64::checked_abs).map_or(Value::Float(x.abs()), Value::Whole)),
            Function::Sqrt => within(x >= 0.0 || x.is_nan(), libm::sqrt(x)),
            Function::Log => within(x > 0.0 || x.is_nan(), libm::log(x)),
            Function::Sin => within(!x.is_infinite(), libm::sin(x)),
            Function::Cos => within(!x.is_infinite(), libm::cos(x)),
            Function::Exp => Ok(Value::Float(libm::exp(x))),
            Function::Tanh => Ok(Value::Float(libm::tanh(x))),
            Function::Max => Ok(best(first, others, Comparison::Greater)),
            Function::Min => Ok(best(first, others, Comparison::Less)),
            Function::Round => round(first, others.first().copied()),
        }
    }
}

/// A float where the function has a value.
fn within(domain: bool, value: f64) -> Result<Value, Cause> {
    if domain { Ok(Value::Float(value)) } else { Err(Cause::NotFinite) }
}

/// The first of those values that none of the later ones beats.
fn best(first: Value, others: &[Value], beats: Comparison) -> Value {
    others.iter().fold(first, |best, other| if beats.of(*other, best).holds() { *other } else { best })
}

/// Without decimals the nearest whole number, with them the nearest float; halves go to the even digit.
fn round(value: Value, decimals: Option<Value>) -> Result<Value, Cause> {
    let Some(decimals) = decimals else {
        let nearest = libm::rint(value.number());
        let whole = nearest.abs() < 9e18;
        return match value.whole() {
            Some(value) => Ok(Value::Whole(value)),
            None if whole => Ok(Value::Whole(nearest as i64)),
            None if nearest.is_nan() || value.number().is_infinite() => Err(Cause::NotFinite),
            None => Ok(Value::Float(nearest)),
        };
    };
    let Some(decimals) = decimals.whole() else {
        return Err(Cause::syntax("wholeNumber", decimals.written()));
    };
    Ok(match value.whole() {
        Some(value) if decimals >= 0 => Value::Whole(value),
        Some(value) => Value::Whole(shortest::rounded(value as f64, decimals) as i64),
        None => Value::Float(shortest::rounded(value.number(), decimals)),
    })
}
