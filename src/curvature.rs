//! Curvature of a loss at a point: the eigenvalues of its Hessian.

use crate::losses::Loss;

/// Largest dimension for which a whole Hessian is computed; it has the square of this many entries.
pub const LARGEST_DIMENSION: usize = 16;

/// Rounds of rotations after which a symmetric matrix of this size is diagonal to the last bit; five are usual.
const ROUNDS: usize = 30;

/// Smallest and largest eigenvalue of the Hessian of `loss` at `point`.
///
/// None if the loss has no second derivatives to give, has too many parameters, or curves beyond all numbers here.
pub fn extremes(loss: &dyn Loss, point: &[f64]) -> Option<(f64, f64)> {
    let n = loss.dimension();
    if n == 0 || n > LARGEST_DIMENSION || point.len() != n {
        return None;
    }
    let mut hessian = vec![0.0; n * n];
    if !loss.hessian(point, &mut hessian) || !hessian.iter().all(|entry| entry.is_finite()) {
        return None;
    }
    diagonalise(&mut hessian, n);
    let eigenvalues = (0..n).map(|i| hessian[i * n + i]);
    Some(eigenvalues.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value))))
}

/// Jacobi's method on a symmetric row-major `n × n` matrix: leaves the eigenvalues on the diagonal.
///
/// Source: Golub and Van Loan, *Matrix Computations* (2013), section 8.5.
fn diagonalise(matrix: &mut [f64], n: usize) {
    for _ in 0..ROUNDS {
        let mut changed = false;
        for p in 0..n {
            for q in p + 1..n {
                changed |= rotate(matrix, n, p, q);
            }
        }
        if !changed {
            break;
        }
    }
}

/// Turns the plane of the axes `p` and `q` so that their off-diagonal entry vanishes; false if it was negligible.
fn rotate(matrix: &mut [f64], n: usize, p: usize, q: usize) -> bool {
    let off = matrix[p * n + q];
    let (at_p, at_q) = (matrix[p * n + p], matrix[q * n + q]);
    if off.abs() <= f64::EPSILON * 0.01 * (at_p.abs() + at_q.abs()) {
        return false;
    }
    let tau = (at_q - at_p) / (2.0 * off);
    let tangent =
        if tau >= 0.0 { 1.0 / (tau + (1.0 + tau * tau).sqrt()) } else { -1.0 / (-tau + (1.0 + tau * tau).sqrt()) };
    let cosine = 1.0 / (1.0 + tangent * tangent).sqrt();
    let sine = tangent * cosine;
    for k in 0..n {
        let (kp, kq) = (matrix[k * n + p], matrix[k * n + q]);
        matrix[k * n + p] = cosine * kp - sine * kq;
        matrix[k * n + q] = sine * kp + cosine * kq;
    }
    for k in 0..n {
        let (pk, qk) = (matrix[p * n + k], matrix[q * n + k]);
        matrix[p * n + k] = cosine * pk - sine * qk;
        matrix[q * n + k] = sine * pk + cosine * qk;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eigenvalues_of_a_known_matrix_come_out() {
        // Second differences: the eigenvalues are 2 − 2cos(kπ/4).
        let mut matrix = [2.0, -1.0, 0.0, -1.0, 2.0, -1.0, 0.0, -1.0, 2.0];
        diagonalise(&mut matrix, 3);
        let mut found = [matrix[0], matrix[4], matrix[8]];
        found.sort_by(f64::total_cmp);
        let root = 2f64.sqrt();
        for (value, expected) in found.iter().zip([2.0 - root, 2.0, 2.0 + root]) {
            assert!((value - expected).abs() < 1e-14, "{value} is not {expected}");
        }
    }

    #[test]
    fn a_diagonal_matrix_is_left_alone_whatever_its_size() {
        let mut matrix = [1e300, 0.0, 0.0, -1e-300];
        diagonalise(&mut matrix, 2);
        assert_eq!(matrix, [1e300, 0.0, 0.0, -1e-300]);
    }
}
