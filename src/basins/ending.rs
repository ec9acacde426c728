//! The end of one run as a number: which minimum, flown off, or elsewhere.

use super::Trap;
use super::trap::bound;
use crate::losses::Loss;
use crate::trajectory::{Experiment, Outcome, Trajectory};

/// The end of a run that flies off.
pub const FLOWN: u8 = 255;

/// The end of a run that is in no trap: at a saddle, on a plateau, going round in a circle, or still on its way.
pub const ELSEWHERE: u8 = 254;

/// Minima about which a trap can hold a run's last point: farther ones do not reach past so many others.
const NEAREST: usize = 6;

/// The end of a finished run: the number of the first trap that holds its last point, [`FLOWN`] or [`ELSEWHERE`].
pub fn ending(run: &Trajectory, traps: &[Trap]) -> u8 {
    let last = run.point(run.steps);
    match trap_of(last, traps) {
        Some(index) => index,
        None if run.ending.outcome == Outcome::Diverged => FLOWN,
        None => ELSEWHERE,
    }
}

/// The same for a run of which no traps are at hand: those about the nearest minima are made until one holds its last point.
pub fn ending_of(run: &Trajectory, experiment: &Experiment, loss: &dyn Loss) -> u8 {
    let mut traps: Vec<Trap> =
        experiment.loss.minima().into_iter().map(|center| Trap { center, radius: 0.0 }).collect();
    let last = run.point(run.steps);
    let far = |trap: &Trap| trap.center.iter().zip(last).map(|(a, b)| (a - b) * (a - b)).sum::<f64>();
    for _ in 0..traps.len().min(NEAREST) {
        let unknown = traps.iter().enumerate().filter(|(_, trap)| trap.radius == 0.0);
        let Some((nearest, _)) = unknown.min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b))) else {
            break;
        };
        let center = core::mem::take(&mut traps[nearest].center);
        traps[nearest] = Trap::about(loss, center, bound(experiment));
        if traps[nearest].holds(last) {
            break;
        }
        // Known from now on, and of no use.
        traps[nearest].radius = f64::MIN_POSITIVE;
    }
    ending(run, &traps)
}

/// The number of the first trap that holds a point.
pub(super) fn trap_of(point: &[f64], traps: &[Trap]) -> Option<u8> {
    let index = traps.iter().take(usize::from(ELSEWHERE)).position(|trap| trap.holds(point))?;
    u8::try_from(index).ok()
}
