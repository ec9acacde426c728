//! One panel on the page: canvases one above the other, and what is drawn on them.
//!
//! The lower canvases hold what is dear to draw and rarely changes, the uppermost one what moves. The lower are drawn again
//! only when the loss, the size, the look, the range or the view has changed.

mod chart;
mod contour;
mod curve;
mod data;
mod flat;
mod look;
mod loss_curve;
mod regimes;
mod samples;
mod solid;
mod trails;
mod variance;

pub use chart::Chart;
pub use trails::Trails;

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use super::convert::{plain, thrown};
use super::panics::may_break;
use super::screen::UNITS;
use super::simulation::{Record, Simulation};
use crate::fault::{Accepted, Fault};
use crate::optimizers;
use crate::plain::Plain;
use crate::plots::style::{Look, Rgb};
use crate::plots::{Layout, Plane};

/// Longest side of a canvas in device pixels; more than browsers show, less than they refuse.
const LONGEST_SIDE: f64 = 8192.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Look")]
    pub type LookObject;
    #[wasm_bindgen(typescript_type = "PanelOptions")]
    pub type OptionsObject;
}

/// A run that is shown, in its colour, at a step that may lie between two iterates.
struct Shown {
    record: Rc<Record>,
    /// Whose colour it has; which colour that is depends on the look.
    role: JsValue,
    color: Rgb,
    step: f64,
}

/// The canvases, their size and what is asked of them.
struct Sheet {
    /// What rarely changes.
    base: HtmlCanvasElement,
    /// A picture made pixel by pixel, above the base; only the surface has one.
    picture: Option<HtmlCanvasElement>,
    /// What moves, above everything else.
    overlay: HtmlCanvasElement,
    /// Device pixels to a CSS pixel.
    ratio: f64,
    look: Look,
    options: Options,
}

/// Parts of a plot that can be switched.
#[derive(Clone, Copy, Default)]
struct Options {
    log_scale: bool,
    tangent: bool,
    arrow: bool,
    /// The steepest way down beside the way to the minimum.
    compass: bool,
    /// A unit as long on both axes.
    equal_units: bool,
    /// A map lies below the lower layer.
    over_map: bool,
    /// While something is dragged the ranges keep still under it.
    lock_frame: bool,
}

/// What a kind of panel can do. Drawing returns nothing if the browser has no context to draw on at the moment.
trait View {
    /// Whether the lower layer no longer fits the runs; asked once before a drawing if other runs or options came.
    fn is_stale(&mut self, sheet: &Sheet, runs: &[Shown]) -> bool;
    /// Draws the lower layer.
    fn draw_base(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()>;
    /// Draws the upper layer.
    fn draw_overlay(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()>;
    /// The point of the loss at a place in CSS pixels.
    fn pick(&self, sheet: &Sheet, x: f64, y: f64) -> Option<Vec<f64>>;
    /// The place of a point of the loss, in CSS pixels.
    fn project(&self, sheet: &Sheet, point: &[f64]) -> Option<[f64; 2]>;
    /// The plane the runs are drawn on, where there is one.
    fn plane(&self, _sheet: &Sheet) -> Option<Plane> {
        None
    }
    /// Yaw and pitch, where there is a view to turn.
    fn angles(&self) -> [f64; 2] {
        [0.0, 0.0]
    }
    /// Turns the view to these angles; false if there is none to turn.
    fn look_from(&mut self, _yaw: f64, _pitch: f64) -> bool {
        false
    }
}

impl Sheet {
    fn new(base: HtmlCanvasElement, picture: Option<HtmlCanvasElement>, overlay: HtmlCanvasElement) -> Sheet {
        Sheet { base, picture, overlay, ratio: 1.0, look: look::plain_look(), options: Options::default() }
    }

    /// Takes a new size in CSS pixels and a new ratio of device pixels to CSS pixels.
    fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        let ratio = if ratio.is_finite() { ratio.clamp(0.25, 8.0) } else { 1.0 };
        for canvas in [Some(&self.base), self.picture.as_ref(), Some(&self.overlay)].into_iter().flatten() {
            canvas.set_width(pixels(width, ratio));
            canvas.set_height(pixels(height, ratio));
        }
        self.ratio = ratio;
    }

    /// Where a plot on a plane lies on the lower canvas.
    fn layout(&self) -> Layout {
        let units = |pixels: u32| (f64::from(pixels) * UNITS / self.ratio).round() as u32;
        Layout::new(units(self.base.width()), units(self.base.height()), &self.look)
    }
}

/// The side of a canvas in device pixels.
fn pixels(length: f64, ratio: f64) -> u32 {
    (length * ratio).round().clamp(0.0, LONGEST_SIDE) as u32
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

/// The colour of a role in a look.
fn color(look: &Look, role: &JsValue) -> Rgb {
    let name = role.as_string();
    let by_name = || optimizers::catalogue().position(|entry| Some(entry.name) == name.as_deref());
    match (role.as_f64(), name.as_deref()) {
        (Some(index), _) if !look.marbles.is_empty() => look.marbles[index.abs() as usize % look.marbles.len()],
        (_, Some("momentum")) => look.momentum,
        (_, Some("vanilla")) => look.vanilla,
        (_, Some("ghost")) => look.ghost,
        (_, Some("elsewhere")) => look.axis,
        (_, Some("flown")) => look.danger,
        _ => by_name().and_then(|index| look.optimizers.get(index)).copied().unwrap_or(look.vanilla),
    }
}

impl Shown {
    /// The samples that the next step looks at, where those are not all.
    fn batch(&self) -> Option<Vec<u32>> {
        let Record { experiment, loss, .. } = &*self.record;
        Some(experiment.batches(loss.as_ref())?.at(self.whole_step().0 as u64).to_vec())
    }

    /// The iterate that has been reached, and the share of the way to the next one.
    fn whole_step(&self) -> (usize, f64) {
        let step = self.step.clamp(0.0, self.record.run.steps as f64);
        let whole = step.floor();
        (whole as usize, step - whole)
    }

    /// Where the marble is.
    fn point(&self, dimension: usize, axis: usize) -> f64 {
        let (step, share) = self.whole_step();
        let run = &self.record.run;
        let at = |step: usize| run.points.get(step * dimension + axis).copied().unwrap_or(f64::NAN);
        if share == 0.0 { at(step) } else { at(step) + share * (at(step + 1) - at(step)) }
    }
}
