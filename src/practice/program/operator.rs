//! Arithmetic and comparisons of values, with Python's rules for whole numbers, floats and division.

use core::cmp::Ordering;

use super::problem::Cause;
use super::value::Value;

/// An operator of two numbers that gives a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
    FloorDivide,
    Remainder,
    Power,
}

/// An operator of two numbers that gives a truth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Comparison {
    Less,
    AtMost,
    Greater,
    AtLeast,
    Equal,
    Different,
}

impl Arithmetic {
    /// The operator with this sign.
    pub fn of_sign(sign: &str) -> Option<Self> {
        Some(match sign {
            "+" => Self::Add,
            "-" => Self::Subtract,
            "*" => Self::Multiply,
            "/" => Self::Divide,
            "//" => Self::FloorDivide,
            "%" => Self::Remainder,
            "**" => Self::Power,
            _ => return None,
        })
    }

    /// The operator at two values.
    pub fn of(self, left: Value, right: Value) -> Result<Value, Cause> {
        if let (Some(a), Some(b)) = (left.whole(), right.whole())
            && let Some(result) = self.of_whole(a, b)?
        {
            return Ok(Value::Whole(result));
        }
        self.of_floats(left.number(), right.number()).map(Value::Float)
    }

    /// The whole result of whole numbers; none where it is a float in Python, or too large for a whole number here.
    fn of_whole(self, a: i64, b: i64) -> Result<Option<i64>, Cause> {
        let divides = matches!(self, Self::FloorDivide | Self::Remainder);
        if divides && b == 0 {
            return Err(Cause::ZeroDivision);
        }
        Ok(match self {
            Self::Add => a.checked_add(b),
            Self::Subtract => a.checked_sub(b),
            Self::Multiply => a.checked_mul(b),
            Self::Divide => None,
            Self::FloorDivide => {
                let uneven = a.checked_rem(b).is_some_and(|rest| rest != 0 && (rest < 0) != (b < 0));
                a.checked_div(b).map(|quotient| quotient - i64::from(uneven))
            }
            Self::Remainder => {
                a.checked_rem(b).map(|rest| if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest })
            }
            Self::Power => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
        })
    }

    fn of_floats(self, a: f64, b: f64) -> Result<f64, Cause> {
        let divides = matches!(self, Self::Divide | Self::FloorDivide | Self::Remainder);
        if divides && b == 0.0 {
            return Err(Cause::ZeroDivision);
        }
        Ok(match self {
            Self::Add => a + b,
            Self::Subtract => a - b,
            Self::Multiply => a * b,
            Self::Divide => a / b,
            Self::FloorDivide => divided(a, b).0,
            Self::Remainder => divided(a, b).1,
            Self::Power => return power(a, b),
        })
    }
}

impl Comparison {
    /// The operator with this sign.
    pub fn of_sign(sign: &str) -> Option<Self> {
        Some(match sign {
            "<" => Self::Less,
            "<=" => Self::AtMost,
            ">" => Self::Greater,
            ">=" => Self::AtLeast,
            "==" => Self::Equal,
            "!=" => Self::Different,
            _ => return None,
        })
    }

    /// The comparison of two values; NaN differs from everything.
    pub fn of(self, left: Value, right: Value) -> Value {
        let order = match (left.whole(), right.whole()) {
            (Some(a), Some(b)) => Some(a.cmp(&b)),
            _ => left.number().partial_cmp(&right.number()),
        };
        Value::Truth(match self {
            Self::Less => order == Some(Ordering::Less),
            Self::AtMost => order.is_some_and(Ordering::is_le),
            Self::Greater => order == Some(Ordering::Greater),
            Self::AtLeast => order.is_some_and(Ordering::is_ge),
            Self::Equal => order == Some(Ordering::Equal),
            Self::Different => order != Some(Ordering::Equal),
        })
    }
}

/// Quotient and remainder as CPython's `float_divmod` has them: the remainder has the sign of the divisor.
fn divided(a: f64, b: f64) -> (f64, f64) {
    let mut rest = libm::fmod(a, b);
    let mut quotient = (a - rest) / b;
    if rest == 0.0 {
        rest = libm::copysign(0.0, b);
    } else if (b < 0.0) != (rest < 0.0) {
        rest += b;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (libm::copysign(0.0, a / b), rest);
    }
    let below = libm::floor(quotient);
    (if quotient - below > 0.5 { below + 1.0 } else { below }, rest)
}

fn power(base: f64, exponent: f64) -> Result<f64, Cause> {
    if base == 0.0 && exponent < 0.0 {
        return Err(Cause::ZeroDivision);
    }
    let broken = exponent.is_finite() && libm::floor(exponent) != exponent;
    if base < 0.0 && base.is_finite() && broken {
        return Err(Cause::NotFinite);
    }
    // The commonest power is a product, and so rounded once.
    Ok(if exponent == 2.0 { base * base } else { libm::pow(base, exponent) })
}
