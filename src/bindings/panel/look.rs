//! The look of a plot, read from what the page hands in.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::super::convert::plain;
use super::super::screen::UNITS;
use crate::plain::Plain;
use crate::plots::style::{Look, Rgb, Words};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Look")]
    pub type LookObject;
}

/// Smallest and largest type that is drawn, in CSS pixels.
const TYPE_SIZES: [f64; 2] = [6.0, 64.0];

/// Reads a look; what is missing or no colour stays what it was in `before`.
///
/// # Errors
/// Throws a `Fault` if the value is no plain object.
pub(super) fn read(value: JsValue, before: &Look) -> Result<Look, JsValue> {
    let given = plain(value, "look")?;
    let mut look = before.clone();
    for (name, color) in colors_of(&mut look) {
        *color = rgb(given.get(name)).unwrap_or(*color);
    }
    for (name, word) in words_of(&mut look.words) {
        if let Some(text) = given.get("words").and_then(|words| text(words.get(name))) {
            text.clone_into(word);
        }
    }
    if let Some(colors) = colors(given.get("marbles")) {
        look.marbles = colors;
    }
    if let Some(colors) = colors(given.get("optimizers")) {
        look.optimizers = colors;
    }
    if let Some(bands) = colors(given.get("bands")).and_then(|bands| bands.try_into().ok()) {
        look.bands = bands;
    }
    if let Some(font) = text(given.get("font")) {
        font.clone_into(&mut look.font);
    }
    if let Some(Plain::Number(size)) = given.get("fontSize")
        && size.is_finite()
    {
        let [smallest, largest] = TYPE_SIZES;
        look.font_size = size.max(smallest).min(largest);
    }
    look.dark = matches!(given.get("dark"), Some(Plain::Bool(true)));
    look.decimal = text(given.get("decimal")).and_then(|text| text.chars().next()).unwrap_or(look.decimal);
    Ok(look)
}

fn colors_of(look: &mut Look) -> [(&'static str, &mut Rgb); 12] {
    [
        ("paper", &mut look.paper),
        ("grid", &mut look.grid),
        ("axis", &mut look.axis),
        ("text", &mut look.text),
        ("curve", &mut look.curve),
        ("tangent", &mut look.tangent),
        ("step", &mut look.step),
        ("minimum", &mut look.minimum),
        ("ghost", &mut look.ghost),
        ("vanilla", &mut look.vanilla),
        ("momentum", &mut look.momentum),
        ("danger", &mut look.danger),
    ]
}

fn words_of(words: &mut Words) -> [(&'static str, &mut String); 14] {
    let [settles, rings, alternates, diverges] = &mut words.regimes;
    [
        ("x", &mut words.x),
        ("y", &mut words.y),
        ("loss", &mut words.loss),
        ("step", &mut words.step),
        ("diverged", &mut words.diverged),
        ("leaves", &mut words.leaves),
        ("settles", settles),
        ("rings", rings),
        ("alternates", alternates),
        ("diverges", diverges),
        ("input", &mut words.input),
        ("output", &mut words.output),
        ("batch", &mut words.batch),
        ("variance", &mut words.variance),
    ]
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
        bands: [Rgb(11, 145, 112), Rgb(122, 79, 176), Rgb(217, 72, 15)],
        optimizers: Vec::new(),
        marbles: Vec::new(),
        dark: false,
        see_through: false,
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
