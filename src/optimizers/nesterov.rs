//! Nesterov's momentum: `v ← βv + ∇L; θ ← θ − α(∇L + βv)`. PyTorch's `SGD` with `nesterov=True`.

use super::{Entry, Memory, Optimizer, Thresholds, learning_rate, share};
use crate::losses::Loss;

pub(super) static ENTRY: Entry = Entry {
    name: "nesterov",
    settings: &[learning_rate(1e-3), share("momentum", 0.9)],
    build: |settings| {
        Box::new(Nesterov { learning_rate: settings.number("learningRate"), momentum: settings.number("momentum") })
    },
};

struct Nesterov {
    learning_rate: f64,
    momentum: f64,
}

impl Optimizer for Nesterov {
    fn memory(&self, dimension: usize) -> Memory {
        Memory { buffers: vec![vec![0.0; dimension]], ..Memory::default() }
    }

    fn update(&self, _loss: &dyn Loss, gradient: &[f64], memory: &mut Memory, point: &mut [f64]) -> bool {
        let [velocity] = &mut memory.buffers[..] else {
            return false;
        };
        for ((parameter, slope), speed) in point.iter_mut().zip(gradient).zip(velocity) {
            *speed = self.momentum * *speed + slope;
            *parameter -= self.learning_rate * (slope + self.momentum * *speed);
        }
        true
    }

    /// The eigenvalues of the update are the roots of `z² − (1 + β)(1 − αλ)z + β(1 − αλ)`: real and positive while
    /// `αλ ≤ ((1 − β)/(1 + β))²`, inside the unit circle while `αλ < (2 + 2β)/(1 + 2β)`. (O'Donoghue and Candès,
    /// *Adaptive Restart for Accelerated Gradient Schemes*, 2015, for the polynomial; the bounds by the Jury criterion.)
    fn thresholds(&self) -> Option<Thresholds> {
        let beta = self.momentum;
        let ratio = (1.0 - beta) / (1.0 + beta);
        Some(Thresholds { monotone_below: ratio * ratio, diverges_above: (2.0 + 2.0 * beta) / (1.0 + 2.0 * beta) })
    }
}
