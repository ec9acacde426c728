//! From a formula, written once for any kind of number, to a loss with exact derivatives.

use core::array::from_fn;

#[cfg(any(feature = "kernels", not(target_arch = "wasm32")))]
use crate::losses::{Arrival, Descent};
use crate::losses::{Frame, Loss};
use crate::number::{Dual, Jet, Number};

/// Most parameters of a formula. A loss with more of them writes its own derivatives.
const MOST: usize = 2;

/// A loss written as a formula in `N` parameters.
pub trait Formula<const N: usize> {
    /// The formula. It must not branch on anything but the numbers' values.
    fn value<T: Number>(&self, point: &[T; N]) -> T;

    /// Lowest and highest value worth seeing, one pair per parameter.
    fn frame(&self) -> [[f64; 2]; N];
}

/// A formula in one or two parameters as a loss: gradient and Hessian come from the formula itself, exact to rounding.
pub struct Exact<F, const N: usize>(pub F);

impl<F: Formula<N>, const N: usize> Loss for Exact<F, N> {
    fn dimension(&self) -> usize {
        N
    }

    #[inline]
    fn value(&self, point: &[f64]) -> f64 {
        self.0.value(&array(point))
    }

    #[inline]
    fn gradient(&self, point: &[f64], gradient: &mut [f64]) -> f64 {
        let result = self.0.value(&Dual::variables(&array(point)));
        for (to, from) in gradient.iter_mut().zip(result.gradient) {
            *to = from;
        }
        result.value
    }

    fn hessian(&self, point: &[f64], hessian: &mut [f64]) -> bool {
        const { assert!(N <= MOST) }
        let point: [f64; N] = array(point);
        // Always in `MOST` parameters, of which the last may be missing: the rules of second derivatives are long, and
        // so they stand in the program once.
        let result = self.0.value(&from_fn(|i| Jet::<MOST>::variable(point[i], i)));
        for (row, from) in hessian.chunks_mut(N).zip(result.hessian) {
            for (to, from) in row.iter_mut().zip(from) {
                *to = from;
            }
        }
        true
    }

    fn frame(&self) -> Frame {
        self.0.frame().to_vec()
    }

    #[cfg(any(feature = "kernels", not(target_arch = "wasm32")))]
    fn sketch(&self, descent: &Descent, xs: &[f64], y: f64, ends: &mut [Arrival]) -> bool {
        if N == MOST {
            descent.row(&self.0, xs, y, ends);
        }
        N == MOST
    }
}

/// The first `N` coordinates. A point of the wrong dimension is a mistake of the caller, answered with NaN instead of
/// a panic.
#[inline]
fn array<const N: usize>(point: &[f64]) -> [f64; N] {
    point.first_chunk().copied().unwrap_or([f64::NAN; N])
}
