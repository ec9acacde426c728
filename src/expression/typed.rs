//! A typed function as a loss.

use super::frame::best_frame;
use super::program::Program;
use crate::losses::{Frame, Loss};

/// A program with its frame; it has as many variables as the frame has axes.
#[derive(Clone, Debug)]
pub struct Typed {
    program: Program,
    frame: Frame,
}

impl Typed {
    /// A program of one or two variables.
    pub fn new(program: Program, dimension: usize) -> Self {
        let frame = best_frame(&program, dimension);
        Self { program, frame }
    }

    /// A point of the wrong dimension is a mistake of the caller, answered with NaN instead of a panic.
    fn is_point(&self, point: &[f64]) -> bool {
        point.len() == self.frame.len()
    }
}

impl Loss for Typed {
    fn dimension(&self) -> usize {
        self.frame.len()
    }

    /// The machine runs with slopes here, too: a second one for values alone would be downloaded by everybody.
    fn value(&self, point: &[f64]) -> f64 {
        if self.is_point(point) { self.program.slopes(point).value } else { f64::NAN }
    }

    fn gradient(&self, point: &[f64], gradient: &mut [f64]) -> f64 {
        if !self.is_point(point) {
            gradient.fill(f64::NAN);
            return f64::NAN;
        }
        let result = self.program.slopes(point);
        for (to, from) in gradient.iter_mut().zip(result.gradient) {
            *to = from;
        }
        result.value
    }

    fn hessian(&self, point: &[f64], hessian: &mut [f64]) -> bool {
        if !self.is_point(point) {
            return false;
        }
        let result = self.program.curvatures(point);
        for (row, from) in hessian.chunks_mut(point.len()).zip(result.hessian) {
            for (to, from) in row.iter_mut().zip(from) {
                *to = from;
            }
        }
        true
    }

    fn frame(&self) -> Frame {
        self.frame.clone()
    }
}
