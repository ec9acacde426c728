//! Running an experiment: every point, loss and gradient norm on the way, and how the run ended.

mod batches;
mod experiment;
mod norm;
mod outcome;
mod state;
mod variance;
mod walker;

pub use batches::Batches;
pub use experiment::{Experiment, MOST_STEPS, Stop};
pub use outcome::{Ending, Outcome, Reason};
pub use state::State;
pub use variance::batch_variance;
pub use walker::Walker;

use crate::fault::Fault;

/// Points reserved before a run begins; longer runs grow their record as they go.
const RESERVED_STEPS: usize = 1 << 20;

/// What running an experiment gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Trajectory {
    /// How many parameters a point has.
    pub dimension: usize,
    /// The points row by row, start included: `(steps + 1) · dimension` numbers, all finite.
    pub points: Vec<f64>,
    /// The loss at each point: `steps + 1` numbers.
    pub losses: Vec<f64>,
    /// The Euclidean norm of the gradient at each point: `steps + 1` numbers.
    pub gradient_norms: Vec<f64>,
    /// The loss of each update's batch at the point where the update began: `steps` numbers; none without batches.
    pub batch_losses: Vec<f64>,
    /// Updates made whose result was finite.
    pub steps: usize,
    /// How the run ended.
    pub ending: Ending,
    /// What the run cost, in gradient evaluations: the updates' own, not those for this record. A batch costs its share
    /// of all samples.
    pub gradient_evaluations: f64,
}

impl Trajectory {
    /// The point after `step` updates; empty if the run did not get there.
    pub fn point(&self, step: usize) -> &[f64] {
        let begin = step.saturating_mul(self.dimension);
        self.points.get(begin..begin + self.dimension).unwrap_or(&[])
    }

    fn starting_with(walker: &Walker, steps: usize) -> Self {
        let n = walker.point().len();
        let rows = steps.min(RESERVED_STEPS) + 1;
        let mut trajectory = Trajectory {
            dimension: n,
            points: Vec::with_capacity(rows * n),
            losses: Vec::with_capacity(rows),
            gradient_norms: Vec::with_capacity(rows),
            batch_losses: Vec::new(),
            steps: 0,
            ending: Ending::steps_done(),
            gradient_evaluations: 0.0,
        };
        trajectory.record(walker);
        trajectory
    }

    #[inline]
    fn record(&mut self, walker: &Walker) {
        self.points.extend_from_slice(walker.point());
        self.losses.push(walker.value());
        self.gradient_norms.push(walker.gradient_norm());
    }

    /// Whether one of the rules says to stop after the last point recorded.
    #[inline]
    fn stopped_by(&self, stop: Stop) -> Option<Reason> {
        if below(self.gradient_norms.last().copied(), stop.gradient_below) {
            return Some(Reason::GradientBelow);
        }
        let change = match self.losses[..] {
            [.., before, last] => Some((last - before).abs()),
            _ => None,
        };
        below(change, stop.loss_change_below).then_some(Reason::LossChangeBelow)
    }
}

/// Runs `experiment` to its end.
///
/// Without stop rules exactly `steps` updates are made unless a value stops being finite; the points kept are finite.
///
/// # Errors
/// A fault if the experiment cannot begin. Divergence is an outcome, not an error.
pub fn run(experiment: &Experiment) -> Result<Trajectory, Fault> {
    let mut walker = Walker::new(experiment)?;
    let mut trajectory = Trajectory::starting_with(&walker, experiment.steps);
    let why = walk(experiment, &mut walker, &mut trajectory);
    trajectory.gradient_evaluations = walker.cost(trajectory.steps);
    trajectory.ending = outcome::judge(&trajectory, walker.loss(), why);
    Ok(trajectory)
}

/// Makes the updates, keeps their results, and says why no more were made.
fn walk(experiment: &Experiment, walker: &mut Walker, trajectory: &mut Trajectory) -> Reason {
    for _ in 0..experiment.steps {
        if let Some(reason) = trajectory.stopped_by(experiment.stop) {
            return reason;
        }
        if !walker.advance() {
            return Reason::NotFinite;
        }
        trajectory.record(walker);
        trajectory.batch_losses.extend(walker.batch_value());
        trajectory.steps += 1;
        if walker.is_stuck() {
            return Reason::Singular;
        }
    }
    trajectory.stopped_by(experiment.stop).unwrap_or(Reason::StepsDone)
}

fn below(value: Option<f64>, bound: Option<f64>) -> bool {
    matches!((value, bound), (Some(value), Some(bound)) if value < bound)
}

#[cfg(test)]
mod tests;
