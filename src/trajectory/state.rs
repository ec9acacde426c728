//! A run between two updates, as plain data that a step can go on from.

/// A run between two updates as plain data, from which it can go on.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Updates made so far.
    pub step: u64,
    /// The parameters.
    pub point: Vec<f64>,
    /// The loss there.
    pub loss: f64,
    /// Its gradient there.
    pub gradient: Vec<f64>,
    /// The optimizer's vectors.
    pub buffers: Vec<Vec<f64>>,
}
