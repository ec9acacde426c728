//! The 13,002 numbers of the network, or one nudge for each of them, laid out for lanes of four.

use oorandom::Rand32;
use wide::f32x4;

use super::{LAYERS, PARAMETERS};

/// One layer: a row of `4·M` numbers for each input, to each of the outputs, and a last row with the biases. What is beyond
/// the last output stays 0.
pub(super) type Layer<const M: usize> = Vec<[f32x4; M]>;

/// Weights and biases, or anything else with one number for each of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    pub(super) first: Layer<4>,
    pub(super) second: Layer<4>,
    pub(super) third: Layer<3>,
}

impl Weights {
    /// All zero.
    pub fn zero() -> Weights {
        let rows = LAYERS.map(|[inputs, _]| inputs + 1);
        let zero = f32x4::splat(0.0);
        Weights { first: vec![[zero; 4]; rows[0]], second: vec![[zero; 4]; rows[1]], third: vec![[zero; 3]; rows[2]] }
    }

    /// A beginning: each weight drawn evenly from ±√(6 / (inputs + outputs)) of its layer, biases 0. After Glorot and Bengio
    /// (2010), who found that signals then keep their size from layer to layer.
    pub fn begin(seed: u64) -> Weights {
        let mut random = Rand32::new(seed);
        let mut flat = Vec::with_capacity(PARAMETERS);
        for [inputs, outputs] in LAYERS {
            let bound = libm::sqrtf(6.0 / (inputs + outputs) as f32);
            flat.extend((0..inputs * outputs).map(|_| bound * (2.0 * random.rand_float() - 1.0)));
            flat.extend(core::iter::repeat_n(0.0, outputs));
        }
        Weights::from_flat(&flat)
    }

    /// The numbers from one list: for each layer the weights output by output, then the biases; PyTorch's order. Numbers that
    /// are missing are 0.
    pub fn from_flat(flat: &[f32]) -> Weights {
        let mut weights = Weights::zero();
        let mut rest = flat.iter().copied();
        fill(&mut weights.first, LAYERS[0], &mut rest);
        fill(&mut weights.second, LAYERS[1], &mut rest);
        fill(&mut weights.third, LAYERS[2], &mut rest);
        weights
    }

    /// The numbers as one list of 13,002, in the order of `from_flat`.
    pub fn flat(&self) -> Vec<f32> {
        let mut flat = Vec::with_capacity(PARAMETERS);
        list(&self.first, LAYERS[0], &mut flat);
        list(&self.second, LAYERS[1], &mut flat);
        list(&self.third, LAYERS[2], &mut flat);
        flat
    }

    /// θ ← θ − α·∇: one step of gradient descent.
    pub fn step(&mut self, rate: f32, gradient: &Weights) {
        let rate = f32x4::splat(-rate);
        add(&mut self.first, rate, &gradient.first);
        add(&mut self.second, rate, &gradient.second);
        add(&mut self.third, rate, &gradient.third);
    }

    /// Multiplies every number.
    pub(super) fn scale(&mut self, factor: f32) {
        let factor = f32x4::splat(factor);
        self.lanes().for_each(|lane| *lane *= factor);
    }

    /// Sets every number to 0.
    pub(super) fn clear(&mut self) {
        self.lanes().for_each(|lane| *lane = f32x4::splat(0.0));
    }

    fn lanes(&mut self) -> impl Iterator<Item = &mut f32x4> {
        let wide = self.first.iter_mut().chain(&mut self.second).flatten();
        wide.chain(self.third.iter_mut().flatten())
    }
}

fn fill<const M: usize>(layer: &mut Layer<M>, [inputs, outputs]: [usize; 2], numbers: &mut impl Iterator<Item = f32>) {
    for output in 0..outputs {
        for row in &mut layer[..inputs] {
            put(row, output, numbers.next());
        }
    }
    for output in 0..outputs {
        put(&mut layer[inputs], output, numbers.next());
    }
}

fn put<const M: usize>(row: &mut [f32x4; M], output: usize, number: Option<f32>) {
    let mut lanes = row[output / 4].to_array();
    lanes[output % 4] = number.unwrap_or(0.0);
    row[output / 4] = f32x4::from(lanes);
}

fn list<const M: usize>(layer: &Layer<M>, [inputs, outputs]: [usize; 2], flat: &mut Vec<f32>) {
    for output in 0..outputs {
        flat.extend(layer[..inputs].iter().map(|row| row[output / 4].to_array()[output % 4]));
    }
    flat.extend((0..outputs).map(|output| layer[inputs][output / 4].to_array()[output % 4]));
}

fn add<const M: usize>(layer: &mut Layer<M>, factor: f32x4, other: &Layer<M>) {
    for (row, others) in layer.iter_mut().zip(other) {
        for (lane, other) in row.iter_mut().zip(others) {
            *lane += factor * *other;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::PIXELS;

    #[test]
    fn there_are_13_002_parameters() {
        let counted: usize = LAYERS.iter().map(|[inputs, outputs]| inputs * outputs + outputs).sum();
        assert_eq!(counted, PARAMETERS);
        assert_eq!(Weights::begin(1).flat().len(), PARAMETERS);
    }

    #[test]
    fn a_list_comes_back_as_it_was_given() {
        let flat: Vec<f32> = (0..PARAMETERS).map(|index| index as f32).collect();
        assert_eq!(Weights::from_flat(&flat).flat(), flat);
    }

    #[test]
    fn a_seed_gives_the_same_beginning_again_and_another_seed_another() {
        assert_eq!(Weights::begin(7), Weights::begin(7));
        assert_ne!(Weights::begin(7), Weights::begin(8));
    }

    #[test]
    fn a_beginning_keeps_within_its_bounds_and_fills_them() {
        let flat = Weights::begin(3).flat();
        let bound = libm::sqrtf(6.0 / 800.0);
        let first = &flat[..PIXELS * 16];
        let most = first.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
        let mean = first.iter().sum::<f32>() / first.len() as f32;
        assert!(most <= bound && most > 0.99 * bound && mean.abs() < 0.02 * bound);
        assert_eq!(flat[PIXELS * 16..][..16], [0.0; 16]);
    }
}
