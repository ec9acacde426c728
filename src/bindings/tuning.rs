//! `tune`: the search for settings, called from the page.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{self, object, plain, thrown};
use super::module::ExperimentObject;
use crate::optimizers::OptimizerSpec;
use crate::settings::Value;
use crate::tuning;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Tuned")]
    pub type TunedObject;
}

/// Searches the learning rate, and the momentum where the method has one, for the lowest loss after `budget` gradient
/// evaluations (1 to 1,000).
///
/// # Errors
/// Throws a `Fault` if the experiment is malformed or the budget is not accepted.
#[wasm_bindgen]
pub fn tune(experiment: ExperimentObject, budget: JsValue) -> Result<TunedObject, JsValue> {
    let experiment = convert::experiment(experiment.into())?;
    let found = tuning::tune(&experiment, &plain(budget, "budget")?).map_err(|fault| thrown(&fault))?;
    let fields = [
        ("optimizer", optimizer(&found.optimizer)),
        ("loss", found.loss.into()),
        ("evaluations", (found.evaluations as f64).into()),
    ];
    Ok(object(fields).into())
}

/// An optimizer with all its settings, as experiments name it.
fn optimizer(spec: &OptimizerSpec) -> JsValue {
    let description = object([("name", spec.name.into())]);
    for (name, value) in spec.settings.iter() {
        if let Value::Number(number) = value {
            // Setting a field of a fresh plain object cannot fail.
            let _ = js_sys::Reflect::set(&description, &name.into(), &(*number).into());
        }
    }
    description
}
