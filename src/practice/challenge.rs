//! A challenge of any kind: judging an answer, and what can be drawn before there is one.

use super::fields::{field, texts};
use super::overrides::overridden;
use super::script::Script;
use super::trail::Trail;
use super::verdict::Verdict;
use super::{ask, choice, edit, python, reach};
use crate::fault::Fault;
use crate::losses::LossSpec;
use crate::plain::Plain;

/// The kinds of challenges.
const KINDS: [&str; 8] = ["predict", "numeric", "fix", "fill", "reorder", "choice", "experiment", "python"];

/// What can be drawn of a challenge before it is answered, and what is right.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Where the right trail begins.
    pub start: Vec<f64>,
    /// What the challenge does as it is given: the broken program, the lines as they are shown, the experiment.
    pub given: Option<Trail>,
    /// What a right answer does.
    pub right: Trail,
}

/// Judges an answer to a challenge.
///
/// # Errors
/// A fault naming the field of the challenge or the part of the answer that is malformed. A wrong answer is none.
#[inline(never)]
pub fn judge(challenge: &Plain, answer: &Plain) -> Result<Verdict, Fault> {
    let script = || Script::from_plain(challenge);
    match kind(challenge)? {
        "predict" | "numeric" => ask::judge(challenge, &script()?, answer),
        "fix" => edit::judge_fix(challenge, &script()?, answer),
        "fill" => edit::judge_fill(challenge, &script()?, answer),
        "reorder" => edit::judge_reorder(challenge, &script()?, answer),
        "choice" => choice::judge(challenge, answer),
        "python" => python::judge(challenge, &script()?, answer),
        _ => reach::judge(challenge, answer),
    }
}

/// What can be drawn of a challenge before it is answered.
///
/// # Errors
/// A fault naming the field of the challenge that is malformed.
#[inline(never)]
pub fn outline(challenge: &Plain) -> Result<Outline, Fault> {
    let kind = kind(challenge)?;
    let base = field(challenge, "experiment");
    let as_given = || Ok(Some(Trail::of_experiment(&overridden(base, &Plain::Map(Vec::new()))?)?));
    let (given, right) = match kind {
        "choice" => (as_given()?, choice::trail(challenge, field(challenge, "solution").text("solution")?)?),
        "experiment" => (as_given()?, Trail::of_experiment(&overridden(base, field(challenge, "solution"))?)?),
        _ => {
            let script = Script::from_plain(challenge)?;
            let lines = edit::opening(challenge, &script, kind)?;
            let right = script.trail(&script.run(&script.program));
            (lines.map(|lines| script.trail(&script.run(&lines))), right)
        }
    };
    Ok(Outline { start: right.start().to_vec(), given, right })
}

/// The kind of a challenge, whose loss and variables can be read.
fn kind(challenge: &Plain) -> Result<&'static str, Fault> {
    let kind = field(challenge, "kind").one_of("kind", &KINDS)?;
    LossSpec::from_plain(field(challenge, "loss")).map_err(|fault| fault.inside("loss"))?;
    texts(field(challenge, "variables"), "variables")?;
    Ok(kind)
}
