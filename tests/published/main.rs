//! What the lesson prints about its runs, held to the runs themselves. One test per printed fact.
#![allow(clippy::disallowed_methods)] // What is published has few digits; the last bit does not matter.
#![cfg(not(target_arch = "wasm32"))]

mod curvature;
mod data;
mod exercises;
mod landscapes;
mod lesson;
mod one_parameter;
mod valleys;

use downhill::losses::{self, Loss, LossSpec};
use downhill::plain::Plain;
use downhill::trajectory::{Experiment, Trajectory};
use serde_json::{Value, json};

/// The run of any experiment.
fn run(loss: Value, optimizer: Value, start: &[f64], steps: usize) -> Trajectory {
    let experiment = json!({ "loss": loss, "optimizer": optimizer, "start": start, "steps": steps });
    let plain: Plain = serde_json::from_value(experiment).unwrap();
    downhill::trajectory::run(&Experiment::from_plain(&plain).unwrap()).unwrap()
}

/// Gradient descent on a loss of the catalogue with its default settings.
fn descend(loss: &str, rate: f64, start: &[f64], steps: usize) -> Trajectory {
    let optimizer = json!({ "name": "gradientDescent", "learningRate": rate });
    run(json!({ "name": loss }), optimizer, start, steps)
}

/// Heavy-ball momentum on a loss of the catalogue with its default settings.
fn roll(loss: &str, rate: f64, momentum: f64, start: &[f64], steps: usize) -> Trajectory {
    let optimizer = json!({ "name": "momentum", "learningRate": rate, "momentum": momentum });
    run(json!({ "name": loss }), optimizer, start, steps)
}

/// The last point.
fn end(trajectory: &Trajectory) -> &[f64] {
    trajectory.point(trajectory.steps)
}

/// The last loss.
fn last_loss(trajectory: &Trajectory) -> f64 {
    trajectory.losses[trajectory.steps]
}

/// The value, rounded to as many decimals as are printed, is what is printed.
#[track_caller]
fn prints(value: f64, printed: &str) {
    let decimals = printed.split_once('.').map_or(0, |(_, part)| part.len());
    let rounded = format!("{value:.decimals$}");
    // Zero is printed without a sign, from whichever side it is reached.
    let zero = rounded.parse::<f64>().unwrap() == 0.0;
    assert_eq!(if zero { rounded.trim_start_matches('-') } else { &rounded }, printed);
}

/// All coordinates of a point are what is printed.
#[track_caller]
fn prints_all(point: &[f64], printed: &[&str]) {
    assert_eq!(point.len(), printed.len());
    for (&value, text) in point.iter().zip(printed) {
        prints(value, text);
    }
}

fn build(loss: &str) -> Box<dyn Loss> {
    losses::build(&LossSpec::named(loss).unwrap()).unwrap()
}

/// Smallest and largest eigenvalue of the Hessian at a point of one or two parameters.
fn curvatures(loss: &dyn Loss, point: &[f64]) -> (f64, f64) {
    let mut h = [0.0; 4];
    assert!(loss.hessian(point, &mut h[..point.len() * point.len()]));
    if point.len() == 1 {
        return (h[0], h[0]);
    }
    let (middle, half) = ((h[0] + h[3]) / 2.0, (h[0] - h[3]) / 2.0);
    let spread = half.hypot(h[1]);
    (middle - spread, middle + spread)
}

/// A printed minimum: its place, its loss (empty if not printed), and the rate 2/λ above which descent leaves it.
#[track_caller]
fn has_minimum(loss: &str, place: &[&str], value: &str, rate: &str) -> Vec<f64> {
    let loss = build(loss);
    let mut point: Vec<f64> = place.iter().map(|text| text.parse().unwrap()).collect();
    let mut slope = vec![0.0; point.len()];
    let (_, steepest) = curvatures(loss.as_ref(), &point);
    // From the rounded place to the exact one.
    for _ in 0..20_000 {
        loss.gradient(&point, &mut slope);
        point.iter_mut().zip(&slope).for_each(|(p, s)| *p -= s / steepest);
    }
    prints_all(&point, place);
    if !value.is_empty() {
        prints(loss.value(&point), value);
    }
    let (low, high) = curvatures(loss.as_ref(), &point);
    assert!(low > 0.0, "not a minimum");
    prints(2.0 / high, rate);
    point
}

/// Descent from beside the minimum comes back just below the critical rate and leaves just above it.
#[track_caller]
fn turns_at_its_critical_rate(loss: &str, minimum: &[f64]) {
    let critical = 2.0 / curvatures(build(loss).as_ref(), minimum).1;
    let start: Vec<f64> = minimum.iter().map(|m| m + 1e-4).collect();
    let distance = |point: &[f64]| {
        let gaps = point.iter().zip(minimum).map(|(p, m)| (p - m).abs());
        gaps.fold(0.0, f64::max)
    };
    let below = descend(loss, critical * 0.98, &start, 1000);
    assert!(distance(end(&below)) < 1e-6, "not stable below {critical}");
    let above = descend(loss, critical * 1.02, &start, 500);
    let farthest = above.points.chunks(above.dimension).map(distance).fold(0.0, f64::max);
    assert!(farthest > 1e-3, "still stable above {critical}");
}
