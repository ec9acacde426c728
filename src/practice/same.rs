//! When two programs do the same: the same way, the same output, the same ending, whatever the lines are.

use super::program::{Piece, Run};

/// How far two numbers may lie apart that are computed in different ways, relatively and absolutely.
const RELATIVE: f64 = 1e-9;
const ABSOLUTE: f64 = 1e-12;

/// Whether two runs went the same way, printed the same, and ended alike.
pub fn same(a: &Run, b: &Run) -> bool {
    let trouble = |run: &Run| run.problem.as_ref().map(|problem| problem.cause.clone());
    alike(&a.points, &b.points)
        && a.output.len() == b.output.len()
        && a.output.iter().zip(&b.output).all(|(a, b)| same_line(a, b))
        && trouble(a) == trouble(b)
}

fn same_line(a: &[Piece], b: &[Piece]) -> bool {
    let same = |(a, b): (&Piece, &Piece)| match (a, b) {
        (Piece::Value(a), Piece::Value(b)) => near(a.number(), b.number()),
        _ => a == b,
    };
    a.len() == b.len() && a.iter().zip(b).all(same)
}

/// Whether two lists of numbers are the same but for rounding.
pub fn alike(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| near(*a, *b))
}

fn near(a: f64, b: f64) -> bool {
    a == b || (a.is_nan() && b.is_nan()) || (a - b).abs() <= RELATIVE * a.abs().min(b.abs()) + ABSOLUTE
}
