//! One panel on the page, as scripts drive it.
//!
//! The lower canvases hold what is dear to draw and rarely changes, the uppermost one what moves. The lower are drawn again
//! only when the loss, the size, the look, the range or the view has changed.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use super::shown::color;
use super::{
    LookObject, Options, Sheet, Shown, View, contour, curve, data, look, loss_curve, regimes, solid, variance,
};
use crate::bindings::convert::{plain, thrown};
use crate::bindings::panics::may_break;
use crate::bindings::screen::UNITS;
use crate::bindings::simulation::Simulation;
use crate::fault::{Accepted, Fault};
use crate::plain::Plain;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "PanelOptions")]
    pub type OptionsObject;
}

/// A panel: a kind of plot, its canvases, and the runs it shows.
#[wasm_bindgen]
pub struct Panel {
    sheet: Sheet,
    view: Box<dyn View>,
    runs: Vec<Shown>,
    /// Other runs or options have come since the last drawing.
    changed: bool,
    /// The lower layer must be drawn whatever the runs are.
    stale: bool,
}

#[wasm_bindgen]
impl Panel {
    /// How many canvases a kind of panel draws on.
    pub fn layers(kind: &str) -> usize {
        if kind == "surface" { 3 } else { 2 }
    }

    /// A panel of the kind `curve`, `contour`, `surface`, `lossCurve`, `regimes`, `data` or `variance` on its canvases, the lowest first.
    ///
    /// # Errors
    /// Throws a `Fault` if there is no such kind, or not as many canvases as it needs.
    #[wasm_bindgen(constructor)]
    pub fn new(kind: &str, canvases: Vec<HtmlCanvasElement>) -> Result<Panel, JsValue> {
        let view: Box<dyn View> = match kind {
            "curve" => Box::new(curve::Curve::default()),
            "contour" => Box::new(contour::Contour::default()),
            "lossCurve" => Box::new(loss_curve::LossCurve::default()),
            "surface" => Box::new(solid::Surface::default()),
            "regimes" => Box::new(regimes::Regimes::default()),
            "data" => Box::new(data::Data::default()),
            "variance" => Box::new(variance::Variance::default()),
            _ => {
                let kinds = ["curve", "contour", "surface", "lossCurve", "regimes", "data", "variance"];
                let accepted = Accepted::OneOf(kinds.map(str::to_owned).to_vec());
                return Err(thrown(&Fault::new("panel", kind, accepted)));
            }
        };
        let needed = Panel::layers(kind);
        let (base, picture, overlay) = match &canvases[..] {
            [base, overlay] if needed == 2 => (base, None, overlay),
            [base, picture, overlay] if needed == 3 => (base, Some(picture.clone()), overlay),
            _ => {
                let count = needed as f64;
                let accepted = Accepted::WholeNumber { lowest: count, highest: count };
                return Err(thrown(&Fault::new("canvases.length", canvases.len(), accepted)));
            }
        };
        let sheet = Sheet::new(base.clone(), picture, overlay.clone());
        Ok(Panel { sheet, view, runs: Vec::new(), changed: true, stale: true })
    }

    /// Takes a new size in CSS pixels and a new ratio of device pixels to CSS pixels.
    pub fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        self.sheet.resize(width, height, ratio);
        self.stale = true;
    }

    /// Takes new colours, type and words.
    ///
    /// # Errors
    /// Throws a `Fault` if the look is no plain object.
    pub fn style(&mut self, look: LookObject) -> Result<(), JsValue> {
        self.sheet.look = look::read(look.into(), &self.sheet.look)?;
        for run in &mut self.runs {
            run.color = color(&self.sheet.look, &run.role);
        }
        self.stale = true;
        Ok(())
    }

    /// Switches parts of the plot on or off; what is not named is off.
    ///
    /// # Errors
    /// Throws a `Fault` if the options are no plain object.
    pub fn options(&mut self, options: OptionsObject) -> Result<(), JsValue> {
        let given = plain(options.into(), "options")?;
        let on = |name: &str| matches!(given.get(name), Some(Plain::Bool(true)));
        let over_map = self.sheet.options.over_map;
        self.sheet.options = Options {
            log_scale: on("logScale"),
            tangent: on("tangent"),
            arrow: on("arrow"),
            compass: on("compass"),
            equal_units: on("equalUnits"),
            over_map: on("overMap"),
            lock_frame: on("lockFrame"),
        };
        self.stale |= self.sheet.options.over_map != over_map;
        self.changed = true;
        Ok(())
    }

    /// Forgets all runs.
    pub fn clear(&mut self) {
        self.runs.clear();
    }

    /// Shows a run at a step: in the colour of `vanilla`, `momentum` or an optimizer by its name, or of a marble by its
    /// number. The loss of the first run is the one that is drawn.
    pub fn add(&mut self, simulation: &Simulation, role: JsValue, step: f64) {
        let color = color(&self.sheet.look, &role);
        self.runs.push(Shown { record: Rc::clone(&simulation.record), role, color, step });
        self.changed = true;
    }

    /// Moves a run to a step; between two iterates on its way from one to the next.
    #[wasm_bindgen(js_name = setStep)]
    pub fn set_step(&mut self, index: usize, step: f64) {
        may_break("step");
        if let Some(run) = self.runs.get_mut(index) {
            run.step = step;
        }
    }

    /// Draws what has changed; true if that was the lower layer too.
    pub fn draw(&mut self) -> bool {
        may_break("draw");
        let Panel { sheet, view, runs, changed, stale } = self;
        if sheet.base.width() == 0 || sheet.base.height() == 0 || runs.is_empty() {
            return false;
        }
        if core::mem::take(changed) {
            *stale |= view.is_stale(sheet, runs);
        }
        let renew = *stale;
        if renew {
            *stale = view.draw_base(sheet, runs).is_none();
        }
        // Without a context there is nothing to draw on; the next drawing tries again.
        let _ = view.draw_overlay(sheet, runs);
        renew
    }

    /// The point of the loss at a place in CSS pixels; undefined beside the plot.
    pub fn pick(&self, x: f64, y: f64) -> Option<Vec<f64>> {
        self.view.pick(&self.sheet, x, y)
    }

    /// The place of a point of the loss in CSS pixels; undefined if it is not in the plot.
    pub fn project(&self, point: &[f64]) -> Option<Vec<f64>> {
        self.view.project(&self.sheet, point).map(|place| place.to_vec())
    }

    /// The edges of the plot in CSS pixels (left, top, right, bottom) and the lowest and highest value on either axis;
    /// undefined where the plot is no plane.
    pub fn window(&self) -> Option<Vec<f64>> {
        let plane = self.view.plane(&self.sheet)?;
        let edges = plane.layout.edges().map(|edge| edge / UNITS);
        Some([&edges[..], &plane.view.x, &plane.view.y].concat())
    }

    /// Turns the view by these angles in radians.
    pub fn turn(&mut self, yaw: f64, pitch: f64) {
        let [from_yaw, from_pitch] = self.view.angles();
        self.set_view(from_yaw + yaw, from_pitch + pitch);
    }

    /// Turns the view to these angles in radians.
    #[wasm_bindgen(js_name = setView)]
    pub fn set_view(&mut self, yaw: f64, pitch: f64) {
        if yaw.is_finite() && pitch.is_finite() {
            self.stale |= self.view.look_from(yaw, pitch);
        }
    }

    /// The angle by which the view is turned, in radians.
    #[wasm_bindgen(getter)]
    pub fn yaw(&self) -> f64 {
        self.view.angles()[0]
    }

    /// The angle at which the view looks down, in radians.
    #[wasm_bindgen(getter)]
    pub fn pitch(&self) -> f64 {
        self.view.angles()[1]
    }
}
