//! The first pass over a map: all starts in single precision, and what of it is in doubt.

use super::ending::{ELSEWHERE, FLOWN};
use super::{Map, Trap};
use crate::losses::{Arrival, Descent, Disc};

/// Radius of a disc as a share of its trap's: what single precision finds inside is inside.
const INSIDE: f64 = 0.999;

/// In each row and each column one start in so many is decided, whatever the sketch says.
const SAMPLE: usize = 24;

impl Map {
    /// Makes the sketch; false if there is none for this loss or this method, and everything stays in doubt.
    pub fn sketch(&mut self) -> bool {
        let drawn = self.plain && self.loss.dimension() == 2 && self.draw();
        if drawn {
            self.doubt();
        }
        self.line_up();
        drawn
    }

    fn draw(&mut self) -> bool {
        let discs: Vec<Disc> = self.traps.iter().filter_map(disc).collect();
        let every = self.every();
        let rate = self.rate();
        let looks = self.experiment.steps / every;
        let descent = Descent { rate, every, looks, discs: &discs };
        let xs: Vec<f64> = (0..self.width).map(|column| self.start(column)[0]).collect();
        let mut row = vec![Arrival::default(); self.width];
        for index in (0..self.ends.len()).step_by(self.width) {
            let y = self.start(index)[1];
            if !self.loss.sketch(&descent, &xs, y, &mut row) {
                return false;
            }
            for (column, arrival) in row.iter().enumerate() {
                let at = index + column;
                self.ends[at] = arrival.disc.unwrap_or(if arrival.flown { FLOWN } else { ELSEWHERE });
                self.looks[at] = arrival.looks;
                self.doubted[at] = at / self.width % SAMPLE == SAMPLE / 2 && column % SAMPLE == SAMPLE / 2;
            }
        }
        true
    }

    /// Puts in doubt whatever differs from a neighbour.
    fn doubt(&mut self) {
        let Map { width, ends, looks, doubted, .. } = self;
        let mut differs = vec![false; ends.len()];
        for distance in [1, *width] {
            let beside = ends.iter().zip(&ends[distance..]).zip(looks.iter().zip(&looks[distance..]));
            // Row after row, the last of one is no neighbour of the first of the next, but harmless in doubt.
            for (differs, ((end, other), (look, later))) in differs.iter_mut().zip(beside) {
                *differs = (end != other) | (look.abs_diff(*later) > 2);
            }
            let pairs = ends.len() - distance;
            doubted.iter_mut().zip(&differs[..pairs]).for_each(|(doubted, differs)| *doubted |= differs);
            doubted[distance..].iter_mut().zip(&differs[..pairs]).for_each(|(doubted, differs)| *doubted |= differs);
        }
    }

    /// Lines up what is to be decided, the next one last: what the sketch left open waits.
    fn line_up(&mut self) {
        let mut doubted = Vec::new();
        self.queue.clear();
        for index in (0..self.ends.len()).rev() {
            if self.doubted[index] {
                doubted.push(index as u32);
            } else if self.ends[index] == ELSEWHERE {
                self.doubted[index] = true;
                self.queue.push(index as u32);
            }
        }
        self.queue.append(&mut doubted);
    }
}

fn disc(trap: &Trap) -> Option<Disc> {
    let center = trap.center[..].try_into().ok()?;
    Some(Disc { center, radius: INSIDE * trap.radius })
}
