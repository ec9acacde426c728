//! A Python program that ran in the page: what it printed and where it went is worked out a second time.

use super::fields::field;
use super::found;
use super::program::{Piece, Run};
use super::same::alike;
use super::script::Script;
use super::trail::Trail;
use super::verdict::{Verdict, Wrong};
use crate::digits::power_of_ten;
use crate::fault::{Accepted, Fault};
use crate::plain::Plain;
use crate::trajectory::Experiment;

/// Most numbers of a trail that comes from outside.
const MOST_NUMBERS: usize = 20_000;

/// What the page says the program did.
struct Ran {
    output: Vec<f64>,
    trail: Vec<f64>,
}

/// Judges what a program did.
pub fn judge(challenge: &Plain, script: &Script, answer: &Plain) -> Result<Verdict, Fault> {
    let check = field(challenge, "check");
    let ran = Ran {
        output: found::numbers(field(answer, "output").text("answer.output")?),
        trail: trail(field(answer, "trail"))?,
    };
    let yours = Trail::of_points(&ran.trail, script.watched().len().clamp(1, 2));
    match field(check, "code").one_of("check.code", &["prints", "largestRate"])? {
        "prints" => {
            let digits = field(check, "digits").whole("check.digits", 0, 12)? as i32;
            let right = script.run(&script.program);
            let found = prints(script, &right, &ran, digits);
            Ok(Verdict::new(found, yours, script.trail(&right)))
        }
        _ => largest_rate(challenge, answer, &ran, yours),
    }
}

/// The beginning of a trail; its numbers need not be finite, and are `null` where JSON has no word for them.
fn trail(given: &Plain) -> Result<Vec<f64>, Fault> {
    let coordinate = |item: &Plain| match item {
        Plain::Number(value) => Ok(*value),
        Plain::Null => Ok(f64::NAN),
        other => Err(Fault::new("answer.trail", other, Accepted::Object)),
    };
    match given {
        Plain::Null => Ok(Vec::new()),
        Plain::List(items) => items.iter().take(MOST_NUMBERS).map(coordinate).collect(),
        other => Err(Fault::new("answer.trail", other, Accepted::Object)),
    }
}

/// Whether a trail is another, with its start or without it.
fn goes(yours: &[f64], right: &[f64], dimension: usize) -> bool {
    alike(yours, right) || alike(yours, right.get(dimension..).unwrap_or_default())
}

/// Whether a trail holds another one somewhere: a program that searches makes many runs.
fn passes(yours: &[f64], right: &[f64]) -> bool {
    yours.windows(right.len().max(1)).any(|window| alike(window, right))
}

fn prints(script: &Script, right: &Run, ran: &Ran, digits: i32) -> Result<(), Wrong> {
    let numbers = |run: &Run| -> Vec<f64> {
        let value = |piece: &Piece| if let Piece::Value(value) = piece { Some(value.number()) } else { None };
        run.output.iter().flatten().filter_map(value).collect()
    };
    let dimension = script.watched().len();
    let wanted = numbers(right);
    if ran.output.is_empty() {
        return Err(Wrong::new("empty"));
    }
    let printed = contains(&ran.output, &wanted, digits);
    if goes(&ran.trail, &right.points, dimension) {
        let rounded = contains(&ran.output, &wanted, digits - 1);
        let reason = if rounded { "rounding" } else { "otherOutput" };
        return if printed { Ok(()) } else { Err(Wrong::new(reason).number("digits", f64::from(digits))) };
    }
    let known = script.mistakes().find(|(_, run)| goes(&ran.trail, &run.points, dimension));
    Err(match known {
        Some((mistake, _)) => Wrong::new(&mistake.reason),
        None => Wrong::new(if printed { "typedIn" } else { "otherTrail" }),
    })
}

/// Whether the wanted numbers stand among the printed ones in their order, to so many digits.
fn contains(printed: &[f64], wanted: &[f64], digits: i32) -> bool {
    let half = 0.5 * power_of_ten(-digits) * (1.0 + 1e-6);
    let mut rest = printed.iter();
    wanted.iter().all(|wanted| rest.any(|printed| (printed - wanted).abs() <= half))
}

/// The largest learning rate with which the run ends below a limit.
fn largest_rate(challenge: &Plain, answer: &Plain, ran: &Ran, yours: Trail) -> Result<Verdict, Fault> {
    let check = field(challenge, "check");
    let limit = field(check, "limit").number("check.limit", 0.0, f64::MAX)?;
    let within = field(check, "within").number("check.within", 0.0, 1.0)?;
    let name = field(check, "variable").text("check.variable")?;
    let rate = |of: &Plain| match field(field(of, "values"), name) {
        Plain::Number(rate) => Some(*rate),
        _ => None,
    };
    let run = |rate: f64| -> Result<Trail, Fault> { Trail::of_experiment(&descent(challenge, check, rate)?) };
    let ends_below = |trail: &Trail| {
        let end = trail.points.rchunks(trail.dimension.max(1)).next().unwrap_or_default();
        end.iter().all(|coordinate| coordinate.abs() < limit)
    };
    let best = rate(field(challenge, "solution")).unwrap_or(0.0);
    let right = run(best)?;
    let Some(rate) = rate(answer) else {
        return Ok(Verdict::new(Err(Wrong::new("unknownName").text("name", name).number("line", 0.0)), yours, right));
    };
    // A rate that no experiment accepts ends nowhere.
    let expected = run(rate).unwrap_or_default();
    let found = if !ends_below(&expected) || expected.points.is_empty() {
        Err(Wrong::new(if rate < best { "rateTooSmall" } else { "rateTooLarge" }))
    } else if ends_below(&run(rate + within)?) {
        Err(Wrong::new("rateTooSmall"))
    } else if passes(&ran.trail, expected.points.get(expected.dimension..).unwrap_or_default()) {
        Ok(())
    } else {
        Err(Wrong::new("otherTrail"))
    };
    Ok(Verdict::new(found, yours, right))
}

/// Gradient descent on the challenge's loss from the start of its check.
fn descent(challenge: &Plain, check: &Plain, rate: f64) -> Result<Experiment, Fault> {
    let text = |text: &str| Plain::Text(text.to_owned());
    let named = |name: &str, value: Plain| (name.to_owned(), value);
    let optimizer =
        Plain::Map(vec![named("name", text("gradientDescent")), named("learningRate", Plain::Number(rate))]);
    let fields = ["loss", "start", "steps"]
        .map(|name| named(name, challenge.get(name).or_else(|| check.get(name)).cloned().unwrap_or(Plain::Null)));
    Experiment::from_plain(&Plain::Map(fields.into_iter().chain([named("optimizer", optimizer)]).collect()))
}
