//! What batches add to a loss curve: the loss of each batch, and where the epochs end.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use super::{height, place};
use crate::plots::clip;
use crate::plots::ink;
use crate::plots::pen::{Drawn, Pen};
use crate::plots::plane::Plane;
use crate::plots::run_view::RunView;
use crate::plots::style::{Look, size};

/// Radius of the dot of a batch in CSS pixels, and its opacity.
const FINE: f64 = 2.0;
const FAINT: f64 = 0.7;

/// Epochs closer together than this many CSS pixels are not marked.
const APART: f64 = 8.0;

/// Most dots; of longer runs every second, third … batch has one.
const MOST: usize = 2000;

/// A line and a ring where each epoch of `per_epoch` steps ends, and a fine dot for the loss of each batch so far.
#[inline(never)]
pub fn draw_batches<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    run: &RunView,
    batch_losses: &[f64],
    per_epoch: usize,
) -> Drawn<B> {
    if !plane.layout.has_room(look) {
        return Ok(());
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    let [_, top, _, bottom] = pen.edges;
    let marked = per_epoch as f64 * plane.pixels_per_unit()[0] >= look.pixels(APART);
    let epochs =
        || (1..).map(|epoch| epoch * per_epoch.max(1)).take_while(|step| *step < run.rows()).filter(|_| marked);
    for step in epochs() {
        let [x, _] = plane.project([step as f64, 0.0]);
        ink::path(area, &[[x, top], [x, bottom]].map(clip::rounded), look.stroke(look.axis, 0.35, size::GRID))?;
    }
    let so_far = batch_losses.len().min(run.row() + 1);
    let dots = (0..so_far).step_by(so_far / MOST + 1).map(|step| [step as f64, height(plane, batch_losses[step])]);
    let dots: Vec<[f64; 2]> = dots.map(|dot| plane.project(dot)).collect();
    pen.dots(&dots, look.tangent, FAINT, FINE)?;
    for step in epochs().filter(|step| *step <= run.row()) {
        let end = place(plane, run, step);
        pen.dots(&[end], look.paper, 1.0, size::DOT + size::RING)?;
        pen.dots(&[end], run.color, 1.0, size::DOT)?;
    }
    Ok(())
}
