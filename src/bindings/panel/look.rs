//! The look of a plot, read from what the page hands in.

use wasm_bindgen::JsValue;

use super::super::convert::plain;
use super::super::screen::UNITS;
use crate::plain::Plain;
use crate::plots::style::{Look, Rgb, Words};

/// Smallest and largest type that is drawn, in CSS pixels.
const TYPE_SIZES: [f64; 2] = [6.0, 64.0];

/// Reads a look; what is missing or no colour stays what it was in `before`.
///
/// # Errors
/// Throws a `Fault` if the value is no plain object.
pub(super) fn read(value: JsValue, before: &Look) -> Result<Look, JsValue> {
    let given = plain(value, "look")?;
    let color = |name: &str, old: Rgb| rgb(given.get(name)).unwrap_or(old);
    let words = given.get("words").cloned().unwrap_or(Plain::Null);
    let word = |name: &str, old: &str| text(words.get(name)).unwrap_or(old).to_owned();
    let [smallest, largest] = TYPE_SIZES;
    Ok(Look {
        paper: color("paper", before.paper),
        grid: color("grid", before.grid),
        axis: color("axis", before.axis),
        text: color("text", before.text),
        curve: color("curve", before.curve),
        tangent: color("tangent", before.tangent),
        step: color("step", before.step),
        minimum: color("minimum", before.minimum),
        ghost: color("ghost", before.ghost),
        vanilla: color("vanilla", before.vanilla),
        momentum: color("momentum", before.momentum),
        danger: color("danger", before.danger),
        marbles: colors(given.get("marbles")).unwrap_or_else(|| before.marbles.clone()),
        dark: matches!(given.get("dark"), Some(Plain::Bool(true))),
        font: text(given.get("font")).unwrap_or(&before.font).to_owned(),
        font_size: match given.get("fontSize") {
            Some(Plain::Number(size)) if size.is_finite() => size.clamp(smallest, largest),
            _ => before.font_size,
        },
        decimal: text(given.get("decimal")).and_then(|text| text.chars().next()).unwrap_or(before.decimal),
        words: Words {
            x: word("x", &before.words.x),
            y: word("y", &before.words.y),
            loss: word("loss", &before.words.loss),
            step: word("step", &before.words.step),
            diverged: word("diverged", &before.words.diverged),
        },
        ..before.clone()
    })
}

/// The look before the page has handed one in: ink on paper.
pub(super) fn plain_look() -> Look {
    let ink = Rgb(60, 60, 60);
    Look {
        paper: Rgb(255, 255, 255),
        grid: Rgb(225, 225, 225),
        axis: ink,
        text: ink,
        curve: ink,
        tangent: ink,
        step: ink,
        minimum: ink,
        ghost: Rgb(160, 160, 160),
        vanilla: Rgb(23, 105, 194),
        momentum: Rgb(180, 122, 0),
        danger: Rgb(179, 38, 30),
        marbles: Vec::new(),
        dark: false,
        font: "sans-serif".to_owned(),
        font_size: 12.0,
        decimal: '.',
        words: Words::default(),
        scale: UNITS,
        type_ratio: 1.0,
    }
}

fn text(value: Option<&Plain>) -> Option<&str> {
    match value {
        Some(Plain::Text(text)) => Some(text),
        _ => None,
    }
}

fn colors(value: Option<&Plain>) -> Option<Vec<Rgb>> {
    match value {
        Some(Plain::List(items)) => items.iter().map(|item| rgb(Some(item))).collect(),
        _ => None,
    }
}

/// Reads `#rrggbb`.
fn rgb(value: Option<&Plain>) -> Option<Rgb> {
    let digits = text(value)?.trim().strip_prefix('#')?;
    if digits.len() != 6 {
        return None;
    }
    let number = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some(Rgb(red, green, blue))
}
