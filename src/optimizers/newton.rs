//! Newton's method: `θ ← θ − ηH⁻¹∇L`, with the Hessian `H` of the loss. Goes to any flat point, a maximum included.
//!
//! Source: Nocedal and Wright, *Numerical Optimization* (2006), section 3.3, without their safeguards, on purpose.

use super::{Entry, Memory, Optimizer, Thresholds, learning_rate};
use crate::losses::Loss;

pub(super) static ENTRY: Entry = Entry {
    name: "newton",
    settings: &[learning_rate(1.0)],
    build: |settings| Box::new(Newton { learning_rate: settings.number("learningRate") }),
};

struct Newton {
    learning_rate: f64,
}

impl Optimizer for Newton {
    fn memory(&self, dimension: usize) -> Memory {
        Memory { scratch: vec![0.0; dimension * dimension + dimension], ..Memory::default() }
    }

    fn update(&self, loss: &dyn Loss, gradient: &[f64], memory: &mut Memory, point: &mut [f64]) -> bool {
        let n = point.len();
        let Some((hessian, direction)) = memory.scratch.split_at_mut_checked(n * n) else {
            return false;
        };
        if direction.len() != n || !loss.hessian(point, hessian) {
            return false;
        }
        direction.copy_from_slice(gradient);
        if !solve(hessian, direction) {
            return false;
        }
        for (parameter, change) in point.iter_mut().zip(direction) {
            *parameter -= self.learning_rate * *change;
        }
        true
    }

    /// On a quadratic the factor per step is `1 − η` in every direction.
    fn thresholds(&self) -> Option<Thresholds> {
        Some(Thresholds { monotone_below: 1.0, diverges_above: 2.0 })
    }

    fn ignores_curvature(&self) -> bool {
        true
    }

    /// A Hessian costs about one gradient per parameter.
    fn evaluations(&self, dimension: usize) -> u64 {
        1 + dimension as u64
    }
}

/// Solves `matrix · x = right` in place by elimination with partial pivoting; the matrix is row-major and is used up.
///
/// Returns `false` if the matrix has no inverse.
fn solve(matrix: &mut [f64], right: &mut [f64]) -> bool {
    let n = right.len();
    for column in 0..n {
        if !bring_pivot_up(matrix, right, column) {
            return false;
        }
        for row in column + 1..n {
            let share = matrix[row * n + column] / matrix[column * n + column];
            for k in column..n {
                matrix[row * n + k] -= share * matrix[column * n + k];
            }
            right[row] -= share * right[column];
        }
    }
    for row in (0..n).rev() {
        let known: f64 = (row + 1..n).map(|k| matrix[row * n + k] * right[k]).sum();
        right[row] = (right[row] - known) / matrix[row * n + row];
    }
    true
}

/// Swaps the row with the largest entry of `column` into place; `false` if all entries are zero or not finite.
fn bring_pivot_up(matrix: &mut [f64], right: &mut [f64], column: usize) -> bool {
    let n = right.len();
    let mut best = column;
    for row in column + 1..n {
        if matrix[row * n + column].abs() > matrix[best * n + column].abs() {
            best = row;
        }
    }
    let pivot = matrix[best * n + column];
    if pivot == 0.0 || !pivot.is_finite() {
        return false;
    }
    for k in 0..n {
        matrix.swap(column * n + k, best * n + k);
    }
    right.swap(column, best);
    true
}
