//! Losses made of data: every derivative, every batch, every start, and data that nobody would wish for.

#![cfg(not(target_arch = "wasm32"))]

#[path = "data/batches.rs"]
mod batches;
#[path = "derivatives/differences.rs"]
mod differences;
#[path = "data/hostile.rs"]
mod hostile;

use downhill::losses::{Loss, LossSpec, build};
use downhill::plain::Plain;
use downhill::trajectory::{Batches, Experiment, run};
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

/// How far the errors of the samples move within the two shortest steps of a difference.
const REACH: f64 = 0.02;

/// Whether differences can tell: next to a kink, where the error of a sample changes its sign, those that step over it may
/// agree with each other by chance and be wrong.
fn is_smooth_around(loss: &dyn Loss, description: &Value, data: &[(f64, f64)], point: &[f64]) -> bool {
    let samples = loss.samples().unwrap();
    description["residual"] != "absolute"
        || data.iter().all(|(x, y)| (samples.prediction(point, *x) - y).abs() >= REACH)
}

/// The derivatives of a loss that is flat between its jumps. Differences over several jumps may agree by chance.
fn is_flat(loss: &dyn Loss, point: &[f64]) -> bool {
    gradient(loss, point) == [0.0; 2] && differences::hessian(loss, point) == [0.0; 4]
}

fn samples() -> impl Strategy<Value = Vec<(f64, f64)>> {
    prop::collection::vec((-5.0..5.0, -10.0..10.0), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_gradient_and_hessian_is_that_of_its_loss(data in samples(), point in [-3.0..3.0, -3.0..3.0]) {
        for (description, loss) in every_loss(&data) {
            let agrees = if description["name"] == "perceptron" {
                is_flat(&*loss, &point)
            } else {
                !is_smooth_around(&*loss, &description, &data, &point) || differences::slopes_agree(&*loss, &point)
            };
            prop_assert!(agrees, "{description} at {point:?}");
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
