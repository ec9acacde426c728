//! A trail in pixels: where its steps are, how it gets from one to the next, and at which step its numbers end.

use super::{Role, Trail};
use crate::losses::Loss;
use crate::plots::clip;
use crate::plots::plane::Plane;
use crate::plots::style::Look;
use crate::plots::trail::{LONGEST, thinned};

/// Height of a hop over the higher of its ends, as a share of its width, and at most so many CSS pixels.
const LIFT: f64 = 0.22;
const HIGHEST: f64 = 40.0;

/// A hop shorter than this many CSS pixels is a straight line.
const SHORTEST: f64 = 6.0;

/// Least distance between the ends of two hops to and fro, in CSS pixels.
const BESIDE: f64 = 5.0;

/// Straight lines that make up a hop.
const PARTS: usize = 16;

/// A trail on a plane.
pub struct Path {
    pub role: Role,
    /// The pixel of each step up to the first that is no number; of a very long trail the first steps and the last.
    pub places: Vec<[f64; 2]>,
    /// The first step whose numbers are not finite.
    pub broken: Option<usize>,
    /// Whether it hops along a curve.
    hops: bool,
}

impl Path {
    pub fn new(loss: &dyn Loss, plane: &Plane, trail: &Trail) -> Path {
        let dimension = loss.dimension().max(1);
        let rows = || trail.points.chunks_exact(dimension);
        let broken = rows().position(|row| row.iter().any(|value| !value.is_finite()));
        let steps = broken.unwrap_or_else(|| rows().len());
        let shown = (0..steps.min(LONGEST)).chain((steps > LONGEST).then(|| steps - 1));
        let place = |step: usize| {
            let row = &trail.points[step * dimension..(step + 1) * dimension];
            let second = if dimension == 1 { loss.value(row) } else { row[1] };
            plane.project([row[0], second])
        };
        let places = shown.map(place).take_while(clip::is_finite).collect();
        Path { role: trail.role, places, broken, hops: dimension == 1 }
    }

    /// The pixel of the last step.
    pub fn last(&self) -> Option<[f64; 2]> {
        self.places.last().copied()
    }

    /// The lines from step to step.
    pub fn pieces(&self, look: &Look) -> Vec<Vec<[f64; 2]>> {
        if !self.hops {
            return vec![thinned(&mut self.places.iter().copied(), look.pixels(0.5))];
        }
        let mut hops: Vec<[[f64; 2]; 2]> = Vec::new();
        for pair in self.places.windows(2) {
            let hop = [pair[0], pair[1]];
            // One that bounces between almost the same places again and again would fill the space between its hops.
            let least = look.pixels(if (pair[1][0] - pair[0][0]).abs() > look.pixels(SHORTEST) { BESIDE } else { 0.0 });
            let again = |other: &[[f64; 2]; 2]| near(other[0], hop[0], least) && near(other[1], hop[1], least);
            if pair[0] != pair[1] && !hops.iter().rev().take(2).any(again) {
                hops.push(hop);
            }
        }
        hops.into_iter().map(|[from, to]| hop(from, to, look)).collect()
    }

    /// The line of the step to `step`.
    pub fn step_to(&self, step: usize, look: &Look) -> Vec<[f64; 2]> {
        match (step.checked_sub(1).and_then(|before| self.places.get(before)), self.places.get(step)) {
            (Some(from), Some(to)) if self.hops => hop(*from, *to, look),
            (Some(from), Some(to)) => vec![*from, *to],
            _ => Vec::new(),
        }
    }
}

fn near(a: [f64; 2], b: [f64; 2], least: f64) -> bool {
    (a[0] - b[0]).abs() <= least && (a[1] - b[1]).abs() <= least
}

/// A parabola from one place to another, above both.
fn hop(from: [f64; 2], to: [f64; 2], look: &Look) -> Vec<[f64; 2]> {
    let wide = (to[0] - from[0]).abs();
    if wide < look.pixels(SHORTEST) {
        return vec![from, to];
    }
    let lift = (LIFT * wide).min(look.pixels(HIGHEST));
    let bend = [(from[0] + to[0]) / 2.0, from[1].min(to[1]) - 2.0 * lift];
    let at = |part: usize| {
        let share = part as f64 / PARTS as f64;
        let [before, between, after] = [(1.0 - share) * (1.0 - share), 2.0 * share * (1.0 - share), share * share];
        [0, 1].map(|axis| before * from[axis] + between * bend[axis] + after * to[axis])
    };
    (0..=PARTS).map(at).collect()
}
