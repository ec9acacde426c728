//! The end of one run as a number: which minimum, flown off, or elsewhere.

use super::Trap;
use crate::trajectory::{Outcome, Trajectory};

/// The end of a run that flies off.
pub const FLOWN: u8 = 255;

/// The end of a run that is in no trap: at a saddle, on a plateau, going round in a circle, or still on its way.
pub const ELSEWHERE: u8 = 254;

/// The end of a finished run: the number of the first trap that holds its last point, [`FLOWN`] or [`ELSEWHERE`].
pub fn ending(run: &Trajectory, traps: &[Trap]) -> u8 {
    let last = run.point(run.steps);
    match trap_of(last, traps) {
        Some(index) => index,
        None if run.ending.outcome == Outcome::Diverged => FLOWN,
        None => ELSEWHERE,
    }
}

/// The number of the first trap that holds a point.
pub(super) fn trap_of(point: &[f64], traps: &[Trap]) -> Option<u8> {
    let index = traps.iter().take(usize::from(ELSEWHERE)).position(|trap| trap.holds(point))?;
    u8::try_from(index).ok()
}
