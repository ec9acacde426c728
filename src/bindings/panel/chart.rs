//! Measurements against the step, on one canvas.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use super::super::panics::may_break;
use super::look;
use super::{LookObject, Sheet, flat};
use crate::plots::Plane;
use crate::plots::series::{self, Series};

/// Lines on one pair of axes: the first blue, the second gold.
#[wasm_bindgen]
pub struct Chart {
    sheet: Sheet,
    lines: Vec<Vec<[f64; 2]>>,
    last: f64,
    top: Option<f64>,
}

#[wasm_bindgen]
impl Chart {
    /// A chart on a canvas; `top` is the highest value on its axis, undefined for that of the lines.
    #[wasm_bindgen(constructor)]
    pub fn new(canvas: HtmlCanvasElement, top: Option<f64>) -> Chart {
        let sheet = Sheet::new(canvas.clone(), None, canvas);
        Chart { sheet, lines: Vec::new(), last: 1.0, top }
    }

    /// Takes a new size in CSS pixels and a new ratio of device pixels to CSS pixels.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        self.sheet.resize(width, height, ratio);
    }

    /// Takes new colours, type and words; the word for the loss names the vertical axis.
    ///
    /// # Errors
    /// Throws a `Fault` if the look is no plain object.
    pub fn style(&mut self, look: LookObject) -> Result<(), JsValue> {
        self.sheet.look = look::read(look.into(), &self.sheet.look)?;
        Ok(())
    }

    /// Takes the measurements: steps, then as many values for each line; `last` is the end of the axis.
    pub fn set(&mut self, steps: &[f64], values: &[f64], last: f64) {
        let line = |values: &[f64]| steps.iter().zip(values).map(|(step, value)| [*step, *value]).collect();
        self.lines = values.chunks(steps.len().max(1)).map(line).collect();
        self.last = last;
    }

    /// Draws everything anew; false if the browser has no context to draw on at the moment.
    pub fn draw(&self) -> bool {
        may_break("draw");
        drawn(self).is_some()
    }
}

fn drawn(Chart { sheet, lines, last, top }: &Chart) -> Option<()> {
    let look = &sheet.look;
    let colors = [look.vanilla, look.momentum];
    let lines = lines.iter().enumerate();
    let series: Vec<Series> =
        lines.map(|(index, points)| Series { points: points.clone(), color: colors[index % 2] }).collect();
    let plane = Plane::new(sheet.layout(), series::view(&series, *last, *top));
    series::draw(&flat::area(&sheet.base, sheet)?, look, &plane, &series).ok()
}
