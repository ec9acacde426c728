//! What a search for settings promises: what it finds, what it never loses, and what it may cost.

use super::*;
use proptest::prelude::*;
use serde_json::json;

fn experiment(loss: &str, optimizer: serde_json::Value, start: &[f64], steps: u64) -> Experiment {
    let experiment = json!({ "loss": { "name": loss }, "optimizer": optimizer, "start": start, "steps": steps });
    let plain: Plain = serde_json::from_value(experiment).unwrap();
    Experiment::from_plain(&plain).unwrap()
}

fn on_the_ravine(optimizer: serde_json::Value, budget: u32) -> Tuned {
    tune(&experiment("ravine", optimizer, &[-5.0, -2.0], 1), &Plain::Number(f64::from(budget))).unwrap()
}

fn setting(found: &Tuned, name: &str) -> f64 {
    found.optimizer.settings.number(name)
}

/// The last loss of a run with the settings found.
fn replayed(given: &Experiment, found: &Tuned, steps: usize) -> f64 {
    let run =
        crate::trajectory::run(&Experiment { optimizer: found.optimizer.clone(), steps, ..given.clone() }).unwrap();
    if run.steps == steps { run.losses[steps] } else { f64::INFINITY }
}

#[test]
fn gradient_descents_best_rate_on_the_ravine_is_two_over_the_sum_of_the_curvatures() {
    let found = on_the_ravine(json!({ "name": "gradientDescent" }), 400);
    assert!((setting(&found, "learningRate") - 0.476).abs() < 0.002, "{found:?}");
}

#[test]
fn the_heavy_balls_best_pair_on_the_ravine_is_the_published_one() {
    let found = on_the_ravine(json!({ "name": "momentum" }), 400);
    assert!((setting(&found, "learningRate") - 0.668).abs() < 0.005, "{found:?}");
    assert!((setting(&found, "momentum") - 0.403).abs() < 0.003, "{found:?}");
}

#[test]
fn newton_keeps_its_rate_of_one_which_lands_in_a_single_step() {
    let found = on_the_ravine(json!({ "name": "newton" }), 25);
    assert_eq!((setting(&found, "learningRate"), found.loss), (1.0, 0.0));
}

#[test]
fn every_method_gets_lower_than_with_its_default_settings_and_stays_within_the_work_allowed() {
    for entry in crate::optimizers::catalogue().filter(|entry| entry.name != "newton") {
        for loss in ["ravine", "rosenbrock", "banana", "himmelblau"] {
            let start = crate::losses::find(loss).unwrap().start;
            let given = experiment(loss, json!({ "name": entry.name }), start, 100);
            let found = tune(&given, &Plain::Number(100.0)).unwrap();
            let before = crate::trajectory::run(&given).unwrap();
            assert!(before.steps < 100 || found.loss < before.losses[100], "{} on {loss}", entry.name);
            assert_eq!(found.loss, replayed(&given, &found, 100));
            assert!(found.evaluations <= 470 * 100, "{} on {loss}: {}", entry.name, found.evaluations);
        }
    }
}

#[test]
fn a_step_of_newtons_method_is_charged_with_its_hessian() {
    let given = experiment("ravine", json!({ "name": "newton", "learningRate": 0.5 }), &[-5.0, -2.0], 1);
    let found = tune(&given, &Plain::Number(25.0)).unwrap();
    assert_eq!(found.loss, replayed(&given, &found, 25 / 3));
    assert_eq!(found.evaluations % 3, 0);
}

#[test]
fn a_budget_that_is_no_whole_number_up_to_a_thousand_is_refused() {
    let given = experiment("ravine", json!({ "name": "adam" }), &[-5.0, -2.0], 1);
    for budget in [Plain::Number(0.0), Plain::Number(2.5), Plain::Number(1001.0), Plain::Number(f64::NAN), Plain::Null]
    {
        assert_eq!(tune(&given, &budget).unwrap_err().field, "budget");
    }
}

#[test]
fn where_no_step_can_be_paid_the_settings_stay() {
    let given = experiment("ravine", json!({ "name": "newton", "learningRate": 0.3 }), &[-5.0, -2.0], 1);
    assert_eq!(setting(&tune(&given, &Plain::Number(2.0)).unwrap(), "learningRate"), 0.3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_is_found_is_never_worse_than_what_was_given_and_is_found_again(
        rate in 1e-4_f64..1.0, momentum in 0.0..0.99, budget in 1_u32..40, x in -5.0..5.0, y in -5.0..5.0,
    ) {
        let method = json!({ "name": "momentum", "learningRate": rate, "momentum": momentum });
        let given = experiment("himmelblau", method, &[x, y], u64::from(budget));
        let budget = Plain::Number(f64::from(budget));
        let found = tune(&given, &budget).unwrap();
        let before = crate::trajectory::run(&given).unwrap();
        prop_assert!(before.steps < given.steps || found.loss <= before.losses[given.steps]);
        prop_assert_eq!(tune(&given, &budget).unwrap(), found);
    }
}
