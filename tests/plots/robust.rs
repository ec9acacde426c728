//! Every panel draws whatever a run has come to, at whatever size.

use downhill::losses::Loss;
use downhill::plots::{Layout, Marks, Plane, RunView, View, contour, curve, loss_curve};
use proptest::prelude::*;

use super::look::light;
use super::sketch::svg;

/// A loss that is as unpleasant as its frame.
struct Wild {
    frame: Vec<[f64; 2]>,
}

impl Loss for Wild {
    fn dimension(&self) -> usize {
        self.frame.len()
    }

    fn value(&self, point: &[f64]) -> f64 {
        1.0 / point[0] + point.iter().map(|x| libm::log(x * x * x)).sum::<f64>()
    }

    fn gradient(&self, point: &[f64], gradient: &mut [f64]) -> f64 {
        gradient.fill(1.0 / point[0]);
        self.value(point)
    }

    fn frame(&self) -> Vec<[f64; 2]> {
        self.frame.clone()
    }
}

/// Draws all layers of all panels of that dimension.
fn draw_all(frame: Vec<[f64; 2]>, numbers: &[f64], step: f64, size: [u32; 2]) {
    let look = light();
    let loss = Wild { frame };
    let dimension = loss.dimension();
    let run = RunView {
        points: numbers,
        losses: numbers,
        dimension,
        step,
        color: look.vanilla,
        diverged_at: Some(numbers.len()),
        learning_rate: step,
    };
    let marks = Marks { tangent: true, arrow: true, compass: Some([0.0, 0.0]) };
    let plane = |(width, height), view: View| Plane::new(Layout::new(width, height, &look), view);
    for runs in [&[][..], &[run], &[run, run]] {
        svg(&look, size, |area, size| {
            for (log, lowest) in [(false, None), (true, None), (true, Some(step))] {
                let plane = plane(size, loss_curve::view(runs, numbers.len(), log, lowest));
                loss_curve::draw_base(area, &look, &plane)?;
                loss_curve::draw_overlay(area, &look, &plane, runs)?;
            }
            if dimension == 1 {
                let plane = plane(size, curve::view(&loss, runs));
                curve::draw_base(area, &look, &plane, &loss, numbers)?;
                curve::draw_overlay(area, &look, &plane, &loss, runs, marks)
            } else {
                let plane = plane(size, contour::view(&loss, runs));
                contour::draw_base(area, &look, &plane, &loss, &[[step, step]])?;
                contour::draw_overlay(area, &look, &plane, &loss, runs, marks)
            }
        });
    }
}

fn any_number() -> impl Strategy<Value = f64> {
    let awkward = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e308, -1e308, 5e-324, 0.0, -0.0];
    prop_oneof![proptest::num::f64::ANY, -10.0..10.0, proptest::sample::select(awkward.to_vec())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_panel_draws_any_run_in_any_frame(
        frame in proptest::collection::vec([any_number(), any_number()], 1..=2),
        numbers in proptest::collection::vec(any_number(), 0..30),
        step in any_number(),
        width in prop_oneof![0_u32..3, 20_u32..200],
        height in prop_oneof![0_u32..3, 20_u32..200],
    ) {
        draw_all(frame, &numbers, step, [width, height]);
    }
}

#[test]
fn the_frames_that_stop_plotters_are_drawn() {
    let (inf, nan) = (f64::INFINITY, f64::NAN);
    for side in [[0.0, inf], [-inf, 0.0], [-1e308, 1e308], [nan, nan], [0.0, 0.0], [1.0, inf], [1e-300, 1e300]] {
        draw_all(vec![side], &[5.0, nan, 3.0], 0.5, [320, 200]);
        draw_all(vec![side; 2], &[5.0, inf, 3.0, -1e308, 1e308, 2.0], 1.5, [320, 200]);
    }
}

#[test]
fn a_thousand_bounces_are_few_strokes() {
    let look = light();
    let points: Vec<f64> = (0..1001).map(|k| if k % 2 == 0 { 10.0 } else { -10.0 }).collect();
    let losses = vec![100.0; 1001];
    let run = RunView {
        points: &points,
        losses: &losses,
        dimension: 1,
        step: 500.0,
        color: look.vanilla,
        diverged_at: None,
        learning_rate: 1.0,
    };
    let loss = Wild { frame: vec![[-12.0, 12.0]] };
    let picture = svg(&look, [800, 600], |area, (width, height)| {
        let plane = Plane::new(Layout::new(width, height, &look), View::linear([-12.0, 12.0], [0.0, 150.0]));
        curve::draw_overlay(area, &look, &plane, &loss, &[run], Marks::default())
    });
    assert!(picture.lines().count() < 12, "{picture}");
    assert!(picture.len() < 2_000);
}
