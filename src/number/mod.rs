//! Numbers a loss can be written with: plain `f64`, first derivatives (`Dual`), first and second derivatives (`Jet`),
//! and four numbers at once with first derivatives (`Lanes`).
//!
//! A loss is written once, generic over `Number`, and the same lines give value, gradient and Hessian. All functions
//! beyond `+ − × ÷ √` go through the `libm` crate, and none uses a fused multiply-add, so that native code and wasm
//! agree to the last bit.

mod arithmetic;
mod dual;
mod functions;
mod jet;
mod lanes;
mod parts;
mod plain;
mod wide;

pub use self::wide::Wide;
pub use arithmetic::Arithmetic;
pub use dual::Dual;
pub use functions::Scalar;
pub use jet::Jet;
pub use lanes::{LANES, Lanes};

/// A number that remembers as many derivatives as its type says.
///
/// Each function states what it takes for the derivative where there is none. The value itself cannot be asked for: a
/// formula that does not branch holds for several numbers at once, too ([`Lanes`]).
pub trait Number: Arithmetic {
    /// A number that does not depend on any parameter.
    fn constant(value: f64) -> Self;

    /// e to the power of `self`.
    fn exp(self) -> Self;

    /// Natural logarithm; NaN below 0.
    fn ln(self) -> Self;

    /// Square root; its slope at 0 is +∞.
    fn sqrt(self) -> Self;

    /// Sine of an angle in radians.
    fn sin(self) -> Self;

    /// Cosine of an angle in radians.
    fn cos(self) -> Self;

    /// Tangent of an angle in radians.
    fn tan(self) -> Self;

    /// Hyperbolic sine.
    fn sinh(self) -> Self;

    /// Hyperbolic cosine.
    fn cosh(self) -> Self;

    /// Hyperbolic tangent.
    fn tanh(self) -> Self;

    /// The logistic function 1 / (1 + e⁻ˣ), without overflow at either end.
    fn sigmoid(self) -> Self;

    /// Absolute value; at the kink the slope used is the subgradient 0, and the curvature is 0 everywhere.
    fn abs(self) -> Self;

    /// The number times itself.
    fn square(self) -> Self;

    /// A whole power. `powi(0)` is 1, also at 0.
    fn powi(self, n: i32) -> Self;

    /// A power with a constant exponent; NaN below 0 unless the exponent is whole.
    fn powf(self, exponent: f64) -> Self;

    /// A power whose exponent varies too. Below 0 such a power exists at single points only, so it has no slope there
    /// (NaN); at base 0 it is treated as a power with a constant exponent. For a constant exponent use `powf`.
    fn pow(self, exponent: Self) -> Self;

    /// The smaller of two; where they are equal, the mean of both, so that min(x, −x) has slope 0 at 0 like −|x|.
    fn min(self, other: Self) -> Self;

    /// The larger of two; where they are equal, the mean of both, so that max(x, −x) has slope 0 at 0 like |x|.
    fn max(self, other: Self) -> Self;
}

#[cfg(test)]
mod tests;
