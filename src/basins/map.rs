//! A map of starts: for each of them, where its run ends.
//!
//! It is made in two passes. The sketch follows all starts in single precision, eight at a time. Then every start that
//! is in doubt is decided in double precision by the run itself: where a neighbour ended elsewhere or took another time, a
//! sample of the others, and last what came to no end. A start that turns out different puts its neighbours in doubt.

use super::ending::{ELSEWHERE, ending};
use super::follower::{Follower, Pace};
use super::{Trap, traps};
use crate::fault::Fault;
use crate::losses::{Frame, Loss};
use crate::trajectory::{Experiment, run};

/// Updates between two looks, at least.
const EVERY: usize = 4;

/// Most looks that are told apart.
const LOOKS: usize = 250;

/// Traps that can be looked at for each update without making it dear.
const TRAPS_PER_UPDATE: usize = 4;

/// Runs that are followed in turns.
const TOGETHER: usize = 4;

/// Most starts on a map.
const MOST: usize = 1 << 22;

/// A map in the making. Rows begin at the highest value of the second parameter, columns at the lowest of the first.
pub struct Map {
    pub(super) experiment: Experiment,
    pub(super) loss: Box<dyn Loss>,
    pub(super) traps: Vec<Trap>,
    frame: Frame,
    /// Whether plain gradient descent is followed here, without the record of a run.
    pub(super) plain: bool,
    pub(super) width: usize,
    height: usize,
    pub(super) ends: Vec<u8>,
    pub(super) looks: Vec<u8>,
    /// Starts to be decided, and which have been put in doubt.
    pub(super) queue: Vec<u32>,
    pub(super) doubted: Vec<bool>,
}

impl Map {
    /// A map of `width` × `height` starts over the frame of the experiment's loss; of one row if that has one parameter.
    /// Everything is in doubt.
    ///
    /// # Errors
    /// A fault if the loss cannot be made.
    pub fn new(experiment: &Experiment, width: usize, height: usize) -> Result<Self, Fault> {
        let loss = experiment.build_loss()?;
        let n = loss.dimension();
        let width = width.clamp(1, MOST);
        let height = if n == 1 { 1 } else { height.clamp(1, MOST / width) };
        Ok(Map {
            traps: traps(experiment, loss.as_ref()),
            frame: loss.frame(),
            plain: is_plain(experiment),
            experiment: experiment.clone(),
            loss,
            width,
            height,
            ends: vec![ELSEWHERE; width * height],
            looks: vec![0; width * height],
            queue: Vec::new(),
            doubted: vec![true; width * height],
        })
    }

    /// Where each start ends, row by row: the number of a minimum in the catalogue's order, [`FLOWN`](super::FLOWN) or [`ELSEWHERE`].
    pub fn ends(&self) -> &[u8] {
        &self.ends
    }

    /// How many starts there are in a row, and how many rows.
    pub fn size(&self) -> [usize; 2] {
        [self.width, self.height]
    }

    /// How many starts are still in doubt.
    pub fn in_doubt(&self) -> usize {
        self.queue.len()
    }

    /// The traps about the minima.
    pub fn traps(&self) -> &[Trap] {
        &self.traps
    }

    /// The start at a place on the map.
    pub fn start(&self, index: usize) -> Vec<f64> {
        (0..self.frame.len()).map(|axis| self.coordinate(index, axis)).collect()
    }

    /// One coordinate of a start.
    #[inline]
    fn coordinate(&self, index: usize, axis: usize) -> f64 {
        let (cell, cells) = if axis == 0 {
            (index % self.width, self.width)
        } else {
            (self.height - 1 - index / self.width, self.height)
        };
        let [low, high] = self.frame[axis];
        low + (high - low) * (cell as f64 + 0.5) / cells as f64
    }

    /// Decides at most `most` of the starts in doubt; true if none is left.
    pub fn decide(&mut self, most: usize) -> bool {
        match self.frame.len() {
            1 if self.plain => self.follow::<1>(most),
            2 if self.plain => self.follow::<2>(most),
            _ => self.run(most),
        }
        self.queue.is_empty()
    }

    /// Decides starts by whole runs, one after the other.
    fn run(&mut self, most: usize) {
        for _ in 0..most {
            let Some(index) = self.queue.pop() else {
                break;
            };
            let end = self.end_of_run(index as usize);
            self.settle(index as usize, end);
        }
    }

    /// Decides starts by plain updates, several runs in turns: each update waits for the one before it, but not for another run's.
    fn follow<const N: usize>(&mut self, most: usize) {
        let pace = Pace { rate: self.rate(), steps: self.experiment.steps, every: self.every() };
        let mut under_way = [const { None::<Follower<N>> }; TOGETHER];
        let mut left = most;
        loop {
            for place in &mut under_way {
                if place.is_none()
                    && left > 0
                    && let Some(index) = self.queue.pop()
                {
                    left -= 1;
                    let index = index as usize;
                    *place = Some(Follower::new(index, core::array::from_fn(|axis| self.coordinate(index, axis))));
                }
                let Some(run) = place else {
                    continue;
                };
                if let Some(end) = run.advance(self.loss.as_ref(), &self.traps, &pace) {
                    let index = run.index;
                    *place = None;
                    let end = end.unwrap_or_else(|| self.end_of_run(index));
                    self.settle(index, end);
                }
            }
            if under_way.iter().all(Option::is_none) && (left == 0 || self.queue.is_empty()) {
                return;
            }
        }
    }

    /// Notes the end of a start.
    fn settle(&mut self, index: usize, end: u8) {
        if core::mem::replace(&mut self.ends[index], end) != end {
            self.doubt_beside(index);
        }
    }

    fn doubt_beside(&mut self, index: usize) {
        let (column, row) = (index % self.width, index / self.width);
        for row in row.saturating_sub(1)..=(row + 1).min(self.height - 1) {
            for column in column.saturating_sub(1)..=(column + 1).min(self.width - 1) {
                let beside = row * self.width + column;
                if !core::mem::replace(&mut self.doubted[beside], true) {
                    self.queue.push(beside as u32);
                }
            }
        }
    }

    /// The end of one start's own run.
    fn end_of_run(&self, index: usize) -> u8 {
        let experiment = Experiment { start: self.start(index), ..self.experiment.clone() };
        run(&experiment).map_or(ELSEWHERE, |run| ending(&run, &self.traps))
    }

    /// Updates between two looks at where a run has come.
    pub(super) fn every(&self) -> usize {
        EVERY.max(self.traps.len() / TRAPS_PER_UPDATE).max(self.experiment.steps.div_ceil(LOOKS))
    }

    pub(super) fn rate(&self) -> f64 {
        self.experiment.optimizer.settings.number("learningRate")
    }
}

/// Whether the runs are those of gradient descent with one learning rate, to their last step.
fn is_plain(experiment: &Experiment) -> bool {
    let Experiment { optimizer, stop, batch, .. } = experiment;
    let decays = optimizer.settings.number("learningRateDecay") > 0.0;
    optimizer.name == "gradientDescent" && !decays && *stop == Default::default() && batch.is_none()
}
