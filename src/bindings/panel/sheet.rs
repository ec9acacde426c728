//! The canvases of a panel, one above the other, and what is asked of their drawing.

use web_sys::HtmlCanvasElement;

use super::look;
use crate::bindings::layer::Layer;
use crate::bindings::screen::UNITS;
use crate::plots::Layout;
use crate::plots::style::Look;

/// Longest side of a canvas in device pixels; more than browsers show, less than they refuse.
const LONGEST_SIDE: f64 = 8192.0;

/// The canvases, their size and what is asked of them.
pub(super) struct Sheet {
    /// What rarely changes.
    pub(super) base: Layer,
    /// A picture made pixel by pixel, above the base; only the surface has one.
    pub(super) picture: Option<Layer>,
    /// What moves, above everything else.
    pub(super) overlay: Layer,
    /// Device pixels to a CSS pixel.
    pub(super) ratio: f64,
    pub(super) look: Look,
    pub(super) options: Options,
}

/// Parts of a plot that can be switched.
#[derive(Clone, Copy, Default)]
pub(super) struct Options {
    pub(super) log_scale: bool,
    pub(super) tangent: bool,
    pub(super) arrow: bool,
    /// The steepest way down beside the way to the minimum.
    pub(super) compass: bool,
    /// A unit as long on both axes.
    pub(super) equal_units: bool,
    /// A map lies below the lower layer.
    pub(super) over_map: bool,
    /// While something is dragged the ranges keep still under it.
    pub(super) lock_frame: bool,
}

impl Sheet {
    pub(super) fn new(
        base: HtmlCanvasElement,
        picture: Option<HtmlCanvasElement>,
        overlay: HtmlCanvasElement,
    ) -> Sheet {
        let (base, picture, overlay) = (Layer::new(base), picture.map(Layer::new), Layer::new(overlay));
        Sheet { base, picture, overlay, ratio: 1.0, look: look::plain_look(), options: Options::default() }
    }

    /// Takes a new size in CSS pixels and a new ratio of device pixels to CSS pixels.
    pub(super) fn resize(&mut self, width: f64, height: f64, ratio: f64) {
        let ratio = if ratio.is_finite() { ratio.clamp(0.25, 8.0) } else { 1.0 };
        for canvas in [Some(&self.base), self.picture.as_ref(), Some(&self.overlay)].into_iter().flatten() {
            canvas.set_width(pixels(width, ratio));
            canvas.set_height(pixels(height, ratio));
        }
        self.ratio = ratio;
    }

    /// Where a plot on a plane lies on the lower canvas.
    pub(super) fn layout(&self) -> Layout {
        let units = |pixels: u32| (f64::from(pixels) * UNITS / self.ratio).round() as u32;
        Layout::new(units(self.base.width()), units(self.base.height()), &self.look)
    }
}

/// The side of a canvas in device pixels.
fn pixels(length: f64, ratio: f64) -> u32 {
    (length * ratio).round().clamp(0.0, LONGEST_SIDE) as u32
}
