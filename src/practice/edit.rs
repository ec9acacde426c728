//! Lines that the reader mends, completes or puts in order.

use super::fields::{field, order, texts};
use super::script::Script;
use super::verdict::{Verdict, Wrong};
use crate::fault::{Accepted, Fault};
use crate::plain::Plain;

/// A gap in a line that is to be filled in.
const BLANK: &str = "___";

/// What the reader made of the lines: the lines, and what is to be said before they are run, if they are not right.
struct Lines {
    lines: Vec<String>,
    untouched: Option<Wrong>,
}

/// The lines of an answer of one kind.
type Reading = fn(&Plain, &Script, &Plain) -> Result<Lines, Fault>;

/// Judges lines that were mended.
pub fn judge_fix(challenge: &Plain, script: &Script, answer: &Plain) -> Result<Verdict, Fault> {
    judge(challenge, script, answer, mended)
}

/// Judges lines whose blanks were filled in.
pub fn judge_fill(challenge: &Plain, script: &Script, answer: &Plain) -> Result<Verdict, Fault> {
    judge(challenge, script, answer, filled)
}

/// Judges lines that were put in order.
pub fn judge_reorder(challenge: &Plain, script: &Script, answer: &Plain) -> Result<Verdict, Fault> {
    judge(challenge, script, answer, arranged)
}

fn judge(challenge: &Plain, script: &Script, answer: &Plain, read: Reading) -> Result<Verdict, Fault> {
    let Lines { lines, untouched } = read(challenge, script, answer)?;
    let yours = script.run(&lines);
    let found = script.judge(&lines, &yours).map_err(|wrong| untouched.unwrap_or(wrong));
    Ok(Verdict::new(found, script.trail(&yours), script.trail(&script.run(&script.program))))
}

/// The lines a challenge opens with, where they are a program.
///
/// # Errors
/// A fault if the challenge has none.
pub fn opening(challenge: &Plain, script: &Script, kind: &str) -> Result<Option<Vec<String>>, Fault> {
    match kind {
        "fix" => broken(challenge).map(Some),
        "reorder" => Ok(Some(script.ordered(&shown(challenge, script)?))),
        _ => Ok(None),
    }
}

fn broken(challenge: &Plain) -> Result<Vec<String>, Fault> {
    texts(field(challenge, "broken"), "broken")
}

fn shown(challenge: &Plain, script: &Script) -> Result<Vec<usize>, Fault> {
    order(field(challenge, "shown"), "shown", script.program.len())
}

fn mended(challenge: &Plain, _: &Script, answer: &Plain) -> Result<Lines, Fault> {
    let given = texts(answer, "answer")?;
    let lines: Vec<String> = given.iter().flat_map(|text| text.split(['\n'])).map(str::to_owned).collect();
    let bare = |lines: &[String]| lines.iter().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    let same = bare(&lines) == bare(&broken(challenge)?);
    let empty = lines.iter().all(|line| line.trim().is_empty());
    let untouched = if empty { Some("empty") } else { same.then_some("unchanged") };
    Ok(Lines { lines, untouched: untouched.map(Wrong::new) })
}

fn filled(challenge: &Plain, _: &Script, answer: &Plain) -> Result<Lines, Fault> {
    let template = texts(field(challenge, "template"), "template")?;
    let blanks = texts(answer, "answer")?;
    let mut next = blanks.iter();
    let mut lines = Vec::new();
    for line in &template {
        lines.push(complete(line, &mut next).ok_or_else(|| Fault::new("answer", answer, Accepted::Text))?);
    }
    if next.next().is_some() {
        return Err(Fault::new("answer", answer, Accepted::Text));
    }
    let empty = blanks.iter().position(|blank| blank.trim().is_empty());
    let untouched = empty.map(|index| Wrong::new("empty").number("blank", index as f64 + 1.0));
    Ok(Lines { lines, untouched })
}

/// A line with the next texts in its blanks; none if there are not enough.
fn complete<'a>(line: &str, blanks: &mut impl Iterator<Item = &'a String>) -> Option<String> {
    let (mut text, mut rest) = (String::new(), line);
    // The standard library's search for a text is long, and would be downloaded.
    while let Some(place) = rest.as_bytes().windows(BLANK.len()).position(|window| window == BLANK.as_bytes()) {
        text.push_str(rest.get(..place)?);
        text.push_str(blanks.next()?.trim());
        rest = rest.get(place + BLANK.len()..)?;
    }
    text.push_str(rest);
    Some(text)
}

fn arranged(challenge: &Plain, script: &Script, answer: &Plain) -> Result<Lines, Fault> {
    let places = order(answer, "answer", script.program.len())?;
    let same = places == shown(challenge, script)?;
    Ok(Lines { lines: script.ordered(&places), untouched: same.then(|| Wrong::new("unchanged")) })
}
