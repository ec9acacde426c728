//! AdaGrad: `s ← s + g²; θ ← θ − αg/(√s + ε)`. PyTorch's `Adagrad` without decay.

use super::{Entry, Memory, Optimizer, epsilon, learning_rate};
use crate::losses::Loss;

pub(super) static ENTRY: Entry = Entry {
    name: "adagrad",
    settings: &[learning_rate(1e-2), epsilon(1e-10)],
    build: |settings| {
        Box::new(Adagrad { learning_rate: settings.number("learningRate"), epsilon: settings.number("epsilon") })
    },
};

struct Adagrad {
    learning_rate: f64,
    epsilon: f64,
}

impl Optimizer for Adagrad {
    fn memory(&self, dimension: usize) -> Memory {
        Memory { buffers: vec![vec![0.0; dimension]], ..Memory::default() }
    }

    fn update(&self, _loss: &dyn Loss, gradient: &[f64], memory: &mut Memory, point: &mut [f64]) -> bool {
        let [squares] = &mut memory.buffers[..] else {
            return false;
        };
        for ((parameter, slope), square) in point.iter_mut().zip(gradient).zip(squares) {
            // With no slope so far and ε = 0 the quotient would be 0/0; without a slope nothing moves.
            if *slope == 0.0 {
                continue;
            }
            *square += slope * slope;
            *parameter -= self.learning_rate * slope / (square.sqrt() + self.epsilon);
        }
        true
    }
}
