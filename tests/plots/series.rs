//! Pictures of measurements against the step, and measurements that are no numbers.

use downhill::plots::series::{Series, draw, view};
use downhill::plots::{Layout, Look, Plane};
use proptest::prelude::*;

use super::look::{dark, light};
use super::sketch::svg;

fn picture(look: &Look, size: [u32; 2], lines: &[Vec<[f64; 2]>], top: Option<f64>) -> String {
    let colors = [look.vanilla, look.momentum];
    let lines = lines.iter().zip(colors);
    let series: Vec<Series> = lines.map(|(points, color)| Series { points: points.clone(), color }).collect();
    svg(look, size, |area, (width, height)| {
        let plane = Plane::new(Layout::new(width, height, look), view(&series, 9000.0, top));
        draw(area, look, &plane, &series)
    })
}

#[test]
fn a_cost_that_falls_and_an_accuracy_that_rises() {
    let cost = [[0.0, 2.46], [100.0, 0.9], [900.0, 0.23], [3000.0, 0.1]].to_vec();
    let held_out = [[0.0, 2.47], [100.0, 0.93], [900.0, 0.26], [3000.0, 0.16]].to_vec();
    insta::assert_snapshot!("series_cost_light", picture(&light(), [640, 400], &[cost, held_out], None));
    let accuracy = [[0.0, 11.5], [100.0, 35.0], [900.0, 84.8], [3000.0, 90.6]].to_vec();
    insta::assert_snapshot!("series_accuracy_dark_phone", picture(&dark(), [340, 260], &[accuracy], Some(100.0)));
}

#[test]
fn before_the_first_measurement_there_are_axes() {
    insta::assert_snapshot!("series_empty", picture(&light(), [340, 260], &[], None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_chart_is_drawn_whatever_the_measurements_and_the_size(
        values in proptest::collection::vec(proptest::num::f64::ANY, 0..9), width in 0_u32..400, height in 0_u32..300,
    ) {
        let line = values.iter().map(|value| [*value, *value]).collect();
        picture(&light(), [width, height], &[line], None);
    }
}
