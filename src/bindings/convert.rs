//! Between JavaScript's values and the core's: plain data in, faults and trajectories out.

use js_sys::{Array, Float64Array, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::reading::read;
use crate::fault::{Accepted, Fault};
use crate::plain::Plain;
use crate::stability::Stability;
use crate::trajectory::{Experiment, State, Trajectory};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

/// Reads plain data.
///
/// # Errors
/// The fault to throw if the value is no plain data, for example a function or an object that contains itself.
pub(super) fn plain(value: JsValue, field: &str) -> Result<Plain, JsValue> {
    read(&value).ok_or_else(|| thrown(&Fault::new(field, "…", Accepted::Object)))
}

/// Reads an experiment.
///
/// # Errors
/// The fault to throw.
pub(super) fn experiment(value: JsValue) -> Result<Experiment, JsValue> {
    Experiment::from_plain(&plain(value, "experiment")?).map_err(|fault| thrown(&fault))
}

/// The state that `step` gave, read back.
///
/// # Errors
/// A fault naming the part of the state that is missing or no number.
pub(super) fn state(given: &Plain) -> Result<State, Fault> {
    let field = |name: &str| given.get(name).unwrap_or(&Plain::Null);
    let missing = Plain::List(Vec::new());
    let buffers = match field("memory").get("buffers").unwrap_or(&missing) {
        Plain::List(buffers) => buffers.as_slice(),
        _ => &[],
    };
    Ok(State {
        step: field("step").whole("state.step", 0, crate::trajectory::MOST_STEPS)?,
        point: field("point").numbers("state.point", 1, usize::MAX, f64::MAX)?,
        loss: 0.0,
        gradient: Vec::new(),
        buffers: buffers
            .iter()
            .map(|buffer| buffer.numbers("state.memory.buffers", 1, usize::MAX, f64::INFINITY))
            .collect::<Result<_, _>>()?,
    })
}

/// An object with these fields, in this order; fields that are undefined are left out.
pub(super) fn object<const N: usize>(fields: [(&str, JsValue); N]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        if !value.is_undefined() {
            // Setting a field of a fresh plain object cannot fail.
            let _ = Reflect::set(&object, &name.into(), &value);
        }
    }
    object.into()
}

/// A list of numbers, or of lists of numbers.
pub(super) fn listed(values: &impl Serialize) -> JsValue {
    // Numbers in lists can always be handed over.
    serde_wasm_bindgen::to_value(values).unwrap_or(JsValue::UNDEFINED)
}

/// A list of numbers.
pub(super) fn numbers(values: &[f64]) -> JsValue {
    listed(&values)
}

/// A fault as the object that is thrown; the page puts it into words.
pub(super) fn thrown(fault: &Fault) -> JsValue {
    let none = JsValue::UNDEFINED;
    let (mut low, mut high) = (none.clone(), none.clone());
    let (mut few, mut most) = (none.clone(), none.clone());
    let (mut names, mut position, mut expected) = (none.clone(), none.clone(), none);
    match &fault.accepted {
        Accepted::Number { lowest, highest } | Accepted::WholeNumber { lowest, highest } => {
            (low, high) = ((*lowest).into(), (*highest).into());
        }
        Accepted::Numbers { fewest, most: many, lowest, highest } => {
            (low, high) = ((*lowest).into(), (*highest).into());
            (few, most) = ((*fewest as f64).into(), (*many as f64).into());
        }
        Accepted::Rows { most: many, limit, .. } => {
            (low, high, most) = ((-limit).into(), (*limit).into(), (*many as f64).into());
        }
        Accepted::OneOf(list) => {
            names = list.iter().map(|name| JsValue::from_str(name)).collect::<Array>().into();
        }
        Accepted::Syntax { position: at, expected: code } => {
            (position, expected) = ((*at as f64).into(), (*code).into());
        }
        Accepted::Text
        | Accepted::Object
        | Accepted::Truth
        | Accepted::FiniteStart
        | Accepted::Curvature
        | Accepted::Samples => {}
    }
    let accepted = object([
        ("code", fault.accepted.code().into()),
        ("lowest", low),
        ("highest", high),
        ("fewest", few),
        ("most", most),
        ("names", names),
        ("position", position),
        ("expected", expected),
    ]);
    object([("field", fault.field.as_str().into()), ("given", fault.given.as_str().into()), ("accepted", accepted)])
}

/// A trajectory as plain data with typed arrays of its own.
pub(super) fn trajectory(run: &Trajectory) -> JsValue {
    let ending = run.ending;
    object([
        ("points", Float64Array::from(&run.points[..]).into()),
        ("dimension", (run.dimension as f64).into()),
        ("losses", Float64Array::from(&run.losses[..]).into()),
        ("gradientNorms", Float64Array::from(&run.gradient_norms[..]).into()),
        ("steps", (run.steps as f64).into()),
        ("outcome", ending.outcome.name().into()),
        ("reason", ending.reason.name().into()),
        ("factor", ending.factor.into()),
        ("period", ending.period.map(|period| period as f64).into()),
        ("gradientEvaluations", run.gradient_evaluations.into()),
    ])
}

/// Thresholds as plain data.
pub(super) fn stability(found: Stability) -> JsValue {
    object([("monotoneBelow", found.monotone_below.into()), ("divergesAbove", found.diverges_above.into())])
}
