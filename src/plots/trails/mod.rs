//! What programs and answers do on a loss, side by side: as given, as the reader has it, and as it is right.
//!
//! On the curve of a loss of one parameter a trail hops from step to step, on the contours of two parameters it is a path. A
//! trail that leaves the picture is marked where it does.

mod dashes;
mod labels;
mod leaving;
mod path;
mod view;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;

use super::pen::{Drawn, Pen};
use super::plane::Plane;
use super::style::{Look, Rgb, size};
use super::{contour, curve, ink, trail};
use crate::losses::Loss;
use labels::Labels;
use path::Path;
pub use view::view;

/// Whose trail it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Of the program, the order or the experiment as the challenge gives it.
    Given,
    /// Of the right answer.
    Right,
    /// Of the reader's answer.
    Yours,
}

/// The values that a run has gone through.
#[derive(Clone, Copy, Debug)]
pub struct Trail<'a> {
    pub role: Role,
    /// Row by row, one number or two to a row as the loss has parameters, the start first. Whatever numbers they are.
    pub points: &'a [f64],
}

impl Role {
    /// The role of that name.
    pub fn named(name: &str) -> Option<Role> {
        match name {
            "given" => Some(Role::Given),
            "right" => Some(Role::Right),
            "yours" => Some(Role::Yours),
            _ => None,
        }
    }

    fn color(self, look: &Look) -> Rgb {
        match self {
            Role::Given => look.axis,
            Role::Right => look.vanilla,
            Role::Yours => look.momentum,
        }
    }

    /// The right trail is wider, so that it still shows under one that lies upon it.
    fn width(self) -> f64 {
        match self {
            Role::Given => size::TRAIL,
            Role::Right => size::RIGHT,
            Role::Yours => size::LOSS,
        }
    }
}

/// Least distance between two dots of one trail, in CSS pixels.
const APART: f64 = 4.0;

/// Paper, axes, the loss with a ring at each of the `minima`, and the trails, the reader's on top. Of a loss that has neither
/// one parameter nor two only the paper is drawn.
pub fn draw<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    loss: &dyn Loss,
    minima: &[Vec<f64>],
    trails: &[Trail],
) -> Drawn<B> {
    match loss.dimension() {
        1 => {
            let places: Vec<f64> = minima.iter().flatten().copied().collect();
            curve::draw_base(area, look, plane, loss, &places)?;
        }
        2 => {
            let places: Vec<[f64; 2]> = minima.iter().filter_map(|point| point[..].try_into().ok()).collect();
            contour::draw_base(area, look, plane, loss, &places)?;
        }
        _ => return area.fill(&look.paper.rgba(1.0)),
    }
    if !plane.layout.has_room(look) {
        return Ok(());
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    let of_role = |role| trails.iter().filter(move |trail| trail.role == role);
    let ordered = [Role::Given, Role::Right, Role::Yours].into_iter().flat_map(of_role);
    let paths: Vec<Path> = ordered.map(|trail| Path::new(loss, plane, trail)).collect();
    draw_paths(&pen, &paths)
}

/// Lines lowest, then dots, the marbles of the last steps, and what is written.
fn draw_paths<B: DrawingBackend>(pen: &Pen<B>, paths: &[Path]) -> Drawn<B> {
    let look = pen.look;
    for path in paths {
        let (color, width) = (path.role.color(look), path.role.width());
        for piece in path.pieces(look) {
            match path.role {
                Role::Given => dashes::line(pen, &piece, color, width)?,
                _ => pen.line(&piece, color, 1.0, width)?,
            }
        }
    }
    for path in paths {
        let (Some(last), color) = (path.last(), path.role.color(look)) else {
            continue;
        };
        let dots = trail::apart(path.places.iter().copied(), last, look.pixels(APART));
        pen.dots(&dots, color, 1.0, if path.role == Role::Right { size::DOT + 1.0 } else { size::DOT })?;
    }
    for path in paths {
        if let Some(last) = path.last().filter(|last| pen.holds(*last)) {
            pen.marble(last, path.role.color(look))?;
        }
    }
    write(pen, paths)
}

/// Where trails leave, and the numbers of first steps: the reader's before the right ones, those as given only when alone.
fn write<B: DrawingBackend>(pen: &Pen<B>, paths: &[Path]) -> Drawn<B> {
    let mut labels = Labels::new(pen.look, pen.edges);
    for path in paths.iter().rev() {
        leaving::draw(pen, path, &mut labels)?;
    }
    let answered = paths.iter().any(|path| path.role != Role::Given && !path.places.is_empty());
    for path in paths.iter().rev().filter(|path| !answered || path.role != Role::Given) {
        for (place, number) in labels.numbers(path) {
            let color = path.role.color(pen.look).mix(pen.look.text, labels::INK);
            let (h, v) = labels::CENTRED;
            pen.text(&number, place, color, h, v)?;
        }
    }
    Ok(())
}

/// An empty circle where a trail leaves.
fn gap<B: DrawingBackend>(pen: &Pen<B>, place: [f64; 2]) -> Drawn<B> {
    let (at, radius) = (super::clip::rounded(place), pen.look.pixels(size::MINIMUM).round() as i32);
    ink::circle(pen.area, at, radius, pen.look.paper.rgba(1.0).into())?;
    ink::circle(pen.area, at, radius, pen.look.stroke(pen.look.danger, 1.0, size::ARROW))
}
