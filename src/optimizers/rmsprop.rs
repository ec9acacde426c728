//! RMSProp: `s ← ρs + (1 − ρ)g²; θ ← θ − αg/(√s + ε)`. PyTorch's `RMSprop`, whose `alpha` is our `decay` ρ.

use super::{Entry, Memory, Optimizer, epsilon, learning_rate, share};
use crate::losses::Loss;

pub(super) static ENTRY: Entry = Entry {
    name: "rmsprop",
    settings: &[learning_rate(1e-2), share("decay", 0.99), epsilon(1e-8)],
    build: |settings| {
        Box::new(Rmsprop {
            learning_rate: settings.number("learningRate"),
            decay: settings.number("decay"),
            epsilon: settings.number("epsilon"),
        })
    },
};

struct Rmsprop {
    learning_rate: f64,
    decay: f64,
    epsilon: f64,
}

impl Optimizer for Rmsprop {
    fn memory(&self, dimension: usize) -> Memory {
        Memory { buffers: vec![vec![0.0; dimension]], ..Memory::default() }
    }

    fn update(&self, _loss: &dyn Loss, gradient: &[f64], memory: &mut Memory, point: &mut [f64]) -> bool {
        let [squares] = &mut memory.buffers[..] else {
            return false;
        };
        for ((parameter, slope), square) in point.iter_mut().zip(gradient).zip(squares) {
            *square = self.decay * *square + (1.0 - self.decay) * slope * slope;
            // With no slope so far and ε = 0 the quotient would be 0/0; without a slope nothing moves.
            if *slope != 0.0 {
                *parameter -= self.learning_rate * slope / (square.sqrt() + self.epsilon);
            }
        }
        true
    }
}
