//! The mark where a trail leaves the picture for good, with the step at which it does.

use plotters::prelude::DrawingBackend;

use super::gap;
use super::labels::{CENTRED, Labels};
use super::path::Path;
use crate::plots::clip;
use crate::plots::loss_curve::with_step;
use crate::plots::pen::{Drawn, Pen};

/// From the mark to its text, and from line to line, in heights of the type.
const AWAY: f64 = 1.1;

/// A trail that goes off for good.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Leaving {
    /// The first step that is not in the picture.
    step: usize,
    /// Where it is a step before.
    from: [f64; 2],
    /// The last place on its way that is in the picture.
    place: [f64; 2],
    /// Whether there is no number at that step.
    broken: bool,
}

/// Marks the place and writes the step; nothing at a trail that ends in the picture.
pub fn draw<B: DrawingBackend>(pen: &Pen<B>, path: &Path, labels: &mut Labels) -> Drawn<B> {
    let Some(Leaving { step, from, place, broken }) = leaving(pen, path) else {
        return Ok(());
    };
    gap(pen, place)?;
    let words = &pen.look.words;
    let said = if broken { &words.diverged } else { &words.leaves };
    let text = with_step(said, step);
    let [left, top, right, bottom] = pen.edges;
    let (beside, below) = (labels.half_width(&text) + pen.look.ems(AWAY), pen.look.ems(AWAY));
    let inwards = if place[1] < (top + bottom) / 2.0 { below } else { -below };
    // On the side that the trail does not come from, if there is room.
    let wanted_side = if from[0] > place[0] { -beside } else { beside };
    let side =
        if (left + beside..right - beside).contains(&(place[0] + wanted_side)) { wanted_side } else { -wanted_side };
    let wanted = (0..6).map(|line| [place[0] + side, place[1] + inwards * (0.5 + f64::from(line))]);
    match labels.place(&text, wanted) {
        Some(middle) => pen.text(&text, middle, pen.look.danger, CENTRED.0, CENTRED.1),
        None => Ok(()),
    }
}

fn leaving<B: DrawingBackend>(pen: &Pen<B>, path: &Path) -> Option<Leaving> {
    let step = path.places.iter().rposition(|place| pen.holds(*place)).map_or(0, |last| last + 1);
    let broken = path.broken == Some(step);
    if step == path.places.len() && !broken {
        return None;
    }
    let from = *step.checked_sub(1).and_then(|before| path.places.get(before)).or(path.places.get(step))?;
    let way = clip::pieces(&path.step_to(step, pen.look), pen.edges);
    let edge = way.last().and_then(|piece| piece.last()).map(|(x, y)| [f64::from(*x), f64::from(*y)]);
    Some(Leaving { step, from, place: edge.unwrap_or(clip::nearest(from, pen.edges)), broken })
}
