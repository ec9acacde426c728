//! What typed functions mean, and what is said of those that mean nothing.

mod meaning;
mod mistakes;
mod postfix;

use super::parse;
use crate::fault::Accepted;

/// The value at x = 3 (and y = 5).
fn value(text: &str) -> f64 {
    let expression = parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
    let point = [3.0, 5.0];
    let loss = expression.clone().into_loss();
    loss.value(&point[..expression.dimension()])
}

/// Where the problem of a text is, and what was expected there.
fn problem(text: &str) -> (usize, &'static str) {
    match parse(text).expect_err(text).accepted {
        Accepted::Syntax { position, expected } => (position, expected),
        other => panic!("{text}: {other:?}"),
    }
}
