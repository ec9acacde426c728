//! The region worth seeing of a typed function.

use super::program::Program;
use crate::losses::Frame;

/// Half the width of the frame that is tried first, by dimension.
const HALF_WIDTH: [f64; 2] = [6.0, 4.0];

/// Samples along each parameter. They lie in the middle of equal cells, an even number of them, so that a pole at 0 is
/// not met.
const SAMPLES: usize = 6;

/// A larger value is not worth seeing: it would flatten everything else.
const TALLEST: f64 = 1e12;

/// Most instructions that are run to find the frame. Ninety of them are tried in all nine ways along two axes; of a longer program
/// that is nowhere worth seeing fewer frames are tried, for whoever types must not wait.
const MOST_INSTRUCTIONS: usize = 262_144;

/// Most variables a typed function has.
const AXES: usize = 2;

/// The frame of a program of one or two variables.
///
/// The frame is [−6, 6], or [−4, 4]² in two variables, if the function is finite and below 1e12 on at least three
/// quarters of a grid of samples there. Otherwise each axis tries, in this order, its right half, its left half, the
/// middle half, [−1, 1], [0, 1], [−1, 0], and four times as far to the right and to the left; the first that passes is
/// taken, or the best if none does. A program of more than some ninety instructions may be too long for all of them, see
/// [`MOST_INSTRUCTIONS`].
pub fn best_frame(program: &Program, dimension: usize) -> Frame {
    let axes = dimension.clamp(1, AXES);
    let h = HALF_WIDTH[axes - 1];
    let intervals = [
        [-h, h],
        [0.0, h],
        [-h, 0.0],
        [-h / 2.0, h / 2.0],
        [-1.0, 1.0],
        [0.0, 1.0],
        [-1.0, 0.0],
        [0.0, 4.0 * h],
        [-4.0 * h, 0.0],
    ];
    let samples = SAMPLES.pow(axes as u32);
    let mut best = ([intervals[0]; AXES], 0);
    let affordable = MOST_INSTRUCTIONS / (samples * program.code().len().max(1));
    for choice in choices(intervals.len(), axes).take(affordable.max(1)) {
        let frame = choice.map(|index| intervals[index]);
        let seen = (0..samples).filter(|&index| worth_seeing(program, &frame[..axes], index)).count();
        if 4 * seen >= 3 * samples {
            return frame[..axes].to_vec();
        }
        if seen > best.1 {
            best = (frame, seen);
        }
    }
    best.0[..axes].to_vec()
}

/// One interval per axis, the earlier ones in the list first on all axes together.
fn choices(count: usize, axes: usize) -> impl Iterator<Item = [usize; AXES]> {
    let all = move || (0..count.pow(axes as u32)).map(move |index| digits(index, count));
    (0..count).flat_map(move |latest| all().filter(move |choice| choice.iter().max() == Some(&latest)))
}

fn worth_seeing(program: &Program, frame: &[[f64; 2]], index: usize) -> bool {
    let cell = digits(index, SAMPLES);
    let mut point = [0.0; AXES];
    for ((place, [low, high]), cell) in point.iter_mut().zip(frame).zip(cell) {
        *place = low + (high - low) * (cell as f64 + 0.5) / SAMPLES as f64;
    }
    program.slopes(&point).value.abs() <= TALLEST
}

/// The digits of a number in a base, the last one first.
fn digits(number: usize, base: usize) -> [usize; AXES] {
    core::array::from_fn(|place| number / base.pow(place as u32) % base)
}
