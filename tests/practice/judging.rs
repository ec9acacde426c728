//! Answers of every kind get the judgement and the reason that fits them.

use serde_json::{Value, json};

use crate::samples::{choice, descent, experiment, fill, fix, judge, largest_rate, predict, prints, reason, reorder};

fn check(challenge: &Value, cases: &[(Value, &str)]) {
    for (answer, wanted) in cases {
        assert_eq!(reason(challenge, answer.clone()), *wanted, "{answer}");
    }
}

#[test]
fn a_predicted_number_is_right_in_every_sensible_form_and_its_mistakes_are_known() {
    check(
        &predict(),
        &[
            (json!(["4.6", "2.56"]), "right"),
            (json!([" x = 4,6", "2,5600"]), "right"),
            (json!([4.6, 2.56]), "right"),
            (json!(["5 - 0.1 * 4", "1.6^2"]), "right"),
            (json!(["5.4", "5.76"]), "signSlip"),
            (json!(["4.8", "3.24"]), "forgotTwo"),
            (json!(["4.6", "4"]), "oldLoss"),
            (json!(["4.8", "1"]), "forgotTwo"),
            (json!(["-4.6", "2.56"]), "wrongSign"),
            (json!(["4.6", "2.6"]), "rounding"),
            (json!(["4.6", "2.561"]), "rounding"),
            (json!(["4.6", "9"]), "other"),
            (json!(["", "2.56"]), "empty"),
            (json!(["4.6", "two"]), "notANumber"),
        ],
    );
}

#[test]
fn mended_lines_are_right_if_they_do_the_same_for_other_numbers_too() {
    let with = |update: &str| json!(["for i in range(steps):", "    gradient = 2 * x", update, "print(x)"]);
    check(
        &fix(),
        &[
            (with("    x = x - alpha * gradient"), "right"),
            (json!(["for i in range(steps):", "  x *= 1 - 2 * alpha", "print(x)"]), "right"),
            (with("    x = x + alpha * gradient"), "unchanged"),
            (with("    x = x - alpha * gradient * alpha"), "alphaSquared"),
            (with("    x = x - 0.1 * gradient"), "typedIn"),
            (with("    x = x - alpha gradient"), "syntax"),
            (with("    x = x - lr * gradient"), "unknownName"),
            (with("    x = x - alpha / 0 * gradient"), "zeroDivision"),
            (with("    x = x - sqrt(-1)"), "notFinite"),
            (with("    for k in range(10 ** 9):\n        y = 1"), "tooLong"),
            (with("    x = x - alpha * x"), "otherTrail"),
            (json!(["for i in range(steps):", "    x = x - alpha * 2 * x", "print(-x)"]), "otherOutput"),
            (json!([" ", ""]), "empty"),
            (json!([]), "empty"),
        ],
    );
    let verdict = judge(fix(), with("    x = x - lr * gradient"));
    assert_eq!(format!("{:?}", verdict.facts), r#"[("line", Number(3.0)), ("name", Text("lr"))]"#);
}

#[test]
fn blanks_and_orders_are_judged_by_what_they_compute_and_print() {
    check(
        &fill(),
        &[
            (json!(["2", "-"]), "right"),
            (json!([" 2.0 ", "−"]), "right"),
            (json!(["2", "+"]), "uphill"),
            (json!(["", "-"]), "empty"),
            (json!(["2", "*"]), "otherTrail"),
            (json!(["2", "minus"]), "syntax"),
        ],
    );
    check(
        &reorder(),
        &[
            (json!([0, 1, 2, 3]), "right"),
            (json!([2, 0, 1, 3]), "right"),
            (json!([0, 2, 1, 3]), "right"),
            (json!([2, 3, 0, 1]), "staleLoss"),
            (json!([3, 1, 0, 2]), "unchanged"),
            (json!([1, 0, 2, 3]), "unknownName"),
        ],
    );
}

#[test]
fn a_wrong_option_is_its_own_reason_and_shows_its_own_trail() {
    check(&choice(), &[(json!("tooLarge"), "right"), (json!("tooSmall"), "tooSmall")]);
    let verdict = judge(choice(), json!("tooSmall"));
    assert_eq!((verdict.yours.points[1], verdict.right.points[1]), (4.9, -4.0));
}

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
            (forged, "otherTrail"),
            (json!({ "output": "", "trail": [], "values": {} }), "unknownName"),
        ],
    );
}

#[test]
fn the_trails_show_what_the_answer_does_beside_what_is_right() {
    let verdict = judge(predict(), json!(["5.4", "5.76"]));
    assert_eq!((verdict.yours.points, verdict.right.points), (vec![5.0, 5.4], vec![5.0, 4.6]));
    let verdict = judge(predict(), json!(["4.7", "1"]));
    assert_eq!(verdict.yours.points, [5.0, 4.7]);
    let verdict = judge(fill(), json!(["2", "+"]));
    assert_eq!((verdict.yours.points, verdict.yours.dimension), (vec![5.0, 6.0], 1));
    let verdict = judge(reorder(), json!([2, 3, 0, 1]));
    assert_eq!((verdict.yours.output[0].as_str(), verdict.right.output[0].as_str()), ("16.0", "25"));
}

#[test]
fn a_solution_that_was_shown_halves_the_points() {
    use downhill::practice::award;
    assert_eq!((award(10, false), award(10, true), award(5, true), award(0, true)), (10, 5, 3, 0));
}
