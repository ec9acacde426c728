//! What answers do on a loss, side by side on one canvas.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use super::super::convert::{plain, thrown};
use super::super::panics::may_break;
use super::{LookObject, Sheet, flat, look};
use crate::losses::{Loss, LossSpec, build};
use crate::plots::Plane;
use crate::plots::trails::{self, Role, Trail};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "LossDescription")]
    pub type LossObject;
}

/// A loss with the trails of a program or of answers.
#[wasm_bindgen]
pub struct Trails {
    sheet: Sheet,
    loss: Option<Box<dyn Loss>>,
    minima: Vec<Vec<f64>>,
    start: Vec<f64>,
    trails: Vec<(Role, Vec<f64>)>,
}

#[wasm_bindgen]
impl Trails {
    /// A picture on a canvas, so far of nothing.
    #[wasm_bindgen(constructor)]
    pub fn new(canvas: HtmlCanvasElement) -> Trails {
        let sheet = Sheet::new(canvas.clone(), None, canvas);
        Trails { sheet, loss: None, minima: Vec::new(), start: Vec::new(), trails: Vec::new() }
    }

    /// Takes a new size in CSS pixels and a new ratio of device pixels to CSS pixels.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        self.sheet.resize(width, height, ratio);
    }

    /// Takes new colours, type and words.
    ///
    /// # Errors
    /// Throws a `Fault` if the look is no plain object.
    pub fn style(&mut self, look: LookObject) -> Result<(), JsValue> {
        self.sheet.look = look::read(look.into(), &self.sheet.look)?;
        Ok(())
    }

    /// Takes a loss of one or two parameters and a start, and forgets all trails.
    ///
    /// # Errors
    /// Throws a `Fault` if the loss is malformed.
    pub fn set(&mut self, loss: LossObject, start: Vec<f64>) -> Result<(), JsValue> {
        let given = plain(loss.into(), "loss")?;
        let read = LossSpec::from_plain(&given).and_then(|spec| Ok((spec.minima(), build(&spec)?)));
        let (minima, loss) = read.map_err(|fault| thrown(&fault.inside("loss")))?;
        (self.minima, self.loss, self.start) = (minima, Some(loss), start);
        self.trails.clear();
        Ok(())
    }

    /// Adds the trail of `given`, `yours` or `right`, row by row; numbers that are not finite end it.
    pub fn add(&mut self, role: &str, points: Vec<f64>) {
        self.trails.extend(Role::named(role).map(|role| (role, points)));
    }

    /// Draws everything anew; false if there is no loss yet, or the browser has no context to draw on at the moment.
    pub fn draw(&self) -> bool {
        may_break("draw");
        drawn(self).is_some()
    }
}

fn drawn(Trails { sheet, loss, minima, start, trails }: &Trails) -> Option<()> {
    let loss = loss.as_deref()?;
    let trails: Vec<Trail> = trails.iter().map(|(role, points)| Trail { role: *role, points }).collect();
    let plane = Plane::new(sheet.layout(), trails::view(loss, start, &trails));
    trails::draw(&flat::area(&sheet.base, sheet)?, &sheet.look, &plane, loss, minima, &trails).ok()
}
