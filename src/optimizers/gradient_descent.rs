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
        // Most runs have no decay, and a division would be most of a step's time.
        let fades = self.decay > 0.0;
        let rate =
            if fades { self.learning_rate / (1.0 + self.decay * memory.updates as f64) } else { self.learning_rate };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::LossSpec;
    use crate::plain::Plain;
    use crate::settings::Settings;

    /// Steps that gradient descent on |x| takes from far away, where every slope is 1.
    fn steps(decay: f64) -> [f64; 4] {
        let given =
            [("learningRate", 0.5), ("learningRateDecay", decay)].map(|(name, v)| (name.into(), Plain::Number(v)));
        let method = (ENTRY.build)(&Settings::read(ENTRY.settings, &given, &[]).unwrap());
        let loss = crate::losses::build(&LossSpec::named("absolute").unwrap()).unwrap();
        let (mut memory, mut point) = (method.memory(1), [100.0]);
        [(); 4].map(|()| {
            let before = point[0];
            method.update(loss.as_ref(), &[1.0], &mut memory, &mut point);
            memory.updates += 1;
            before - point[0]
        })
    }

    #[test]
    fn with_a_decay_the_learning_rate_falls_as_that_of_pytorchs_adagrad() {
        assert_eq!(steps(1.0), [0.5, 0.25, 0.5 / 3.0, 0.125].map(|rate: f64| 100.0 - (100.0 - rate)));
    }
}
