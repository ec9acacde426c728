//! Tuning: a search for the settings with which a method gets lowest within a budget of gradient evaluations.

use crate::fault::Fault;
use crate::optimizers::OptimizerSpec;
use crate::plain::Plain;
use crate::trajectory::{Experiment, Walker};

/// Largest budget that is tuned for: the 450 runs of a search then take some hundredths of a second.
pub const LARGEST_BUDGET: u64 = 1_000;

/// The learning rates tried first, as powers of ten: four to a decade, from 10⁻⁵ to 10².
const EXPONENTS: [f64; 2] = [-5.0, 2.0];
const APART: f64 = 0.25;

/// The momenta tried first, each with every learning rate.
const MOMENTA: [f64; 10] = [0.0, 0.2, 0.35, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/// Rounds of golden section; each leaves 0.618 of the bracket.
const ROUNDS: usize = 12;
const LARGER: f64 = 0.618_033_988_749_894_9;

/// The highest loss of this share of the steps counts: the last eighth.
const LAST: usize = 8;

/// How far above the loss of the start a run may climb on its way, in heights of that loss (at least 1).
const CLIMB: f64 = 9.0;

/// What a search found.
#[derive(Clone, Debug, PartialEq)]
pub struct Tuned {
    /// The method with the settings found.
    pub optimizer: OptimizerSpec,
    /// The loss after the budget with these settings; infinite if every run diverged.
    pub loss: f64,
    /// Gradient evaluations that the search itself spent.
    pub evaluations: u64,
}

/// Searches the learning rate, and the momentum where the method has one, for the lowest loss after `budget` gradient
/// evaluations; every other setting stays as given. Deterministic: a grid first, then golden sections round its best.
///
/// What is made small is the highest loss of the last eighth of the steps: by the last one alone a heavy ball would win
/// that happens to swing through the minimum there. A run that diverges counts as infinitely bad, and so does one that
/// climbs beyond ten times the loss of the start: without that bound AdaGrad would be told to leap out of every picture
/// first. The settings given are kept if nothing found ends lower.
///
/// # Errors
/// A fault if the experiment cannot begin or the budget is no whole number from 1 to 1,000.
#[inline(never)]
pub fn tune(experiment: &Experiment, budget: &Plain) -> Result<Tuned, Fault> {
    let budget = budget.whole("budget", 1, LARGEST_BUDGET)?;
    let cost = Walker::new(experiment)?.evaluations().max(1);
    let settings = &experiment.optimizer.settings;
    let (rate, momentum) = (settings.number(RATE), settings.number(MOMENTUM));
    let steps = (budget / cost) as usize;
    let mut search = Search { experiment: experiment.clone(), steps, cost, evaluations: 0 };
    let given = search.attempt(rate, momentum);
    let found = if momentum.is_nan() { search.over_rates(momentum) } else { search.over_momenta() };
    let best = if found.last < given.last { found } else { given };
    let optimizer = search.optimizer(best.rate, best.momentum);
    Ok(Tuned { optimizer, loss: best.last, evaluations: search.evaluations })
}

const RATE: &str = "learningRate";
const MOMENTUM: &str = "momentum";

/// One run that was tried.
#[derive(Clone, Copy)]
struct Trial {
    rate: f64,
    /// NaN if the method has none.
    momentum: f64,
    /// The loss after the last step.
    last: f64,
    /// The highest loss of the last eighth of the steps.
    highest: f64,
}

struct Search {
    experiment: Experiment,
    steps: usize,
    cost: u64,
    evaluations: u64,
}

impl Search {
    /// The method with these settings.
    fn optimizer(&self, rate: f64, momentum: f64) -> OptimizerSpec {
        let mut optimizer = self.experiment.optimizer.clone();
        optimizer.settings.set_number(RATE, rate);
        optimizer.settings.set_number(MOMENTUM, momentum);
        optimizer
    }

    /// Runs once, until the last step or until a number is no longer finite.
    fn attempt(&mut self, rate: f64, momentum: f64) -> Trial {
        self.experiment.optimizer = self.optimizer(rate, momentum);
        let mut trial = Trial { rate, momentum, last: f64::INFINITY, highest: f64::INFINITY };
        let Ok(mut walker) = Walker::new(&self.experiment) else {
            return trial;
        };
        let first = walker.value();
        let ceiling = first + CLIMB * first.abs().max(1.0);
        let counted = self.steps - self.steps.div_ceil(LAST);
        let mut highest = f64::NEG_INFINITY;
        for step in 0..self.steps {
            self.evaluations += self.cost;
            if !walker.advance() || walker.value() > ceiling {
                return trial;
            }
            if step >= counted {
                highest = highest.max(walker.value());
            }
        }
        trial.last = walker.value();
        trial.highest = highest.max(trial.last);
        trial
    }

    /// The best learning rate at this momentum.
    fn over_rates(&mut self, momentum: f64) -> Trial {
        let best = self.coarsely(momentum);
        self.near(best, momentum)
    }

    /// The best pair: the momenta in turn, then a golden section between the neighbours of the best of them.
    fn over_momenta(&mut self) -> Trial {
        let tried = MOMENTA.map(|momentum| self.coarsely(momentum));
        let mut at = 0;
        for (index, trial) in tried.iter().enumerate() {
            if trial.highest < tried[at].highest {
                at = index;
            }
        }
        let ends = [MOMENTA[at.saturating_sub(1)], MOMENTA[(at + 1).min(MOMENTA.len() - 1)]];
        golden(ends, tried[at], &mut |momentum| self.near(tried[at], momentum))
    }

    /// The best of the learning rates tried first.
    fn coarsely(&mut self, momentum: f64) -> Trial {
        let [from, to] = EXPONENTS;
        let mut best = self.attempt(libm::exp10(from), momentum);
        for k in 1..=((to - from) / APART) as u32 {
            let trial = self.attempt(libm::exp10(from + APART * f64::from(k)), momentum);
            if trial.highest < best.highest {
                best = trial;
            }
        }
        best
    }

    /// The best learning rate between the neighbours of a good one.
    fn near(&mut self, good: Trial, momentum: f64) -> Trial {
        let middle = libm::log10(good.rate);
        let start = self.attempt(good.rate, momentum);
        golden([middle - APART, middle + APART], start, &mut |exponent| self.attempt(libm::exp10(exponent), momentum))
    }
}

/// Golden-section search: narrows a bracket about the lowest place of a function with one valley, and gives the best trial
/// met on the way, `known` included. (Kiefer, *Sequential minimax search for a maximum*, 1953.)
fn golden([mut low, mut high]: [f64; 2], known: Trial, attempt: &mut dyn FnMut(f64) -> Trial) -> Trial {
    let mut at = [high - LARGER * (high - low), low + LARGER * (high - low)];
    let mut trials = at.map(&mut *attempt);
    let mut best = known;
    for _ in 0..ROUNDS {
        for trial in trials {
            if trial.highest < best.highest {
                best = trial;
            }
        }
        if trials[0].highest <= trials[1].highest {
            high = at[1];
            at = [high - LARGER * (high - low), at[0]];
            trials = [attempt(at[0]), trials[0]];
        } else {
            low = at[0];
            at = [at[1], low + LARGER * (high - low)];
            trials = [trials[1], attempt(at[1])];
        }
    }
    best
}

#[cfg(test)]
mod tests;
