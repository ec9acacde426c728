//! What exists, for the page to offer: the catalogues of losses and optimizers as plain data.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{listed, numbers, object};
use crate::settings::{Kind, Setting, Settings};
use crate::{losses, optimizers};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "LossInfo[]")]
    pub type LossInfos;
    #[wasm_bindgen(typescript_type = "OptimizerInfo[]")]
    pub type OptimizerInfos;
}

/// The losses that have a name, with their settings, starts, frames and minima at default settings.
#[wasm_bindgen(js_name = losses)]
pub fn loss_infos() -> LossInfos {
    let list: Array = losses::catalogue().map(loss_info).collect();
    JsValue::from(list).into()
}

/// The optimizers with their settings; the learning rate comes first.
#[wasm_bindgen(js_name = optimizers)]
pub fn optimizer_infos() -> OptimizerInfos {
    let list: Array = optimizers::catalogue().map(optimizer_info).collect();
    JsValue::from(list).into()
}

fn optimizer_info(entry: &'static optimizers::Entry) -> JsValue {
    let method = (entry.build)(&Settings::defaults(entry.settings));
    let cost = [0, 1].map(|dimension| method.evaluations(dimension) as f64);
    object([
        ("name", entry.name.into()),
        ("settings", settings(entry.settings)),
        ("evaluations", cost[0].into()),
        ("evaluationsPerParameter", (cost[1] - cost[0]).into()),
    ])
}

fn loss_info(entry: &losses::Entry) -> JsValue {
    let defaults = Settings::defaults(entry.settings);
    object([
        ("name", entry.name.into()),
        ("formula", entry.formula.into()),
        ("dimension", (entry.dimension as f64).into()),
        ("settings", settings(entry.settings)),
        ("start", numbers(entry.start)),
        ("learningRate", entry.learning_rate.into()),
        ("frame", listed(&(entry.build)(&defaults).frame())),
        ("minima", listed(&(entry.minima)(&defaults))),
    ])
}

fn settings(known: &[Setting]) -> JsValue {
    known.iter().map(setting).collect::<Array>().into()
}

fn setting(setting: &Setting) -> JsValue {
    let (mut lowest, mut highest, mut most) = (JsValue::UNDEFINED, JsValue::UNDEFINED, JsValue::UNDEFINED);
    let (mut options, mut labels) = (JsValue::UNDEFINED, JsValue::UNDEFINED);
    let default: JsValue = match setting.kind {
        Kind::Number { default, lowest: low, highest: high } => {
            (lowest, highest) = (low.into(), high.into());
            default.into()
        }
        Kind::Numbers { default, most: many, limit } => {
            (lowest, highest, most) = ((-limit).into(), limit.into(), (many as f64).into());
            numbers(default)
        }
        Kind::Choice { options: names } => {
            options = names.iter().map(|&name| JsValue::from_str(name)).collect::<Array>().into();
            names.first().copied().into()
        }
        Kind::Switch { default } => default.into(),
        Kind::Rows { default, most: many, limit, labels: labelled } => {
            (lowest, highest, most) = ((-limit).into(), limit.into(), (many as f64).into());
            labels = labelled.into();
            default.iter().map(|row| numbers(row)).collect::<Array>().into()
        }
    };
    object([
        ("name", setting.name.into()),
        ("default", default),
        ("lowest", lowest),
        ("highest", highest),
        ("most", most),
        ("options", options),
        ("labels", labels),
    ])
}
