//! The functions of a single number, from its value and the chain rule.

use super::parts::{choose, scaled, sign, whole_power};
use super::{Arithmetic, Number};

/// A number with one value: a type supplies its arithmetic and [`chain`](Scalar::chain), the functions follow from that.
pub trait Scalar: Arithmetic {
    /// A number that does not depend on any parameter.
    fn constant(value: f64) -> Self;

    /// The number itself, without its derivatives.
    fn value(&self) -> f64;

    /// The chain rule: `f(self)`, given `f`, `f′` and `f″` at `self.value()`. A type asks only for the derivatives that
    /// it carries. An infinite slope times a slope of exactly 0 counts as 0, so that √(x² + y²) has slope 0 at its tip
    /// (and curvature 0, as |x| has).
    fn chain(self, value: f64, first: impl FnOnce() -> f64, second: impl FnOnce() -> f64) -> Self;

    /// The number times itself.
    #[inline(always)]
    fn squared(self) -> Self {
        self * self
    }
}

impl<T: Scalar> Number for T {
    #[inline(always)]
    fn constant(value: f64) -> Self {
        Scalar::constant(value)
    }

    #[inline(always)]
    fn exp(self) -> Self {
        let value = libm::exp(self.value());
        self.chain(value, || value, || value)
    }

    #[inline(always)]
    fn ln(self) -> Self {
        let x = self.value();
        self.chain(libm::log(x), || 1.0 / x, || -1.0 / (x * x))
    }

    #[inline(always)]
    fn sqrt(self) -> Self {
        let root = self.value().sqrt();
        self.chain(root, || 0.5 / root, || -0.25 / (root * root * root))
    }

    #[inline(always)]
    fn sin(self) -> Self {
        let x = self.value();
        let sine = libm::sin(x);
        self.chain(sine, || libm::cos(x), || -sine)
    }

    #[inline(always)]
    fn cos(self) -> Self {
        let x = self.value();
        let cosine = libm::cos(x);
        self.chain(cosine, || -libm::sin(x), || -cosine)
    }

    #[inline(always)]
    fn tan(self) -> Self {
        let t = libm::tan(self.value());
        self.chain(t, || 1.0 + t * t, || 2.0 * t * (1.0 + t * t))
    }

    #[inline(always)]
    fn sinh(self) -> Self {
        let x = self.value();
        let value = libm::sinh(x);
        self.chain(value, || libm::cosh(x), || value)
    }

    #[inline(always)]
    fn cosh(self) -> Self {
        let x = self.value();
        let value = libm::cosh(x);
        self.chain(value, || libm::sinh(x), || value)
    }

    #[inline(always)]
    fn tanh(self) -> Self {
        let t = libm::tanh(self.value());
        let slope = (1.0 - t) * (1.0 + t);
        self.chain(t, || slope, || -2.0 * t * slope)
    }

    #[inline(always)]
    fn sigmoid(self) -> Self {
        let x = self.value();
        let small = libm::exp(-x.abs());
        let value = if x < 0.0 { small / (1.0 + small) } else { 1.0 / (1.0 + small) };
        let slope = small / ((1.0 + small) * (1.0 + small));
        self.chain(value, || slope, || slope * (1.0 - 2.0 * value))
    }

    #[inline(always)]
    fn abs(self) -> Self {
        let x = self.value();
        self.chain(x.abs(), || sign(x), || 0.0)
    }

    #[inline(always)]
    fn square(self) -> Self {
        self.squared()
    }

    #[inline(always)]
    fn powi(self, n: i32) -> Self {
        let x = self.value();
        let (first, second) = (f64::from(n), f64::from(n) * (f64::from(n) - 1.0));
        self.chain(
            whole_power(x, n),
            || scaled(first, whole_power(x, n.saturating_sub(1))),
            || scaled(second, whole_power(x, n.saturating_sub(2))),
        )
    }

    #[inline(always)]
    fn powf(self, exponent: f64) -> Self {
        if exponent == exponent.trunc() && exponent.abs() <= 1024.0 {
            return self.powi(exponent as i32);
        }
        let x = self.value();
        self.chain(
            libm::pow(x, exponent),
            || exponent * libm::pow(x, exponent - 1.0),
            || exponent * (exponent - 1.0) * libm::pow(x, exponent - 2.0),
        )
    }

    #[inline(always)]
    fn pow(self, exponent: Self) -> Self {
        let (base, power) = (self.value(), exponent.value());
        let value = libm::pow(base, power);
        if base > 0.0 {
            return (exponent * self.ln()).chain(value, || value, || value);
        }
        if base == 0.0 {
            return self.powf(power);
        }
        exponent.chain(value, || f64::NAN, || f64::NAN)
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        choose(self, other, self.value() < other.value())
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        choose(self, other, self.value() > other.value())
    }
}
