//! The length of a vector, however large or small its numbers.

/// The Euclidean norm, without overflow on the way where the result itself is finite.
pub(super) fn norm(vector: &[f64]) -> f64 {
    let sum: f64 = vector.iter().map(|value| value * value).sum();
    if sum.is_finite() && sum > f64::MIN_POSITIVE {
        return sum.sqrt();
    }
    let largest = vector.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    if largest == 0.0 || !largest.is_finite() {
        return largest;
    }
    let sum: f64 = vector.iter().map(|value| (value / largest) * (value / largest)).sum();
    largest * sum.sqrt()
}
