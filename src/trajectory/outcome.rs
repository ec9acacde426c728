//! How a run ended, judged from its record: a value, never an error.

use super::Trajectory;
use crate::curvature;
use crate::losses::Loss;

/// A gradient norm that counts as flat although no stop rule was given.
const FLAT: f64 = 1e-6;

/// Relative difference between two points that still count as the same place.
const SAME_PLACE: f64 = 1e-9;

/// Longest cycle that is looked for, in steps.
const LONGEST_CYCLE: usize = 16;

/// Curvature below this share of 1 says nothing about its sign; then the loss nearby decides.
const NO_CURVATURE: f64 = 1e-8;

/// Share of the frame that the look around a flat point reaches.
const NEARBY: f64 = 1e-4;

/// Steps whose growth is averaged into the factor.
const GROWTH_STEPS: usize = 8;

/// A run on batches flies off where its loss ends more than this many times as high as it began.
const SOARS: f64 = 100.0;

/// How a run ended, in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All steps are made and none of the others holds.
    Running,
    /// At a minimum, or at a slope as small as the stop rule asks.
    Converged,
    /// Comes back to where it was, again and again.
    Cycling,
    /// No slope, and not at a minimum.
    Stalled,
    /// Runs away from the minimum.
    Diverged,
}

/// Why a run has its outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The number of steps is used up.
    StepsDone,
    /// The stop rule on the gradient holds.
    GradientBelow,
    /// The stop rule on the loss holds.
    LossChangeBelow,
    /// The gradient is as good as zero, at a minimum.
    Flat,
    /// The same points come again.
    Returned,
    /// Flat, with ways down and ways up.
    Saddle,
    /// Flat, with ways down only.
    Hilltop,
    /// Flat all around.
    Plateau,
    /// Newton's method met a curvature without inverse.
    Singular,
    /// The next values are too large to be numbers.
    NotFinite,
    /// The steps grow and the loss with them.
    Growing,
}

/// Outcome, reason, and the numbers a sentence about them needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ending {
    /// How the run ended.
    pub outcome: Outcome,
    /// Why it counts as that.
    pub reason: Reason,
    /// What each of the last steps was multiplied by, in length; for runs that diverge.
    pub factor: Option<f64>,
    /// Steps until the same point comes again; for runs that cycle.
    pub period: Option<usize>,
}

impl Ending {
    /// The ending of a run of which nothing else can be said.
    pub(super) fn steps_done() -> Self {
        Ending::new(Outcome::Running, Reason::StepsDone)
    }

    fn new(outcome: Outcome, reason: Reason) -> Self {
        Ending { outcome, reason, factor: None, period: None }
    }
}

impl Outcome {
    /// The name in plain data.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Running => "running",
            Outcome::Converged => "converged",
            Outcome::Cycling => "cycling",
            Outcome::Stalled => "stalled",
            Outcome::Diverged => "diverged",
        }
    }
}

impl Reason {
    /// The name in plain data.
    pub fn name(self) -> &'static str {
        match self {
            Reason::StepsDone => "stepsDone",
            Reason::GradientBelow => "gradientBelow",
            Reason::LossChangeBelow => "lossChangeBelow",
            Reason::Flat => "flat",
            Reason::Returned => "returned",
            Reason::Saddle => "saddle",
            Reason::Hilltop => "hilltop",
            Reason::Plateau => "plateau",
            Reason::Singular => "singular",
            Reason::NotFinite => "notFinite",
            Reason::Growing => "growing",
        }
    }
}

/// Judges a finished record; `why` is the reason no more updates were made.
pub(super) fn judge(run: &Trajectory, loss: &dyn Loss, why: Reason) -> Ending {
    match why {
        Reason::NotFinite => Ending { factor: growth(run), ..Ending::new(Outcome::Diverged, why) },
        Reason::Singular => Ending::new(Outcome::Stalled, why),
        Reason::GradientBelow | Reason::LossChangeBelow => at_rest(run, loss, why),
        _ if run.gradient_norms.last().is_some_and(|norm| *norm <= FLAT) => at_rest(run, loss, Reason::Flat),
        _ => on_the_move(run),
    }
}

/// Judges a run that still has a slope under it.
fn on_the_move(run: &Trajectory) -> Ending {
    if let Some(period) = cycle(run) {
        return Ending { period: Some(period), ..Ending::new(Outcome::Cycling, Reason::Returned) };
    }
    let factor = growth(run);
    let grows = loses_ground(&run.losses) && factor.is_some_and(|factor| factor > 1.0);
    if if run.batch_losses.is_empty() { grows } else { soars(&run.losses) } {
        return Ending { factor, ..Ending::new(Outcome::Diverged, Reason::Growing) };
    }
    Ending::steps_done()
}

/// Judges a run without slope: at a minimum it has converged, elsewhere it has stalled.
fn at_rest(run: &Trajectory, loss: &dyn Loss, why: Reason) -> Ending {
    let point = run.point(run.steps);
    let (low, high) = curvature::extremes(loss, point).unwrap_or((0.0, 0.0));
    let unsure = NO_CURVATURE * high.abs().max(1.0);
    let stalled = |reason| Ending::new(Outcome::Stalled, reason);
    if low > unsure {
        Ending::new(Outcome::Converged, why)
    } else if low < -unsure {
        stalled(if high > unsure { Reason::Saddle } else { Reason::Hilltop })
    } else if rises_around(loss, point) {
        Ending::new(Outcome::Converged, why)
    } else {
        stalled(Reason::Plateau)
    }
}

/// Whether the loss is lower nowhere nearby, and higher somewhere, along the axes.
fn rises_around(loss: &dyn Loss, point: &[f64]) -> bool {
    let here = loss.value(point);
    let rounding = 16.0 * f64::EPSILON * here.abs();
    let mut neighbour = point.to_vec();
    let mut rises = false;
    for (axis, [low, high]) in loss.frame().into_iter().enumerate().take(point.len()) {
        for way in [-1.0, 1.0] {
            neighbour[axis] = point[axis] + way * NEARBY * (high - low);
            let there = loss.value(&neighbour);
            if there < here - rounding {
                return false;
            }
            rises |= there > here + rounding;
        }
        neighbour[axis] = point[axis];
    }
    rises
}

/// The shortest period after which the last two points come again, if the run moves at all.
fn cycle(run: &Trajectory) -> Option<usize> {
    let last = run.steps;
    let moves = last >= 1 && !same_place(run.point(last), run.point(last - 1));
    let returns = |period: usize| {
        last > period
            && same_place(run.point(last), run.point(last - period))
            && same_place(run.point(last - 1), run.point(last - 1 - period))
    };
    (2..=LONGEST_CYCLE).find(|&period| moves && returns(period))
}

fn same_place(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() <= SAME_PLACE * a.abs().max(b.abs()).max(SAME_PLACE))
}

/// The factor by which steps grow, as a mean over the last ones: for one parameter of curvature λ it is `|1 − αλ|`.
fn growth(run: &Trajectory) -> Option<f64> {
    let last = run.steps;
    let over = GROWTH_STEPS.min(last.checked_sub(1)?);
    let length = |step: usize| distance(run.point(step), run.point(step - 1));
    let (first, final_one) = (length(last - over), length(last));
    let usable = over > 0 && first > 0.0 && final_one.is_finite();
    usable.then(|| libm::pow(final_one / first, 1.0 / over as f64))
}

fn distance(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).fold(0.0_f64, |sum, (a, b)| libm::hypot(sum, a - b))
}

/// Whether the loss ends far above its start. Batches shake a run about, so a climb alone says nothing.
fn soars(losses: &[f64]) -> bool {
    matches!(losses, [start, .., last] if *last > SOARS * start.abs())
}

/// Whether the loss climbs over the run as a whole: the peaks of its quarters rise, and the last is above the start.
///
/// Peaks rather than single values, since a run with momentum swings even while it flies off.
fn loses_ground(losses: &[f64]) -> bool {
    let [start, after @ ..] = losses else {
        return false;
    };
    if after.len() < 2 {
        return false;
    }
    let quarter = after.len().div_ceil(4);
    let mut peak = None;
    for part in after.chunks(quarter).skip(usize::from(after.len() >= 4)) {
        let highest = part.iter().fold(f64::NEG_INFINITY, |most, loss| most.max(*loss));
        if peak.is_some_and(|before| highest <= before) {
            return false;
        }
        peak = Some(highest);
    }
    let first = after.iter().take(quarter).fold(*start, |most, loss| most.max(*loss));
    peak.is_some_and(|peak| peak > first)
}
