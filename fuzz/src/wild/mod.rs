//! Plain data made up from bytes: any number, any text, anything at all.

mod experiment;

use arbitrary::{Result, Unstructured};
use downhill::digits;
use downhill::plain::Plain;

pub use experiment::experiment;

/// Most updates of a made-up run. A million are allowed and take as long as they take; what a run shows of itself is in the first few.
pub const MOST_STEPS: u64 = 1_000;

/// Numbers at the edges of what is accepted, and of what there is.
const EDGES: [f64; 22] = [
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.1,
    0.5,
    2.0,
    3.0,
    10.0,
    -10.0,
    254.0,
    1e-9,
    1e6,
    -1e6,
    1e12,
    -1e12,
    1e300,
    -1e300,
    5e-324,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

/// Functions that are typed, some of them at their limits.
const TYPED: [&str; 16] = [
    "x^2",
    "x² + 3 sin(y)",
    "(x-3)^2",
    "|x|",
    "1/x",
    "ln(x)",
    "sqrt(x)",
    "exp(x)",
    "x^x",
    "e^(x*y)",
    "1/(x^2+y^2)",
    "w1^2 + 20 w2^2",
    "max(x, -x)",
    "1e300 x^2",
    "0x",
    "tan(100x) + y",
];

/// Names of fields and words in them, known and not.
const NAMES: [&str; 14] = [
    "loss",
    "name",
    "optimizer",
    "start",
    "steps",
    "stop",
    "seed",
    "batch",
    "shuffle",
    "expression",
    "learningRate",
    "data",
    "1",
    "",
];

/// Any number, mostly an ordinary one.
pub fn number(u: &mut Unstructured) -> Result<f64> {
    Ok(match u.int_in_range(0..=5)? {
        0 => *u.choose(&EDGES)?,
        1 => f64::from_bits(u.arbitrary()?),
        2 => f64::from(u.arbitrary::<i8>()?),
        3 => f64::from(u.arbitrary::<i16>()?) / 100.0,
        4 => digits::power_of_ten(i32::from(u.arbitrary::<i8>()?) / 8) * f64::from(u.arbitrary::<i8>()?),
        _ => between(u, -6.0, 6.0)?,
    })
}

/// Any plain data, a few levels deep.
pub fn anything(u: &mut Unstructured, depth: usize) -> Result<Plain> {
    let most = if depth > 3 { 3 } else { 5 };
    Ok(match u.int_in_range(0..=most)? {
        0 => Plain::Null,
        1 => Plain::Bool(u.arbitrary()?),
        2 => Plain::Number(number(u)?),
        3 => Plain::Text(text(u)?),
        4 => list(u, |u| anything(u, depth + 1))?,
        _ => {
            let length = u.int_in_range(0..=4)?;
            let field = |u: &mut Unstructured| Ok(((*u.choose(&NAMES)?).to_owned(), anything(u, depth + 1)?));
            Plain::Map((0..length).map(|_| field(u)).collect::<Result<_>>()?)
        }
    })
}

/// Any short text, a known name or a typed function among them.
pub fn text(u: &mut Unstructured) -> Result<String> {
    Ok(match u.int_in_range(0..=2)? {
        0 => (*u.choose(&NAMES)?).to_owned(),
        1 => (*u.choose(&TYPED)?).to_owned(),
        _ => String::from_utf8_lossy(u.bytes(u.len().min(12))?).into_owned(),
    })
}

/// A number from one to another.
pub fn between(u: &mut Unstructured, low: f64, high: f64) -> Result<f64> {
    Ok(low + (high - low) * f64::from(u.arbitrary::<u16>()?) / 65_535.0)
}

/// A list of up to twelve items.
pub fn list(u: &mut Unstructured, mut item: impl FnMut(&mut Unstructured) -> Result<Plain>) -> Result<Plain> {
    let length = u.int_in_range(0..=12)?;
    Ok(Plain::List((0..length).map(|_| item(u)).collect::<Result<_>>()?))
}

/// An object with these fields.
pub fn map(fields: Vec<(&str, Plain)>) -> Plain {
    Plain::Map(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}
