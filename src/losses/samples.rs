//! What a loss that is made of data can tell besides: its samples, and what each of them adds.

/// The samples behind a loss with the parameters (b, w): one input and one target each.
pub trait Samples {
    /// The samples as they were given: input x and target y (for labels 0 or 1).
    fn rows(&self) -> &[[f64; 2]];

    /// What the model says at the input `x`; NaN if `point` is not (b, w).
    fn prediction(&self, point: &[f64], x: f64) -> f64;

    /// What the sample `index` adds to the loss and to its gradient; none beyond the last sample.
    fn contribution(&self, point: &[f64], index: usize) -> Option<Contribution>;

    /// Writes the estimate of ∇L by the samples of `batch` (indices, at least one) into `gradient` and returns their
    /// estimate of the loss. Both are unbiased for a batch drawn at random: the mean over the batch, times the number of
    /// samples where the loss is a sum. Allocates nothing.
    fn batch_gradient(&self, point: &[f64], batch: &[u32], gradient: &mut [f64]) -> f64;
}

/// One sample at one point; over all samples, `loss` adds up to the loss and `gradient` to its gradient.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// The input, as given.
    pub x: f64,
    /// The target the prediction is compared with.
    pub y: f64,
    /// What the model says at `x`.
    pub prediction: f64,
    /// Its share of the loss.
    pub loss: f64,
    /// Its share of ∂L/∂b and ∂L/∂w.
    pub gradient: [f64; 2],
}
