//! Pictures of samples with what a model predicts for them; and samples, runs and models that must not break the plot.

use downhill::plots::data::{self, Data};
use downhill::plots::{Layout, Look, Plane, Rgb, RunView};
use proptest::prelude::*;

use super::look::{dark, light};
use super::sketch::svg;

const DESK: [u32; 2] = [640, 400];
const PHONE: [u32; 2] = [340, 260];
const PENGUINS: [[f64; 2]; 3] = [[0.0, 332.0], [2.0, 353.0], [6.0, 419.0]];

fn straight(parameters: &[f64], x: f64) -> f64 {
    parameters[0] + parameters[1] * x
}

fn sigmoid(parameters: &[f64], x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-straight(parameters, x)))
}

fn step(parameters: &[f64], x: f64) -> f64 {
    straight(parameters, x).signum()
}

fn run<'a>(points: &'a [f64], losses: &'a [f64], step: f64, color: Rgb) -> RunView<'a> {
    RunView { points, losses, dimension: 2, step, color, diverged_at: None, learning_rate: 0.1 }
}

fn picture(look: &Look, size: [u32; 2], data: &Data, runs: &[RunView]) -> String {
    svg(look, size, |area, (width, height)| {
        let plane = Plane::new(Layout::new(width, height, look), data::view(data));
        data::draw_base(area, look, &plane)?;
        data::draw_overlay(area, look, &plane, data, runs)
    })
}

#[test]
fn penguins_with_a_line_its_past_and_its_residuals() {
    let points = [330.0, 22.0, 350.0, 10.0, 352.0, 11.0, 347.0, 10.5, 335.0, 13.0, 327.0, 14.5];
    let data = Data { rows: &PENGUINS, labels: None, predict: &straight, batch: None };
    let picture = picture(&light(), DESK, &data, &[run(&points, &[9.0; 6], 3.5, light().vanilla)]);
    insta::assert_snapshot!("data_penguins_light", picture);
}

#[test]
fn a_batch_stands_out_on_a_phone_in_the_dark() {
    let rows: Vec<[f64; 2]> = (0..24).map(|k| [f64::from(k % 7), f64::from(k * k % 11)]).collect();
    let data = Data { rows: &rows, labels: None, predict: &straight, batch: Some(&[3, 8, 13, 99]) };
    let picture = picture(&dark(), PHONE, &data, &[run(&[3.0, 0.5], &[9.0], 0.0, dark().vanilla)]);
    insta::assert_snapshot!("data_batch_dark_phone", picture);
}

#[test]
fn labels_under_a_sigmoid_and_under_a_step() {
    let rows = [[0.5, 0.0], [1.0, 0.0], [2.5, 0.0], [2.0, 1.0], [3.5, 1.0], [4.0, 1.0]];
    let points = [-1.0, 0.2, -2.0, 0.8, -3.0, 1.4];
    let data = Data { rows: &rows, labels: Some([0.0, 1.0]), predict: &sigmoid, batch: None };
    let runs = [run(&points, &[1.0; 3], 1.0, light().marbles.first().copied().unwrap_or(light().vanilla))];
    insta::assert_snapshot!("data_sigmoid_light", picture(&light(), DESK, &data, &runs));
    let signs = rows.map(|[x, label]| [x, 2.0 * label - 1.0]);
    let data = Data { rows: &signs, labels: Some([-1.0, 1.0]), predict: &step, ..data };
    let runs = [run(&[-3.0, 1.0, -3.0, 1.0], &[1.0; 2], 1.0, dark().vanilla)];
    insta::assert_snapshot!("data_step_dark_phone", picture(&dark(), PHONE, &data, &runs));
}

#[test]
fn the_axes_keep_still_while_a_sample_is_moved_a_little() {
    let at = |y: f64| {
        let rows = [[0.0, 332.0], [2.0, y], [6.0, 419.0]];
        data::view(&Data { rows: &rows, labels: None, predict: &straight, batch: None })
    };
    assert_eq!(at(353.0), at(420.0));
    assert!(at(353.0) != at(800.0));
}

#[test]
fn a_straight_line_is_drawn_with_two_points_and_a_curve_with_many() {
    let strokes = |predict: &dyn Fn(&[f64], f64) -> f64| {
        let data = Data { rows: &[], labels: Some([0.0, 1.0]), predict, batch: None };
        picture(&light(), DESK, &data, &[run(&[0.5, 2.0], &[1.0], 0.0, Rgb(1, 2, 3))])
            .lines()
            .find(|line| line.contains("#010203"))
            .map_or(0, |line| line.matches(',').count())
    };
    assert_eq!(strokes(&straight), 2);
    assert!(strokes(&sigmoid) > 100);
}

fn any_number() -> impl Strategy<Value = f64> {
    let awkward = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e308, -1e308, 5e-324, 0.0, -0.0];
    prop_oneof![proptest::num::f64::ANY, -10.0..10.0, proptest::sample::select(awkward.to_vec())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_samples_any_run_and_any_model_are_drawn(
        rows in proptest::collection::vec([any_number(), any_number()], 0..80),
        points in proptest::collection::vec(any_number(), 0..12),
        step in any_number(),
        labels in proptest::option::of([any_number(), any_number()]),
        batch in proptest::option::of(proptest::collection::vec(0_u32..100, 0..5)),
        size in proptest::sample::select(vec![[0, 0], [40, 200], [200, 120]]),
    ) {
        let losses = vec![1.0; points.len() / 2];
        let data = Data { rows: &rows, labels, predict: &straight, batch: batch.as_deref() };
        picture(&light(), size, &data, &[]);
        picture(&light(), size, &data, &[run(&points, &losses, step, light().vanilla)]);
        picture(&light(), size, &Data { predict: &sigmoid, ..data }, &[run(&points, &losses, step, light().vanilla)]);
    }
}
