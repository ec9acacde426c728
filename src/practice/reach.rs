//! Reaching a state in a live scene: the reader's experiment is run and measured against the goals.

use super::fields::{field, items, texts};
use super::goal::Goal;
use super::overrides::overridden;
use super::trail::Trail;
use super::verdict::{Verdict, Wrong};
use crate::fault::Fault;
use crate::plain::Plain;
use crate::trajectory::Experiment;

/// Judges an experiment: first what has to stay as it was, then the goals in turn.
pub fn judge(challenge: &Plain, answer: &Plain) -> Result<Verdict, Fault> {
    let base = field(challenge, "experiment");
    let given = Experiment::from_plain(base)?;
    let yours = overridden(base, answer).map_err(|fault| fault.inside("answer"))?;
    let right = Trail::of_experiment(&overridden(base, field(challenge, "solution"))?)?;
    let found = found(challenge, &given, &yours)?;
    Ok(Verdict::new(found, Trail::of_experiment(&yours)?, right))
}

fn found(challenge: &Plain, given: &Experiment, yours: &Experiment) -> Result<Result<(), Wrong>, Fault> {
    for path in texts(field(challenge, "keeps"), "keeps")? {
        if !kept(&path, given, yours) {
            return Ok(Err(Wrong::new("changed").text("field", &path)));
        }
    }
    for goal in items(field(challenge, "goals"), "goals")? {
        if let Err(wrong) = Goal::from_plain(goal)?.judge(given, yours)? {
            return Ok(Err(wrong));
        }
    }
    Ok(Ok(()))
}

/// Whether two experiments agree in a field, such as `start` or `optimizer.momentum`.
fn kept(path: &str, a: &Experiment, b: &Experiment) -> bool {
    match path {
        "loss" => a.loss == b.loss,
        "optimizer" => a.optimizer == b.optimizer,
        "optimizer.name" => a.optimizer.name == b.optimizer.name,
        "start" => a.start == b.start,
        "steps" => a.steps == b.steps,
        "stop" => a.stop == b.stop,
        "seed" => a.seed == b.seed,
        "batch" => a.batch == b.batch,
        "shuffle" => a.shuffle == b.shuffle,
        _ => {
            let name = path.strip_prefix("optimizer.").unwrap_or(path);
            let (a, b) = (a.optimizer.settings.number(name), b.optimizer.settings.number(name));
            a == b || (a.is_nan() && b.is_nan())
        }
    }
}
