//! Plain gradient descent from one start of a map, followed without a record until its end is certain.

use super::Trap;
use super::ending::{ELSEWHERE, FLOWN, trap_of};
use crate::losses::Loss;

/// What holds for all runs of a map.
pub(super) struct Pace {
    /// The learning rate.
    pub(super) rate: f64,
    /// Updates of a whole run.
    pub(super) steps: usize,
    /// Updates between two looks at where a run has come.
    pub(super) every: usize,
}

/// A run on its way.
pub(super) struct Follower<const N: usize> {
    /// The number of its start on the map.
    pub(super) index: usize,
    point: [f64; N],
    step: usize,
    until_look: usize,
    /// The loss at the start, and the highest so far.
    first: f64,
    highest: f64,
}

impl<const N: usize> Follower<N> {
    pub(super) fn new(index: usize, point: [f64; N]) -> Self {
        Follower { index, point, step: 0, until_look: 0, first: f64::NAN, highest: f64::NEG_INFINITY }
    }

    /// Makes one update. Says the end once that is certain, `Some(None)` if the run must be judged as a whole.
    #[inline(always)]
    pub(super) fn advance(&mut self, loss: &dyn Loss, traps: &[Trap], pace: &Pace) -> Option<Option<u8>> {
        if self.until_look == 0 {
            self.until_look = pace.every;
            if let Some(trap) = trap_of(&self.point, traps) {
                return Some(Some(trap));
            }
        }
        self.until_look -= 1;
        let mut gradient = [0.0; N];
        let value = loss.gradient(&self.point, &mut gradient);
        if !value.is_finite() || !self.point.iter().chain(&gradient).all(|number| number.is_finite()) {
            return Some((self.step > 0).then_some(FLOWN));
        }
        if self.step == 0 {
            self.first = value;
        }
        self.highest = self.highest.max(value);
        if self.step == pace.steps {
            // A run that never climbs above its start has not flown off.
            let known = trap_of(&self.point, traps);
            return Some(known.or((self.highest <= self.first).then_some(ELSEWHERE)));
        }
        self.step += 1;
        for (parameter, slope) in self.point.iter_mut().zip(gradient) {
            *parameter -= pace.rate * slope;
        }
        None
    }
}
