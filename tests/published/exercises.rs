//! Facts of the lesson's own text: single steps worked by hand, and the exercises.

use serde_json::json;

use super::{descend, end, last_loss, prints, prints_all, run};

#[test]
fn the_first_step_on_the_penguins_is_the_printed_one_for_each_rate() {
    let loss = "|x - 332| + |x + 2y - 353| + |x + 6y - 419|";
    let step = |rate: f64| {
        let optimizer = json!({ "name": "gradientDescent", "learningRate": rate });
        run(json!({ "expression": loss }), optimizer, &[350.0, 10.0], 1)
    };
    let first = step(0.1);
    assert_eq!(first.losses[0], 44.0);
    prints_all(end(&first), &["349.9", "10.4"]);
    for (rate, printed) in [(0.1, "42.3"), (0.5, "40.5"), (1.0, "55.0")] {
        prints(last_loss(&step(rate)), printed);
    }
}

#[test]
fn the_walk_on_the_unit_parabola_goes_from_three_to_minus_two_point_four_to_one_point_nine_two() {
    let run = descend("bowl", 0.9, &[3.0], 2);
    for (k, printed) in ["3.00", "-2.40", "1.92"].iter().enumerate() {
        prints(run.point(k)[0], printed);
    }
    let run = descend("bowl", 1.0, &[3.0], 1000);
    assert!(run.points.chunks_exact(2).all(|pair| *pair == [3.0, -3.0]));
    assert!(end(&descend("bowl", 1.01, &[3.0], 1000))[0].abs() > 1e6);
}

#[test]
fn newtons_method_reaches_the_bottom_of_a_quadratic_in_one_step() {
    for (loss, start) in [("bowl", &[5.0][..]), ("ellipse", &[-3.0, 2.0]), ("ravine", &[-5.0, -2.0])] {
        let run = run(json!({ "name": loss }), json!({ "name": "newton" }), start, 1);
        assert!(last_loss(&run) < 1e-30, "{loss}");
    }
}

#[test]
fn the_exercise_on_the_parabola_round_seven_prints_its_ten_numbers() {
    let optimizer = json!({ "name": "gradientDescent", "learningRate": 0.15 });
    let run = run(json!({ "name": "shiftedBowl", "center": 7 }), optimizer, &[0.0], 25);
    let printed =
        [("5.8235", "1.3841"), ("6.8023", "0.0391"), ("6.9668", "0.0011"), ("6.9944", "0.0000"), ("6.9991", "0.0000")];
    for (index, (x, loss)) in printed.iter().enumerate() {
        prints(run.point(5 * (index + 1))[0], x);
        prints(run.losses[5 * (index + 1)], loss);
    }
}

#[test]
fn the_largest_rate_that_ends_below_a_thousandth_is_the_printed_one() {
    let last = |rate: f64| end(&descend("bowl", rate, &[5.0], 25))[0].abs();
    assert!(last(0.855_640) < 1e-3 && last(0.855_641) > 1e-3);
}

#[test]
fn one_step_on_the_shifted_bowl_from_five_gives_four_point_six() {
    let run = descend("shiftedBowl", 0.1, &[5.0], 1);
    prints(end(&run)[0], "4.60");
    prints(last_loss(&run), "2.56");
}
