//! Losses made of data: every derivative, every batch, every start, and data that nobody would wish for.

#![cfg(not(target_arch = "wasm32"))]

#[path = "derivatives/differences.rs"]
mod differences;
#[path = "data/hostile.rs"]
mod hostile;

use downhill::losses::{Loss, LossSpec, build};
use downhill::plain::Plain;
use downhill::trajectory::{Batches, Experiment, Trajectory, Walker, run};
use proptest::prelude::*;
use serde_json::{Value, json};

fn loss(description: Value) -> Box<dyn Loss> {
    build(&spec(description)).unwrap()
}

fn spec(description: Value) -> LossSpec {
    let plain: Plain = serde_json::from_value(description.clone()).unwrap();
    LossSpec::from_plain(&plain).unwrap_or_else(|fault| panic!("{description}: {fault}"))
}

fn experiment(description: Value) -> Experiment {
    Experiment::from_plain(&serde_json::from_value(description).unwrap()).unwrap()
}

/// Every rule with sum and mean, with inputs as given and standardised, over these samples; labels are made of targets.
fn every_loss(data: &[(f64, f64)]) -> Vec<(Value, Box<dyn Loss>)> {
    let rules = [
        json!({ "name": "regression" }),
        json!({ "name": "regression", "residual": "absolute" }),
        json!({ "name": "logistic" }),
        json!({ "name": "perceptron" }),
    ];
    let mut all = Vec::new();
    for rule in rules {
        let labelled = rule["name"] != "regression";
        let target = |y: f64| if labelled { f64::from(y > 0.0) } else { y };
        let rows: Vec<Value> = data.iter().map(|(x, y)| json!([x, target(*y)])).collect();
        for (reduction, standardize) in [("sum", false), ("mean", false), ("sum", true), ("mean", true)] {
            let mut description = rule.clone();
            description["reduction"] = json!(reduction);
            description["standardize"] = json!(standardize);
            description["data"] = json!(rows);
            all.push((description.clone(), loss(description)));
        }
    }
    all
}

fn gradient(loss: &dyn Loss, point: &[f64]) -> [f64; 2] {
    let mut gradient = [f64::NAN; 2];
    loss.gradient(point, &mut gradient);
    gradient
}

fn samples() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((-5.0..5.0, -10.0..10.0), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_gradient_and_hessian_is_that_of_its_loss(data in samples(), point in [-3.0..3.0, -3.0..3.0]) {
        for (description, loss) in every_loss(&data) {
            prop_assert!(differences::slopes_agree(&*loss, &point), "{description} at {point:?}");
        }
    }

    #[test]
    fn the_mean_over_all_batches_of_an_epoch_is_the_full_gradient(
        data in samples(), point in [-3.0..3.0, -3.0..3.0], share in 0.0..1.0, seed in 0..1000_u64, epoch in 0..5_u64,
    ) {
        let size = 1 + (share * data.len() as f64) as usize % data.len();
        for (description, loss) in every_loss(&data) {
            let (samples, full) = (loss.samples().unwrap(), gradient(&*loss, &point));
            let mut batches = Batches::new(data.len(), size, seed, true);
            let (mut mean, mut value) = ([0.0; 2], 0.0);
            for place in 0..batches.per_epoch() {
                let chosen = batches.at(epoch * batches.per_epoch() + place).to_vec();
                let (mut part, weight) = ([0.0; 2], chosen.len() as f64 / data.len() as f64);
                value += weight * samples.batch_gradient(&point, &chosen, &mut part);
                mean = [mean[0] + weight * part[0], mean[1] + weight * part[1]];
            }
            // Terms of the sum may cancel, so the largest of them is what rounding is compared with.
            let largest = (0..data.len()).map(|i| samples.contribution(&point, i).unwrap());
            let scale = largest.flat_map(|c| c.gradient).fold(1.0, |most: f64, term| most.max(term.abs() * data.len() as f64));
            for (found, wanted) in mean.iter().zip(full) {
                prop_assert!((found - wanted).abs() <= 1e-12 * scale, "{description}: {found} is not {wanted}");
            }
            prop_assert!((value - loss.value(&point)).abs() <= 1e-12 * (1.0 + value.abs()));
        }
    }

    #[test]
    fn what_the_samples_add_is_the_loss_and_its_gradient(data in samples(), point in [-3.0..3.0, -3.0..3.0]) {
        for (description, loss) in every_loss(&data) {
            let samples = loss.samples().unwrap();
            let votes: Vec<_> = (0..data.len()).map(|index| samples.contribution(&point, index).unwrap()).collect();
            let total = |part: fn(&downhill::losses::Contribution) -> f64| votes.iter().map(part).sum::<f64>();
            let close = |a: f64, b: f64| (a - b).abs() <= 1e-11 * (1.0 + votes.len() as f64 * b.abs());
            let [by_b, by_w] = gradient(&*loss, &point);
            prop_assert!(close(total(|vote| vote.loss), loss.value(&point)), "{description}");
            prop_assert!(close(total(|vote| vote.gradient[0]), by_b) && close(total(|vote| vote.gradient[1]), by_w));
            for (vote, (x, _)) in votes.iter().zip(&data) {
                prop_assert_eq!((vote.x, vote.prediction), (*x, samples.prediction(&point, *x)));
            }
            prop_assert_eq!(samples.contribution(&point, data.len()), None);
        }
    }

    #[test]
    fn no_line_has_less_absolute_error_than_the_stated_one(
        data in prop::collection::vec((-5.0..5.0, -10.0..10.0), 2..30), beside in [-1.0..1.0, -1.0..1.0],
    ) {
        let rows: Vec<Value> = data.iter().map(|(x, y)| json!([x, y])).collect();
        let spec = spec(json!({ "name": "regression", "residual": "absolute", "data": rows }));
        let loss = build(&spec).unwrap();
        let lowest = spec.minima().remove(0);
        let other = [lowest[0] + beside[0], lowest[1] + beside[1]];
        prop_assert!(loss.value(&lowest) <= loss.value(&other) + 1e-12 * loss.value(&other).abs());
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 25, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn from_every_start_the_cross_entropy_leads_to_one_place(start in [-20.0..20.0, -20.0..20.0]) {
        let from = |start: &[f64]| run(&experiment(json!({
            "loss": { "name": "logistic" }, "optimizer": { "name": "gradientDescent", "learningRate": 0.2 },
            "start": start, "steps": 3000,
        }))).unwrap();
        let ended = from(&start);
        let lowest = &spec(json!({ "name": "logistic" })).minima()[0];
        let far = ended.point(ended.steps).iter().zip(lowest).fold(0.0_f64, |far, (a, b)| far.max((a - b).abs()));
        prop_assert!(far < 1e-6, "from {start:?} to {:?}, not {lowest:?}", ended.point(ended.steps));
    }
}

fn batched(batch: usize, seed: u64) -> Value {
    json!({
        "loss": { "name": "regression", "reduction": "mean", "sample": 100 },
        "optimizer": { "name": "gradientDescent", "learningRate": 0.05 },
        "start": [-3, 5], "steps": 200, "batch": batch, "seed": seed,
    })
}

fn run_of(description: Value) -> Trajectory {
    run(&experiment(description)).unwrap()
}

#[test]
fn a_seed_replays_bit_for_bit_and_another_one_takes_another_way() {
    let (once, again, other) = (run_of(batched(10, 4)), run_of(batched(10, 4)), run_of(batched(10, 5)));
    assert_eq!(once, again);
    assert_ne!(once.points, other.points);
}

#[test]
fn a_batched_run_taken_step_by_step_through_plain_states_is_the_same_to_the_bit() {
    let experiment = experiment(batched(7, 11));
    let whole = run(&experiment).unwrap();
    let mut state = Walker::new(&experiment).unwrap().state();
    for step in 1..=60 {
        let mut walker = Walker::resume(&experiment, state).unwrap();
        walker.advance();
        state = walker.state();
        assert_eq!((&state.point[..], state.loss), (whole.point(step), whole.losses[step]));
    }
}

#[test]
fn a_batch_of_all_samples_takes_the_way_of_the_full_gradient() {
    let mut full = batched(100, 3);
    let batch = run_of(full.clone());
    full.as_object_mut().unwrap().remove("batch");
    let full = run_of(full);
    assert!(batch.points.iter().zip(&full.points).all(|(a, b)| (a - b).abs() < 1e-12));
    assert_eq!((batch.gradient_evaluations, full.gradient_evaluations), (200.0, 200.0));
    assert_eq!((batch.batch_losses.len(), full.batch_losses.len()), (200, 0));
}

#[test]
fn with_a_hundred_batches_a_step_costs_a_hundredth_of_a_full_one() {
    let single = run_of(batched(1, 0));
    assert_eq!((single.steps, single.gradient_evaluations), (200, 2.0));
    // The last of the fifteen batches of seven has two samples: 14 · 15 − 10 steps and one epoch of fewer.
    assert!((run_of(batched(7, 0)).gradient_evaluations - (13.0 + 5.0 * 7.0 / 100.0)).abs() < 1e-12);
}

#[test]
fn losses_on_record_are_those_of_all_samples_and_batch_losses_stand_beside_them() {
    let description = batched(10, 2);
    let (run, loss) = (run_of(description.clone()), loss(description["loss"].clone()));
    let mut batches = Batches::new(100, 10, 2, true);
    for step in 0..run.steps {
        assert_eq!(run.losses[step], loss.value(run.point(step)));
        let value = loss.samples().unwrap().batch_gradient(run.point(step), batches.at(step as u64), &mut [0.0; 2]);
        assert_eq!(run.batch_losses[step], value);
    }
}

#[test]
fn a_run_that_batches_shake_about_the_minimum_is_not_said_to_fly_off() {
    for seed in 0..40 {
        let mut description = batched(1, seed);
        description["start"] = json!(spec(description["loss"].clone()).minima()[0]);
        assert_eq!(run_of(description).ending.outcome.name(), "running", "seed {seed}");
    }
    let mut wild = batched(1, 0);
    wild["optimizer"]["learningRate"] = json!(1);
    wild["steps"] = json!(60);
    assert_eq!(run_of(wild).ending.outcome.name(), "diverged");
}
