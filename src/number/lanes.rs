//! Several numbers at once, each with its gradient in two parameters: forward differentiation in the lanes of a vector.
//!
//! Single precision, for pictures with many starts. The same operations run in the same order with SIMD and without it, so
//! that both give the same bits.

use core::ops::{Add, Div, Mul, Neg, Sub};

use super::Number;
use super::wide::{Wide, exp, sin_cos};

/// How many numbers there are.
pub const LANES: usize = 8;

/// Values and their derivatives with respect to two parameters, lane by lane. Of a slope that is 0 whatever the parameters
/// are nothing is kept, and nothing is computed with it.
#[derive(Clone, Copy, Debug)]
pub struct Lanes {
    /// The numbers themselves.
    pub value: Wide,
    slope: [Option<Wide>; 2],
}

impl Lanes {
    /// The two parameters: each has slope 1 in its own direction.
    #[inline(always)]
    pub fn variables([x, y]: [Wide; 2]) -> [Self; 2] {
        let one = Some(Wide::splat(1.0));
        [Self { value: x, slope: [one, None] }, Self { value: y, slope: [None, one] }]
    }

    /// ∂value/∂θ₁ and ∂value/∂θ₂.
    #[inline(always)]
    pub fn gradient(&self) -> [Wide; 2] {
        self.slope.map(|slope| slope.unwrap_or(Wide::splat(0.0)))
    }

    /// The value `value` with slopes `factor` times as large: the chain rule.
    #[inline(always)]
    fn scaled(self, value: Wide, factor: Wide) -> Self {
        Self { value, slope: self.slope.map(|slope| slope.map(|slope| slope * factor)) }
    }

    /// A function of one number, given by its value and its slope, in each lane.
    #[inline(always)]
    fn each(self, value: fn(f32) -> f32, slope: fn(f32) -> f32) -> Self {
        let x = self.value.to_array();
        self.scaled(Wide::new(x.map(value)), Wide::new(x.map(slope)))
    }

    /// Another value with the sums of both slopes.
    #[inline(always)]
    fn joined(self, other: Self, value: Wide) -> Self {
        let sum = |axis: usize| match (self.slope[axis], other.slope[axis]) {
            (Some(a), Some(b)) => Some(a + b),
            (a, None) => a,
            (None, b) => b,
        };
        Self { value, slope: [sum(0), sum(1)] }
    }
}

impl Number for Lanes {
    #[inline(always)]
    fn constant(value: f64) -> Self {
        Self { value: splat(value), slope: [None; 2] }
    }

    #[inline(always)]
    fn exp(self) -> Self {
        let value = exp(self.value);
        self.scaled(value, value)
    }

    #[inline(always)]
    fn ln(self) -> Self {
        self.each(libm::logf, |x| 1.0 / x)
    }

    /// As for a single number, a slope of 0 stays 0 at the tip of a cone.
    #[inline(always)]
    fn sqrt(self) -> Self {
        let root = self.value.sqrt();
        let factor = Wide::splat(0.5) / root;
        let slope = |slope: Wide| slope.simd_eq(Wide::splat(0.0)).select(slope, slope * factor);
        Self { value: root, slope: self.slope.map(|known| known.map(slope)) }
    }

    #[inline(always)]
    fn sin(self) -> Self {
        let [sine, cosine] = sin_cos(self.value);
        self.scaled(sine, cosine)
    }

    #[inline(always)]
    fn cos(self) -> Self {
        let [sine, cosine] = sin_cos(self.value);
        self.scaled(cosine, -sine)
    }

    #[inline(always)]
    fn tan(self) -> Self {
        self.each(libm::tanf, |x| 1.0 + libm::tanf(x) * libm::tanf(x))
    }

    #[inline(always)]
    fn sinh(self) -> Self {
        self.each(libm::sinhf, libm::coshf)
    }

    #[inline(always)]
    fn cosh(self) -> Self {
        self.each(libm::coshf, libm::sinhf)
    }

    #[inline(always)]
    fn tanh(self) -> Self {
        self.each(libm::tanhf, |x| (1.0 - libm::tanhf(x)) * (1.0 + libm::tanhf(x)))
    }

    #[inline(always)]
    fn sigmoid(self) -> Self {
        let of = |x: f32| 1.0 / (1.0 + libm::expf(-x));
        self.each(of, |x| libm::expf(-x.abs()) / ((1.0 + libm::expf(-x.abs())) * (1.0 + libm::expf(-x.abs()))))
    }

    #[inline(always)]
    fn abs(self) -> Self {
        self.each(f32::abs, |x| if x == 0.0 { 0.0 } else { x.signum() })
    }

    #[inline(always)]
    fn square(self) -> Self {
        self.scaled(self.value * self.value, self.value + self.value)
    }

    #[inline(always)]
    fn powi(self, n: i32) -> Self {
        match n {
            0 => Self::constant(1.0),
            1 => self,
            2 => self.square(),
            3..=32 => {
                let below = power(self.value, n - 1);
                self.scaled(below * self.value, below * splat(f64::from(n)))
            }
            _ => self.powf(f64::from(n)),
        }
    }

    #[inline(always)]
    fn powf(self, exponent: f64) -> Self {
        let x = self.value.to_array();
        let to = |exponent: f32| Wide::new(x.map(|x| libm::powf(x, exponent)));
        self.scaled(to(exponent as f32), to(exponent as f32 - 1.0) * splat(exponent))
    }

    #[inline(always)]
    fn pow(self, exponent: Self) -> Self {
        (self.ln() * exponent).exp()
    }

    #[inline(always)]
    fn min(self, other: Self) -> Self {
        (self + other - (self - other).abs()) * 0.5
    }

    #[inline(always)]
    fn max(self, other: Self) -> Self {
        (self + other + (self - other).abs()) * 0.5
    }
}

#[inline(always)]
fn splat(value: f64) -> Wide {
    Wide::splat(value as f32)
}

/// xⁿ for n ≥ 1; `n` is written in the formula, so that the loop is laid out when compiled.
#[inline(always)]
fn power(x: Wide, n: i32) -> Wide {
    let (mut result, mut square, mut left) = (Wide::splat(1.0), x, n);
    while left > 0 {
        if left & 1 == 1 {
            result *= square;
        }
        square *= square;
        left >>= 1;
    }
    result
}

impl Add for Lanes {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.joined(other, self.value + other.value)
    }
}

impl Sub for Lanes {
    type Output = Self;
    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl Mul for Lanes {
    type Output = Self;
    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        let (a, b) = (self.value, other.value);
        self.scaled(a, b).joined(other.scaled(b, a), a * b)
    }
}

impl Div for Lanes {
    type Output = Self;
    #[inline(always)]
    fn div(self, other: Self) -> Self {
        let inverse = Wide::splat(1.0) / other.value;
        let quotient = self.value / other.value;
        self.scaled(quotient, inverse).joined(other.scaled(quotient, -quotient * inverse), quotient)
    }
}

impl Neg for Lanes {
    type Output = Self;
    #[inline(always)]
    fn neg(self) -> Self {
        Self { value: -self.value, slope: self.slope.map(|slope| slope.map(|slope| -slope)) }
    }
}

impl Add<f64> for Lanes {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: f64) -> Self {
        Self { value: self.value + splat(other), ..self }
    }
}

impl Sub<f64> for Lanes {
    type Output = Self;
    #[inline(always)]
    fn sub(self, other: f64) -> Self {
        Self { value: self.value - splat(other), ..self }
    }
}

impl Mul<f64> for Lanes {
    type Output = Self;
    #[inline(always)]
    fn mul(self, other: f64) -> Self {
        self.scaled(self.value * splat(other), splat(other))
    }
}

impl Div<f64> for Lanes {
    type Output = Self;
    #[inline(always)]
    fn div(self, other: f64) -> Self {
        self.scaled(self.value / splat(other), splat(1.0 / other))
    }
}
