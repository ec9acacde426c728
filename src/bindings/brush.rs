//! A canvas context that is told only what it does not know: colours, widths and fonts are strings to JavaScript, and
//! handing one over costs more than drawing a short line.

use plotters_backend::{BackendColor, BackendTextStyle};
use web_sys::CanvasRenderingContext2d;

/// A context with what it was told last.
pub(super) struct Brush {
    pub(super) context: CanvasRenderingContext2d,
    stroke: Option<u32>,
    fill: Option<u32>,
    width: f64,
    font: String,
    align: &'static str,
    baseline: &'static str,
}

impl Brush {
    /// Nothing is known of the context yet.
    pub(super) fn new(context: CanvasRenderingContext2d) -> Self {
        Brush { context, stroke: None, fill: None, width: f64::NAN, font: String::new(), align: "", baseline: "" }
    }

    /// Strokes in this colour and width, in units of the context.
    pub(super) fn set_stroke(&mut self, color: BackendColor, width: f64) {
        let code = code(color);
        if self.stroke != Some(code) {
            self.stroke = Some(code);
            self.context.set_stroke_style_str(&css(code));
        }
        if self.width != width {
            self.width = width;
            self.context.set_line_width(width);
        }
    }

    /// Fills with this colour.
    pub(super) fn set_fill(&mut self, color: BackendColor) {
        let code = code(color);
        if self.fill != Some(code) {
            self.fill = Some(code);
            self.context.set_fill_style_str(&css(code));
        }
    }

    /// Writes in this font, `size` pixels high.
    pub(super) fn set_font<S: BackendTextStyle>(&mut self, style: &S, size: f64) {
        let tenths = (size * 10.0).round() as u32;
        let (slant, family) = (style.style(), style.family());
        let font = format!("{} {}.{}px {}", slant.as_str(), tenths / 10, tenths % 10, family.as_str());
        if self.font != font {
            self.context.set_font(&font);
            self.font = font;
        }
    }

    /// Anchors text there.
    pub(super) fn set_anchor(&mut self, align: &'static str, baseline: &'static str) {
        if self.align != align {
            self.align = align;
            self.context.set_text_align(align);
        }
        if self.baseline != baseline {
            self.baseline = baseline;
            self.context.set_text_baseline(baseline);
        }
    }
}

/// Red, green, blue and opacity in the bytes of a number.
fn code(BackendColor { alpha, rgb: (red, green, blue) }: BackendColor) -> u32 {
    u32::from_be_bytes([red, green, blue, (alpha * 255.0).round() as u8])
}

fn css(code: u32) -> String {
    format!("#{code:08x}")
}
