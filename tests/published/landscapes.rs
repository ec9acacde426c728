//! Facts about the losses of two parameters with several minima, saddles and ripples.

use serde_json::json;

use super::{build, descend, end, has_minimum, last_loss, prints, prints_all, run, turns_at_its_critical_rate};

#[test]
fn himmelblaus_four_minima_turn_at_four_different_rates() {
    let minima = [
        (["3.000", "2.000"], "0.0243"),
        (["-2.805", "3.131"], "0.0248"),
        (["-3.779", "-3.283"], "0.0149"),
        (["3.584", "-1.848"], "0.0190"),
    ];
    for (place, rate) in minima {
        let minimum = has_minimum("himmelblau", &place, "", rate);
        assert!(build("himmelblau").value(&minimum) < 1e-25);
        turns_at_its_critical_rate("himmelblau", &minimum);
    }
}

#[test]
fn the_two_wells_are_as_deep_and_as_steep_as_printed() {
    for (place, value, rate) in [("0.905", "-1.093", "0.0947"), ("-0.936", "-2.063", "0.0637")] {
        let minimum = has_minimum("twoWells", &[place, "0.0"], value, rate);
        turns_at_its_critical_rate("twoWells", &minimum);
    }
}

#[test]
fn the_trigonometric_bowl_is_solved_in_ten_steps_at_one_tenth_and_wanders_at_two() {
    has_minimum("trigBowl", &["-0.672", "0.0"], "-2.472", "0.146");
    has_minimum("trigBowl", &["0.660", "1.333"], "-0.371", "0.146");
    has_minimum("trigBowl", &["0.660", "-1.333"], "-0.371", "0.146");
    has_minimum("trigBowl", &["1.993", "0.0"], "", "0.182");
    prints(end(&descend("trigBowl", 0.1, &[-0.5, 1.0], 10))[0], "-0.672");
    let wandering = descend("trigBowl", 0.2, &[-0.5, 1.0], 1000);
    assert!((900..1000).all(|k| (wandering.point(k)[0] - wandering.point(k + 1)[0]).abs() > 0.1));
}

#[test]
fn on_the_saddles_ridge_a_run_stays_for_ever_and_beside_it_escapes() {
    let ridge = descend("saddle", 0.1, &[2.0, 0.0], 1000);
    assert!(ridge.points.chunks_exact(2).all(|point| point[1] == 0.0));
    assert!(end(&ridge)[0].abs() < 1e-12);
    let beside = end(&descend("saddle", 0.1, &[2.0, 0.01], 500)).to_vec();
    assert!(beside[0].abs() < 1e-12);
    prints(beside[1], "3.162");
    for y in ["3.162", "-3.162"] {
        turns_at_its_critical_rate("saddle", &has_minimum("saddle", &["0.0", y], "-5.0", "0.500"));
    }
}

#[test]
fn the_stall_is_still_under_way_after_two_thousand_small_steps() {
    prints(end(&descend("stall", 0.001, &[1.5, 1.5], 2000))[0], "1.06");
    prints(end(&descend("stall", 0.01, &[1.5, 1.5], 2000))[0], "-1.57");
}

#[test]
fn on_the_ripples_a_run_stops_on_a_ring_and_not_at_the_centre() {
    let run = descend("ripples", 0.01, &[1.5, 1.5], 2000);
    let point = end(&run);
    assert!(point[0].hypot(point[1]) > 0.5 && run.gradient_norms[2000] < 1e-9);
    assert!(last_loss(&run) > build("ripples").value(&[0.001, 0.0]) + 1.0);
}

#[test]
fn rastrigin_keeps_a_run_in_one_of_its_many_minima() {
    let run = descend("rastrigin", 0.002, &[-2.0, 3.5], 1000);
    assert!(last_loss(&run) > 10.0 && run.gradient_norms[1000] < 1e-9);
}

#[test]
fn the_hills_have_their_two_printed_minima() {
    has_minimum("hills", &["0.900", "-0.653"], "", "0.0479");
    has_minimum("hills", &["0.042", "-0.001"], "", "0.3199");
    let optimizer = json!({ "name": "gradientDescent", "learningRate": 0.02 });
    let run = run(json!({ "name": "hills" }), optimizer, &[1.5, 1.5], 1000);
    prints_all(end(&run), &["0.042", "-0.001"]);
}
