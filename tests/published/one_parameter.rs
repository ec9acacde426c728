//! Facts about the losses of one parameter.

use serde_json::json;

use super::{build, curvatures, descend, end, has_minimum, prints, run, turns_at_its_critical_rate};

#[test]
fn the_bowl_from_ten_ends_where_it_is_printed_for_each_rate() {
    let printed = [(0.01, "6.035"), (0.05, "0.7179"), (0.1, "0.03778"), (0.95, "-0.7179"), (1.1, "-953.96")];
    for (rate, text) in printed {
        prints(end(&descend("bowl", rate, &[10.0], 25))[0], text);
    }
}

#[test]
fn the_bowl_alternates_at_rate_one_and_lands_at_once_at_one_half() {
    let run = descend("bowl", 1.0, &[10.0], 25);
    assert!(run.points.chunks_exact(2).all(|pair| *pair == [10.0, -10.0]));
    assert_eq!(descend("bowl", 0.5, &[10.0], 25).point(1), [0.0]);
}

#[test]
fn the_bowl_turns_at_rate_one() {
    turns_at_its_critical_rate("bowl", &has_minimum("bowl", &["0.0"], "", "1.000"));
}

#[test]
fn the_quartic_has_its_printed_minima_and_its_hill() {
    let global = has_minimum("quartic", &["-0.7270"], "-11.3157", "0.0767");
    let local = has_minimum("quartic", &["0.6724"], "-9.1977", "0.153");
    turns_at_its_critical_rate("quartic", &global);
    turns_at_its_critical_rate("quartic", &local);
    let (loss, mut slope) = (build("quartic"), [0.0]);
    loss.gradient(&[0.204_567], &mut slope);
    assert!(slope[0].abs() < 1e-5 && curvatures(loss.as_ref(), &[0.204_567]).1 < 0.0);
}

#[test]
fn the_quartics_start_decides_its_ending() {
    prints(end(&descend("quartic", 0.01, &[0.0], 500))[0], "-0.7270");
    prints(end(&descend("quartic", 0.01, &[1.1], 500))[0], "0.6724");
}

#[test]
fn at_one_tenth_the_quartic_never_settles_on_its_left_but_would_on_its_right() {
    for start in [0.0, 1.1] {
        let run = descend("quartic", 0.1, &[start], 1000);
        assert!(run.points[900..].iter().all(|&x| (-1.25..0.2).contains(&x)));
        assert!(run.points[900..].windows(2).all(|pair| (pair[1] - pair[0]).abs() > 0.01));
    }
    prints(end(&descend("quartic", 0.1, &[0.7], 1000))[0], "0.6724");
}

#[test]
fn the_double_well_has_its_printed_minima_and_each_side_keeps_its_own() {
    let local = has_minimum("doubleWell", &["0.960"], "", "0.283");
    let global = has_minimum("doubleWell", &["-1.036"], "", "0.226");
    for (start, minimum) in [(2.0, local), (-2.0, global)] {
        turns_at_its_critical_rate("doubleWell", &minimum);
        assert!((end(&descend("doubleWell", 0.05, &[start], 500))[0] - minimum[0]).abs() < 1e-9);
    }
}

#[test]
fn the_wavy_loss_has_its_printed_minima() {
    let near = has_minimum("wavy", &["7.2694"], "-6.978", "1.103");
    turns_at_its_critical_rate("wavy", &near);
    has_minimum("wavy", &["-1.8257"], "-1.191", "2.043");
}

#[test]
fn newtons_method_on_the_wavy_loss_lands_on_a_maximum() {
    let run = run(json!({ "name": "wavy" }), json!({ "name": "newton" }), &[10.0], 25);
    prints(end(&run)[0], "26.83");
    assert!(curvatures(build("wavy").as_ref(), end(&run)).1 < 0.0);
}

#[test]
fn newtons_method_on_cosh_arrives_within_ten_steps_and_descent_does_not() {
    let newton = run(json!({ "name": "cosh" }), json!({ "name": "newton" }), &[10.0], 10);
    assert!(end(&newton)[0].abs() < 1e-12);
    prints(end(&descend("cosh", 0.2, &[10.0], 10))[0], "1.49");
}

#[test]
fn the_absolute_value_bounces_between_minus_a_tenth_and_two_tenths_for_ever() {
    let run = descend("absolute", 0.3, &[2.3], 1000);
    for pair in run.points[7..].chunks_exact(2) {
        assert!((pair[0] - 0.2).abs() < 1e-12 && (pair[1] + 0.1).abs() < 1e-12);
    }
}

#[test]
fn the_plateau_holds_a_run_for_two_thousand_steps_and_then_lets_it_fall() {
    let run = descend("plateau", 0.1, &[3.0], 3000);
    assert!(run.point(1000)[0] > 2.9 && run.point(2000)[0] > 2.6);
    assert!(run.point(2700)[0] < 1e-3);
}

#[test]
fn no_single_rate_suits_both_sides_of_the_lopsided_loss() {
    // What settles from the right has hardly begun on the left; what is quick on the left is thrown off the right.
    assert!(end(&descend("lopsided", 0.05, &[3.0], 100))[0].abs() < 0.1);
    assert!(end(&descend("lopsided", 0.05, &[-8.0], 100))[0] < -2.0);
    assert!(end(&descend("lopsided", 1.0, &[-8.0], 20))[0].abs() < 1e-3);
    assert!(end(&descend("lopsided", 1.0, &[3.0], 1))[0] < -10.0);
}
