//! A map of starts: for each of them, where its run ends.
//!
//! It is made in two passes. The sketch follows all starts in single precision, eight at a time. Then every start that
//! is in doubt is decided in double precision by the run itself: where a neighbour ended elsewhere or took another time, a
//! sample of the others, and last what came to no end. A start that turns out different puts its neighbours in doubt.

use super::ending::{ELSEWHERE, FLOWN, ending, trap_of};
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
    point: Vec<f64>,
    gradient: Vec<f64>,
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
            point: vec![0.0; n],
            gradient: vec![0.0; n],
        })
    }

    /// Where each start ends, row by row: the number of a minimum in the catalogue's order, [`FLOWN`] or [`ELSEWHERE`].
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
        for _ in 0..most {
            let Some(index) = self.queue.pop() else {
                break;
            };
            let index = index as usize;
            let end = self.end_of(index);
            if core::mem::replace(&mut self.ends[index], end) != end {
                self.doubt_beside(index);
            }
        }
        self.queue.is_empty()
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
    fn end_of(&mut self, index: usize) -> u8 {
        if self.plain {
            for axis in 0..self.point.len() {
                self.point[axis] = self.coordinate(index, axis);
            }
            if let Some(end) = self.follow() {
                return end;
            }
        }
        let experiment = Experiment { start: self.start(index), ..self.experiment.clone() };
        run(&experiment).map_or(ELSEWHERE, |run| ending(&run, &self.traps))
    }

    /// Makes the updates of plain gradient descent until the end is certain; none if the run must be judged as a whole.
    fn follow(&mut self) -> Option<u8> {
        let (every, rate) = (self.every(), self.rate());
        let Map { loss, point, gradient, traps, .. } = self;
        let (mut first, mut highest) = (f64::NAN, f64::NEG_INFINITY);
        for step in 0..=self.experiment.steps {
            if step % every == 0
                && let Some(trap) = trap_of(point, traps)
            {
                return Some(trap);
            }
            let value = loss.gradient(point, gradient);
            if !value.is_finite() || !point.iter().chain(gradient.iter()).all(|number| number.is_finite()) {
                return (step > 0).then_some(FLOWN);
            }
            if step == 0 {
                first = value;
            }
            highest = highest.max(value);
            if step == self.experiment.steps {
                break;
            }
            for (parameter, slope) in point.iter_mut().zip(gradient.iter()) {
                *parameter -= rate * slope;
            }
        }
        // A run that never climbs above its start has not flown off.
        let index = trap_of(point, traps);
        index.or((highest <= first).then_some(ELSEWHERE))
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
