//! Runs on batches: what they cost, that a seed replays them bit for bit, and what they put on record.

use downhill::trajectory::{Trajectory, Walker};

use super::*;

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
