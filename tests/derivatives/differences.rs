//! Central differences with Richardson's extrapolation, and an estimate of how far each may be trusted.

use downhill::losses::Loss;

/// Steps tried, relative to the size of the coordinate.
const STEPS: [f64; 5] = [1e-1, 2e-2, 4e-3, 8e-4, 1.6e-4];

/// ∇L by the loss itself.
pub fn gradient(loss: &dyn Loss, point: &[f64]) -> Vec<f64> {
    let mut gradient = vec![f64::NAN; point.len()];
    loss.gradient(point, &mut gradient);
    gradient
}

/// The Hessian by the loss itself, row by row.
pub fn hessian(loss: &dyn Loss, point: &[f64]) -> Vec<f64> {
    let mut hessian = vec![f64::NAN; point.len() * point.len()];
    assert!(loss.hessian(point, &mut hessian), "a formula has second derivatives");
    hessian
}

/// Whether the gradient agrees with differences of the loss, the Hessian with differences of the gradient, and the loss
/// that comes with the gradient with the loss itself. Where differences cannot tell (next to a kink or a pole, or where
/// a value is not finite), nothing is asked.
pub fn slopes_agree(loss: &dyn Loss, point: &[f64]) -> bool {
    let n = point.len();
    let (exact, curvature) = (gradient(loss, point), hessian(loss, point));
    let value = loss.value(point);
    let with_gradient = loss.gradient(point, &mut vec![0.0; n]);
    if with_gradient != value && !(value.is_nan() && with_gradient.is_nan()) {
        return false;
    }
    (0..n).all(|i| {
        let slope = difference(point, i, |at| loss.value(at));
        let row_agrees = (0..n).all(|j| {
            let row = difference(point, i, |at| gradient(loss, at)[j]);
            agrees(curvature[i * n + j], row)
        });
        agrees(exact[i], slope) && row_agrees
    })
}

/// A derivative and how far it may be off.
struct Estimate {
    value: f64,
    error: f64,
}

/// Whether the exact derivative is within the estimate. An estimate worse than one part in ten thousand proves nothing.
fn agrees(exact: f64, estimate: Option<Estimate>) -> bool {
    let Some(Estimate { value, error }) = estimate else {
        return true;
    };
    error > 1e-4 * (1.0 + value.abs()) || (exact - value).abs() <= 20.0 * error + 1e-9 * (1.0 + value.abs())
}

/// ∂f/∂θᵢ: of the steps tried, the one whose extrapolated difference agrees best with its neighbour's.
fn difference(point: &[f64], i: usize, f: impl Fn(&[f64]) -> f64) -> Option<Estimate> {
    let moved = |by: f64| {
        let mut at = point.to_vec();
        at[i] += by;
        (f(&at), at[i])
    };
    let central = |h: f64| {
        let ((ahead, right), (behind, left)) = (moved(h), moved(-h));
        (ahead - behind) / (right - left)
    };
    // The error of a central difference falls with h², so this mean of two has none of that order left.
    let extrapolated = |h: f64| (4.0 * central(h / 2.0) - central(h)) / 3.0;
    let scale = point[i].abs().max(1.0);
    let rounding = |h: f64| f(point).abs() * 4.0 * f64::EPSILON / h;
    STEPS
        .windows(2)
        .map(|pair| {
            let (wide, narrow) = (extrapolated(pair[0] * scale), extrapolated(pair[1] * scale));
            Estimate { value: narrow, error: (wide - narrow).abs() + rounding(pair[1] * scale) }
        })
        .filter(|estimate| estimate.error.is_finite())
        .min_by(|a, b| a.error.total_cmp(&b.error))
}
