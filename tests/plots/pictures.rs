//! Pictures of every panel, light and dark, on a desk and on a phone. Look at each before accepting it.

use downhill::plots::{Layout, Look, Marks, Plane, RunView, contour, curve, loss_curve};

use super::look::{dark, light, words};
use super::sketch::{at, descent, loss, svg};

const DESK: [u32; 2] = [640, 400];
const PHONE: [u32; 2] = [340, 260];
const ALL: Marks = Marks { tangent: true, arrow: true, compass: None };

fn curve_picture(name: &str, look: &Look, size: [u32; 2], runs: &[RunView], minima: &[f64]) -> String {
    let loss = loss(name);
    let view = curve::view(&*loss, runs);
    svg(look, size, |area, (width, height)| {
        let plane = Plane::new(Layout::new(width, height, look), view);
        curve::draw_base(area, look, &plane, &*loss, minima)?;
        curve::draw_overlay(area, look, &plane, &*loss, runs, ALL)
    })
}

fn contour_picture(name: &str, look: &Look, size: [u32; 2], runs: &[RunView], minima: &[[f64; 2]]) -> String {
    let loss = loss(name);
    let view = contour::view(&*loss, runs);
    svg(look, size, |area, (width, height)| {
        let plane = Plane::new(Layout::new(width, height, look), view);
        contour::draw_base(area, look, &plane, &*loss, minima)?;
        contour::draw_overlay(area, look, &plane, &*loss, runs, ALL)
    })
}

fn loss_picture(look: &Look, size: [u32; 2], runs: &[RunView], log: bool, lowest: Option<f64>) -> String {
    let view = loss_curve::view(runs, 25, log, lowest);
    svg(look, size, |area, (width, height)| {
        let plane = Plane::new(Layout::new(width, height, look), view);
        loss_curve::draw_base(area, look, &plane)?;
        loss_curve::draw_overlay(area, look, &plane, runs)
    })
}

#[test]
fn a_bowl_with_a_marble_on_its_way() {
    let run = descent("bowl", "gradientDescent", 0.1, &[5.0], 25);
    let picture = curve_picture("bowl", &light(), DESK, &[at(&run, 2.0, light().vanilla)], &[0.0]);
    insta::assert_snapshot!("curve_bowl_light", picture);
}

#[test]
fn a_bowl_on_a_phone_in_the_dark_with_a_zigzag() {
    let run = descent("bowl", "gradientDescent", 0.9, &[-5.0], 25);
    let picture = curve_picture("bowl", &dark(), PHONE, &[at(&run, 3.5, dark().vanilla)], &[0.0]);
    insta::assert_snapshot!("curve_zigzag_dark_phone", picture);
}

#[test]
fn a_run_that_leaves_a_curve() {
    let run = descent("bowl", "gradientDescent", 1.1, &[5.0], 25);
    let picture = curve_picture("bowl", &light(), DESK, &[at(&run, 4.0, light().vanilla)], &[0.0]);
    insta::assert_snapshot!("curve_leaving_light", picture);
}

#[test]
fn a_curve_with_two_wells_and_a_steep_one() {
    let run = descent("doubleWell", "gradientDescent", 0.05, &[2.0], 25);
    let other = descent("doubleWell", "momentum", 0.02, &[-2.0], 25);
    let runs = [at(&run, 25.0, dark().vanilla), at(&other, 6.0, dark().momentum)];
    insta::assert_snapshot!("curve_wells_dark", curve_picture("doubleWell", &dark(), DESK, &runs, &[-1.036, 0.96]));
    let run = descent("lopsided", "gradientDescent", 0.1, &[0.5], 25);
    let picture = curve_picture("lopsided", &light(), PHONE, &[at(&run, 1.0, light().vanilla)], &[]);
    insta::assert_snapshot!("curve_lopsided_light_phone", picture);
}

#[test]
fn contours_of_a_ravine_with_two_runs() {
    let vanilla = descent("ravine", "gradientDescent", 0.4, &[-5.0, -2.0], 25);
    let momentum = descent("ravine", "momentum", 0.1, &[-5.0, -2.0], 60);
    for (name, mut look, size) in
        [("contour_ravine_light", light(), DESK), ("contour_ravine_dark_phone", dark(), PHONE)]
    {
        look.words = words("w₁", "w₂", "loss");
        let runs = [at(&vanilla, 4.0, look.vanilla), at(&momentum, 8.0, look.momentum)];
        insta::assert_snapshot!(name, contour_picture("ravine", &look, size, &runs, &[[0.0, 0.0]]));
    }
}

#[test]
fn the_steepest_way_down_beside_the_way_to_the_minimum() {
    let look = Look { words: words("w₁", "w₂", "loss"), ..light() };
    let (ellipse, run) = (loss("ellipse"), descent("ellipse", "gradientDescent", 0.05, &[-3.0, 2.0], 25));
    let picture = svg(&look, DESK, |area, (width, height)| {
        let layout = Layout::new(width, height, &look);
        let plane = Plane::new(layout, contour::view(&*ellipse, &[]).with_equal_units(layout));
        let marks = Marks { compass: Some([0.0, 0.0]), ..Marks::default() };
        contour::draw_base(area, &look, &plane, &*ellipse, &[[0.0, 0.0]])?;
        contour::draw_overlay(area, &look, &plane, &*ellipse, &[at(&run, 0.0, look.vanilla)], marks)
    });
    insta::assert_snapshot!("contour_compass_light", picture);
}

#[test]
fn contours_with_several_valleys() {
    let run = descent("himmelblau", "gradientDescent", 0.01, &[-0.15, 0.67], 25);
    let minima = [[3.0, 2.0], [-2.805, 3.131], [-3.779, -3.283], [3.584, -1.848]];
    let picture = contour_picture("himmelblau", &dark(), DESK, &[at(&run, 2.0, dark().vanilla)], &minima);
    insta::assert_snapshot!("contour_himmelblau_dark", picture);
    let run = descent("rosenbrock", "gradientDescent", 0.004, &[-1.5, 1.5], 200);
    let picture = contour_picture("rosenbrock", &light(), PHONE, &[at(&run, 200.0, light().vanilla)], &[[1.0, 1.0]]);
    insta::assert_snapshot!("contour_rosenbrock_light_phone", picture);
}

#[test]
fn losses_on_both_axes() {
    let slow = descent("bowl", "gradientDescent", 0.05, &[5.0], 25);
    let fast = descent("bowl", "momentum", 0.1, &[5.0], 25);
    for (name, look, size, log) in [
        ("loss_linear_light", light(), DESK, false),
        ("loss_log_dark", dark(), DESK, true),
        ("loss_log_light_phone", light(), PHONE, true),
    ] {
        let runs = [at(&slow, 8.0, look.vanilla), at(&fast, 8.0, look.momentum)];
        insta::assert_snapshot!(name, loss_picture(&look, size, &runs, log, Some(0.0)));
    }
}

#[test]
fn losses_below_zero_and_a_run_that_diverged() {
    let run = descent("quartic", "gradientDescent", 0.02, &[0.0], 25);
    let picture = loss_picture(&dark(), PHONE, &[at(&run, 12.0, dark().vanilla)], true, Some(-11.3157));
    insta::assert_snapshot!("loss_log_below_zero_dark_phone", picture);
    let run = descent("bowl", "gradientDescent", 1.1, &[5.0], 25);
    let view = RunView { diverged_at: Some(14), losses: &run.losses[..14], ..at(&run, 4.0, light().vanilla) };
    insta::assert_snapshot!("loss_diverged_light_phone", loss_picture(&light(), PHONE, &[view], false, Some(0.0)));
}

#[test]
fn contours_over_a_map_leave_it_to_be_seen() {
    let look = Look { see_through: true, ..light() };
    let run = descent("himmelblau", "gradientDescent", 0.01, &[-0.15, 0.67], 60);
    let picture = contour_picture("himmelblau", &look, PHONE, &[at(&run, 60.0, look.vanilla)], &[[3.0, 2.0]]);
    insta::assert_snapshot!("contour_see_through_phone", picture);
}
