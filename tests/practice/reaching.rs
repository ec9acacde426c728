//! Experiments and Python programs are measured by what they reach.

use serde_json::{Value, json};

use crate::samples::{check, descent, experiment, largest_rate, prints};

#[test]
fn an_experiment_reaches_its_goals_or_is_told_what_it_does_instead() {
    let rate = |rate: f64| json!({ "optimizer": { "name": "gradientDescent", "learningRate": rate } });
    check(
        &experiment(json!([{ "code": "largestRate", "within": 0.02 }]), rate(0.99)),
        &[
            (rate(0.99), "right"),
            (descent(0.999), "right"),
            (rate(0.9), "rateTooSmall"),
            (rate(1.0), "cycling"),
            (rate(1.1), "diverged"),
            (json!({ "start": [4] }), "changed"),
            (json!({ "optimizer": { "name": "momentum" } }), "changed"),
        ],
    );
    check(
        &experiment(json!([{ "code": "outcome", "outcome": "cycling" }]), rate(1.0)),
        &[(rate(1.0), "right"), (rate(1.2), "diverged"), (rate(0.3), "notCycling")],
    );
    check(
        &experiment(json!([{ "code": "gradientBelow", "limit": 0.01, "steps": 5 }]), rate(0.5)),
        &[(rate(0.5), "right"), (rate(0.2), "tooManySteps"), (rate(1.5), "diverged")],
    );
    check(
        &experiment(json!([{ "code": "lossBelow", "limit": 0.01, "steps": 5 }]), rate(0.4)),
        &[(rate(0.4), "right"), (rate(0.2), "tooManySteps")],
    );
}

#[test]
fn another_basin_is_another_minimum_and_not_only_another_start() {
    let start = |start: [f64; 2]| json!({ "start": start });
    let challenge = json!({
        "kind": "experiment", "loss": { "name": "himmelblau" }, "scene": "surface", "keeps": ["loss", "optimizer"],
        "experiment": {
            "loss": { "name": "himmelblau" }, "optimizer": { "name": "gradientDescent", "learningRate": 0.01 }, "start": [1, 1], "steps": 300
        },
        "goals": [{ "code": "otherMinimum" }], "solution": start([-1.0, 1.0])
    });
    check(
        &challenge,
        &[
            (start([-1.0, 1.0]), "right"),
            (start([2.0, 1.0]), "sameMinimum"),
            (json!({ "start": [-1, 1], "steps": 3 }), "notConverged"),
        ],
    );
}

/// What the page tells of a program that steps on (x − 7)² with this factor of x − 7.
fn ran(factor: f64, digits: usize) -> Value {
    let (mut x, mut trail, mut output) = (0.0, vec![0.0], String::new());
    for k in 1..=25 {
        x -= factor * (x - 7.0);
        trail.push(x);
        if k % 5 == 0 {
            output += &format!("after step {k}: x1 = {x:.digits$}, loss = {:.digits$}\n", (x - 7.0) * (x - 7.0));
        }
    }
    json!({ "output": output, "trail": trail, "values": { "x": x } })
}

#[test]
fn a_python_program_is_judged_by_its_trail_and_by_the_numbers_it_printed() {
    let with = |change: fn(&mut Value)| {
        let mut answer = ran(0.3, 4);
        change(&mut answer);
        answer
    };
    check(
        &prints(),
        &[
            (ran(0.3, 4), "right"),
            (ran(0.3, 9), "right"),
            (ran(0.3, 3), "rounding"),
            (ran(0.15, 4), "forgotTwo"),
            (ran(0.2, 4), "otherTrail"),
            (json!({ "output": "inf nan 7", "trail": [0, 7, null, null] }), "otherTrail"),
            (with(|answer| answer["trail"] = json!([])), "typedIn"),
            (with(|answer| answer["output"] = json!("5.8235 1.3841")), "otherOutput"),
            (with(|answer| answer["output"] = json!("done")), "empty"),
        ],
    );
}

#[test]
fn the_largest_rate_is_worked_out_a_second_time() {
    let with = |rate: f64| {
        let mut trail = vec![5.0];
        for step in 0..25 {
            trail.push(trail[step] - rate * 2.0 * trail[step]);
        }
        json!({ "output": "", "trail": trail, "values": { "lr": rate } })
    };
    let mut searching = with(0.8556);
    let runs = [0.5, 0.8556, 0.9].into_iter().flat_map(|rate| with(rate)["trail"].as_array().unwrap().clone());
    searching["trail"] = runs.collect();
    let mut forged = with(0.8556);
    forged["trail"] = json!([5, 0]);
    check(
        &largest_rate(),
        &[
            (with(0.8556), "right"),
            (with(0.85564), "right"),
            (with(0.8557), "rateTooLarge"),
            (with(0.8), "rateTooSmall"),
            (with(0.01), "rateTooSmall"),
            (with(-3.0), "rateTooSmall"),
            (with(1e9), "rateTooLarge"),
            (searching, "right"),
            (forged, "otherTrail"),
            (json!({ "output": "", "trail": [], "values": {} }), "unknownName"),
        ],
    );
}
