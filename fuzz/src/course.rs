//! Data of the course as an editor may break it, and answers as a page may send them: every challenge and every scene's
//! experiment, with some of their fields replaced.

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};
use downhill::plain::Plain;
use downhill::practice;

use crate::{experiments, wild};

/// Most edits of one challenge.
const MOST_EDITS: usize = 3;

static CHALLENGES: LazyLock<Vec<Plain>> = LazyLock::new(|| {
    // The whole is deeper than plain data may be.
    let mut course: serde_json::Value =
        serde_json::from_str(include_str!("../../www/course.json")).expect("the course is JSON");
    serde_json::from_value(course["challenges"].take()).expect("the challenges are a list")
});

/// The challenges of the course.
pub fn challenges() -> &'static [Plain] {
    &CHALLENGES
}

/// The bytes choose a challenge, edits of it and an answer.
pub fn fuzz(bytes: &[u8]) {
    // Too few bytes are no input.
    let _ = judged(&mut Unstructured::new(bytes));
}

fn judged(u: &mut Unstructured) -> Result<()> {
    let mut challenge = u.choose(challenges())?.clone();
    for _ in 0..u.int_in_range(0..=MOST_EDITS)? {
        edit(u, &mut challenge, 0)?;
    }
    let answer = answer(u, &challenge)?;
    let steps = |plain: &Plain| most_steps(plain);
    if steps(&challenge).max(steps(&answer)) > wild::MOST_STEPS as f64 {
        return Ok(());
    }
    if let Ok(outline) = practice::outline(&challenge) {
        assert!(outline.right.points.len() <= 4_000);
    }
    if let Ok(verdict) = practice::judge(&challenge, &answer) {
        assert_eq!(verdict.solved, verdict.reason.is_empty());
    }
    if let Some(experiment) = challenge.get("experiment") {
        experiments::check_plain(experiment);
    }
    Ok(())
}

/// The largest number of steps that is asked for anywhere in the data.
fn most_steps(plain: &Plain) -> f64 {
    match plain {
        Plain::List(items) => items.iter().map(most_steps).fold(0.0, f64::max),
        Plain::Map(fields) => {
            let own = |(name, value): &(String, Plain)| match value {
                Plain::Number(steps) if name == "steps" => *steps,
                other => most_steps(other),
            };
            fields.iter().map(own).fold(0.0, f64::max)
        }
        _ => 0.0,
    }
}

/// Replaces, removes or doubles one value somewhere in the data.
fn edit(u: &mut Unstructured, plain: &mut Plain, depth: usize) -> Result<()> {
    let inside = depth < 5 && u.ratio(4, 5)?;
    match plain {
        Plain::List(items) if inside && !items.is_empty() => {
            let at = u.choose_index(items.len())?;
            match u.int_in_range(0..=5)? {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                _ => edit(u, &mut items[at], depth + 1)?,
            }
        }
        Plain::Map(fields) if inside && !fields.is_empty() => {
            let at = u.choose_index(fields.len())?;
            match u.int_in_range(0..=7)? {
                0 => drop(fields.remove(at)),
                1 => fields.push((wild::text(u)?, wild::anything(u, 2)?)),
                _ => edit(u, &mut fields[at].1, depth + 1)?,
            }
        }
        Plain::Number(number) if u.ratio(3, 4)? => *number = wild::number(u)?,
        Plain::Text(text) if u.ratio(3, 4)? => typed_over(u, text)?,
        other => *other = wild::anything(u, 1)?,
    }
    Ok(())
}

/// A text with a few characters typed over or between.
fn typed_over(u: &mut Unstructured, text: &mut String) -> Result<()> {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..u.int_in_range(1..=3)? {
        let at = u.choose_index(letters.len() + 1)?;
        let letter = char::from(u.int_in_range(b' '..=b'~')?);
        if at < letters.len() && u.arbitrary()? { letters[at] = letter } else { letters.insert(at, letter) }
    }
    *text = letters.into_iter().collect();
    Ok(())
}

/// The solution, one of the wrong answers, either of them edited, or anything.
fn answer(u: &mut Unstructured, challenge: &Plain) -> Result<Plain> {
    let mut answer = challenge.get("solution").cloned().unwrap_or(Plain::Null);
    if let (Some(Plain::List(wrong)), true) = (challenge.get("wrong"), u.ratio(1, 3)?)
        && !wrong.is_empty()
    {
        answer = u.choose(wrong)?.get("answer").cloned().unwrap_or(answer);
    }
    match u.int_in_range(0..=3)? {
        0 => Ok(answer),
        1 => wild::anything(u, 0),
        2 => report(u),
        _ => edit(u, &mut answer, 1).map(|()| answer),
    }
}

/// What a Python program is said to have done.
fn report(u: &mut Unstructured) -> Result<Plain> {
    let numbers = |u: &mut Unstructured| {
        let length = u.int_in_range(0..=30)?;
        Ok(Plain::List((0..length).map(|_| wild::number(u).map(Plain::Number)).collect::<Result<_>>()?))
    };
    let output = Plain::Text(String::from_utf8_lossy(u.bytes(u.len().min(60))?).into_owned());
    Ok(wild::map(vec![("output", output), ("trail", numbers(u)?), ("values", wild::anything(u, 0)?)]))
}
