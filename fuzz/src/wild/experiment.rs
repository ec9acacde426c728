//! Experiments that are mostly understood, so that what lies behind the reading is reached.

use arbitrary::{Result, Unstructured};
use downhill::losses::{self, LossSpec};
use downhill::optimizers;
use downhill::plain::Plain;
use downhill::settings::{Kind, Setting};

use super::{MOST_STEPS, anything, between, list, map, number, text};

/// An experiment: its loss and method from the lists, most settings as they are accepted.
pub fn experiment(u: &mut Unstructured) -> Result<Plain> {
    let loss = loss(u)?;
    let built = LossSpec::from_plain(&loss).and_then(|spec| losses::build(&spec));
    let frame = built.map_or_else(|_| vec![[-5.0, 5.0]; 2], |loss| loss.frame());
    let start: Vec<Plain> = frame.iter().map(|side| coordinate(u, *side)).collect::<Result<_>>()?;
    let mut fields = vec![("loss", loss), ("optimizer", optimizer(u)?), ("start", Plain::List(start))];
    fields.push(("steps", Plain::Number(u.int_in_range(0..=MOST_STEPS)? as f64)));
    if u.ratio(1, 4)? {
        let rule = ["gradientBelow", "lossChangeBelow"][usize::from(u.arbitrary::<bool>()?)];
        fields.push(("stop", Plain::Map(vec![(rule.to_owned(), Plain::Number(number(u)?))])));
    }
    for (name, chance) in [("seed", 4), ("batch", 3), ("shuffle", 4)] {
        if u.ratio(1, chance)? {
            let whole = Plain::Number(f64::from(u.arbitrary::<u8>()?));
            fields.push((name, if name == "shuffle" { Plain::Bool(u.arbitrary()?) } else { whole }));
        }
    }
    if u.ratio(1, 12)? {
        let at = u.choose_index(fields.len())?;
        fields[at].1 = anything(u, 0)?;
    }
    Ok(map(fields))
}

/// A loss of the catalogue or a typed function.
fn loss(u: &mut Unstructured) -> Result<Plain> {
    if u.ratio(1, 5)? {
        return Ok(map(vec![("expression", Plain::Text(text(u)?))]));
    }
    let entries: Vec<_> = losses::catalogue().collect();
    let entry = u.choose(&entries)?;
    described(u, entry.name, entry.settings)
}

fn optimizer(u: &mut Unstructured) -> Result<Plain> {
    let entries: Vec<_> = optimizers::catalogue().collect();
    let entry = u.choose(&entries)?;
    described(u, entry.name, entry.settings)
}

fn described(u: &mut Unstructured, name: &str, settings: &[Setting]) -> Result<Plain> {
    let mut fields = vec![("name", Plain::Text(name.to_owned()))];
    for setting in settings {
        if u.ratio(1, 2)? {
            fields.push((setting.name, value(u, &setting.kind)?));
        }
    }
    Ok(map(fields))
}

/// A value of a setting; one in sixteen is not accepted.
fn value(u: &mut Unstructured, kind: &Kind) -> Result<Plain> {
    if u.ratio(1, 16)? {
        return anything(u, 2);
    }
    Ok(match *kind {
        Kind::Number { lowest, highest, .. } => Plain::Number(number(u)?.max(lowest).min(highest)),
        Kind::Numbers { limit, .. } => list(u, |u| Ok(Plain::Number(number(u)?.max(-limit).min(limit))))?,
        Kind::Choice { options } => Plain::Text((*u.choose(options)?).to_owned()),
        Kind::Switch { .. } => Plain::Bool(u.arbitrary()?),
        Kind::Rows { limit, labels, .. } => list(u, |u| {
            let x = number(u)?.max(-limit).min(limit);
            let y =
                if labels { f64::from(u8::from(u.arbitrary::<bool>()?)) } else { number(u)?.max(-limit).min(limit) };
            Ok(Plain::List(vec![Plain::Number(x), Plain::Number(y)]))
        })?,
    })
}

fn coordinate(u: &mut Unstructured, [low, high]: [f64; 2]) -> Result<Plain> {
    Ok(Plain::Number(if u.ratio(3, 4)? { between(u, low, high)? } else { number(u)? }))
}
