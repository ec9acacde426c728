//! The marks of single samples: dots by label, the ring of those in the batch, and bars from the prediction to the target.

use plotters::prelude::DrawingBackend;
use plotters::style::{Color, ShapeStyle};

use super::Data;
use crate::plots::clip::{self, Pixel};
use crate::plots::ink;
use crate::plots::pen::{Drawn, Pen};
use crate::plots::plane::Plane;
use crate::plots::style::{Rgb, size};

/// Beyond so many samples their residuals would be a hedge and are not drawn.
const MOST_BARS: usize = 60;

/// Beyond so many samples dots are small.
const MANY: usize = 150;

/// Opacity of the samples that the next step does not look at.
const PALE: f64 = 0.35;

/// Length of the dashes, and of the gaps between them, in CSS pixels.
const DASH: f64 = 3.5;

/// A bar for each residual that counts: solid where the prediction is above its target, dashed where it is below.
pub fn draw_residuals<B: DrawingBackend>(pen: &Pen<B>, plane: &Plane, data: &Data, parameters: &[f64]) -> Drawn<B> {
    if data.rows.len() > MOST_BARS {
        return Ok(());
    }
    for (&[x, y], _) in data.rows.iter().zip(counted(data)).filter(|(_, counts)| *counts) {
        let prediction = (data.predict)(parameters, x);
        let [from, to] = [[x, prediction], [x, y]].map(|point| plane.project(point));
        if prediction > y {
            pen.line(&[from, to], pen.look.tangent, 1.0, size::BAR)?;
        } else {
            draw_dashes(pen, from, to)?;
        }
    }
    Ok(())
}

/// For each sample whether the next step looks at it.
fn counted(data: &Data) -> Vec<bool> {
    let mut counts = vec![data.batch.is_none(); data.rows.len()];
    for index in data.batch.unwrap_or(&[]) {
        if let Some(counts) = counts.get_mut(*index as usize) {
            *counts = true;
        }
    }
    counts
}

/// A vertical dashed line, as far as it lies within the plot.
fn draw_dashes<B: DrawingBackend>(pen: &Pen<B>, from: [f64; 2], to: [f64; 2]) -> Drawn<B> {
    if !clip::is_finite(&from) || !clip::is_finite(&to) {
        return Ok(());
    }
    let Some(([x, start], [_, end])) = clip::segment(from, to, pen.edges) else {
        return Ok(());
    };
    let dash = pen.look.pixels(DASH);
    let mut at = start.min(end);
    while at < start.max(end) {
        pen.line(&[[x, at], [x, (at + dash).min(start.max(end))]], pen.look.step, 1.0, size::BAR)?;
        at += 2.0 * dash;
    }
    Ok(())
}

/// The samples: discs, or for labels discs for 1 and open squares for 0. Those in the batch are larger, in a ring of
/// the colour that everything of a batch has; the others are pale then.
pub fn draw_samples<B: DrawingBackend>(pen: &Pen<B>, plane: &Plane, data: &Data) -> Drawn<B> {
    let counts = counted(data);
    // The pale ones first, so that none lies on one that counts.
    for wanted in [false, true] {
        for (row, _) in data.rows.iter().zip(&counts).filter(|(_, counts)| **counts == wanted) {
            let place = plane.project(*row);
            if !clip::is_finite(&place) || clip::nearest(place, pen.edges) != place {
                continue;
            }
            let ring = (wanted && data.batch.is_some()).then_some(pen.look.tangent);
            let open = data.labels.is_some_and(|[low, high]| row[1] < f64::midpoint(low, high));
            draw_sample(pen, place, open, if wanted { 1.0 } else { PALE }, ring, data.rows.len() > MANY)?;
        }
    }
    Ok(())
}

fn draw_sample<B: DrawingBackend>(
    pen: &Pen<B>,
    place: [f64; 2],
    open: bool,
    opacity: f64,
    ring: Option<Rgb>,
    small: bool,
) -> Drawn<B> {
    let radius = if small { size::DOT } else { size::SAMPLE };
    let paper = pen.look.paper.rgba(1.0).filled();
    if let Some(color) = ring {
        draw_shape(pen, place, open, radius + 2.0 * size::RING, color.rgba(1.0).filled())?;
    }
    draw_shape(pen, place, open, radius + size::RING, paper)?;
    draw_shape(pen, place, open, radius, pen.look.curve.rgba(opacity).filled())?;
    if open { draw_shape(pen, place, open, radius - size::ARROW, paper) } else { Ok(()) }
}

/// A disc, or a square of the same area.
fn draw_shape<B: DrawingBackend>(
    pen: &Pen<B>,
    place: [f64; 2],
    square: bool,
    radius: f64,
    style: ShapeStyle,
) -> Drawn<B> {
    let (x, y): Pixel = clip::rounded(place);
    let radius = pen.look.pixels(radius).round() as i32;
    if !square {
        return ink::circle(pen.area, (x, y), radius, style);
    }
    let half = (f64::from(radius) * 0.886).round() as i32;
    let corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)].map(|(across, down)| (x + across * half, y + down * half));
    ink::polygon(pen.area, corners.to_vec(), style.color)
}
