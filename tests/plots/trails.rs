//! Pictures of what answers do on a loss, beside what the right one does; and trails that must not break them.

use downhill::losses::Loss;
use downhill::plots::trails::{self, Role, Trail};
use downhill::plots::{Layout, Look, Plane};
use proptest::prelude::*;

use super::look::{dark, light};
use super::sketch::{loss, svg};

const DESK: [u32; 2] = [640, 400];
const PHONE: [u32; 2] = [340, 260];

/// So many steps from a start, each by a rule of the point and the gradient.
fn walked(loss: &dyn Loss, start: &[f64], steps: usize, rule: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    let (mut point, mut gradient) = (start.to_vec(), vec![0.0; start.len()]);
    let mut points = point.clone();
    for _ in 0..steps {
        loss.gradient(&point, &mut gradient);
        point.iter_mut().zip(&gradient).for_each(|(value, slope)| *value = rule(*value, *slope));
        points.extend(&point);
    }
    points
}

fn picture(look: &Look, size: [u32; 2], name: &str, start: &[f64], trails: &[(Role, Vec<f64>)]) -> String {
    drawn(look, size, &*loss(name), &[vec![0.0; start.len()]], start, trails)
}

fn drawn(
    look: &Look,
    size: [u32; 2],
    loss: &dyn Loss,
    minima: &[Vec<f64>],
    start: &[f64],
    trails: &[(Role, Vec<f64>)],
) -> String {
    let trails: Vec<Trail> = trails.iter().map(|(role, points)| Trail { role: *role, points }).collect();
    svg(look, size, |area, (width, height)| {
        let plane = Plane::new(Layout::new(width, height, look), trails::view(loss, start, &trails));
        trails::draw(area, look, &plane, loss, minima, &trails)
    })
}

#[test]
fn a_plus_instead_of_a_minus_walks_away_from_the_minimum() {
    let bowl = loss("bowl");
    let yours = walked(&*bowl, &[4.0], 8, |x, slope| x + 0.1 * slope);
    let right = walked(&*bowl, &[4.0], 8, |x, slope| x - 0.1 * slope);
    let trails = [(Role::Yours, yours), (Role::Right, right)];
    insta::assert_snapshot!("trails_plus_light", picture(&light(), DESK, "bowl", &[4.0], &trails));
    insta::assert_snapshot!("trails_plus_dark_phone", picture(&dark(), PHONE, "bowl", &[4.0], &trails));
}

#[test]
fn the_square_of_the_rate_overshoots_or_falls_short() {
    let bowl = loss("bowl");
    let far = walked(&*bowl, &[3.0], 5, |x, slope| x - 1.44 * slope);
    let right = walked(&*bowl, &[3.0], 5, |x, slope| x - 0.3 * slope);
    let given = walked(&*bowl, &[3.0], 5, |x, slope| x - 0.9 * slope);
    let trails = [(Role::Given, given), (Role::Yours, far), (Role::Right, right.clone())];
    insta::assert_snapshot!("trails_overshoots_light", picture(&light(), DESK, "bowl", &[3.0], &trails));
    let short = walked(&*bowl, &[3.0], 5, |x, slope| x - 0.09 * slope);
    let trails = [(Role::Right, right), (Role::Yours, short)];
    insta::assert_snapshot!("trails_falls_short_dark", picture(&dark(), DESK, "bowl", &[3.0], &trails));
}

#[test]
fn paths_over_the_contours_of_two_parameters() {
    let ravine = loss("ravine");
    let start = [-4.0, 1.5];
    let given = walked(&*ravine, &start, 12, |x, slope| x - 0.51 * slope);
    let yours = walked(&*ravine, &start, 12, |x, slope| x - 0.45 * slope);
    let right = walked(&*ravine, &start, 12, |x, slope| x - 0.2 * slope);
    let trails = [(Role::Given, given), (Role::Yours, yours), (Role::Right, right)];
    insta::assert_snapshot!("trails_contour_light", picture(&light(), DESK, "ravine", &start, &trails));
    insta::assert_snapshot!("trails_contour_dark_phone", picture(&dark(), PHONE, "ravine", &start, &trails));
}

#[test]
fn an_answer_that_is_right_lies_upon_the_right_one() {
    let right = walked(&*loss("bowl"), &[5.0], 6, |x, slope| x - 0.1 * slope);
    let trails = [(Role::Right, right.clone()), (Role::Yours, right)];
    insta::assert_snapshot!("trails_solved_light_phone", picture(&light(), PHONE, "bowl", &[5.0], &trails));
}

#[test]
fn without_trails_there_is_the_loss() {
    insta::assert_snapshot!("trails_empty_light_phone", picture(&light(), PHONE, "bowl", &[5.0], &[]));
    let empty = [(Role::Yours, Vec::new()), (Role::Given, vec![5.0])];
    insta::assert_snapshot!("trails_start_dark_phone", picture(&dark(), PHONE, "bowl", &[5.0], &empty));
}

#[test]
fn trails_that_end_in_no_numbers_are_seen_leaving() {
    let wild = vec![5.0, -11.0, 1e30, -1e308, f64::INFINITY, f64::NAN];
    let trails = [(Role::Yours, wild), (Role::Right, vec![5.0, 2.0, 0.8]), (Role::Given, vec![5.0, 3.0, f64::NAN])];
    insta::assert_snapshot!("trails_diverged_light", picture(&light(), DESK, "bowl", &[5.0], &trails));
    let wild = vec![-4.0, 1.5, 3.0, -1.6, -1e308, 1e308, f64::NAN, 0.0];
    let trails = [(Role::Yours, wild)];
    insta::assert_snapshot!("trails_diverged_contour_dark", picture(&dark(), DESK, "ravine", &[-4.0, 1.5], &trails));
}

#[test]
fn the_right_trail_is_wholly_in_the_picture_and_the_first_steps_of_the_others_are() {
    let bowl = loss("bowl");
    let right = walked(&*bowl, &[5.0], 9, |x, slope| x - 1.05 * slope);
    let yours = walked(&*bowl, &[5.0], 30, |x, slope| x + 0.2 * slope);
    let trails = [Trail { role: Role::Right, points: &right }, Trail { role: Role::Yours, points: &yours }];
    let view = trails::view(&*bowl, &[5.0], &trails);
    for value in right.iter().chain(&yours[..4]) {
        assert!(view.x[0] < *value && *value < view.x[1] && value * value < view.y[1], "{value} in {view:?}");
    }
    assert!(yours[30] > 100.0 * view.x[1]);
}

#[test]
fn a_hundred_thousand_steps_are_few_strokes() {
    let bounces: Vec<f64> = (0..100_000).map(|step| if step % 2 == 0 { 5.0 } else { -5.0 }).collect();
    let picture = picture(&light(), DESK, "bowl", &[5.0], &[(Role::Given, bounces.clone()), (Role::Yours, bounces)]);
    assert!(picture.len() < 60_000, "{}", picture.len());
}

fn any_number() -> impl Strategy<Value = f64> {
    let awkward = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e308, -1e308, 5e-324, 0.0, -0.0];
    prop_oneof![proptest::num::f64::ANY, -10.0..10.0, proptest::sample::select(awkward.to_vec())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_trails_from_any_start_are_drawn(
        name in proptest::sample::select(vec!["bowl", "ravine", "rosenbrock", "twoWells", "saddle"]),
        start in proptest::collection::vec(any_number(), 0..3),
        yours in proptest::collection::vec(any_number(), 0..12),
        right in proptest::collection::vec(any_number(), 0..12),
        minima in proptest::collection::vec(proptest::collection::vec(any_number(), 0..3), 0..3),
        size in proptest::sample::select(vec![[0, 0], [40, 200], [200, 120]]),
    ) {
        let trails = [(Role::Yours, yours.clone()), (Role::Right, right), (Role::Given, yours)];
        drawn(&light(), size, &*loss(name), &minima, &start, &trails);
    }
}
