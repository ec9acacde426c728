//! Choosing one of several options; each may show what it would look like.

use super::fields::{field, texts};
use super::overrides::overridden;
use super::trail::Trail;
use super::verdict::{Verdict, Wrong};
use crate::fault::{Accepted, Fault};
use crate::plain::Plain;

/// Judges an option. The reason of a wrong one is its own name.
pub fn judge(challenge: &Plain, answer: &Plain) -> Result<Verdict, Fault> {
    let options = texts(field(challenge, "options"), "options")?;
    let known = |text: &str| options.iter().any(|option| option == text);
    let chosen = answer.text("answer")?;
    if !known(chosen) {
        return Err(Fault::new("answer", chosen, Accepted::OneOf(options)));
    }
    let right = field(challenge, "solution").text("solution")?;
    let found = if chosen == right { Ok(()) } else { Err(Wrong::new(chosen)) };
    Ok(Verdict::new(found, trail(challenge, chosen)?, trail(challenge, right)?))
}

/// The trail of the experiment that an option stands for; without one, that of the challenge.
pub fn trail(challenge: &Plain, option: &str) -> Result<Trail, Fault> {
    let nothing = Plain::Map(Vec::new());
    let own = field(challenge, "experiments").get(option).unwrap_or(&nothing);
    Trail::of_experiment(&overridden(field(challenge, "experiment"), own)?)
}
