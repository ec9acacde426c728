//! How runs end: one sentence per outcome, on the lesson's own functions.

use super::*;
use crate::plain::Plain;
use serde_json::{Value, json};

fn run_of(loss: Value, rate: f64, start: Value, steps: usize) -> Trajectory {
    run_plain(json!({
        "loss": loss, "optimizer": { "name": "gradientDescent", "learningRate": rate },
        "start": start, "steps": steps,
    }))
    .unwrap()
}

fn run_plain(experiment: Value) -> Result<Trajectory, Fault> {
    let plain: Plain = serde_json::from_value(experiment).unwrap();
    run(&Experiment::from_plain(&plain)?)
}

fn named(name: &str) -> Value {
    json!({ "name": name })
}

#[test]
fn without_a_stop_rule_exactly_the_steps_asked_for_are_made() {
    let run = run_of(named("bowl"), 0.1, json!([5]), 25);
    assert_eq!((run.steps, run.losses.len(), run.points.len()), (25, 26, 26));
    assert_eq!(run.ending, Ending::steps_done());
    assert_eq!(run.gradient_evaluations, 25.0);
}

#[test]
fn a_learning_rate_of_one_comes_back_every_second_step_on_the_bowl() {
    let run = run_of(named("bowl"), 1.0, json!([10]), 25);
    assert_eq!((run.ending.outcome, run.ending.period), (Outcome::Cycling, Some(2)));
}

#[test]
fn past_the_threshold_the_run_diverges_by_the_factor_of_the_algebra() {
    let run = run_of(named("bowl"), 1.1, json!([10]), 25);
    assert_eq!((run.ending.outcome, run.ending.reason), (Outcome::Diverged, Reason::Growing));
    assert!((run.ending.factor.unwrap() - 1.2).abs() < 1e-9);
}

#[test]
fn values_too_large_to_be_numbers_end_the_run_and_the_last_finite_points_stay() {
    let run = run_of(named("bowl"), 1000.0, json!([10]), 1000);
    assert_eq!((run.ending.outcome, run.ending.reason), (Outcome::Diverged, Reason::NotFinite));
    assert!(run.steps < 1000 && run.points.iter().chain(&run.losses).all(|v| v.is_finite()));
    assert_eq!(run.losses.len(), run.steps + 1);
}

#[test]
fn momentum_that_flies_off_swings_and_is_still_seen_to_diverge() {
    let run = run_plain(json!({
        "loss": { "name": "bowl" }, "start": [5], "steps": 40,
        "optimizer": { "name": "momentum", "learningRate": 1.95, "momentum": 0.9 },
    }))
    .unwrap();
    assert_eq!(run.ending.outcome, Outcome::Diverged);
}

#[test]
fn on_the_ridge_of_a_saddle_the_run_stalls_and_a_nudge_frees_it() {
    let ridge = run_of(named("saddle"), 0.1, json!([2, 0]), 300);
    assert_eq!((ridge.ending.outcome, ridge.ending.reason), (Outcome::Stalled, Reason::Saddle));
    let nudged = run_of(named("saddle"), 0.1, json!([2, 0.01]), 300);
    assert_eq!(nudged.ending.outcome, Outcome::Converged);
}

#[test]
fn far_out_on_a_plateau_the_run_stalls() {
    let run = run_of(named("plateau"), 0.1, json!([6]), 25);
    assert_eq!((run.ending.outcome, run.ending.reason), (Outcome::Stalled, Reason::Plateau));
}

#[test]
fn at_the_minimum_of_a_kink_the_run_has_converged_and_beside_it_it_bounces() {
    assert_eq!(run_of(named("absolute"), 0.5, json!([1]), 10).ending.outcome, Outcome::Converged);
    let beside = run_of(named("absolute"), 0.3, json!([2.3]), 25);
    assert_eq!((beside.ending.outcome, beside.ending.period), (Outcome::Cycling, Some(2)));
}

#[test]
fn a_flat_minimum_without_curvature_counts_as_a_minimum() {
    let run = run_of(json!({ "expression": "x^4" }), 0.1, json!([0]), 3);
    assert_eq!((run.ending.outcome, run.ending.reason), (Outcome::Converged, Reason::Flat));
}

#[test]
fn each_stop_rule_ends_the_run_and_says_so() {
    let with = |stop: Value| {
        run_plain(json!({
            "loss": { "name": "bowl" }, "optimizer": { "name": "gradientDescent", "learningRate": 0.1 },
            "start": [5], "steps": 1000, "stop": stop,
        }))
        .unwrap()
    };
    let gradient = with(json!({ "gradientBelow": 0.01 }));
    assert_eq!((gradient.ending.reason, gradient.steps), (Reason::GradientBelow, 31));
    let change = with(json!({ "lossChangeBelow": 1e-6 }));
    assert_eq!(change.ending.reason, Reason::LossChangeBelow);
}

#[test]
fn a_malformed_experiment_names_the_field_that_is_wrong() {
    let good = json!({
        "loss": { "name": "shiftedBowl" }, "optimizer": { "name": "adam" }, "start": [5], "steps": 10,
    });
    for (field, value, named) in [
        ("loss", json!(null), "loss"),
        ("loss", json!({ "name": "<b>" }), "loss.name"),
        ("loss", json!({ "name": "shiftedBowl", "center": "x" }), "loss.center"),
        ("optimizer", json!({ "name": "adam", "beta1": 1.5 }), "optimizer.beta1"),
        ("start", json!([1, 2]), "start"),
        ("start", json!([1e300]), "start"),
        ("steps", json!(2.5), "steps"),
        ("steps", json!(-1), "steps"),
        ("stop", json!({ "gradient": 1 }), "stop"),
        ("seed", json!(-1), "seed"),
        ("momentum", json!(0.9), "experiment"),
    ] {
        let mut bad = good.clone();
        bad[field] = value;
        assert_eq!(run_plain(bad).unwrap_err().field, named);
    }
}

#[test]
fn a_run_taken_step_by_step_through_plain_states_is_the_same_to_the_bit() {
    let plain = json!({
        "loss": { "name": "himmelblau" }, "optimizer": { "name": "adam", "learningRate": 0.1 },
        "start": [-0.15, 0.67], "steps": 50,
    });
    let experiment = Experiment::from_plain(&serde_json::from_value(plain).unwrap()).unwrap();
    let whole = run(&experiment).unwrap();
    let mut state = Walker::new(&experiment).unwrap().state();
    for step in 1..=50 {
        let mut walker = Walker::resume(&experiment, state).unwrap();
        walker.advance();
        state = walker.state();
        assert_eq!(state.point, whole.point(step));
    }
}

#[test]
fn a_sum_of_squares_that_has_become_infinite_is_taken_back() {
    let plain = json!({
        "loss": { "expression": "1e200 x" }, "optimizer": { "name": "adagrad", "learningRate": 0.1 }, "start": [1], "steps": 5,
    });
    let experiment = Experiment::from_plain(&serde_json::from_value(plain).unwrap()).unwrap();
    let mut first = Walker::new(&experiment).unwrap();
    assert!(first.advance());
    assert_eq!(first.state().buffers, [[f64::INFINITY]]);
    let mut second = Walker::resume(&experiment, first.state()).unwrap();
    assert!(second.advance());
    assert_eq!(second.point(), run(&experiment).unwrap().point(2));
    let outside = State { point: vec![f64::INFINITY], ..first.state() };
    assert_eq!(Walker::resume(&experiment, outside).err().unwrap().field, "state.point");
}
