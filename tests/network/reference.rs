//! The same network written plainly, in f64 and from its definition, as one of the core's losses.

use downhill::losses::{Frame, Loss};
use downhill::network::{Digits, LAYERS, PARAMETERS};

/// The mean cost over some images as a function of the 13,002 parameters.
pub struct Reference {
    /// Pixels and label of each image.
    images: Vec<(Vec<f64>, usize)>,
}

impl Reference {
    pub fn new(digits: &Digits, images: &[u16]) -> Reference {
        let image = |index: usize| {
            let mut pixels = vec![0.0; 784];
            for (place, ink) in digits.ink(index) {
                pixels[place] = ink as f64 / 15.0;
            }
            (pixels, digits.label(index))
        };
        Reference { images: images.iter().map(|index| image(usize::from(*index))).collect() }
    }
}

/// Where the weights of each layer begin in a point.
fn offsets() -> [usize; 3] {
    let mut next = 0;
    LAYERS.map(|[inputs, outputs]| {
        let here = next;
        next += inputs * outputs + outputs;
        here
    })
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

/// The signals of every layer, the pixels first.
fn forward(point: &[f64], pixels: &[f64]) -> Vec<Vec<f64>> {
    let mut signals = vec![pixels.to_vec()];
    for ([inputs, outputs], at) in LAYERS.into_iter().zip(offsets()) {
        let before = signals.last().unwrap();
        let neuron = |to: usize| {
            let sum: f64 = (0..inputs).map(|from| point[at + to * inputs + from] * before[from]).sum();
            sigmoid(sum + point[at + inputs * outputs + to])
        };
        signals.push((0..outputs).map(neuron).collect());
    }
    signals
}

fn errors(answers: &[f64], label: usize) -> Vec<f64> {
    answers.iter().enumerate().map(|(place, answer)| if place == label { answer - 1.0 } else { *answer }).collect()
}

impl Loss for Reference {
    fn dimension(&self) -> usize {
        PARAMETERS
    }

    fn value(&self, point: &[f64]) -> f64 {
        let cost = |(pixels, label): &(Vec<f64>, usize)| {
            errors(&forward(point, pixels)[3], *label).iter().map(|error| error * error).sum::<f64>()
        };
        self.images.iter().map(cost).sum::<f64>() / self.images.len() as f64
    }

    fn gradient(&self, point: &[f64], gradient: &mut [f64]) -> f64 {
        gradient.fill(0.0);
        let count = self.images.len() as f64;
        let mut cost = 0.0;
        for (pixels, label) in &self.images {
            let signals = forward(point, pixels);
            let mut pull: Vec<f64> = errors(&signals[3], *label).iter().map(|error| 2.0 * error).collect();
            cost += pull.iter().map(|twice| twice * twice / 4.0).sum::<f64>();
            for layer in (0..3).rev() {
                let ([inputs, outputs], at) = (LAYERS[layer], offsets()[layer]);
                let (before, after) = (&signals[layer], &signals[layer + 1]);
                let slope: Vec<f64> = (0..outputs).map(|to| pull[to] * after[to] * (1.0 - after[to])).collect();
                for to in 0..outputs {
                    for from in 0..inputs {
                        gradient[at + to * inputs + from] += slope[to] * before[from] / count;
                    }
                    gradient[at + inputs * outputs + to] += slope[to] / count;
                }
                let along = |from: usize| (0..outputs).map(|to| slope[to] * point[at + to * inputs + from]).sum();
                pull = (0..inputs).map(along).collect();
            }
        }
        cost / count
    }

    fn frame(&self) -> Frame {
        vec![[-1.0, 1.0]; PARAMETERS]
    }
}
