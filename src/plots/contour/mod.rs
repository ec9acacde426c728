//! The contours of a loss of two parameters, seen from above, with the runs that go down it.

mod compass;
mod grid;
mod rings;
mod slopes;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use super::pen::{Drawn, Pen};
use super::plane::{Plane, View};
use super::range::doubled;
use super::run_view::RunView;
use super::runs::{Marks, draw_marbles, draw_paths};
use super::style::{Look, Rgb, size};
use super::{chart, clip, ink};
use crate::losses::Loss;
use grid::{BANDS, Grid};
use rings::{Ring, rings};
pub use slopes::{Slopes, draw_slopes};

/// Distance of the samples in CSS pixels.
const CELL: f64 = 4.0;

/// The same for a loss of terraces, whose contour lines run along its cliffs and would be jagged.
const FINE_CELL: f64 = 1.0;

/// Most samples of data that are looked at for one map; beyond that the distance grows.
const MOST_LOOKS: f64 = 5e6;

/// Share of the surface's colour in a band; the rest is paper.
const BAND: f64 = 0.3;

/// Share of the text's colour in a contour line's own, and of that in the line; the rest is the band below it.
const INK: f64 = 0.3;
const LINE: f64 = 0.45;

/// Opacity of the lines over a picture of other colours.
const OVER_PICTURE: f64 = 0.3;

/// The ranges that show this loss and these runs: the loss's frame, each side doubled until it holds every start.
pub fn view(loss: &dyn Loss, runs: &[RunView]) -> View {
    let frame = loss.frame();
    let side = |axis: usize| {
        let starts = runs.iter().filter(|run| run.rows() > 0).map(|run| run.place(0)[axis]);
        doubled(frame.get(axis).copied().unwrap_or([-1.0, 1.0]), starts, 64)
    };
    View::linear(side(0), side(1))
}

/// Paper, axes, sixteen bands with a contour line above each, and a ring at each of the `minima`. The levels are equally
/// high on the surface of the same loss: equal steps for a bowl, ever smaller ones towards the bottom of a steep valley.
pub fn draw_base<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    loss: &dyn Loss,
    minima: &[[f64; 2]],
) -> Drawn<B> {
    if !chart::draw_ground(area, look, plane)? || loss.dimension() != 2 {
        return Ok(());
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    let grid = Grid::sample(loss, plane, look.pixels(cell(loss, plane, look)));
    let levels = grid.levels();
    let outlines: Vec<Vec<Ring>> = levels.iter().map(|level| rings(&grid, *level)).collect();
    if !look.see_through {
        fill(&pen, &rings(&grid, f64::MIN), band_color(look, 0))?;
        for (below, outline) in outlines.iter().enumerate() {
            fill(&pen, outline, band_color(look, below + 1))?;
        }
    }
    for (below, outline) in outlines.iter().enumerate() {
        let (color, opacity) =
            if look.see_through { (look.text, OVER_PICTURE) } else { (line_color(look, below), 1.0) };
        draw_lines(&pen, outline, color, opacity)?;
    }
    for minimum in minima {
        pen.ring(plane.project(*minimum), look.minimum)?;
    }
    chart::draw_axes(area, look, plane, &look.words.x, &look.words.y)
}

/// How far apart the samples are: a loss that slopes nowhere is made of terraces, and one made of much data takes long.
fn cell(loss: &dyn Loss, plane: &Plane, look: &Look) -> f64 {
    let [left, top, right, bottom] = plane.layout.edges();
    let mut gradient = [0.0; 2];
    let mut slopes = |share: f64| {
        loss.gradient(&plane.unproject([left + share * (right - left), top + share * (bottom - top)]), &mut gradient);
        gradient != [0.0; 2]
    };
    let usual = if [0.21, 0.43, 0.58, 0.86].into_iter().any(&mut slopes) { CELL } else { FINE_CELL };
    let area = (right - left) * (bottom - top) / (look.scale * look.scale);
    let looks = loss.samples().map_or(0.0, |samples| samples.rows().len() as f64);
    usual.max((area * looks / MOST_LOOKS).sqrt())
}

/// Fills the region within outlines as a single polygon. The bridges from one outline to the next are gone over twice and
/// enclose nothing, and a hole is wound the other way round.
fn fill<B: DrawingBackend>(pen: &Pen<B>, outlines: &[Ring], color: Rgb) -> Drawn<B> {
    let start = |ring: &Ring| clip::rounded(ring[0].0);
    let round =
        outlines.iter().flat_map(|ring| ring.iter().chain(ring.first()).map(|(corner, _)| clip::rounded(*corner)));
    let back = outlines.iter().rev().skip(1).map(start);
    let mut outline: Vec<clip::Pixel> = round.chain(back).collect();
    outline.dedup();
    if outline.len() < 3 {
        return Ok(());
    }
    ink::polygon(pen.area, outline, color.rgba(1.0))
}

/// Draws the parts of outlines that are not hidden.
fn draw_lines<B: DrawingBackend>(pen: &Pen<B>, outlines: &[Ring], color: Rgb, opacity: f64) -> Drawn<B> {
    for ring in outlines {
        // Begins after a hidden part, so that a line which meets the frame is drawn in one piece.
        let first = ring.iter().position(|(_, hidden)| *hidden).map_or(0, |hidden| hidden + 1);
        let corners = (0..=ring.len()).map(|k| &ring[(first + k) % ring.len()]);
        let mut line = Vec::new();
        for (corner, hidden) in corners {
            line.push(*corner);
            if *hidden {
                pen.line(&line, color, opacity, size::CONTOUR)?;
                line.clear();
            }
        }
        pen.line(&line, color, opacity, size::CONTOUR)?;
    }
    Ok(())
}

/// The surface's colour at this share of its height.
fn surface_color(share: f64) -> Rgb {
    // The map's darkest end is left out, as on the surface.
    let color = colorous::VIRIDIS.eval_continuous(0.12 + 0.86 * share);
    Rgb(color.r, color.g, color.b)
}

fn band_color(look: &Look, band: usize) -> Rgb {
    look.paper.mix(surface_color((band as f64 + 0.5) / BANDS as f64), BAND)
}

fn line_color(look: &Look, below: usize) -> Rgb {
    let color = surface_color((below as f64 + 1.0) / BANDS as f64);
    band_color(look, below).mix(color.mix(look.text, INK), LINE)
}

/// The paths and marbles of the runs in two dimensions, with the marks asked for.
pub fn draw_overlay<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    loss: &dyn Loss,
    runs: &[RunView],
    marks: Marks,
) -> Drawn<B> {
    if !plane.layout.has_room(look) || runs.iter().any(|run| run.dimension != 2) {
        return Ok(());
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    draw_paths(&pen, plane, runs)?;
    if let (Some(minimum), Some(run)) = (marks.compass, runs.first().filter(|run| run.rows() > 0)) {
        compass::draw(&pen, plane, loss, run, minimum)?;
    }
    for run in runs.iter().filter(|run| marks.arrow && run.rows() > 0) {
        let place = run.place(run.row());
        pen.arrow(plane.project(place), plane.project(next(loss, run)), look.step)?;
    }
    draw_marbles(&pen, plane, runs)
}

/// Where the next step goes: the next iterate, or from the last one against the slope.
fn next(loss: &dyn Loss, run: &RunView) -> [f64; 2] {
    if run.row() + 1 < run.rows() {
        return run.place(run.row() + 1);
    }
    let place = run.place(run.row());
    let mut gradient = [0.0; 2];
    loss.gradient(&place, &mut gradient);
    [0, 1].map(|axis| place[axis] - run.learning_rate * gradient[axis])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{LossSpec, build};
    use crate::plain::Plain;

    #[test]
    fn a_map_of_ten_thousand_samples_is_coarser_so_that_it_takes_no_longer() {
        let look = Look { scale: 8.0, font_size: 12.0, ..Look::default() };
        let plane =
            Plane::new(super::super::Layout::new(8 * 640, 8 * 400, &look), View::linear([-1.0, 1.0], [-1.0, 1.0]));
        let [left, top, right, bottom] = plane.layout.edges();
        let area = (right - left) * (bottom - top) / 64.0;
        let looks = |samples: u32| {
            let given = [("name", Plain::Text("regression".into())), ("sample", Plain::Number(f64::from(samples)))];
            let given = Plain::Map(given.map(|(name, value)| (name.to_owned(), value)).to_vec());
            let loss = build(&LossSpec::from_plain(&given).unwrap()).unwrap();
            let side = cell(loss.as_ref(), &plane, &look);
            f64::from(samples) * area / (side * side)
        };
        assert!(looks(10) < 1e6);
        assert!((looks(10_000) - MOST_LOOKS).abs() < 1.0);
    }
}
