//! Heavy-ball momentum: `v ← βv + ∇L; θ ← θ − αv`. PyTorch's `SGD` with `momentum`.

use super::{Entry, Memory, Optimizer, Thresholds, learning_rate, share};
use crate::losses::Loss;

pub(super) static ENTRY: Entry = Entry {
    name: "momentum",
    settings: &[learning_rate(1e-3), share("momentum", 0.9)],
    build: |settings| {
        Box::new(Momentum { learning_rate: settings.number("learningRate"), momentum: settings.number("momentum") })
    },
};

struct Momentum {
    learning_rate: f64,
    momentum: f64,
}

impl Optimizer for Momentum {
    fn memory(&self, dimension: usize) -> Memory {
        Memory { buffers: vec![vec![0.0; dimension]], ..Memory::default() }
    }

    fn update(&self, _loss: &dyn Loss, gradient: &[f64], memory: &mut Memory, point: &mut [f64]) -> bool {
        let [velocity] = &mut memory.buffers[..] else {
            return false;
        };
        for ((parameter, slope), speed) in point.iter_mut().zip(gradient).zip(velocity) {
            *speed = self.momentum * *speed + slope;
            *parameter -= self.learning_rate * *speed;
        }
        true
    }

    /// The eigenvalues of the update are the roots of `z² − (1 + β − αλ)z + β`: real while `αλ ≤ (1 − √β)²`, inside the
    /// unit circle while `αλ < 2(1 + β)`. (Goh, *Why Momentum Really Works*, Distill 2017.)
    fn thresholds(&self) -> Option<Thresholds> {
        let gap = 1.0 - self.momentum.sqrt();
        Some(Thresholds { monotone_below: gap * gap, diverges_above: 2.0 * (1.0 + self.momentum) })
    }
}
