//! The surface on its canvases: axes by plotters below, the surface from its pixels, marbles and their paths above.

use plotters::prelude::IntoDrawingArea;
use wasm_bindgen::Clamped;
use web_sys::{CanvasRenderingContext2d, ImageData};

use super::super::layer::both;
use super::super::screen::{Screen, UNITS};
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
    points: Vec<[f64; 2]>,
    marbles: Vec<Marble>,
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
        self.put_surface(sheet)?;
        self.draw_axes(sheet)
    }

    fn draw_overlay(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        // Pixels that are put on a canvas replace what is there: the marbles come first, the paths go under them.
        let context = sheet.overlay.cleared()?;
        self.put_marbles(&context, sheet, runs)?;
        let root = Screen::under(&sheet.overlay, sheet.ratio)?.into_drawing_area();
        for shown in runs {
            self.points.clear();
            let (step, share) = shown.whole_step();
            self.points.extend(shown.record.run.points.as_chunks::<2>().0.iter().take(step + 1));
            if share > 0.0 {
                self.points.push([shown.point(2, 0), shown.point(2, 1)]);
            }
            let trail = self.view.trail(&self.points, Joining::OnSurface);
            path::draw_under(&root, &sheet.look, trail, shown.color, UNITS / sheet.ratio).ok()?;
        }
        Some(())
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
    /// Puts the surface's pixels on their canvas, only the rectangle that they fill or filled before: around them the picture is
    /// transparent, so nothing has to be cleared.
    fn put_surface(&self, sheet: &Sheet) -> Option<()> {
        let layer = sheet.picture.as_ref()?;
        let context = layer.context()?;
        let image = image(self.view.pixels(), [layer.width(), layer.height()])?;
        let bounds = self.view.bounds().map(|edge| edge as f64);
        let mut changed = bounds;
        layer.take_used(&mut |used| changed = both(changed, used));
        layer.used().add(bounds);
        let [left, top, right, bottom] = changed;
        context
            .put_image_data_with_dirty_x_and_dirty_y_and_dirty_width_and_dirty_height(
                &image,
                0.0,
                0.0,
                left,
                top,
                (right - left).max(0.0),
                (bottom - top).max(0.0),
            )
            .ok()
    }

    fn draw_axes(&self, sheet: &Sheet) -> Option<()> {
        // The camera counts device pixels, so here one unit of plotters is one of them.
        let root = Screen::clear(&sheet.base, UNITS)?.into_drawing_area();
        let look = &sheet.look;
        let style = AxesStyle {
            line: look.axis.rgba(0.55),
            grid: look.axis.rgba(0.16),
            text: look.text.rgba(1.0),
            font: &look.font,
            font_size: look.font_size * sheet.ratio,
            stroke: sheet.ratio.round().max(1.0) as u32,
            names: [&look.words.x, &look.words.y, &look.words.loss],
            number: &|value| ticks::short(value, 3, look.decimal),
        };
        self.view.draw_axes(&root, &style).ok()
    }

    fn put_marbles(&mut self, context: &CanvasRenderingContext2d, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        let width = f64::from(sheet.overlay.width());
        let radius = MARBLE * sheet.ratio * (width / (sheet.ratio * MARBLE_AT)).clamp(0.6, 1.0);
        self.marbles.clear();
        self.marbles.extend(runs.iter().map(|shown| Marble {
            point: [shown.point(2, 0), shown.point(2, 1)],
            radius,
            colour: [shown.color.0, shown.color.1, shown.color.2],
        }));
        for sprite in self.view.marbles(&self.marbles).iter().filter(|sprite| sprite.width > 0 && sprite.height > 0) {
            let image = image(&sprite.pixels, [sprite.width as u32, sprite.height as u32])?;
            let [left, top] = [sprite.left, sprite.top].map(|edge| edge as f64);
            sheet.overlay.used().add([left, top, left + sprite.width as f64, top + sprite.height as f64]);
            context.put_image_data(&image, left, top).ok()?;
        }
        Some(())
    }
}

/// Pixels as the canvas takes them, without a copy: valid until the core's memory grows.
fn image(pixels: &[u8], [width, height]: [u32; 2]) -> Option<ImageData> {
    ImageData::new_with_u8_clamped_array_and_sh(Clamped(pixels), width, height).ok()
}
