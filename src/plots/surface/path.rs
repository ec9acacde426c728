//! The path of a run over the surface, drawn through plotters: strong where it is seen, faint where a hill hides it.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use super::trail::Trail;
use crate::plots::pen::{Drawn, Pen};
use crate::plots::style::{Look, Rgb, size};

/// Opacity of a stretch behind a hill.
const HIDDEN: f64 = 0.3;
/// The band of paper under a visible stretch, which keeps it apart from the colours of the surface.
const HALO: f64 = 0.75;
/// Iterates that get a dot; of a longer run the last ones.
const DOTS: usize = 40;

/// Draws a trail whose places are pixels of the picture; `fine` is the number of the backend's pixels to one of them.
///
/// For a layer that holds the marbles already and takes what comes under what is there: dots first, the band of paper last.
pub fn draw_under<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    trail: &Trail,
    color: Rgb,
    fine: f64,
) -> Drawn<B> {
    let (width, height) = area.dim_in_pixel();
    let pen = Pen { area, look, edges: [0.0, 0.0, f64::from(width), f64::from(height)] };
    let place = |[x, y]: [f32; 2]| [f64::from(x) * fine, f64::from(y) * fine];
    let line = |run: &super::Run| -> Vec<[f64; 2]> {
        trail.corners[run.start..run.end].iter().map(|corner| place(*corner)).collect()
    };
    let seen = trail.dots.iter().rev().filter(|dot| dot.visible).take(DOTS);
    let centers: Vec<[f64; 2]> = seen.map(|dot| place([dot.x, dot.y])).collect();
    pen.dots(&centers, color, 1.0, size::DOT)?;
    for run in &trail.runs {
        pen.line(&line(run), color, if run.visible { 1.0 } else { HIDDEN }, size::TRAIL)?;
    }
    for run in trail.runs.iter().filter(|run| run.visible) {
        pen.line(&line(run), look.paper, HALO, 2.0 * size::TRAIL + 1.0)?;
    }
    Ok(())
}
