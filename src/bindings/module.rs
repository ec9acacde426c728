//! The functions of the module: `run`, `step`, `stability`, and what a typed function is.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{self, listed, numbers, object, thrown};
use super::panics::may_break;
use crate::expression::{self, Word};
use crate::trajectory::{self, State, Walker};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Experiment")]
    pub type ExperimentObject;
    #[wasm_bindgen(typescript_type = "State")]
    pub type StateObject;
    #[wasm_bindgen(typescript_type = "State | undefined")]
    pub type MaybeState;
    #[wasm_bindgen(typescript_type = "Trajectory")]
    pub type TrajectoryObject;
    #[wasm_bindgen(typescript_type = "Stability")]
    pub type StabilityObject;
    #[wasm_bindgen(typescript_type = "ExpressionInfo")]
    pub type ExpressionObject;
    #[wasm_bindgen(typescript_type = "(number | string)[]")]
    pub type WordsArray;
}

/// Runs an experiment to its end. Divergence is an outcome, never an exception.
///
/// # Errors
/// Throws a `Fault` if the experiment is malformed.
#[wasm_bindgen]
pub fn run(experiment: ExperimentObject) -> Result<TrajectoryObject, JsValue> {
    may_break("run");
    let experiment = convert::experiment(experiment.into())?;
    let run = trajectory::run(&experiment).map_err(|fault| thrown(&fault))?;
    Ok(convert::trajectory(&run).into())
}

/// Makes one update: the first without a state, the next from the state that came before. A state whose `loss` or
/// `point` is not finite cannot be gone on from: the run has diverged.
///
/// # Errors
/// Throws a `Fault` if the experiment or the state is malformed.
#[wasm_bindgen]
pub fn step(experiment: ExperimentObject, state: Option<MaybeState>) -> Result<StateObject, JsValue> {
    let experiment = convert::experiment(experiment.into())?;
    let given = state.map(JsValue::from).filter(|state| !state.is_undefined() && !state.is_null());
    let walker = match given {
        None => Walker::new(&experiment),
        Some(state) => {
            let plain = convert::plain(state, "state")?;
            convert::state(&plain).and_then(|state| Walker::resume(&experiment, state))
        }
    };
    let mut walker = walker.map_err(|fault| thrown(&fault))?;
    walker.advance();
    Ok(state_object(&walker.state()).into())
}

/// The learning rates at which the behaviour changes, from the curvature at `point` or else at the start.
///
/// # Errors
/// Throws a `Fault` if the experiment is malformed or the point has not as many coordinates as the loss has parameters.
#[wasm_bindgen]
pub fn stability(experiment: ExperimentObject, point: Option<Vec<f64>>) -> Result<StabilityObject, JsValue> {
    let experiment = convert::experiment(experiment.into())?;
    let found = crate::stability::stability(&experiment, point.as_deref()).map_err(|fault| thrown(&fault))?;
    Ok(convert::stability(found).into())
}

/// Reads a typed function: how many variables it has, and a region worth seeing.
///
/// # Errors
/// Throws a `Fault` that says where the text cannot be understood and what was expected.
#[wasm_bindgen]
pub fn expression(text: &str) -> Result<ExpressionObject, JsValue> {
    let parsed = expression::parse(text).map_err(|fault| thrown(&fault))?;
    let loss = parsed.into_loss();
    let dimension = loss.dimension() as f64;
    Ok(object([("dimension", dimension.into()), ("frame", listed(&loss.frame()))]).into())
}

/// A typed function in postfix order: numbers, and the names of variables, operators and functions.
///
/// # Errors
/// Throws a `Fault` that says where the text cannot be understood and what was expected.
#[wasm_bindgen(js_name = expressionPostfix)]
#[inline(never)]
pub fn expression_postfix(text: &str) -> Result<WordsArray, JsValue> {
    let parsed = expression::parse(text).map_err(|fault| thrown(&fault))?;
    let word = |word: Word| match word {
        Word::Number(value) => value.into(),
        Word::Name(name) => JsValue::from_str(name),
    };
    let words: Array = parsed.postfix().into_iter().map(word).collect();
    Ok(JsValue::from(words).into())
}

fn state_object(state: &State) -> JsValue {
    let buffers: Array = state.buffers.iter().map(|buffer| numbers(buffer)).collect();
    object([
        ("step", (state.step as f64).into()),
        ("point", numbers(&state.point)),
        ("loss", state.loss.into()),
        ("gradient", numbers(&state.gradient)),
        ("memory", object([("buffers", buffers.into())])),
    ])
}
