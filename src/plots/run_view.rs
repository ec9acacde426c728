//! A run as the plots see it: borrowed numbers, where it stands, and its colour.

use super::style::Rgb;

/// One run to be drawn.
#[derive(Clone, Copy, Debug)]
pub struct RunView<'a> {
    /// All iterates row by row, the start included.
    pub points: &'a [f64],
    /// The loss at each iterate.
    pub losses: &'a [f64],
    /// How many parameters a point has.
    pub dimension: usize,
    /// Where the run stands; between two whole numbers while the marble hops.
    pub step: f64,
    /// The colour of its marble and of the path behind it.
    pub color: Rgb,
    /// The step at which its numbers stopped being finite or grew beyond hope.
    pub diverged_at: Option<usize>,
    /// Length of a step per slope: the arrow at the last iterate, from which no step is known. NaN draws none.
    pub learning_rate: f64,
}

impl<'a> RunView<'a> {
    /// How many iterates there are, the start included.
    pub fn rows(&self) -> usize {
        (self.points.len() / self.dimension.max(1)).min(self.losses.len())
    }

    /// The iterate at which the run stands, or from which it hops.
    pub fn row(&self) -> usize {
        // A cast from NaN or a negative number gives 0.
        (self.step as usize).min(self.rows().saturating_sub(1))
    }

    /// How far the hop to the next iterate has come, 0 to 1.
    pub fn share(&self) -> f64 {
        let share = self.step - self.row() as f64;
        if share > 0.0 && self.row() + 1 < self.rows() { share.min(1.0) } else { 0.0 }
    }

    /// The first two coordinates of an iterate; a run in one dimension has its loss for the second. NaN beyond
    /// the last iterate.
    pub fn place(&self, row: usize) -> [f64; 2] {
        let number = |list: &[f64], place: usize| list.get(place).copied().unwrap_or(f64::NAN);
        let at = row * self.dimension;
        match self.dimension {
            0 => [f64::NAN; 2],
            1 => [number(self.points, at), number(self.losses, row)],
            _ => [number(self.points, at), number(self.points, at + 1)],
        }
    }

    /// The places from one iterate to another, both included.
    pub fn places(self, from: usize, to: usize) -> impl Iterator<Item = [f64; 2]> + Clone + 'a {
        let end = (to + 1).min(self.rows());
        (from..end).map(move |row| self.place(row))
    }

    /// The place of the marble: on a straight line while it hops.
    pub fn marble(&self) -> Option<[f64; 2]> {
        if self.rows() == 0 {
            return None;
        }
        let (from, share) = (self.place(self.row()), self.share());
        if share == 0.0 {
            return Some(from);
        }
        let to = self.place(self.row() + 1);
        Some([0, 1].map(|axis| from[axis] + share * (to[axis] - from[axis])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(step: f64) -> RunView<'static> {
        RunView {
            points: &[4.0, 2.0, 1.0],
            losses: &[16.0, 4.0, 1.0],
            dimension: 1,
            step,
            color: Rgb(0, 0, 0),
            diverged_at: None,
            learning_rate: 0.25,
        }
    }

    #[test]
    fn a_marble_hops_along_a_straight_line() {
        assert_eq!(run(0.0).marble(), Some([4.0, 16.0]));
        assert_eq!(run(0.5).marble(), Some([3.0, 10.0]));
        assert_eq!(run(1.0).marble(), Some([2.0, 4.0]));
    }

    #[test]
    fn a_step_beyond_the_run_stands_at_its_end_and_nonsense_at_its_start() {
        assert_eq!(run(9.5).marble(), Some([1.0, 1.0]));
        for nonsense in [f64::NAN, -3.0, f64::NEG_INFINITY] {
            assert_eq!(run(nonsense).marble(), Some([4.0, 16.0]));
        }
        assert_eq!(RunView { points: &[], ..run(0.0) }.marble(), None);
        assert!(RunView { points: &[], ..run(0.0) }.place(0)[0].is_nan());
    }
}
