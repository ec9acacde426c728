//! One experiment that has been run, kept in memory for the page to read and the panels to draw.

use std::rc::Rc;

use js_sys::Float64Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{self, thrown};
use super::module::{ExperimentObject, StabilityObject};
use super::panics::may_break;
use crate::basins::ending_of;
use crate::losses::Loss;
use crate::optimizers::Optimizer;
use crate::stability;
use crate::trajectory::{self, Experiment, Trajectory};

/// A run with the loss and the optimizer that made it.
pub(super) struct Record {
    pub(super) experiment: Experiment,
    pub(super) loss: Box<dyn Loss>,
    pub(super) optimizer: Box<dyn Optimizer>,
    pub(super) run: Trajectory,
}

/// One experiment, run. Shared with the panels that show it.
#[wasm_bindgen]
pub struct Simulation {
    pub(super) record: Rc<Record>,
}

#[wasm_bindgen]
impl Simulation {
    /// Runs an experiment.
    ///
    /// # Errors
    /// Throws a `Fault` if the experiment is malformed.
    #[wasm_bindgen(constructor)]
    pub fn new(experiment: ExperimentObject) -> Result<Simulation, JsValue> {
        may_break("run");
        let experiment = convert::experiment(experiment.into())?;
        let loss = experiment.build_loss().map_err(|fault| thrown(&fault))?;
        let optimizer = experiment.build_optimizer().map_err(|fault| thrown(&fault))?;
        let run = trajectory::run(&experiment).map_err(|fault| thrown(&fault))?;
        let record = Record { experiment, loss, optimizer, run };
        Ok(Simulation { record: Rc::new(record) })
    }

    /// How many parameters a point has.
    #[wasm_bindgen(getter)]
    pub fn dimension(&self) -> usize {
        self.record.run.dimension
    }

    /// Updates made whose result was finite; there is one more point than that.
    #[wasm_bindgen(getter)]
    pub fn steps(&self) -> usize {
        self.record.run.steps
    }

    /// Gradient evaluations that the run spent.
    #[wasm_bindgen(getter, js_name = gradientEvaluations)]
    pub fn gradient_evaluations(&self) -> f64 {
        self.record.run.gradient_evaluations
    }

    /// The region worth seeing: lowest and highest value for each parameter.
    #[wasm_bindgen(getter)]
    pub fn frame(&self) -> Vec<f64> {
        self.record.loss.frame().into_iter().flatten().collect()
    }

    /// How the run ended, in one word.
    #[wasm_bindgen(getter)]
    pub fn outcome(&self) -> String {
        self.record.run.ending.outcome.name().to_owned()
    }

    /// Why it counts as that.
    #[wasm_bindgen(getter)]
    pub fn reason(&self) -> String {
        self.record.run.ending.reason.name().to_owned()
    }

    /// What each of the last steps was multiplied by, in length; for runs that diverge.
    #[wasm_bindgen(getter)]
    pub fn factor(&self) -> Option<f64> {
        self.record.run.ending.factor
    }

    /// Steps until the same point comes again; for runs that cycle.
    #[wasm_bindgen(getter)]
    pub fn period(&self) -> Option<usize> {
        self.record.run.ending.period
    }

    /// All points, row by row.
    pub fn points(&self) -> Float64Array {
        Float64Array::from(&self.record.run.points[..])
    }

    /// The loss at each point.
    pub fn losses(&self) -> Float64Array {
        Float64Array::from(&self.record.run.losses[..])
    }

    /// The Euclidean norm of the gradient at each point.
    #[wasm_bindgen(js_name = gradientNorms)]
    pub fn gradient_norms(&self) -> Float64Array {
        Float64Array::from(&self.record.run.gradient_norms[..])
    }

    /// The gradient after `step` updates; empty if the run did not get there.
    pub fn gradient(&self, step: usize) -> Vec<f64> {
        let point = self.record.run.point(step);
        let mut gradient = vec![0.0; point.len()];
        if !point.is_empty() {
            self.record.loss.gradient(point, &mut gradient);
        }
        gradient
    }

    /// The Hessian after `step` updates, row by row; undefined if the loss has none to give.
    pub fn curvature(&self, step: usize) -> Option<Vec<f64>> {
        let point = self.record.run.point(step);
        let n = point.len();
        if n == 0 || n > crate::curvature::LARGEST_DIMENSION {
            return None;
        }
        let mut hessian = vec![0.0; n * n];
        self.record.loss.hessian(point, &mut hessian).then_some(hessian)
    }

    /// The learning rates at which the behaviour changes, from the curvature after `step` updates.
    pub fn stability(&self, step: usize) -> StabilityObject {
        let Record { loss, optimizer, run, .. } = &*self.record;
        let found = stability::at(loss.as_ref(), optimizer.as_ref(), run.point(step));
        convert::stability(found).into()
    }

    /// Where the run ends, as a map of starts numbers it: 254 for elsewhere, 255 for flown off.
    pub fn ending(&self) -> u8 {
        let Record { experiment, loss, run, .. } = &*self.record;
        ending_of(run, experiment, loss.as_ref())
    }

    /// The loss at any point; NaN if the point has the wrong length.
    pub fn value(&self, point: &[f64]) -> f64 {
        if point.len() == self.record.run.dimension { self.record.loss.value(point) } else { f64::NAN }
    }
}
