//! Gradient descent: `θ ← θ − αₖ∇L` with `αₖ = α / (1 + decay·k)` after k updates. PyTorch's `SGD` without momentum; the
//! decay is the `lr_decay` of its `Adagrad`.

use super::{Entry, Memory, Optimizer, Thresholds, learning_rate};
use crate::losses::Loss;
use crate::settings::{Kind, Setting};

/// No decay: the learning rate stays what it is, to the last bit.
const DECAY: Setting =
    Setting { name: "learningRateDecay", kind: Kind::Number { default: 0.0, lowest: 0.0, highest: 1e6 } };

pub(super) static ENTRY: Entry = Entry {
    name: "gradientDescent",
    settings: &[learning_rate(1e-3), DECAY],
    build: |settings| {
        Box::new(GradientDescent {
            learning_rate: settings.number("learningRate"),
            decay: settings.number("learningRateDecay"),
        })
    },
};

struct GradientDescent {
    learning_rate: f64,
    decay: f64,
}

impl Optimizer for GradientDescent {
    fn memory(&self, _dimension: usize) -> Memory {
        Memory::default()
    }

    fn update(&self, _loss: &dyn Loss, gradient: &[f64], memory: &mut Memory, point: &mut [f64]) -> bool {
        let rate = self.learning_rate / (1.0 + self.decay * memory.updates as f64);
        for (parameter, slope) in point.iter_mut().zip(gradient) {
            *parameter -= rate * slope;
        }
        true
    }

    /// The factor per step is `1 − αλ`.
    fn thresholds(&self) -> Option<Thresholds> {
        Some(Thresholds { monotone_below: 1.0, diverges_above: 2.0 })
    }
}
