//! One run in progress: a point that takes one update at a time.

use super::norm::norm;
use super::{Batches, Experiment, State};
use crate::fault::{Accepted, Fault};
use crate::losses::Loss;
use crate::optimizers::{Memory, Optimizer};

/// A run between two updates: the point, the slope under it, and what the optimizer remembers.
pub struct Walker {
    loss: Box<dyn Loss>,
    optimizer: Box<dyn Optimizer>,
    memory: Memory,
    point: Vec<f64>,
    gradient: Vec<f64>,
    value: f64,
    stuck: bool,
    batch: Option<Batch>,
}

/// What the updates look at where that is not the whole loss.
struct Batch {
    all: Batches,
    gradient: Vec<f64>,
    value: f64,
}

impl Walker {
    /// Stands at the start of `experiment`.
    ///
    /// # Errors
    /// A fault if the loss or the optimizer cannot be made, or if Newton's method meets a loss without curvature.
    pub fn new(experiment: &Experiment) -> Result<Self, Fault> {
        let (loss, optimizer) = (experiment.build_loss()?, experiment.build_optimizer()?);
        let n = loss.dimension();
        let memory = optimizer.memory(n);
        let has_curvature = || loss.hessian(&experiment.start, &mut vec![0.0; n * n]);
        if !memory.scratch.is_empty() && !has_curvature() {
            let name = experiment.optimizer.name;
            return Err(Fault::new("optimizer.name", name, Accepted::Curvature));
        }
        let mut walker = Walker {
            gradient: vec![0.0; n],
            point: experiment.start.clone(),
            value: 0.0,
            stuck: false,
            batch: experiment.batches(loss.as_ref()).map(|all| Batch { all, gradient: vec![0.0; n], value: 0.0 }),
            memory,
            loss,
            optimizer,
        };
        walker.feel();
        Ok(walker)
    }

    /// Goes on from `state`, which must come from the same experiment. What an optimizer remembers may be any number: a sum of
    /// squares beyond 1e308 is infinite, and the point stands still or moves on.
    ///
    /// # Errors
    /// A fault naming the part of the state whose length does not fit the experiment.
    pub fn resume(experiment: &Experiment, state: State) -> Result<Self, Fault> {
        let mut walker = Walker::new(experiment)?;
        let n = walker.point.len();
        let fault = |field: &str, values: &[f64], highest: f64| {
            let accepted = Accepted::Numbers { fewest: n, most: n, lowest: -highest, highest };
            Fault::new(format!("state.{field}"), values.len(), accepted)
        };
        if state.point.len() != n || !state.point.iter().all(|value| value.is_finite()) {
            return Err(fault("point", &state.point, f64::MAX));
        }
        let buffers = walker.memory.buffers.len();
        if state.buffers.len() != buffers {
            let count = buffers as f64;
            let accepted = Accepted::WholeNumber { lowest: count, highest: count };
            let given = state.buffers.len();
            return Err(Fault::new("state.memory.buffers.length", given, accepted));
        }
        if let Some(buffer) = state.buffers.iter().find(|buffer| buffer.len() != n) {
            return Err(fault("memory.buffers", buffer, f64::INFINITY));
        }
        walker.memory.updates = state.step;
        walker.memory.buffers = state.buffers;
        walker.point = state.point;
        walker.feel();
        Ok(walker)
    }

    /// Makes one update. Allocates nothing.
    ///
    /// Where the result is no longer finite the method returns false; what is then here is not to be shown.
    #[inline(always)]
    pub fn advance(&mut self) -> bool {
        let Walker { loss, optimizer, memory, point, gradient, batch, .. } = self;
        let slope = match batch {
            None => gradient,
            Some(batch) => batch.feel(loss.as_ref(), memory.updates, point),
        };
        self.stuck = !optimizer.update(loss.as_ref(), slope, memory, point);
        memory.updates += 1;
        self.feel();
        self.is_finite()
    }

    /// Measures loss and gradient at the point.
    #[inline(always)]
    fn feel(&mut self) {
        self.value = self.loss.gradient(&self.point, &mut self.gradient);
    }

    #[inline(always)]
    fn is_finite(&self) -> bool {
        self.value.is_finite() && self.point.iter().chain(&self.gradient).all(|v| v.is_finite())
    }

    /// The parameters.
    pub fn point(&self) -> &[f64] {
        &self.point
    }

    /// The loss at the point.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The gradient at the point.
    pub fn gradient(&self) -> &[f64] {
        &self.gradient
    }

    /// The Euclidean norm of the gradient.
    pub fn gradient_norm(&self) -> f64 {
        norm(&self.gradient)
    }

    /// Whether the last update could not be made: Newton's method where the curvature has no inverse.
    pub fn is_stuck(&self) -> bool {
        self.stuck
    }

    /// The loss that is being made small.
    pub fn loss(&self) -> &dyn Loss {
        self.loss.as_ref()
    }

    /// The loss of the last update's batch where the update began; none without batches.
    pub fn batch_value(&self) -> Option<f64> {
        self.batch.as_ref().map(|batch| batch.value)
    }

    /// Gradient evaluations that one update costs when it looks at the whole loss.
    pub fn evaluations(&self) -> u64 {
        self.optimizer.evaluations(self.point.len())
    }

    /// Gradient evaluations that the first `steps` updates cost; a batch costs its share of all samples.
    pub fn cost(&self, steps: usize) -> f64 {
        let whole = steps as f64 * self.evaluations() as f64;
        // The gradient is one of the evaluations; a Hessian, where there is one, is that of the whole loss.
        self.batch.as_ref().map_or(whole, |batch| whole - steps as f64 + batch.all.share(steps as u64))
    }

    /// The run as it stands, as plain data.
    pub fn state(&self) -> State {
        State {
            step: self.memory.updates,
            point: self.point.clone(),
            loss: self.value,
            gradient: self.gradient.clone(),
            buffers: self.memory.buffers.clone(),
        }
    }
}

impl Batch {
    /// The gradient of the batch that the update after `step` others looks at.
    fn feel(&mut self, loss: &dyn Loss, step: u64, point: &[f64]) -> &mut Vec<f64> {
        if let Some(samples) = loss.samples() {
            self.value = samples.batch_gradient(point, self.all.at(step), &mut self.gradient);
        }
        &mut self.gradient
    }
}
