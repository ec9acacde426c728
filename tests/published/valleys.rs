//! Facts about the bowls and valleys of two parameters.

use serde_json::json;

use super::{
    build, curvatures, descend, end, has_minimum, last_loss, prints, prints_all, roll, turns_at_its_critical_rate,
};

#[test]
fn round_bowl_ellipse_and_ravine_turn_at_their_printed_rates() {
    for (loss, rate) in [("roundBowl", "1.000"), ("ellipse", "0.250"), ("ravine", "0.500")] {
        turns_at_its_critical_rate(loss, &has_minimum(loss, &["0.0", "0.0"], "", rate));
    }
    let (low, high) = curvatures(build("ravine").as_ref(), &[0.0, 0.0]);
    prints(high / low, "20.000");
}

#[test]
fn the_ravines_race_of_twenty_five_steps_ends_as_printed() {
    let start = [-5.0, -2.0];
    prints(last_loss(&descend("ravine", 0.4, &start, 25)), "0.0387");
    prints(last_loss(&descend("ravine", 0.6, &start, 25)) / 1e8, "1.6");
    prints(last_loss(&roll("ravine", 0.4, 0.5, &start, 25)) * 1e5, "3");
    prints(last_loss(&roll("ravine", 0.6, 0.5, &start, 25)) * 1e7, "3");
    prints(last_loss(&roll("ravine", 0.4, 0.9, &start, 25)), "0.101");
}

#[test]
fn the_ravines_best_settings_beat_their_neighbours() {
    let start = [-5.0, -2.0];
    let descent = |rate: f64| last_loss(&descend("ravine", rate, &start, 200));
    assert!([0.45, 0.49].iter().all(|&rate| descent(rate) > descent(0.476)));
    let ball = |rate: f64, momentum: f64| last_loss(&roll("ravine", rate, momentum, &start, 60));
    let neighbours = [(0.6, 0.403), (0.74, 0.403), (0.668, 0.35), (0.668, 0.47)];
    assert!(neighbours.iter().all(|&(a, b)| ball(a, b) > ball(0.668, 0.403)));
}

#[test]
fn rosenbrocks_valley_is_as_narrow_as_printed() {
    for (b, condition, rate) in [(5, "133", "0.0388"), (20, "508", "0.0099"), (100, "2508", "0.0020")] {
        let loss = serde_json::from_value(json!({ "name": "rosenbrock", "b": b })).unwrap();
        let loss = downhill::losses::LossSpec::from_plain(&loss).unwrap();
        let loss = downhill::losses::build(&loss).unwrap();
        let (low, high) = curvatures(loss.as_ref(), &[1.0, 1.0]);
        prints(high / low, condition);
        prints(2.0 / high, rate);
    }
}

#[test]
fn rosenbrock_is_nearly_solved_after_two_thousand_steps_and_diverges_at_five_times_the_rate() {
    prints_all(end(&descend("rosenbrock", 0.004, &[-1.5, 1.5], 2000)), &["0.980", "0.960"]);
    assert!(descend("rosenbrock", 0.02, &[-1.5, 1.5], 2000).losses.len() < 20);
}

#[test]
fn momentum_gets_through_the_banana_and_plain_descent_does_not() {
    let start = [-1.21, 0.853];
    let minimum = has_minimum("banana", &["1.0000", "0.3333"], "", "0.00384");
    let (low, high) = curvatures(build("banana").as_ref(), &minimum);
    prints(high / low, "376");
    prints_all(end(&roll("banana", 0.003, 0.8, &start, 150)), &["0.968", "0.312"]);
    prints_all(end(&roll("banana", 0.003, 0.9, &start, 150)), &["0.9999", "0.3333"]);
    assert!(end(&descend("banana", 0.003, &start, 150))[0] < 0.0);
}
