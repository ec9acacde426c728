//! Pictures of a run on batches: both gradients on the contours, losses of batches and epochs, the variance by batch size;
//! and numbers that must not break them.

use downhill::losses::Loss;
use downhill::plain::Plain;
use downhill::plots::contour::{self, Slopes};
use downhill::plots::{Layout, Look, Marks, Plane, Rgb, RunView, loss_curve, variance};
use downhill::trajectory::{Experiment, Trajectory, batch_variance, run};
use serde_json::json;

use super::look::{dark, light, words};
use super::sketch::{at, svg};

const DESK: [u32; 2] = [640, 400];
const PHONE: [u32; 2] = [340, 260];

/// Mini-batches of ten out of a hundred samples.
fn experiment() -> Experiment {
    let plain: Plain = serde_json::from_value(json!({
        "loss": { "name": "regression", "reduction": "mean", "sample": 100 },
        "optimizer": { "name": "gradientDescent", "learningRate": 0.05 },
        "start": [-3.5, 5.5], "steps": 50, "batch": 10, "seed": 1,
    }))
    .unwrap();
    Experiment::from_plain(&plain).unwrap()
}

fn batched() -> (Experiment, Box<dyn Loss>, Trajectory) {
    let experiment = experiment();
    let (loss, run) = (experiment.build_loss().unwrap(), run(&experiment).unwrap());
    (experiment, loss, run)
}

fn slopes(experiment: &Experiment, loss: &dyn Loss, run: &Trajectory, step: usize) -> Slopes {
    let mut slopes = Slopes { start: [0.0; 2], full: [0.0; 2], batch: [0.0; 2] };
    loss.gradient(run.point(0), &mut slopes.start);
    loss.gradient(run.point(step), &mut slopes.full);
    let mut batches = experiment.batches(loss).unwrap();
    loss.samples().unwrap().batch_gradient(run.point(step), batches.at(step as u64), &mut slopes.batch);
    slopes
}

fn contour_picture(look: &Look, size: [u32; 2], loss: &dyn Loss, view: &RunView, slopes: &Slopes) -> String {
    svg(look, size, |area, (width, height)| {
        let plane = Plane::new(Layout::new(width, height, look), contour::view(loss, &[*view]));
        contour::draw_base(area, look, &plane, loss, &[])?;
        contour::draw_overlay(area, look, &plane, loss, &[*view], Marks::default())?;
        contour::draw_slopes(area, look, &plane, view, slopes)
    })
}

fn loss_picture(look: &Look, size: [u32; 2], view: &RunView, batches: &[f64], per_epoch: usize) -> String {
    svg(look, size, |area, (width, height)| {
        let plane = Plane::new(Layout::new(width, height, look), loss_curve::view(&[*view], 50, false, None));
        loss_curve::draw_base(area, look, &plane)?;
        loss_curve::draw_batches(area, look, &plane, view, batches, per_epoch)?;
        loss_curve::draw_overlay(area, look, &plane, &[*view])
    })
}

fn variance_picture(look: &Look, size: [u32; 2], measured: &[[f64; 2]], now: Option<([f64; 2], Rgb)>) -> String {
    let variances: Vec<f64> = measured.iter().map(|point| point[1]).collect();
    svg(look, size, |area, (width, height)| {
        let plane = Plane::new(Layout::new(width, height, look), variance::view(100, &variances));
        variance::draw_base(area, look, &plane)?;
        variance::draw_overlay(area, look, &plane, measured, now)
    })
}

#[test]
fn the_gradient_of_a_batch_beside_that_of_all_samples() {
    let (experiment, loss, run) = batched();
    for (name, mut look, size) in
        [("batches_contour_light", light(), DESK), ("batches_contour_dark_phone", dark(), PHONE)]
    {
        look.words = words("b", "w", "loss");
        let picture =
            contour_picture(&look, size, &*loss, &at(&run, 3.0, look.vanilla), &slopes(&experiment, &*loss, &run, 3));
        insta::assert_snapshot!(name, picture);
    }
}

#[test]
fn the_losses_of_batches_and_of_epochs_on_the_loss_curve() {
    let (_, _, run) = batched();
    for (name, look, size) in [("batches_loss_light", light(), DESK), ("batches_loss_dark_phone", dark(), PHONE)] {
        insta::assert_snapshot!(name, loss_picture(&look, size, &at(&run, 34.0, look.vanilla), &run.batch_losses, 10));
    }
}

#[test]
fn the_variance_falls_with_the_size_of_the_batch() {
    let (_, loss, run) = batched();
    let sizes = [1, 2, 3, 5, 7, 10, 15, 22, 32, 46, 68];
    let found = batch_variance(&*loss, run.point(3), &sizes, 300, 1).unwrap();
    let measured: Vec<[f64; 2]> =
        sizes.iter().zip(&found).map(|(size, variance)| [f64::from(*size), *variance]).collect();
    for (name, look, size) in
        [("batches_variance_light", light(), DESK), ("batches_variance_dark_phone", dark(), PHONE)]
    {
        insta::assert_snapshot!(name, variance_picture(&look, size, &measured, Some((measured[5], look.vanilla))));
    }
}

#[test]
fn numbers_that_are_none_and_runs_that_end_at_once_break_nothing() {
    let (_, loss, run) = batched();
    let look = light();
    for wild in [f64::NAN, f64::INFINITY, -1e300, 0.0] {
        let slopes = Slopes { start: [wild; 2], full: [wild, 1.0], batch: [-1.0, wild] };
        contour_picture(&look, PHONE, &*loss, &at(&run, wild, look.vanilla), &slopes);
        loss_picture(&look, PHONE, &at(&run, wild, look.vanilla), &[wild; 3], 0);
        variance_picture(&look, PHONE, &[[1.0, wild], [wild, wild]], Some(([wild, wild], look.vanilla)));
    }
    let none = RunView { points: &[], losses: &[], ..at(&run, 0.0, look.vanilla) };
    contour_picture(&look, PHONE, &*loss, &none, &Slopes { start: [1.0; 2], full: [1.0; 2], batch: [1.0; 2] });
    loss_picture(&look, PHONE, &none, &[], 1);
    variance_picture(&look, PHONE, &[], None);
}
