//! What one sample adds to the loss, given the linear part z = b + w·x of the model and the target y.

/// How the linear part becomes a prediction, and how a prediction is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rule {
    /// The prediction is z, its loss (z − y)².
    Squared,
    /// The prediction is z, its loss |z − y|. At the kink the subgradient 0 is used, and curvature counts as 0.
    Absolute,
    /// The prediction is σ(z), its loss the binary cross-entropy with the label y, 0 or 1.
    Logistic,
    /// The prediction is sign(z), its loss (sign(z) − y)² with the target y, −1 or 1. Its slope is 0 everywhere.
    Perceptron,
}

/// A loss as a function of z: its value and its first and second derivative.
pub(super) struct Term {
    pub(super) loss: f64,
    pub(super) slope: f64,
    pub(super) curvature: f64,
}

impl Rule {
    /// What the model says.
    pub(super) fn prediction(self, z: f64) -> f64 {
        match self {
            Rule::Squared | Rule::Absolute => z,
            Rule::Logistic => sigmoid(z),
            Rule::Perceptron => sign(z),
        }
    }

    /// What the prediction is compared with: labels 0 and 1 are −1 and 1 where the prediction is a sign.
    pub(super) fn target(self, y: f64) -> f64 {
        if self == Rule::Perceptron { 2.0 * y - 1.0 } else { y }
    }

    /// The loss of one sample with its derivatives by z.
    #[inline]
    pub(super) fn term(self, z: f64, y: f64) -> Term {
        match self {
            Rule::Squared => Term { loss: (z - y) * (z - y), slope: 2.0 * (z - y), curvature: 2.0 },
            Rule::Absolute => Term { loss: (z - y).abs(), slope: sign(z - y), curvature: 0.0 },
            Rule::Logistic => cross_entropy(z, y),
            Rule::Perceptron => Term { loss: (sign(z) - y) * (sign(z) - y), slope: 0.0, curvature: 0.0 },
        }
    }
}

/// −y·ln σ(z) − (1 − y)·ln(1 − σ(z)), written so that nothing overflows and nothing is lost at large |z|.
fn cross_entropy(z: f64, y: f64) -> Term {
    let small = libm::exp(-z.abs());
    let loss = z.max(0.0) - y * z + libm::log1p(small);
    Term { loss, slope: sigmoid(z) - y, curvature: small / ((1.0 + small) * (1.0 + small)) }
}

/// σ(z) = 1 / (1 + e^(−z)), from a power that cannot overflow.
fn sigmoid(z: f64) -> f64 {
    let small = libm::exp(-z.abs());
    if z >= 0.0 { 1.0 / (1.0 + small) } else { small / (1.0 + small) }
}

/// −1, 0 or 1; NaN stays NaN.
fn sign(value: f64) -> f64 {
    if value == 0.0 || value.is_nan() { value } else { value.signum() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cross_entropy_neither_overflows_nor_loses_its_digits_at_a_thousand() {
        for (z, y, loss, slope) in [(1000.0, 1.0, 0.0, 0.0), (1000.0, 0.0, 1000.0, 1.0), (-1000.0, 1.0, 1000.0, -1.0)] {
            let term = cross_entropy(z, y);
            assert_eq!((term.loss, term.slope, term.curvature), (loss, slope, 0.0));
        }
        // ln(1 + e⁻⁵⁰) is e⁻⁵⁰ to all digits, which 1 + e⁻⁵⁰ itself has lost.
        assert_eq!(cross_entropy(50.0, 1.0).loss, libm::exp(-50.0));
    }

    #[test]
    fn at_zero_the_sigmoid_is_a_half_and_a_sign_is_zero() {
        assert_eq!((sigmoid(0.0), Rule::Perceptron.prediction(0.0), sign(-3.0)), (0.5, 0.0, -1.0));
        assert_eq!(cross_entropy(0.0, 1.0).curvature, 0.25);
    }
}
