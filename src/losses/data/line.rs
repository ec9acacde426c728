//! The loss of a line b + w·x over samples: sums of what each sample adds, for every rule alike.

use super::rule::{Rule, Term};
use super::solution;
use crate::losses::{Contribution, Frame, Loss, Samples};

/// Inputs closer together than this count as the same.
const CLOSE: f64 = 1e-9;

/// A line over samples, with the parameters (b, w).
pub(super) struct Line {
    pub(super) rule: Rule,
    /// The samples as given.
    rows: Vec<[f64; 2]>,
    /// Input and target as the model uses them: the input standardised if that was asked for.
    pub(super) used: Vec<[f64; 2]>,
    /// The input x is used as (x − shift) / scale.
    shift: f64,
    scale: f64,
    /// Whether the loss is the mean over the samples instead of their sum.
    mean: bool,
}

/// Sums over samples: the loss, its gradient, and its Hessian as (bb, bw, ww).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    pub(super) loss: f64,
    pub(super) gradient: [f64; 2],
    pub(super) hessian: [f64; 3],
}

impl Line {
    pub(super) fn new(rule: Rule, rows: Vec<[f64; 2]>, mean: bool, standardize: bool) -> Self {
        let (shift, scale) = if standardize { centre_and_spread(&rows) } else { (0.0, 1.0) };
        let used = rows.iter().map(|[x, y]| [(x - shift) / scale, rule.target(*y)]).collect();
        Line { rule, rows, used, shift, scale, mean }
    }

    /// The sums over the samples of `batch`, or over all; NaN if `point` is not (b, w).
    pub(super) fn sums(&self, point: &[f64], batch: Option<&[u32]>) -> Sums {
        let &[b, w] = point else {
            return Sums { loss: f64::NAN, gradient: [f64::NAN; 2], hessian: [f64::NAN; 3] };
        };
        let mut sums = Sums::default();
        let count = batch.map_or(self.used.len(), <[u32]>::len);
        for place in 0..count {
            let index = batch.map_or(place, |batch| batch[place] as usize);
            let Some(&[x, y]) = self.used.get(index) else {
                continue;
            };
            sums.add(x, &self.rule.term(b + w * x, y));
        }
        sums.divide(self.share(count));
        sums
    }

    /// The loss alone, to the bit as in [`Line::sums`]: pictures of a loss ask for it hundreds of thousands of times.
    fn loss(&self, [b, w]: [f64; 2]) -> f64 {
        let sum = self.used.iter().fold(0.0, |sum, [x, y]| sum + self.rule.term(b + w * x, *y).loss);
        sum / self.share(self.used.len())
    }

    /// What sums over so many samples are divided by. A batch is an estimate of the whole: its mean, or that times the number of
    /// samples.
    fn share(&self, count: usize) -> f64 {
        if self.mean { count as f64 } else { count as f64 / self.used.len() as f64 }
    }
}

impl Sums {
    #[inline]
    fn add(&mut self, x: f64, term: &Term) {
        self.loss += term.loss;
        self.gradient[0] += term.slope;
        self.gradient[1] += term.slope * x;
        self.hessian[0] += term.curvature;
        self.hessian[1] += term.curvature * x;
        self.hessian[2] += term.curvature * x * x;
    }

    fn divide(&mut self, by: f64) {
        self.loss /= by;
        self.gradient.iter_mut().chain(&mut self.hessian).for_each(|sum| *sum /= by);
    }
}

impl Loss for Line {
    fn dimension(&self) -> usize {
        2
    }

    fn value(&self, point: &[f64]) -> f64 {
        point.try_into().map_or(f64::NAN, |point| self.loss(point))
    }

    fn gradient(&self, point: &[f64], gradient: &mut [f64]) -> f64 {
        let sums = self.sums(point, None);
        gradient.iter_mut().zip(sums.gradient).for_each(|(to, from)| *to = from);
        sums.loss
    }

    fn hessian(&self, point: &[f64], hessian: &mut [f64]) -> bool {
        let [bb, bw, ww] = self.sums(point, None).hessian;
        hessian.iter_mut().zip([bb, bw, bw, ww]).for_each(|(to, from)| *to = from);
        true
    }

    fn frame(&self) -> Frame {
        solution::frame(self)
    }

    fn samples(&self) -> Option<&dyn Samples> {
        Some(self)
    }
}

impl Samples for Line {
    fn rows(&self) -> &[[f64; 2]] {
        &self.rows
    }

    fn prediction(&self, point: &[f64], x: f64) -> f64 {
        match point {
            [b, w] => self.rule.prediction(b + w * ((x - self.shift) / self.scale)),
            _ => f64::NAN,
        }
    }

    fn contribution(&self, point: &[f64], index: usize) -> Option<Contribution> {
        let (&[x, _], &[_, y]) = (self.rows.get(index)?, self.used.get(index)?);
        let Sums { loss, gradient: [by_b, by_w], .. } = self.sums(point, Some(&[index as u32]));
        // One sample alone stands for all of them; its share is that much smaller.
        let all = self.rows.len() as f64;
        let prediction = self.prediction(point, x);
        Some(Contribution { x, y, prediction, loss: loss / all, gradient: [by_b / all, by_w / all] })
    }

    fn batch_gradient(&self, point: &[f64], batch: &[u32], gradient: &mut [f64]) -> f64 {
        let sums = self.sums(point, Some(batch));
        gradient.iter_mut().zip(sums.gradient).for_each(|(to, from)| *to = from);
        sums.loss
    }
}

/// Mean and standard deviation of the inputs (over all of them, not over one less); where they are all the same, that
/// input and 1, so that every standardised input is 0.
pub(super) fn centre_and_spread(rows: &[[f64; 2]]) -> (f64, f64) {
    if !inputs_differ(rows) {
        return (rows.first().map_or(0.0, |row| row[0]), 1.0);
    }
    let count = rows.len() as f64;
    let mean = rows.iter().map(|row| row[0]).sum::<f64>() / count;
    let variance = rows.iter().map(|row| (row[0] - mean) * (row[0] - mean)).sum::<f64>() / count;
    (mean, variance.sqrt())
}

/// Whether there are two inputs far enough apart to tell a slope from.
pub(super) fn inputs_differ(rows: &[[f64; 2]]) -> bool {
    let inputs = rows.iter().map(|row| row[0]);
    let (low, high) = inputs.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    high - low > CLOSE
}
