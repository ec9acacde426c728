//! The region worth seeing of a typed function.

use crate::expression::program::Program;
use crate::losses::Formula;
use crate::number::Number;

/// Half the width of the frame that is tried first, by dimension.
const HALF_WIDTH: [f64; 2] = [6.0, 4.0];

/// Samples along each parameter. They lie in the middle of equal cells, an even number of them, so that a pole at 0 is
/// not met.
const SAMPLES: usize = 6;

/// A larger value is not worth seeing: it would flatten everything else.
const TALLEST: f64 = 1e12;

/// A program of `N` variables with its frame.
///
/// The frame is [−6, 6], or [−4, 4]² in two variables, if the function is finite and below 1e12 on at least three
/// quarters of a grid of samples there. Otherwise each axis tries, in this order, its right half, its left half, the
/// middle half, [−1, 1], [0, 1], [−1, 0], and four times as far to the right and to the left; the first that passes is
/// taken, or the best if none does.
#[derive(Clone, Debug)]
pub struct Typed<const N: usize> {
    program: Program,
    frame: [[f64; 2]; N],
}

impl<const N: usize> Typed<N> {
    pub fn new(program: Program) -> Self {
        let frame = best_frame(&program);
        Self { program, frame }
    }
}

impl<const N: usize> Formula<N> for Typed<N> {
    #[inline]
    fn value<T: Number>(&self, point: &[T; N]) -> T {
        self.program.evaluate(point)
    }

    fn frame(&self) -> [[f64; 2]; N] {
        self.frame
    }
}

fn best_frame<const N: usize>(program: &Program) -> [[f64; 2]; N] {
    let h = HALF_WIDTH[N - 1];
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
    let samples = SAMPLES.pow(N as u32);
    let mut best = ([intervals[0]; N], 0);
    for choice in choices::<N>(intervals.len()) {
        let frame = choice.map(|index| intervals[index]);
        let seen = (0..samples).filter(|&index| worth_seeing(program, &frame, index)).count();
        if 4 * seen >= 3 * samples {
            return frame;
        }
        if seen > best.1 {
            best = (frame, seen);
        }
    }
    best.0
}

/// One interval per axis, the earlier ones in the list first on all axes together.
fn choices<const N: usize>(count: usize) -> impl Iterator<Item = [usize; N]> {
    let all = move || (0..count.pow(N as u32)).map(move |index| digits(index, count));
    (0..count).flat_map(move |latest| all().filter(move |choice: &[usize; N]| choice.iter().max() == Some(&latest)))
}

fn worth_seeing<const N: usize>(program: &Program, frame: &[[f64; 2]; N], index: usize) -> bool {
    let cell: [usize; N] = digits(index, SAMPLES);
    let point: [f64; N] = core::array::from_fn(|axis| {
        let [low, high] = frame[axis];
        low + (high - low) * (cell[axis] as f64 + 0.5) / SAMPLES as f64
    });
    program.evaluate(&point).abs() <= TALLEST
}

/// The digits of a number in a base, the last one first.
fn digits<const N: usize>(number: usize, base: usize) -> [usize; N] {
    core::array::from_fn(|place| number / base.pow(place as u32) % base)
}
