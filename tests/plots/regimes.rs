//! Pictures of the map of the heavy ball's regimes, and places on it that no run can have.

use downhill::plots::regimes::{self, Place};
use downhill::plots::{Layout, Look, Plane};
use proptest::prelude::*;

use super::look::{dark, light};
use super::sketch::svg;

fn picture(look: &Look, size: [u32; 2], places: &[Place]) -> String {
    svg(look, size, |area, (width, height)| {
        let plane = Plane::new(Layout::new(width, height, look), regimes::view());
        regimes::draw_base(area, look, &plane)?;
        regimes::draw_overlay(area, look, &plane, places, look.momentum)
    })
}

fn ravine(rate: f64, momentum: f64) -> [Place; 2] {
    [("λ₁", 0.2), ("λ₂", 4.0)].map(|(name, curvature)| Place { product: rate * curvature, momentum, name })
}

#[test]
fn the_map_with_the_ravines_two_directions() {
    insta::assert_snapshot!("regimes_light", picture(&light(), [640, 400], &ravine(0.4, 0.5)));
    insta::assert_snapshot!("regimes_best_dark_phone", picture(&dark(), [340, 260], &ravine(0.668, 0.403)));
}

#[test]
fn a_direction_beyond_the_map_stands_at_its_edge() {
    let inside = picture(&light(), [640, 400], &ravine(1.05, 0.97));
    let beyond = picture(&light(), [640, 400], &ravine(6.0, 0.97));
    assert_ne!(inside, beyond);
    insta::assert_snapshot!("regimes_beyond_light", beyond);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_map_is_drawn_whatever_the_place_and_the_size(
        product in proptest::num::f64::ANY, momentum in proptest::num::f64::ANY, width in 0_u32..400, height in 0_u32..300,
    ) {
        picture(&light(), [width, height], &[Place { product, momentum, name: "λ" }]);
    }
}
