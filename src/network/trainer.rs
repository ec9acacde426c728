//! Training: a network on its way through the steps of one set of settings, with the way back kept.

use super::backprop::{Measure, gradient, measure};
use super::digits::Digits;
use super::shuffle::Pass;
use super::weights::Weights;

/// How many images of either kind cost and accuracy are measured on.
const MEASURED: usize = 1000;
/// Weights are kept every so many steps, so that going back does not begin at the start.
const KEPT: usize = 500;

/// Everything that decides a training; each is the same again with the same settings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Decides the first weights and the order of the images.
    pub seed: u64,
    /// Images to a step.
    pub batch: usize,
    /// The learning rate α.
    pub rate: f32,
}

impl Settings {
    /// With a batch of at least one image and no more than there are.
    fn fitting(self, digits: &Digits) -> Settings {
        Settings { batch: self.batch.clamp(1, digits.training().max(1)), ..self }
    }
}

/// A measurement on the way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    pub step: usize,
    /// On up to 1,000 images for training.
    pub training: Measure,
    /// On up to 1,000 images that are held out.
    pub held_out: Measure,
}

/// A network in training.
pub struct Trainer {
    digits: Digits,
    settings: Settings,
    pass: Pass,
    weights: Weights,
    gradient: Weights,
    step: usize,
    kept: Vec<Weights>,
    marks: Vec<Mark>,
}

impl Trainer {
    /// A network before its first step.
    pub fn new(digits: Digits, settings: Settings) -> Trainer {
        let settings = settings.fitting(&digits);
        let weights = Weights::begin(settings.seed);
        let pass = Pass::new(settings.seed, digits.training());
        let kept = vec![weights.clone()];
        let mut trainer =
            Trainer { digits, settings, pass, weights, gradient: Weights::zero(), step: 0, kept, marks: Vec::new() };
        trainer.remember();
        trainer
    }

    /// Begins anew if these settings are other ones.
    pub fn set(&mut self, settings: Settings) {
        let settings = settings.fitting(&self.digits);
        if settings == self.settings {
            return;
        }
        self.settings = settings;
        self.pass = Pass::new(settings.seed, self.digits.training());
        self.weights = Weights::begin(settings.seed);
        self.kept = vec![self.weights.clone()];
        self.marks.clear();
        self.step = 0;
        self.remember();
    }

    /// Goes towards a step by computing at most so many; back as far as need be, which takes no more than 500.
    pub fn go(&mut self, target: usize, most: usize) {
        if target < self.step {
            let nearest = (target / KEPT).min(self.kept.len() - 1);
            self.weights = self.kept[nearest].clone();
            self.step = nearest * KEPT;
        }
        let end = target.min(self.step.saturating_add(most));
        while self.step < end {
            self.advance();
        }
    }

    fn advance(&mut self) {
        let images = self.pass.batch(self.step, self.settings.batch);
        gradient(&self.weights, &self.digits, images, &mut self.gradient);
        self.weights.step(self.settings.rate, &self.gradient);
        self.step += 1;
        self.remember();
    }

    /// Keeps weights and measurements where they have not been kept before.
    fn remember(&mut self) {
        if self.step == KEPT * self.kept.len() {
            self.kept.push(self.weights.clone());
        }
        if is_measured(self.step) && self.marks.last().is_none_or(|mark| mark.step < self.step) {
            self.marks.push(self.mark());
        }
    }

    /// How the network does now.
    pub fn mark(&self) -> Mark {
        let (training, all) = (self.digits.training(), self.digits.count());
        let on = |from: usize, to: usize| measure(&self.weights, &self.digits, from..to.min(from + MEASURED));
        Mark { step: self.step, training: on(0, training), held_out: on(training, all) }
    }

    /// The images that the next step will use.
    pub fn next_batch(&mut self) -> &[u16] {
        self.pass.batch(self.step, self.settings.batch)
    }

    /// The mean cost over these images at the present weights, and its gradient.
    pub fn gradient(&mut self, images: &[u16]) -> (f32, &Weights) {
        let cost = gradient(&self.weights, &self.digits, images, &mut self.gradient);
        (cost, &self.gradient)
    }

    pub fn digits(&self) -> &Digits {
        &self.digits
    }

    pub fn weights(&self) -> &Weights {
        &self.weights
    }

    /// Steps made.
    pub fn step(&self) -> usize {
        self.step
    }

    /// The measurements so far, at steps 0, 10, 20 … 100, 200 …
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }
}

/// Often at first, when much happens.
fn is_measured(step: usize) -> bool {
    step.is_multiple_of(if step < 100 { 10 } else { 100 })
}
