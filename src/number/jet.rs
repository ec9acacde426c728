//! A number with its gradient and Hessian: forward differentiation to second order.

#![expect(
    clippy::suspicious_arithmetic_impl,
    reason = "the rules of differentiation multiply in a division and add in a product"
)]

use core::array::from_fn;
use core::ops::{Add, Div, Mul, Neg, Sub};

use super::Scalar;
use super::parts::scaled;

/// A value with its first and second derivatives with respect to `N` parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Jet<const N: usize> {
    /// The number itself.
    pub value: f64,
    /// ∂value/∂θᵢ.
    pub gradient: [f64; N],
    /// ∂²value/∂θᵢ∂θⱼ, symmetric.
    pub hessian: [[f64; N]; N],
}

impl<const N: usize> Jet<N> {
    /// The parameters at a point: each has slope 1 in its own direction and no curvature.
    #[inline]
    pub fn variables(point: &[f64; N]) -> [Self; N] {
        from_fn(|i| Self::variable(point[i], i))
    }

    /// The parameter number `index`.
    #[inline]
    pub fn variable(value: f64, index: usize) -> Self {
        Self::with(value, |i| if i == index { 1.0 } else { 0.0 }, |_, _| 0.0)
    }

    #[inline(always)]
    fn with(value: f64, slope: impl FnMut(usize) -> f64, mut curvature: impl FnMut(usize, usize) -> f64) -> Self {
        Self { value, gradient: from_fn(slope), hessian: from_fn(|i| from_fn(|j| curvature(i, j))) }
    }
}

impl<const N: usize> Scalar for Jet<N> {
    #[inline]
    fn constant(value: f64) -> Self {
        Self { value, gradient: [0.0; N], hessian: [[0.0; N]; N] }
    }

    #[inline]
    fn value(&self) -> f64 {
        self.value
    }

    #[inline(always)]
    fn chain(self, value: f64, first: impl FnOnce() -> f64, second: impl FnOnce() -> f64) -> Self {
        self.composed(value, first(), second())
    }
}

impl<const N: usize> Jet<N> {
    #[inline(never)]
    fn composed(self, value: f64, first: f64, second: f64) -> Self {
        let (g, h) = (self.gradient, self.hessian);
        if first.is_infinite() && g == [0.0; N] {
            // The tip of a cone such as √(x² + y²): no slope and no curvature are reported, as for |x| at 0.
            return Self::constant(value);
        }
        Self::with(value, |i| scaled(g[i], first), |i, j| scaled(g[i] * g[j], second) + scaled(h[i][j], first))
    }
}

impl<const N: usize> Add for Jet<N> {
    type Output = Self;
    #[inline(never)]
    fn add(self, other: Self) -> Self {
        Self::with(
            self.value + other.value,
            |i| self.gradient[i] + other.gradient[i],
            |i, j| self.hessian[i][j] + other.hessian[i][j],
        )
    }
}

impl<const N: usize> Sub for Jet<N> {
    type Output = Self;
    #[inline(never)]
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl<const N: usize> Mul for Jet<N> {
    type Output = Self;
    #[inline(never)]
    fn mul(self, other: Self) -> Self {
        let (a, b) = (self.value, other.value);
        let (f, g) = (self.gradient, other.gradient);
        Self::with(
            a * b,
            |i| f[i] * b + a * g[i],
            // The mixed products stand in brackets so that the result is symmetric to the last bit.
            |i, j| self.hessian[i][j] * b + a * other.hessian[i][j] + (f[i] * g[j] + f[j] * g[i]),
        )
    }
}

impl<const N: usize> Div for Jet<N> {
    type Output = Self;
    #[inline(never)]
    fn div(self, other: Self) -> Self {
        // From q·b = a: q′ = (a′ − q·b′)/b and q″ = (a″ − q′b′ − b′q′ − q·b″)/b.
        let (b, g) = (other.value, other.gradient);
        let quotient = self.value / b;
        let slope: [f64; N] = from_fn(|i| (self.gradient[i] - quotient * g[i]) / b);
        Self::with(
            quotient,
            |i| slope[i],
            |i, j| {
                let mixed = slope[i] * g[j] + slope[j] * g[i];
                (self.hessian[i][j] - mixed - quotient * other.hessian[i][j]) / b
            },
        )
    }
}

impl<const N: usize> Neg for Jet<N> {
    type Output = Self;
    #[inline(never)]
    fn neg(self) -> Self {
        Self::with(-self.value, |i| -self.gradient[i], |i, j| -self.hessian[i][j])
    }
}

impl<const N: usize> Add<f64> for Jet<N> {
    type Output = Self;
    #[inline(never)]
    fn add(self, other: f64) -> Self {
        Self { value: self.value + other, ..self }
    }
}

impl<const N: usize> Sub<f64> for Jet<N> {
    type Output = Self;
    #[inline(never)]
    fn sub(self, other: f64) -> Self {
        Self { value: self.value - other, ..self }
    }
}

impl<const N: usize> Mul<f64> for Jet<N> {
    type Output = Self;
    #[inline(never)]
    fn mul(self, other: f64) -> Self {
        Self::with(self.value * other, |i| self.gradient[i] * other, |i, j| self.hessian[i][j] * other)
    }
}

impl<const N: usize> Div<f64> for Jet<N> {
    type Output = Self;
    #[inline(never)]
    fn div(self, other: f64) -> Self {
        Self::with(self.value / other, |i| self.gradient[i] / other, |i, j| self.hessian[i][j] / other)
    }
}
