//! An experiment from outside: read, run, resumed in the middle, and one of the things that are shown of it.
//!
//! The first four bytes choose what is shown, at which size and step. What follows is JSON if it begins with a brace; if not, an
//! experiment is made up from it.

use arbitrary::Unstructured;
use downhill::basins::{Map, ending_of};
use downhill::curvature;
use downhill::losses::Loss;
use downhill::plain::Plain;
use downhill::stability;
use downhill::trajectory::{Experiment, Trajectory, Walker, run};
use downhill::tuning;

use crate::panels::{self, Shown};
use crate::wild::{self, MOST_STEPS};

/// Most single samples that a run may look at: ten thousand samples, ten thousand times, take their time.
const MOST_LOOKS: usize = 100_000;

/// The bytes are what to show and the experiment.
pub fn fuzz(bytes: &[u8]) {
    let Some((&[what, width, height, step], rest)) = bytes.split_first_chunk::<4>() else { return };
    let Some(plain) = read(rest) else { return };
    match Experiment::from_plain(&plain) {
        Ok(experiment) => show(bounded(experiment), what, [width, height], step),
        Err(fault) => assert!(fault.given.chars().count() <= 61, "a fault quotes a long text"),
    }
}

/// Reads an experiment, and runs it if it can be.
pub fn check_plain(plain: &Plain) {
    if let Ok(experiment) = Experiment::from_plain(plain) {
        let experiment = bounded(experiment);
        check(&experiment, &run(&experiment).expect("what was read can be run"));
    }
}

fn read(rest: &[u8]) -> Option<Plain> {
    if rest.first() == Some(&b'{') {
        return serde_json::from_slice(rest).ok();
    }
    wild::experiment(&mut Unstructured::new(rest)).ok()
}

/// The same with as many steps as a moment has time for.
fn bounded(experiment: Experiment) -> Experiment {
    let samples = experiment.build_loss().ok().and_then(|loss| Some(loss.samples()?.rows().len())).unwrap_or(1);
    let steps = experiment.steps.min(MOST_STEPS as usize).min(MOST_LOOKS / samples.max(1));
    Experiment { steps, ..experiment }
}

fn show(experiment: Experiment, what: u8, size: [u8; 2], step: u8) {
    let (loss, optimizer) = (experiment.build_loss().expect("checked"), experiment.build_optimizer().expect("checked"));
    let found = run(&experiment).expect("what was read can be run");
    check(&experiment, &found);
    let step = found.steps as f64 * f64::from(step) / 200.0;
    let point = found.point(step as usize);
    match what % 12 {
        0 => resumed(&experiment, &found),
        1 => drop((stability::at(loss.as_ref(), optimizer.as_ref(), point), curvature::extremes(loss.as_ref(), point))),
        2 => drop(ending_of(&found, &experiment, loss.as_ref())),
        3 if is_light(loss.as_ref()) => starts(&Experiment { steps: experiment.steps.min(50), ..experiment }, size),
        4 if is_light(loss.as_ref()) => tuned(&experiment),
        3 | 4 => {}
        what => panels::draw(what, &Shown { experiment: &experiment, loss: loss.as_ref(), run: &found, step }, size),
    }
}

/// What every trajectory promises.
fn check(experiment: &Experiment, run: &Trajectory) {
    let (rows, n) = (run.steps + 1, run.dimension);
    assert!(run.steps <= experiment.steps && n == experiment.start.len());
    assert_eq!([run.points.len(), run.losses.len(), run.gradient_norms.len()], [rows * n, rows, rows]);
    assert!(run.points.iter().all(|value| value.is_finite()), "a point that is not finite is kept");
    assert!(run.losses.iter().all(|value| value.is_finite()), "a loss that is not finite is kept");
    assert_eq!(run.batch_losses.len(), if experiment.batch.is_some() { run.steps } else { 0 });
    assert!(run.gradient_evaluations >= 0.0);
}

/// A run that is put down after its first step and taken up again comes to the same.
fn resumed(experiment: &Experiment, run: &Trajectory) {
    let mut first = Walker::new(experiment).expect("it has run");
    if run.steps < 2 || !first.advance() {
        return;
    }
    let mut second = Walker::resume(experiment, first.state()).expect("its own state is taken back");
    second.advance();
    assert_eq!(second.point(), run.point(2), "a run that is taken up again comes elsewhere");
}

/// Whether a loss is made of few samples, if of any: a map of starts, which a worker makes, and the search behind a button may take
/// their time with many.
fn is_light(loss: &dyn Loss) -> bool {
    loss.samples().is_none_or(|samples| samples.rows().len() < 50)
}

fn starts(experiment: &Experiment, [width, height]: [u8; 2]) {
    let mut map = Map::new(experiment, usize::from(width % 12), usize::from(height % 12)).expect("it has run");
    map.sketch();
    map.decide(4);
    let [width, height] = map.size();
    assert_eq!(map.ends().len(), width * height);
}

/// The search behind a button tries 450 runs; only a tiny budget fits in here.
fn tuned(experiment: &Experiment) {
    let found = tuning::tune(experiment, &Plain::Number(2.0)).expect("it has run");
    assert!(found.loss.is_finite() || found.loss == f64::INFINITY);
}
