//! Adam: averages of the gradient and of its square, both corrected for their start at zero. PyTorch's `Adam`.
//!
//! `m ← β₁m + (1 − β₁)g; s ← β₂s + (1 − β₂)g²; θ ← θ − α·(m/(1 − β₁ᵗ))/(√s/√(1 − β₂ᵗ) + ε)`.

use super::{Entry, Memory, Optimizer, epsilon, learning_rate, share};
use crate::losses::Loss;

pub(super) static ENTRY: Entry = Entry {
    name: "adam",
    settings: &[learning_rate(1e-3), share("beta1", 0.9), share("beta2", 0.999), epsilon(1e-8)],
    build: |settings| {
        Box::new(Adam {
            learning_rate: settings.number("learningRate"),
            beta1: settings.number("beta1"),
            beta2: settings.number("beta2"),
            epsilon: settings.number("epsilon"),
        })
    },
};

struct Adam {
    learning_rate: f64,
    beta1: f64,
    beta2: f64,
    epsilon: f64,
}

impl Optimizer for Adam {
    fn memory(&self, dimension: usize) -> Memory {
        Memory { buffers: vec![vec![0.0; dimension]; 2], ..Memory::default() }
    }

    fn update(&self, _loss: &dyn Loss, gradient: &[f64], memory: &mut Memory, point: &mut [f64]) -> bool {
        let time = (memory.updates + 1) as f64;
        let step = self.learning_rate / (1.0 - libm::pow(self.beta1, time));
        let root_of_correction = (1.0 - libm::pow(self.beta2, time)).sqrt();
        let [means, squares] = &mut memory.buffers[..] else {
            return false;
        };
        let averages = means.iter_mut().zip(squares);
        for ((parameter, slope), (mean, square)) in point.iter_mut().zip(gradient).zip(averages) {
            *mean += (slope - *mean) * (1.0 - self.beta1);
            *square = self.beta2 * *square + (1.0 - self.beta2) * slope * slope;
            // With no slope so far and ε = 0 the quotient would be 0/0; a mean of zero moves nothing.
            if *mean != 0.0 {
                *parameter -= step * *mean / (square.sqrt() / root_of_correction + self.epsilon);
            }
        }
        true
    }
}
