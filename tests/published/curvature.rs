//! Facts of the text about curvature, the lopsided valley and the race.

use serde_json::json;

use super::{build, curvatures, descend, end, last_loss, prints, prints_all, roll, run};

/// A step on w₁² + 4w₂².
fn ellipse(rate: f64, steps: usize) -> downhill::trajectory::Trajectory {
    descend("ellipse", rate, &[-3.0, 2.0], steps)
}

#[test]
fn the_steepest_way_down_from_the_start_points_35_point_8_degrees_away_from_the_minimum() {
    let mut slope = [0.0; 2];
    build("ellipse").gradient(&[-3.0, 2.0], &mut slope);
    assert_eq!(slope, [-6.0, 16.0]);
    let (down, way): ([f64; 2], [f64; 2]) = ([6.0, -16.0], [3.0, -2.0]);
    let cosine = (down[0] * way[0] + down[1] * way[1]) / (down[0].hypot(down[1]) * way[0].hypot(way[1]));
    prints(cosine.acos().to_degrees(), "35.8");
}

#[test]
fn on_the_ellipse_a_step_multiplies_each_parameter_by_a_factor_of_its_own() {
    for rate in [0.01, 0.1, 0.22, 0.25] {
        let point = ellipse(rate, 1).point(1).to_vec();
        assert!((point[0] / -3.0 - (1.0 - 2.0 * rate)).abs() < 1e-14);
        assert!((point[1] / 2.0 - (1.0 - 8.0 * rate)).abs() < 1e-14);
    }
}

#[test]
fn at_one_quarter_the_ellipse_bounces_for_ever_across_and_settles_along() {
    let run = ellipse(0.25, 1000);
    assert!(run.points.chunks_exact(2).skip(1).all(|point| point[1].abs() == 2.0));
    assert!(end(&run)[0].abs() < 1e-12);
    assert!(last_loss(&ellipse(0.26, 200)) > 1e9);
}

#[test]
fn standardised_the_ellipse_has_the_limit_one_and_is_solved_in_one_step_at_one_half() {
    let standardised = json!({ "name": "ellipse", "steepness": 1 });
    let descent = |rate: f64| json!({ "name": "gradientDescent", "learningRate": rate });
    let once = run(standardised.clone(), descent(0.5), &[-3.0, 4.0], 1);
    assert_eq!(last_loss(&once), 0.0);
    let straight = run(standardised.clone(), descent(0.1), &[-3.0, 4.0], 25);
    assert!(straight.points.chunks_exact(2).all(|point| (4.0 * point[0] + 3.0 * point[1]).abs() < 1e-12));
    assert!(last_loss(&run(standardised.clone(), descent(0.99), &[-3.0, 4.0], 1000)) < 1e-9);
    assert!(last_loss(&run(standardised, descent(1.01), &[-3.0, 4.0], 1000)) > 1e9);
}

#[test]
fn no_single_rate_suits_both_sides_of_the_lopsided_valley() {
    prints(end(&descend("lopsided", 0.05, &[-8.0], 60))[0], "-5.0");
    assert!(end(&descend("lopsided", 1.0, &[-8.0], 12))[0].abs() < 1e-3);
    prints(end(&descend("lopsided", 1.0, &[2.4], 1))[0], "-7.6");
    assert!(end(&descend("lopsided", 0.05, &[2.4], 60))[0].abs() < 0.2);
    let far = descend("lopsided", 2.5, &[-8.0], 1000);
    assert!((900..1000).all(|k| (far.point(k)[0] - far.point(k + 1)[0]).abs() > 0.5));
    let limit = |x: f64| 2.0 / curvatures(build("lopsided").as_ref(), &[x]).1;
    assert!(limit(2.4) < 0.2 && limit(-8.0) > 5000.0);
}

#[test]
fn the_hessian_of_the_network_would_have_169_million_entries() {
    assert_eq!(13_002_u64 * 13_002 / 1_000_000, 169);
}

#[test]
fn at_six_tenths_only_momentum_holds_in_the_ravine() {
    let (_, steepest) = curvatures(build("ravine").as_ref(), &[0.0, 0.0]);
    prints(2.0 / steepest, "0.50");
    prints(2.0 * 1.5 / steepest, "0.75");
    let start = [-5.0, -2.0];
    assert!(last_loss(&descend("ravine", 0.6, &start, 25)) > 1e8);
    assert!(last_loss(&roll("ravine", 0.6, 0.5, &start, 25)) < 1e-6);
    assert!(last_loss(&roll("ravine", 0.76, 0.5, &start, 200)) > last_loss(&roll("ravine", 0.74, 0.5, &start, 200)));
    assert!(last_loss(&roll("ravine", 0.4, 0.9, &start, 25)) > last_loss(&descend("ravine", 0.4, &start, 25)));
}

#[test]
fn the_best_pair_of_the_ravine_is_the_printed_one() {
    let [rate, momentum] = downhill::regime::best_pair(0.2, 4.0).unwrap();
    prints_all(&[rate, momentum], &["0.668", "0.403"]);
}
