//! A trail to be drawn on the loss: the points a program or an experiment went through, and what was printed.

use super::program::Run;
use crate::fault::Fault;
use crate::trajectory::{self, Experiment};

/// Most parameters that a picture can show.
const MOST_PARAMETERS: usize = 2;

/// Most points of a trail; the picture of more would be the same.
const MOST_POINTS: usize = 2_000;

/// Points row by row, `dimension` numbers each; they may end in numbers that are not finite.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trail {
    /// The numbers of the points.
    pub points: Vec<f64>,
    /// How many of them make a point: 1 or 2.
    pub dimension: usize,
    /// The lines that were printed.
    pub output: Vec<String>,
}

impl Trail {
    /// The trail of a program with so many watched variables.
    pub fn of_run(run: &Run, dimension: usize) -> Self {
        Trail { output: run.text(), ..Trail::of_points(&run.points, dimension) }
    }

    /// The trail of an experiment; without points if its loss has too many parameters for a picture.
    ///
    /// # Errors
    /// A fault if the experiment cannot begin.
    pub fn of_experiment(experiment: &Experiment) -> Result<Self, Fault> {
        let run = trajectory::run(experiment)?;
        let drawn = if run.dimension > MOST_PARAMETERS { &[] } else { &run.points[..] };
        Ok(Trail::of_points(drawn, run.dimension.min(MOST_PARAMETERS)))
    }

    /// A trail that prints nothing.
    pub fn of_points(points: &[f64], dimension: usize) -> Self {
        let kept = points.len().min(MOST_POINTS * dimension);
        Trail { points: points[..kept].to_vec(), dimension, output: Vec::new() }
    }

    /// The first point; empty if there is none.
    pub fn start(&self) -> &[f64] {
        self.points.get(..self.dimension).unwrap_or(&[])
    }
}
