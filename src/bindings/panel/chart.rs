//! Measurements against the step, on one canvas.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use super::super::screen::UNITS;
use super::look;
use super::{LookObject, Options, Sheet, flat, pixels};
use crate::plots::series::{self, Series};
use crate::plots::{Layout, Plane};

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
        let sheet = Sheet {
            base: canvas.clone(),
            picture: None,
            overlay: canvas,
            ratio: 1.0,
            look: look::plain_look(),
            options: Options::default(),
        };
        Chart { sheet, lines: Vec::new(), last: 1.0, top }
    }

    /// Takes a new size in CSS pixels and a new ratio of device pixels to CSS pixels.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        let ratio = if ratio.is_finite() { ratio.clamp(0.25, 8.0) } else { 1.0 };
        self.sheet.base.set_width(pixels(width, ratio));
        self.sheet.base.set_height(pixels(height, ratio));
        self.sheet.ratio = ratio;
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
        drawn(self).is_some()
    }
}

fn drawn(Chart { sheet, lines, last, top }: &Chart) -> Option<()> {
    let look = &sheet.look;
    let colors = [look.vanilla, look.momentum];
    let lines = lines.iter().enumerate();
    let series: Vec<Series> =
        lines.map(|(index, points)| Series { points: points.clone(), color: colors[index % 2] }).collect();
    let units = |pixels: u32| (f64::from(pixels) * UNITS / sheet.ratio).round() as u32;
    let layout = Layout::new(units(sheet.base.width()), units(sheet.base.height()), look);
    let plane = Plane::new(layout, series::view(&series, *last, *top));
    series::draw(&flat::area(&sheet.base, sheet)?, look, &plane, &series).ok()
}
