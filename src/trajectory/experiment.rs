//! An experiment: plain data that says everything about a run.

use super::Batches;
use crate::fault::{Accepted, Fault};
use crate::losses::{Loss, LossSpec};
use crate::optimizers::{Optimizer, OptimizerSpec};
use crate::plain::Plain;

/// Most updates that one run may make; its record then takes some tens of megabytes.
pub const MOST_STEPS: u64 = 1_000_000;

/// Largest coordinate of a start.
const FARTHEST_START: f64 = 1e12;

/// Most parameters that a start may name.
const MOST_PARAMETERS: usize = 20_000;

/// Largest seed: every whole number up to it is exact in JavaScript.
const LARGEST_SEED: u64 = (1 << 53) - 1;

/// This loss, this optimizer, this start, at most this many steps.
#[derive(Clone, Debug, PartialEq)]
pub struct Experiment {
    /// The loss to make small.
    pub loss: LossSpec,
    /// The method, with its settings.
    pub optimizer: OptimizerSpec,
    /// Where the run begins: one number per parameter of the loss.
    pub start: Vec<f64>,
    /// How many updates are made unless a rule stops the run before.
    pub steps: usize,
    /// When to stop before that.
    pub stop: Stop,
    /// Where randomness begins: which samples meet in which batch.
    pub seed: u64,
    /// How many samples each update looks at, from 1 to all; all of them unless it is given.
    pub batch: Option<usize>,
    /// Whether the samples are shuffled before each pass; otherwise they are taken in their order.
    pub shuffle: bool,
}

/// Rules that end a run early; none of them unless it is given.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Stop {
    /// Stop where the norm of the gradient is below this.
    pub gradient_below: Option<f64>,
    /// Stop after a step that changed the loss by less than this.
    pub loss_change_below: Option<f64>,
}

impl Experiment {
    /// Reads `{ loss, optimizer, start, steps, stop?, seed?, batch?, shuffle? }`.
    ///
    /// # Errors
    /// A fault naming the first field that is missing, unknown or not accepted.
    pub fn from_plain(given: &Plain) -> Result<Self, Fault> {
        const FIELDS: [&str; 8] = ["loss", "optimizer", "start", "steps", "stop", "seed", "batch", "shuffle"];
        only_known("experiment", given, &FIELDS)?;
        let field = |name| given.get(name).unwrap_or(&Plain::Null);
        let experiment = Experiment {
            loss: LossSpec::from_plain(field("loss")).map_err(|f| f.inside("loss"))?,
            optimizer: OptimizerSpec::from_plain(field("optimizer")).map_err(|f| f.inside("optimizer"))?,
            start: field("start").numbers("start", 1, MOST_PARAMETERS, FARTHEST_START)?,
            steps: field("steps").whole("steps", 0, MOST_STEPS)? as usize,
            stop: given.get("stop").map_or(Ok(Stop::default()), Stop::from_plain)?,
            seed: given.get("seed").map_or(Ok(0), |seed| seed.whole("seed", 0, LARGEST_SEED))?,
            batch: given
                .get("batch")
                .map(|size| size.whole("batch", 1, u64::from(u32::MAX)))
                .transpose()?
                .map(|size| size as usize),
            shuffle: given.get("shuffle").map_or(Ok(true), |shuffle| shuffle.truth("shuffle"))?,
        };
        experiment.check(given)?;
        Ok(experiment)
    }

    /// The loss, ready to be measured.
    ///
    /// # Errors
    /// A fault if it cannot be made from its settings.
    pub fn build_loss(&self) -> Result<Box<dyn Loss>, Fault> {
        crate::losses::build(&self.loss).map_err(|fault| fault.inside("loss"))
    }

    /// The optimizer, ready to take a step.
    ///
    /// # Errors
    /// A fault if there is no such optimizer.
    pub fn build_optimizer(&self) -> Result<Box<dyn Optimizer>, Fault> {
        let unknown = || Fault::new("optimizer.name", self.optimizer.name, Accepted::OneOf(Vec::new()));
        self.optimizer.build().ok_or_else(unknown)
    }

    /// The batches of this experiment on its `loss`; none if every update looks at the whole loss.
    pub fn batches(&self, loss: &dyn Loss) -> Option<Batches> {
        let (size, samples) = (self.batch?, loss.samples()?);
        Some(Batches::new(samples.rows().len(), size, self.seed, self.shuffle))
    }

    /// Checks what no field can tell alone: that start, batch and loss fit together.
    fn check(&self, given: &Plain) -> Result<(), Fault> {
        let field = |name| given.get(name).unwrap_or(&Plain::Null);
        let (loss, start) = (self.build_loss()?, field("start"));
        let n = loss.dimension();
        start.numbers("start", n, n, FARTHEST_START)?;
        if !loss.value(&self.start).is_finite() {
            return Err(Fault::new("start", start, Accepted::FiniteStart));
        }
        match (self.batch, loss.samples()) {
            (None, _) => Ok(()),
            (Some(size), None) => Err(Fault::new("batch", size, Accepted::Samples)),
            (Some(_), Some(samples)) => field("batch").whole("batch", 1, samples.rows().len() as u64).map(|_| ()),
        }
    }
}

impl Stop {
    fn from_plain(given: &Plain) -> Result<Self, Fault> {
        only_known("stop", given, &["gradientBelow", "lossChangeBelow"])?;
        let bound = |name: &str| {
            let field = format!("stop.{name}");
            given.get(name).map(|v| v.number(&field, 0.0, f64::MAX)).transpose()
        };
        Ok(Stop { gradient_below: bound("gradientBelow")?, loss_change_below: bound("lossChangeBelow")? })
    }
}

fn only_known(field: &str, given: &Plain, known: &[&str]) -> Result<(), Fault> {
    let fields = given.fields(field)?;
    match fields.iter().find(|(name, _)| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some((name, _)) => {
            let names = known.iter().map(|&name| name.to_owned()).collect();
            Err(Fault::new(field, name, Accepted::OneOf(names)))
        }
    }
}
