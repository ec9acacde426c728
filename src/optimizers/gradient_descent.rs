//! Gradient descent: `θ ← θ − α∇L`. PyTorch's `SGD` without momentum.

use super::{Entry, Memory, Optimizer, Thresholds, learning_rate};
use crate::losses::Loss;

pub(super) static ENTRY: Entry = Entry {
    name: "gradientDescent",
    settings: &[learning_rate(1e-3)],
    build: |settings| Box::new(GradientDescent { learning_rate: settings.number("learningRate") }),
};

struct GradientDescent {
    learning_rate: f64,
}

impl Optimizer for GradientDescent {
    fn memory(&self, _dimension: usize) -> Memory {
        Memory::default()
    }

    fn update(&self, _loss: &dyn Loss, gradient: &[f64], _memory: &mut Memory, point: &mut [f64]) -> bool {
        for (parameter, slope) in point.iter_mut().zip(gradient) {
            *parameter -= self.learning_rate * slope;
        }
        true
    }

    /// The factor per step is `1 − αλ`.
    fn thresholds(&self) -> Option<Thresholds> {
        Some(Thresholds { monotone_below: 1.0, diverges_above: 2.0 })
    }
}
