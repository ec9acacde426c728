//! Pieces that the functions of a number are put together from.

use super::Scalar;

/// The first if `first_wins`, the mean of both on a tie, NaN if they cannot be compared, otherwise the other.
#[inline(always)]
pub fn choose<T: Scalar>(first: T, other: T, first_wins: bool) -> T {
    let (a, b) = (first.value(), other.value());
    if first_wins {
        first
    } else if a == b {
        first * 0.5 + other * 0.5
    } else if a.is_nan() || b.is_nan() {
        T::constant(f64::NAN)
    } else {
        other
    }
}

/// −1, 0 or 1; 0 for zero itself, NaN for NaN.
#[inline(always)]
pub fn sign(x: f64) -> f64 {
    if x > 0.0 {
        1.0
    } else if x < 0.0 {
        -1.0
    } else {
        x * 0.0
    }
}

/// `factor · slope`, where a factor of 0 wins over an infinite slope.
#[inline(always)]
pub fn scaled(factor: f64, slope: f64) -> f64 {
    if factor == 0.0 { 0.0 } else { factor * slope }
}

/// xⁿ by repeated squaring, through `libm` where the rounding errors of many products would add up.
#[inline]
pub fn whole_power(x: f64, n: i32) -> f64 {
    match n {
        0 => return 1.0,
        1 => return x,
        2 => return x * x,
        -32..=32 => {}
        _ => return libm::pow(x, f64::from(n)),
    }
    let (mut result, mut square, mut left) = (1.0, x, n.unsigned_abs());
    while left > 0 {
        if left & 1 == 1 {
            result *= square;
        }
        square *= square;
        left >>= 1;
    }
    if n < 0 { 1.0 / result } else { result }
}
