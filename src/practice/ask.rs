//! Predicting what a program computes, and working a number out by hand.

use super::fields::{field, items};
use super::program::Run;
use super::script::Script;
use super::trail::Trail;
use super::typed::Typed;
use super::verdict::{Verdict, Wrong};
use crate::digits::{self, power_of_ten};
use crate::fault::{Accepted, Fault};
use crate::plain::Plain;

/// Most decimals that can be asked for.
const MOST_DIGITS: u64 = 12;

/// A number this share away from the right one is not a matter of rounding, and one this share away from that of a mistake
/// is not that mistake, rounded.
const ROUNDED: f64 = 0.1;
const MISTAKEN: f64 = 0.01;

/// A variable whose value at the end is asked for.
struct Ask {
    name: String,
    digits: usize,
    right: f64,
}

/// What was typed for one ask.
struct Given {
    value: f64,
    decimals: Option<usize>,
}

/// Judges the numbers typed for a challenge.
pub fn judge(challenge: &Plain, script: &Script, answer: &Plain) -> Result<Verdict, Fault> {
    let right = script.run(&script.program);
    let asks = asks(challenge, &right)?;
    let typed = typed(answer, asks.len())?;
    let right = script.trail(&right);
    let given = match understood(&asks, &typed) {
        Ok(given) => given,
        Err(wrong) => return Ok(Verdict::new(Err(wrong), beginning(&right), right)),
    };
    let wrong: Vec<usize> =
        (0..asks.len()).filter(|&index| !asks[index].fits(given[index].value, asks[index].right)).collect();
    let Some(&first) = wrong.first() else {
        return Ok(Verdict::new(Ok(()), right.clone(), right));
    };
    let about = |wrong: Wrong| wrong.text("name", &asks[first].name).text("given", &typed[first]);
    if let Some((reason, trail)) = mistake(script, &asks, &given, &wrong) {
        return Ok(Verdict::new(Err(about(Wrong::new(&reason))), trail, right));
    }
    let reason = about(Wrong::new(asks[first].slip(&given[first]))).number("digits", asks[first].digits as f64);
    let yours = to(&right, script, &asks, &given);
    Ok(Verdict::new(Err(reason), yours, right))
}

fn asks(challenge: &Plain, right: &Run) -> Result<Vec<Ask>, Fault> {
    let read = |ask: &Plain| {
        let name = field(ask, "name").text("asks.name")?;
        let digits = field(ask, "digits").whole("asks.digits", 0, MOST_DIGITS)? as usize;
        let value = right.value(name).filter(|value| value.is_finite());
        let unknown =
            || Fault::new("asks.name", name, Accepted::OneOf(right.variables.iter().map(|v| v.0.clone()).collect()));
        Ok(Ask { name: name.to_owned(), digits, right: value.ok_or_else(unknown)? })
    };
    items(field(challenge, "asks"), "asks")?.iter().map(read).collect()
}

/// The texts that were typed; a number counts as typed, too.
fn typed(answer: &Plain, count: usize) -> Result<Vec<String>, Fault> {
    let text = |item: &Plain| match item {
        Plain::Number(value) => Ok(digits::plain(*value)),
        item => item.text("answer").map(str::to_owned),
    };
    let typed = items(answer, "answer")?.iter().map(text).collect::<Result<Vec<String>, Fault>>()?;
    if typed.len() == count { Ok(typed) } else { Err(Fault::new("answer", answer, Accepted::Text)) }
}

fn understood(asks: &[Ask], typed: &[String]) -> Result<Vec<Given>, Wrong> {
    let number = |(ask, text): (&Ask, &String)| match Typed::read(text) {
        Typed::Number { value, decimals } => Ok(Given { value, decimals }),
        Typed::Empty => Err(Wrong::new("empty").text("name", &ask.name)),
        Typed::NotANumber => Err(Wrong::new("notANumber").text("name", &ask.name).text("given", text)),
    };
    asks.iter().zip(typed).map(number).collect()
}

impl Ask {
    /// Whether a number is another to the digits asked for.
    fn fits(&self, given: f64, wanted: f64) -> bool {
        let half = 0.5 * power_of_ten(-(self.digits as i32));
        (given - wanted).abs() <= half * (1.0 + 1e-6) + 4.0 * f64::EPSILON * wanted.abs()
    }

    /// The general reason of a number that no known mistake gives.
    fn slip(&self, given: &Given) -> &'static str {
        let coarse = 2.0 * power_of_ten(1 - self.digits as i32);
        let away = (given.value - self.right).abs();
        let close = away <= ROUNDED * self.right.abs();
        if self.right != 0.0 && self.fits(given.value, -self.right) {
            "wrongSign"
        } else if close && (away <= coarse || given.rounds(self.right)) {
            "rounding"
        } else {
            "other"
        }
    }
}

impl Given {
    /// Whether this is another number, rounded or cut to the decimals that were typed.
    fn rounds(&self, wanted: f64) -> bool {
        let Some(decimals) = self.decimals else {
            return false;
        };
        let units = (self.value - wanted).abs() / power_of_ten(-(decimals as i32));
        units <= 0.5 + 1e-6 || (units < 1.0 - 1e-6 && self.value.abs() < wanted.abs())
    }
}

/// The mistake that explains the wrong numbers, and its trail: one that gives all numbers, else one that gives the wrong ones,
/// else one that gives the first of these, else one that gives it rounded.
fn mistake(script: &Script, asks: &[Ask], given: &[Given], wrong: &[usize]) -> Option<(String, Trail)> {
    let all: Vec<usize> = (0..asks.len()).collect();
    let found = |places: &[usize], rounded: bool| {
        let explains = |run: &Run| {
            places.iter().all(|&place| {
                let (ask, given) = (&asks[place], &given[place]);
                let close = |value: f64| given.rounds(value) && (given.value - value).abs() <= MISTAKEN * value.abs();
                run.value(&ask.name).is_some_and(|value| ask.fits(given.value, value) || (rounded && close(value)))
            })
        };
        script
            .mistakes()
            .find(|(_, run)| explains(run))
            .map(|(mistake, run)| (mistake.reason.clone(), script.trail(&run)))
    };
    let first = &wrong[..wrong.len().min(1)];
    let exact = found(&all, false).or_else(|| found(wrong, false)).or_else(|| found(first, false));
    let rounding = wrong.iter().any(|&place| asks[place].slip(&given[place]) == "rounding");
    if rounding { exact } else { exact.or_else(|| found(first, true)) }
}

/// The start of a trail alone.
fn beginning(right: &Trail) -> Trail {
    Trail::of_points(right.start(), right.dimension)
}

/// A step from the start to the point that was typed, where one was asked for.
fn to(right: &Trail, script: &Script, asks: &[Ask], given: &[Given]) -> Trail {
    let typed = |name: &String| asks.iter().zip(given).find(|(ask, _)| ask.name == *name).map(|(_, given)| given.value);
    let point: Option<Vec<f64>> = script.watched().iter().map(typed).collect();
    let mut trail = beginning(right);
    trail.points.extend(point.unwrap_or_default());
    trail
}
