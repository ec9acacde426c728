//! Section 8 and 10 of the lesson: the penguins, step by step, and what can and what cannot learn from labels.

use downhill::losses::{LossSpec, Samples, build};
use serde_json::json;

use crate::{end, last_loss, prints, prints_all, run};

/// One step from (350, 10) on the penguins with absolute error.
fn penguins(rate: f64) -> downhill::trajectory::Trajectory {
    let loss = json!({ "name": "regression", "residual": "absolute" });
    run(loss, json!({ "name": "gradientDescent", "learningRate": rate }), &[350.0, 10.0], 1)
}

/// What `ask` gets to know from the samples of the penguins with absolute error.
fn of_samples<T>(ask: impl Fn(&dyn Samples) -> T) -> T {
    let spec = serde_json::from_value(json!({ "name": "regression", "residual": "absolute" })).unwrap();
    let loss = build(&LossSpec::from_plain(&spec).unwrap()).unwrap();
    ask(loss.samples().unwrap())
}

#[test]
fn the_line_from_350_by_10_predicts_350_and_370_and_410_penguins() {
    let found = of_samples(|samples| [0.0, 2.0, 6.0].map(|x| samples.prediction(&[350.0, 10.0], x)));
    assert_eq!(found, [350.0, 370.0, 410.0]);
}

#[test]
fn each_year_votes_with_its_sign_and_the_gradient_is_plus_one_and_minus_four() {
    let votes = of_samples(|samples| [0, 1, 2].map(|index| samples.contribution(&[350.0, 10.0], index).unwrap()));
    assert_eq!(votes.map(|vote| vote.prediction - vote.y), [18.0, 17.0, -9.0]);
    assert_eq!(votes.map(|vote| vote.gradient), [[1.0, 0.0], [1.0, 2.0], [-1.0, -6.0]]);
    assert_eq!(votes.map(|vote| vote.loss).iter().sum::<f64>(), 44.0);
    let sum = votes.iter().fold([0.0; 2], |sum, vote| [sum[0] + vote.gradient[0], sum[1] + vote.gradient[1]]);
    assert_eq!(sum, [1.0, -4.0]);
}

#[test]
fn one_step_at_a_tenth_lowers_the_penguins_loss_from_44_to_42_3() {
    let step = penguins(0.1);
    assert_eq!(step.losses[0], 44.0);
    prints_all(end(&step), &["349.9", "10.4"]);
    prints(last_loss(&step), "42.3");
    let errors = of_samples(|samples| {
        [0, 1, 2].map(|index| samples.contribution(end(&step), index).unwrap()).map(|c| (c.prediction - c.y).abs())
    });
    prints_all(&errors, &["17.9", "17.7", "6.7"]);
}

#[test]
fn a_half_lowers_the_penguins_loss_more_and_a_whole_step_raises_it() {
    prints(last_loss(&penguins(0.5)), "40.5");
    prints(last_loss(&penguins(1.0)), "55");
}

#[test]
fn standardising_the_years_makes_the_squared_valley_of_the_penguins_round() {
    let steepest_and_flattest = |standardize: bool| {
        let loss = json!({ "name": "regression", "standardize": standardize });
        let loss = build(&LossSpec::from_plain(&serde_json::from_value(loss).unwrap()).unwrap()).unwrap();
        let (low, high) = downhill::curvature::extremes(&*loss, &[350.0, 10.0]).unwrap();
        high / low
    };
    assert!((steepest_and_flattest(true) - 1.0).abs() < 1e-12);
    assert!(steepest_and_flattest(false) > 30.0);
}

#[test]
fn a_sign_has_no_slope_so_the_perceptron_never_moves() {
    let stuck = run(
        json!({ "name": "perceptron" }),
        json!({ "name": "gradientDescent", "learningRate": 0.5 }),
        &[-4.0, -2.0],
        200,
    );
    assert!(stuck.points.chunks(2).all(|point| point == [-4.0, -2.0]));
    assert!(stuck.gradient_norms.iter().all(|norm| *norm == 0.0) && stuck.losses[0] > 0.0);
    assert_eq!(stuck.ending.outcome.name(), "stalled");
}

#[test]
fn on_the_same_points_the_sigmoid_with_cross_entropy_learns() {
    let learns = run(
        json!({ "name": "logistic" }),
        json!({ "name": "gradientDescent", "learningRate": 0.2 }),
        &[-4.0, -2.0],
        500,
    );
    assert_eq!(learns.ending.outcome.name(), "converged");
    assert!(last_loss(&learns) < learns.losses[0] / 5.0);
}
