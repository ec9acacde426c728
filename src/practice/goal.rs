//! The goals of an experiment, and why one is not reached.

use super::fields::field;
use super::verdict::Wrong;
use crate::fault::Fault;
use crate::plain::Plain;
use crate::trajectory::{self, Experiment, MOST_STEPS, Outcome, Stop, Trajectory};

/// Two endings whose coordinates differ by less than this share of them (or of 1) are the same minimum.
const SAME_PLACE: f64 = 1e-2;

/// A goal of an experiment.
pub enum Goal {
    /// The run ends so.
    Outcome(&'static str),
    /// The learning rate converges; one that is `within` this share larger does not.
    LargestRate { within: f64 },
    /// The run converges, but not where the given one does.
    OtherMinimum,
    /// The gradient's norm falls below a limit within so many steps.
    GradientBelow { limit: f64, steps: usize },
    /// The loss falls below a limit within so many steps.
    LossBelow { limit: f64, steps: usize },
}

const OUTCOMES: [&str; 5] = ["running", "converged", "cycling", "stalled", "diverged"];
const CODES: [&str; 5] = ["outcome", "largestRate", "otherMinimum", "gradientBelow", "lossBelow"];

impl Goal {
    /// Reads a goal.
    ///
    /// # Errors
    /// A fault of the field that is not accepted.
    pub fn from_plain(given: &Plain) -> Result<Self, Fault> {
        let limit = || field(given, "limit").number("goals.limit", 0.0, f64::MAX);
        let steps = || field(given, "steps").whole("goals.steps", 0, MOST_STEPS).map(|steps| steps as usize);
        Ok(match field(given, "code").one_of("goals.code", &CODES)? {
            "outcome" => Goal::Outcome(field(given, "outcome").one_of("goals.outcome", &OUTCOMES)?),
            "largestRate" => Goal::LargestRate { within: field(given, "within").number("goals.within", 0.0, 1.0)? },
            "gradientBelow" => Goal::GradientBelow { limit: limit()?, steps: steps()? },
            "lossBelow" => Goal::LossBelow { limit: limit()?, steps: steps()? },
            _ => Goal::OtherMinimum,
        })
    }

    /// Whether an experiment reaches the goal, or else why not.
    ///
    /// # Errors
    /// A fault if the experiment cannot begin.
    pub fn judge(&self, given: &Experiment, yours: &Experiment) -> Result<Result<(), Wrong>, Fault> {
        Ok(match *self {
            Goal::Outcome(wanted) => ends(trajectory::run(yours)?.ending.outcome, wanted),
            Goal::LargestRate { within } => largest(yours, within)?,
            Goal::OtherMinimum => elsewhere(&trajectory::run(given)?, &trajectory::run(yours)?),
            Goal::GradientBelow { limit, steps } => soon(yours, steps, |run, step| run.gradient_norms[step] < limit)?,
            Goal::LossBelow { limit, steps } => soon(yours, steps, |run, step| run.losses[step] < limit)?,
        })
    }
}

fn ends(found: Outcome, wanted: &str) -> Result<(), Wrong> {
    if found.name() == wanted {
        return Ok(());
    }
    Err(Wrong::new(match (found, wanted) {
        (Outcome::Diverged, _) => "diverged",
        (_, "cycling") => "notCycling",
        (_, "diverged") => "notDiverged",
        (Outcome::Cycling, _) => "cycling",
        (_, "stalled") => "notStalled",
        (Outcome::Stalled, _) => "stalled",
        _ => "notConverged",
    }))
}

fn largest(yours: &Experiment, within: f64) -> Result<Result<(), Wrong>, Fault> {
    let run = trajectory::run(yours)?;
    if !comes_down(&run) {
        let outcome = run.ending.outcome;
        let stands = matches!(outcome, Outcome::Running | Outcome::Converged);
        return Ok(Err(Wrong::new(if stands { "stalled" } else { outcome.name() })));
    }
    let mut larger = yours.clone();
    let rate = yours.optimizer.settings.number("learningRate");
    larger.optimizer.settings.set_number("learningRate", rate * (1.0 + within));
    let still = comes_down(&trajectory::run(&larger)?);
    Ok(if still { Err(Wrong::new("rateTooSmall")) } else { Ok(()) })
}

/// Whether a run ends lower than it began, and neither cycles nor stalls; near the limit it takes more steps than one has to
/// arrive.
fn comes_down(run: &Trajectory) -> bool {
    let lower = matches!(run.losses[..], [first, .., last] if last < first);
    lower && matches!(run.ending.outcome, Outcome::Converged | Outcome::Running)
}

fn elsewhere(given: &Trajectory, yours: &Trajectory) -> Result<(), Wrong> {
    match yours.ending.outcome {
        Outcome::Converged => {}
        Outcome::Diverged => return Err(Wrong::new("diverged")),
        _ => return Err(Wrong::new("notConverged")),
    }
    let (a, b) = (given.point(given.steps), yours.point(yours.steps));
    let apart = a.iter().zip(b).any(|(a, b)| (a - b).abs() > SAME_PLACE * a.abs().max(1.0));
    if apart { Ok(()) } else { Err(Wrong::new("sameMinimum")) }
}

/// Whether a state is reached within so many steps, whatever stop rule the scene has.
fn soon(
    yours: &Experiment,
    steps: usize,
    reached: impl Fn(&Trajectory, usize) -> bool,
) -> Result<Result<(), Wrong>, Fault> {
    let run = trajectory::run(&Experiment { steps, stop: Stop::default(), ..yours.clone() })?;
    if (0..=run.steps).any(|step| reached(&run, step)) {
        return Ok(Ok(()));
    }
    let diverged = run.ending.outcome == Outcome::Diverged;
    Ok(Err(Wrong::new(if diverged { "diverged" } else { "tooManySteps" }).number("steps", steps as f64)))
}
