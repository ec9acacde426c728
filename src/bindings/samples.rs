//! What a run tells about the samples of its loss: predictions, each sample's share, and the batches.

use js_sys::{Float64Array, Uint32Array};
use wasm_bindgen::prelude::wasm_bindgen;

use super::simulation::{Record, Simulation};
use crate::losses::Contribution;
use crate::trajectory::{Trajectory, batch_variance};

#[wasm_bindgen]
impl Simulation {
    /// The samples of the loss, x and y in turn; undefined if it is not made of samples.
    pub fn samples(&self) -> Option<Float64Array> {
        let samples = self.record.loss.samples()?;
        Some(Float64Array::from(samples.rows().as_flattened()))
    }

    /// What the model says at each input after `step` updates; NaN without samples, or if the run did not get there.
    pub fn predict(&self, step: usize, xs: &[f64]) -> Float64Array {
        let Record { loss, run, .. } = &*self.record;
        let predict = |x: &f64| loss.samples().map_or(f64::NAN, |samples| samples.prediction(run.point(step), *x));
        Float64Array::from(&xs.iter().map(predict).collect::<Vec<_>>()[..])
    }

    /// Seven numbers per sample after `step` updates: x, y, prediction, prediction − y, and its share of the loss, of
    /// ∂L/∂b and of ∂L/∂w; undefined without samples, or if the run did not get there.
    pub fn contributions(&self, step: usize) -> Option<Float64Array> {
        let Record { loss, run, .. } = &*self.record;
        let (samples, point) = (loss.samples()?, reached(run, step)?);
        let rows = (0..samples.rows().len()).filter_map(|index| samples.contribution(point, index));
        let numbers: Vec<f64> = rows
            .flat_map(|Contribution { x, y, prediction, loss, gradient: [by_b, by_w] }| {
                [x, y, prediction, prediction - y, loss, by_b, by_w]
            })
            .collect();
        Some(Float64Array::from(&numbers[..]))
    }

    /// The samples that the update after `step` others looks at, as indices; undefined when it looks at all.
    pub fn batch(&self, step: usize) -> Option<Uint32Array> {
        let Record { loss, experiment, .. } = &*self.record;
        Some(Uint32Array::from(experiment.batches(loss.as_ref())?.at(step as u64)))
    }

    /// The gradient of that batch after `step` updates; undefined without batches, or if the run did not get there.
    #[wasm_bindgen(js_name = batchGradient)]
    pub fn batch_gradient(&self, step: usize) -> Option<Float64Array> {
        let Record { loss, experiment, run, .. } = &*self.record;
        let (samples, mut batches) = (loss.samples()?, experiment.batches(loss.as_ref())?);
        let point = reached(run, step)?;
        let mut gradient = vec![0.0; point.len()];
        samples.batch_gradient(point, batches.at(step as u64), &mut gradient);
        Some(Float64Array::from(&gradient[..]))
    }

    /// The loss of each update's batch where that update began; undefined without batches.
    #[wasm_bindgen(js_name = batchLosses)]
    pub fn batch_losses(&self) -> Option<Float64Array> {
        let Record { experiment, run, .. } = &*self.record;
        experiment.batch.map(|_| Float64Array::from(&run.batch_losses[..]))
    }

    /// Updates that make one pass over the samples; 1 without batches.
    #[wasm_bindgen(getter, js_name = stepsPerEpoch)]
    pub fn steps_per_epoch(&self) -> f64 {
        let Record { loss, experiment, .. } = &*self.record;
        experiment.batches(loss.as_ref()).map_or(1.0, |batches| batches.per_epoch() as f64)
    }

    /// The mean of ‖batch gradient − ∇L‖² after `step` updates, over `draws` random batches of each of the `sizes`;
    /// undefined without samples, or if the run did not get there.
    #[wasm_bindgen(js_name = batchVariance)]
    pub fn batch_variance(&self, step: usize, sizes: &[u32], draws: u32) -> Option<Float64Array> {
        let Record { loss, experiment, run, .. } = &*self.record;
        let found = batch_variance(loss.as_ref(), run.point(step), sizes, draws, experiment.seed)?;
        Some(Float64Array::from(&found[..]))
    }

    /// Where the loss is lowest, point by point, as far as that is known.
    pub fn minima(&self) -> Float64Array {
        let points = self.record.experiment.loss.minima();
        Float64Array::from(&points.concat()[..])
    }
}

/// The point after `step` updates, if the run got there.
fn reached(run: &Trajectory, step: usize) -> Option<&[f64]> {
    Some(run.point(step)).filter(|point| !point.is_empty())
}
