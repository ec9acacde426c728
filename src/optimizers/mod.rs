//! The optimizers: how a gradient becomes the next point. One file per method, one list here.
//!
//! Every update is the one of PyTorch's `torch.optim` (version 2), term by term; Newton's method, which PyTorch does not
//! have, follows Nocedal and Wright, *Numerical Optimization*, section 3.3.

use crate::fault::{Accepted, Fault};
use crate::losses::Loss;
use crate::plain::Plain;
use crate::settings::{Kind, Setting, Settings};

mod adagrad;
mod adam;
mod gradient_descent;
mod momentum;
mod nesterov;
mod newton;
mod rmsprop;

/// Largest learning rate that is accepted: far beyond every threshold, so that divergence can be studied.
pub const LARGEST_LEARNING_RATE: f64 = 1e6;

/// What an optimizer remembers from one update to the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    /// Updates made so far.
    pub updates: u64,
    /// Vectors of the loss's dimension, such as a velocity; what each means is the method's affair.
    pub buffers: Vec<Vec<f64>>,
    /// Room for intermediate results, so that an update allocates nothing; says nothing about the run.
    pub scratch: Vec<f64>,
}

/// Where gradient descent changes its behaviour on a quadratic of curvature λ, as values of α·λ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// Below this value the distance shrinks without changing its sign.
    pub monotone_below: f64,
    /// Above this value the distance grows.
    pub diverges_above: f64,
}

/// A method with its settings. The memory of a run is kept outside, as plain data.
pub trait Optimizer {
    /// Fresh memory for a loss of `dimension` parameters.
    fn memory(&self, dimension: usize) -> Memory;

    /// Moves `point` by one update, given the gradient of `loss` there. Allocates nothing.
    ///
    /// Returns `false`, with the point left where it is, if the method cannot take a step here.
    fn update(&self, loss: &dyn Loss, gradient: &[f64], memory: &mut Memory, point: &mut [f64]) -> bool;

    /// Thresholds of α·λ on a quadratic; none where the method rescales its steps and no fixed threshold exists.
    fn thresholds(&self) -> Option<Thresholds> {
        None
    }

    /// Whether the thresholds hold for α itself, whatever the curvature (Newton's method).
    fn ignores_curvature(&self) -> bool {
        false
    }

    /// Cost of one update in gradient evaluations.
    fn evaluations(&self, _dimension: usize) -> u64 {
        1
    }
}

/// One row of the list of optimizers.
pub struct Entry {
    /// The name in plain data, camelCase.
    pub name: &'static str,
    /// Its settings; the learning rate comes first.
    pub settings: &'static [Setting],
    /// Makes the method from complete settings.
    pub build: fn(&Settings) -> Box<dyn Optimizer>,
}

/// Which optimizer, with which settings.
#[derive(Clone, Debug, PartialEq)]
pub struct OptimizerSpec {
    /// The name in the list.
    pub name: &'static str,
    /// All settings of that optimizer.
    pub settings: Settings,
}

static CATALOGUE: [&Entry; 7] = [
    &gradient_descent::ENTRY,
    &momentum::ENTRY,
    &nesterov::ENTRY,
    &adagrad::ENTRY,
    &rmsprop::ENTRY,
    &adam::ENTRY,
    &newton::ENTRY,
];

/// All optimizers, in the order they are taught.
pub fn catalogue() -> impl Iterator<Item = &'static Entry> {
    CATALOGUE.iter().copied()
}

impl OptimizerSpec {
    /// Reads `{ name, …settings }`.
    ///
    /// # Errors
    /// A fault naming the field that is missing, unknown or out of range.
    pub fn from_plain(given: &Plain) -> Result<Self, Fault> {
        let fields = given.fields("")?;
        let name = given.get("name").unwrap_or(&Plain::Null).text("name")?;
        let entry = find(name).ok_or_else(|| {
            let names = catalogue().map(|e| e.name.to_owned()).collect();
            Fault::new("name", name, Accepted::OneOf(names))
        })?;
        Ok(OptimizerSpec { name: entry.name, settings: Settings::read(entry.settings, fields, &["name"])? })
    }

    /// The method with these settings; none only if the name is not in the list.
    pub fn build(&self) -> Option<Box<dyn Optimizer>> {
        find(self.name).map(|entry| (entry.build)(&self.settings))
    }
}

fn find(name: &str) -> Option<&'static Entry> {
    catalogue().find(|entry| entry.name == name)
}

/// The learning rate as every method offers it; only the default differs.
const fn learning_rate(default: f64) -> Setting {
    Setting { name: "learningRate", kind: Kind::Number { default, lowest: 0.0, highest: LARGEST_LEARNING_RATE } }
}

/// A share of the past that is kept: at least 0, below 1.
const fn share(name: &'static str, default: f64) -> Setting {
    Setting { name, kind: Kind::Number { default, lowest: 0.0, highest: 0.999_999 } }
}

/// A small number that keeps a division finite.
const fn epsilon(default: f64) -> Setting {
    Setting { name: "epsilon", kind: Kind::Number { default, lowest: 0.0, highest: 1.0 } }
}

#[cfg(test)]
mod tests;
