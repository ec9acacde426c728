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
    #[wasm_bindgen(typescript_type = "LossRegion[]")]
    pub type LossRegions;
    #[wasm_bindgen(typescript_type = "OptimizerInfo[]")]
    pub type OptimizerInfos;
}

/// The losses that have a name, with their settings and starts.
#[wasm_bindgen(js_name = losses)]
pub fn loss_infos() -> LossInfos {
    let list: Array = losses::catalogue().map(loss_info).collect();
    JsValue::from(list).into()
}

/// Of each of these losses, in the same order, the frame and the minima at default settings: a list of its own, because it
/// takes every loss there is to compute them.
#[wasm_bindgen(js_name = lossRegions)]
pub fn loss_regions() -> LossRegions {
    let list: Array = losses::catalogue().map(loss_region).collect();
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
    object([
        ("name", entry.name.into()),
        ("formula", entry.formula.into()),
        ("dimension", (entry.dimension as f64).into()),
        ("settings", settings(entry.settings)),
        ("start", numbers(entry.start)),
        ("learningRate", entry.learning_rate.into()),
    ])
}

fn loss_region(entry: &losses::Entry) -> JsValue {
    let defaults = Settings::defaults(entry.settings);
    let frame = (entry.build)(&defaults).frame();
    object([("frame", listed(&frame)), ("minima", listed(&(entry.minima)(&defaults)))])
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
