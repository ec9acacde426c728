//! The losses: what every loss can tell, and the list of those with a name.

mod bowls;
mod curves;
mod data;
mod descent;
mod exact;
mod hills;
mod kinks;
mod samples;
mod spec;
mod valleys;
mod waves;

pub use descent::{Arrival, Descent, Disc};
pub use exact::{Exact, Formula};
pub use samples::{Contribution, Samples};
pub use spec::{LossSpec, build};

use crate::settings::{Setting, Settings};

/// Lowest and highest value worth seeing, one pair per parameter.
pub type Frame = Vec<[f64; 2]>;

/// A function of some parameters that is to be made small. Points, gradients and frames have its dimension.
pub trait Loss {
    /// How many parameters there are.
    fn dimension(&self) -> usize;

    /// The loss at a point; may be infinite or NaN.
    fn value(&self, point: &[f64]) -> f64;

    /// Writes ∂L/∂θᵢ into `gradient` and returns the loss. Allocates nothing.
    fn gradient(&self, point: &[f64], gradient: &mut [f64]) -> f64;

    /// Writes ∂²L/∂θᵢ∂θⱼ into `hessian`, row by row, n·n numbers; false if this loss has no second derivatives to give.
    fn hessian(&self, _point: &[f64], _hessian: &mut [f64]) -> bool {
        false
    }

    /// The region worth seeing.
    fn frame(&self) -> Frame;

    /// The samples this loss is made of, if it is made of data.
    fn samples(&self) -> Option<&dyn Samples> {
        None
    }

    /// Where plain gradient descent comes to from each of the starts `(xs[i], y)`, in single precision; false if this
    /// loss has no such sketch to give.
    #[cfg(any(feature = "kernels", not(target_arch = "wasm32")))]
    fn sketch(&self, _descent: &Descent, _xs: &[f64], _y: f64, _ends: &mut [Arrival]) -> bool {
        false
    }
}

/// One row of the catalogue.
pub struct Entry {
    /// The name in plain data, camelCase.
    pub name: &'static str,
    /// The formula as a reader would write it.
    pub formula: &'static str,
    /// How many parameters there are.
    pub dimension: usize,
    /// What can be set, with defaults and accepted ranges.
    pub settings: &'static [Setting],
    /// Where a run begins unless told otherwise.
    pub start: &'static [f64],
    /// The learning rate a run takes unless told otherwise.
    pub learning_rate: f64,
    /// The local minima within the frame, the lowest first.
    pub minima: fn(&Settings) -> Vec<Vec<f64>>,
    /// Makes the loss. The settings are complete and checked, as `Settings::read` gives them.
    pub build: fn(&Settings) -> Box<dyn Loss>,
}

const FAMILIES: [&[Entry]; 7] =
    [bowls::ENTRIES, curves::ENTRIES, kinks::ENTRIES, valleys::ENTRIES, hills::ENTRIES, waves::ENTRIES, data::ENTRIES];

/// Every loss that has a name.
pub fn catalogue() -> impl Iterator<Item = &'static Entry> {
    FAMILIES.into_iter().flatten()
}

/// The entry with this name.
pub fn find(name: &str) -> Option<&'static Entry> {
    catalogue().find(|entry| entry.name == name)
}

/// A fixed list of points in the form `Entry::minima` returns.
fn points<const N: usize>(list: &[[f64; N]]) -> Vec<Vec<f64>> {
    list.iter().map(|point| point.to_vec()).collect()
}
