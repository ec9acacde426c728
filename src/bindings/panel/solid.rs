//! The surface on its canvases: axes by plotters, the surface from its pixels, trails and marbles above.

use plotters::prelude::IntoDrawingArea;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

use super::super::screen::{Screen, UNITS, context_of};
use super::{Sheet, Shown, View};
use crate::losses::LossSpec;
use crate::plots::surface::{AxesStyle, Joining, Marble, Palette, SurfaceView, path};
use crate::plots::ticks;

/// Room around the box for labels, in heights of the type.
const MARGIN: f64 = 3.0;

/// Radius of a marble in CSS pixels, on a canvas of the width `MARBLE_AT` and in proportion on smaller ones.
const MARBLE: f64 = 11.0;
const MARBLE_AT: f64 = 620.0;

/// A lit surface that can be turned.
#[derive(Default)]
pub(super) struct Surface {
    view: SurfaceView,
    palette: Option<(bool, Palette)>,
    shown: Option<LossSpec>,
    scratch: Scratch,
    points: Vec<[f64; 2]>,
}

impl View for Surface {
    fn is_stale(&mut self, _sheet: &Sheet, runs: &[Shown]) -> bool {
        let Some(first) = runs.first() else {
            return false;
        };
        let record = &first.record;
        if self.shown.as_ref() == Some(&record.experiment.loss) {
            return false;
        }
        if let [x, y] = record.loss.frame()[..] {
            self.view.set_heights([x, y], |x, y| record.loss.value(&[x, y]));
        }
        self.shown = Some(record.experiment.loss.clone());
        true
    }

    fn draw_base(&mut self, sheet: &Sheet, _runs: &[Shown]) -> Option<()> {
        let (width, height) = (sheet.base.width(), sheet.base.height());
        let margin = MARGIN * sheet.look.font_size * sheet.ratio;
        self.view.set_outline(sheet.ratio as f32);
        if self.view.size() != [width as usize, height as usize] {
            self.view.resize(width as usize, height as usize, margin);
        }
        let dark = sheet.look.dark;
        if self.palette.as_ref().is_none_or(|(is_dark, _)| *is_dark != dark) {
            self.palette = Some((dark, if dark { Palette::dark() } else { Palette::light() }));
        }
        let (_, palette) = self.palette.as_ref()?;
        self.view.render(palette);
        self.draw_axes(sheet)?;
        let context = context_of(&sheet.base)?;
        self.scratch.lay(&context, self.view.pixels(), [0.0, 0.0], [width, height])
    }

    fn draw_overlay(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        let screen = Screen::clear(&sheet.overlay, sheet.ratio)?;
        let root = screen.into_drawing_area();
        for shown in runs {
            let (step, share) = shown.whole_step();
            let mut points = core::mem::take(&mut self.points);
            points.clear();
            points.extend(shown.record.run.points.as_chunks::<2>().0.iter().take(step + 1));
            if share > 0.0 {
                points.push([shown.point(2, 0), shown.point(2, 1)]);
            }
            let trail = self.view.trail(&points, Joining::OnSurface);
            path::draw(&root, &sheet.look, trail, shown.color, UNITS / sheet.ratio).ok()?;
            self.points = points;
        }
        drop(root);
        self.draw_marbles(sheet, runs)
    }

    fn pick(&self, sheet: &Sheet, x: f64, y: f64) -> Option<Vec<f64>> {
        self.view.pick(x * sheet.ratio, y * sheet.ratio).map(|point| point.to_vec())
    }

    fn project(&self, sheet: &Sheet, point: &[f64]) -> Option<[f64; 2]> {
        let spot = self.view.project(point.try_into().ok()?)?;
        Some([spot.x / sheet.ratio, spot.y / sheet.ratio])
    }

    fn angles(&self) -> [f64; 2] {
        self.view.angles()
    }

    fn look_from(&mut self, yaw: f64, pitch: f64) -> bool {
        self.view.look(yaw, pitch);
        true
    }
}

impl Surface {
    fn draw_axes(&self, sheet: &Sheet) -> Option<()> {
        // The camera counts device pixels, so here one unit of plotters is one of them.
        let screen = Screen::clear(&sheet.base, UNITS)?;
        let root = screen.into_drawing_area();
        let look = &sheet.look;
        let style = AxesStyle {
            line: look.axis.rgba(0.55),
            grid: look.axis.rgba(0.16),
            wall: look.axis.rgba(0.03),
            text: look.text.rgba(1.0),
            font: &look.font,
            font_size: look.font_size * sheet.ratio,
            stroke: sheet.ratio.round().max(1.0) as u32,
            names: [&look.words.x, &look.words.y, &look.words.loss],
            number: &|value| ticks::short(value, 3, look.decimal),
        };
        self.view.draw_axes(&root, &style).ok()
    }

    fn draw_marbles(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        let width = f64::from(sheet.overlay.width());
        let radius = MARBLE * sheet.ratio * (width / (sheet.ratio * MARBLE_AT)).clamp(0.6, 1.0);
        let marbles: Vec<Marble> = runs
            .iter()
            .map(|shown| Marble {
                point: [shown.point(2, 0), shown.point(2, 1)],
                radius,
                colour: [shown.color.0, shown.color.1, shown.color.2],
            })
            .collect();
        let context = context_of(&sheet.overlay)?;
        for sprite in self.view.marbles(&marbles) {
            let place = [sprite.left as f64, sprite.top as f64];
            let size = [sprite.width as u32, sprite.height as u32];
            self.scratch.lay(&context, &sprite.pixels, place, size);
        }
        Some(())
    }
}

/// A canvas that is never shown: pixels put there can be laid over what is below instead of replacing it.
#[derive(Default)]
struct Scratch {
    canvas: Option<HtmlCanvasElement>,
}

impl Scratch {
    /// Lays pixels over what a canvas shows, at a place in device pixels.
    fn lay(&mut self, on: &CanvasRenderingContext2d, pixels: &[u8], [x, y]: [f64; 2], size: [u32; 2]) -> Option<()> {
        let [width, height] = size;
        if width == 0 || height == 0 {
            return Some(());
        }
        let canvas = self.at_least(width, height)?;
        let image = ImageData::new_with_u8_clamped_array_and_sh(Clamped(pixels), width, height).ok()?;
        context_of(canvas)?.put_image_data(&image, 0.0, 0.0).ok()?;
        on.reset_transform().ok()?;
        let (wide, high) = (f64::from(width), f64::from(height));
        on.draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
            canvas, 0.0, 0.0, wide, high, x, y, wide, high,
        )
        .ok()
    }

    /// The canvas, made on first use and grown when it is too small.
    fn at_least(&mut self, width: u32, height: u32) -> Option<&HtmlCanvasElement> {
        if self.canvas.is_none() {
            let element = web_sys::window()?.document()?.create_element("canvas").ok()?;
            self.canvas = element.dyn_into().ok();
        }
        let canvas = self.canvas.as_ref()?;
        if canvas.width() < width {
            canvas.set_width(width);
        }
        if canvas.height() < height {
            canvas.set_height(height);
        }
        Some(canvas)
    }
}
