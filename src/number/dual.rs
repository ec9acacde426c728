//! A number with its gradient: forward differentiation to first order.

#![expect(
    clippy::suspicious_arithmetic_impl,
    reason = "the rules of differentiation multiply in a division and add in a product"
)]

use core::ops::{Add, Div, Mul, Neg, Sub};

use super::Scalar;
use super::parts::scaled;

/// A value and its derivatives with respect to `N` parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dual<const N: usize> {
    /// The number itself.
    pub value: f64,
    /// ∂value/∂θᵢ.
    pub gradient: [f64; N],
}

impl<const N: usize> Dual<N> {
    /// The parameters at a point: each has slope 1 in its own direction.
    #[inline(always)]
    pub fn variables(point: &[f64; N]) -> [Self; N] {
        core::array::from_fn(|i| Self {
            value: point[i],
            gradient: core::array::from_fn(|j| if i == j { 1.0 } else { 0.0 }),
        })
    }

    #[inline(always)]
    fn with(value: f64, slope: impl FnMut(usize) -> f64) -> Self {
        Self { value, gradient: core::array::from_fn(slope) }
    }
}

impl<const N: usize> Scalar for Dual<N> {
    #[inline(always)]
    fn constant(value: f64) -> Self {
        Self { value, gradient: [0.0; N] }
    }

    #[inline(always)]
    fn value(&self) -> f64 {
        self.value
    }

    #[inline(always)]
    fn chain(self, value: f64, first: impl FnOnce() -> f64, _: impl FnOnce() -> f64) -> Self {
        let slope = first();
        Self::with(value, |i| scaled(self.gradient[i], slope))
    }

    #[inline(always)]
    fn squared(self) -> Self {
        let twice = 2.0 * self.value;
        Self::with(self.value * self.value, |i| twice * self.gradient[i])
    }
}

impl<const N: usize> Add for Dual<N> {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        Self::with(self.value + other.value, |i| self.gradient[i] + other.gradient[i])
    }
}

impl<const N: usize> Sub for Dual<N> {
    type Output = Self;
    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        Self::with(self.value - other.value, |i| self.gradient[i] - other.gradient[i])
    }
}

impl<const N: usize> Mul for Dual<N> {
    type Output = Self;
    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        Self::with(self.value * other.value, |i| self.gradient[i] * other.value + self.value * other.gradient[i])
    }
}

impl<const N: usize> Div for Dual<N> {
    type Output = Self;
    #[inline(always)]
    fn div(self, other: Self) -> Self {
        let quotient = self.value / other.value;
        Self::with(quotient, |i| (self.gradient[i] - quotient * other.gradient[i]) / other.value)
    }
}

impl<const N: usize> Neg for Dual<N> {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self::with(-self.value, |i| -self.gradient[i])
    }
}

impl<const N: usize> Add<f64> for Dual<N> {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: f64) -> Self {
        Self { value: self.value + other, ..self }
    }
}

impl<const N: usize> Sub<f64> for Dual<N> {
    type Output = Self;
    #[inline(always)]
    fn sub(self, other: f64) -> Self {
        Self { value: self.value - other, ..self }
    }
}

impl<const N: usize> Mul<f64> for Dual<N> {
    type Output = Self;
    #[inline(always)]
    fn mul(self, other: f64) -> Self {
        Self::with(self.value * other, |i| self.gradient[i] * other)
    }
}

impl<const N: usize> Div<f64> for Dual<N> {
    type Output = Self;
    #[inline(always)]
    fn div(self, other: f64) -> Self {
        Self::with(self.value / other, |i| self.gradient[i] / other)
    }
}
