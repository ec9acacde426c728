//! A plain `f64` is a number that carries no derivative.

use super::Scalar;

impl Scalar for f64 {
    #[inline(always)]
    fn constant(value: f64) -> Self {
        value
    }

    #[inline(always)]
    fn value(&self) -> f64 {
        *self
    }

    #[inline(always)]
    fn chain(self, value: f64, _: impl FnOnce() -> f64, _: impl FnOnce() -> f64) -> Self {
        value
    }
}
