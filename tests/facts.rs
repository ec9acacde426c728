//! What is known about runs on the named losses, worked out independently of this code: plain descent and heavy ball
//! from given starts, to the digits given.

use downhill::losses::{Loss, LossSpec, build};
use downhill::plain::Plain;

/// The loss under this name with some of its numbers set.
fn loss(name: &str, settings: &[(&str, f64)]) -> Box<dyn Loss> {
    let mut fields = vec![("name".to_owned(), Plain::Text(name.into()))];
    fields.extend(settings.iter().map(|(key, value)| ((*key).to_owned(), Plain::Number(*value))));
    build(&LossSpec::from_plain(&Plain::Map(fields)).unwrap()).unwrap()
}

/// Where `v ← βv + ∇L; θ ← θ − αv` is after some steps.
fn heavy_ball(loss: &dyn Loss, start: &[f64], alpha: f64, beta: f64, steps: usize) -> Vec<f64> {
    let mut point = start.to_vec();
    let (mut velocity, mut gradient) = (vec![0.0; point.len()], vec![0.0; point.len()]);
    for _ in 0..steps {
        loss.gradient(&point, &mut gradient);
        for i in 0..point.len() {
            velocity[i] = beta * velocity[i] + gradient[i];
            point[i] -= alpha * velocity[i];
        }
    }
    point
}

fn descent(name: &str, start: &[f64], alpha: f64, steps: usize) -> Vec<f64> {
    heavy_ball(&*loss(name, &[]), start, alpha, 0.0, steps)
}

fn near(point: &[f64], expected: &[f64], tolerance: f64) -> bool {
    point.iter().zip(expected).all(|(a, b)| (a - b).abs() <= tolerance)
}

#[test]
fn twenty_five_steps_in_the_bowl() {
    for (alpha, expected, tolerance) in [
        (0.01, 6.035, 5e-4),
        (0.05, 0.7179, 5e-5),
        (0.1, 0.03778, 5e-6),
        (0.95, -0.7179, 5e-5),
        (1.1, -953.96, 5e-3),
        (1.0, -10.0, 0.0),
        (0.5, 0.0, 0.0),
    ] {
        let point = descent("bowl", &[10.0], alpha, 25);
        assert!(near(&point, &[expected], tolerance), "α = {alpha}: {point:?}");
    }
}

#[test]
fn the_start_decides_which_well_of_the_quartic() {
    assert!(near(&descent("quartic", &[0.0], 0.01, 1000), &[-0.7270], 5e-5));
    assert!(near(&descent("quartic", &[1.1], 0.01, 1000), &[0.6724], 5e-5));
}

#[test]
fn at_a_tenth_the_quartic_never_settles() {
    for start in [0.0, 1.1] {
        let (a, b) = (descent("quartic", &[start], 0.1, 10_000), descent("quartic", &[start], 0.1, 10_001));
        assert!((a[0] - b[0]).abs() > 0.1, "from {start}: {a:?}, {b:?}");
    }
}

#[test]
fn plain_descent_on_cosh_is_slow() {
    assert!(near(&descent("cosh", &[10.0], 0.2, 10), &[1.49], 5e-3), "{:?}", descent("cosh", &[10.0], 0.2, 10));
}

#[test]
fn newton_on_waves_lands_on_a_maximum() {
    let wavy = loss("wavy", &[]);
    let (mut point, mut gradient, mut hessian) = ([10.0], [0.0], [0.0]);
    for _ in 0..100 {
        wavy.gradient(&point, &mut gradient);
        wavy.hessian(&point, &mut hessian);
        point[0] -= gradient[0] / hessian[0];
    }
    assert!(near(&point, &[26.83], 5e-3) && hessian[0] < 0.0, "{point:?}");
}

#[test]
fn a_fixed_step_bounces_at_a_kink() {
    assert!(near(&descent("absolute", &[2.3], 0.3, 100), &[-0.1], 1e-12));
    assert!(near(&descent("absolute", &[2.3], 0.3, 101), &[0.2], 1e-12));
    let mut trail = vec![24.5];
    for _ in 0..6 {
        trail.push(descent("absoluteError", &[*trail.last().unwrap()], 1.0, 1)[0]);
    }
    assert_eq!(trail, [24.5, 21.5, 20.5, 19.5, 18.5, 19.5, 18.5]);
    assert!(near(&descent("squaredError", &[24.5], 0.1, 100), &[20.0], 1e-9));
}

#[test]
fn the_plateau_holds_for_thousands_of_steps_and_then_drops() {
    assert!(near(&descent("plateau", &[3.0], 0.1, 2000), &[2.7], 0.01));
    assert!(near(&descent("plateau", &[3.0], 0.1, 3000), &[0.0], 1e-9));
}

#[test]
fn twenty_five_steps_in_the_ravine() {
    let ravine = loss("ravine", &[]);
    for (alpha, beta, expected, tolerance) in [
        (0.4, 0.0, 0.0387, 5e-5),
        (0.6, 0.0, 1.6e8, 5e6),
        (0.4, 0.5, 3e-5, 5e-6),
        (0.6, 0.5, 3e-7, 5e-8),
        (0.4, 0.9, 0.101, 5e-4),
    ] {
        let value = ravine.value(&heavy_ball(&*ravine, &[-5.0, -2.0], alpha, beta, 25));
        assert!((value - expected).abs() <= tolerance, "α = {alpha}, β = {beta}: {value}");
    }
}

#[test]
fn rosenbrocks_valley_is_long() {
    let point = descent("rosenbrock", &[-1.5, 1.5], 0.004, 2000);
    assert!(near(&point, &[0.980, 0.960], 5e-4), "{point:?}");
    assert!(descent("rosenbrock", &[-1.5, 1.5], 0.02, 2000).iter().any(|v| !v.is_finite()));
    for (b, expected, tolerance) in [(5.0, 0.0388, 5e-5), (20.0, 0.0099, 5e-5), (100.0, 0.0020, 5e-5)] {
        let mut h = [0.0; 4];
        loss("rosenbrock", &[("b", b)]).hessian(&[1.0, 1.0], &mut h);
        let largest = (h[0] + h[3]) / 2.0 + libm::hypot((h[0] - h[3]) / 2.0, h[1]);
        assert!((2.0 / largest - expected).abs() <= tolerance, "b = {b}: {}", 2.0 / largest);
    }
}

#[test]
fn momentum_gets_round_the_banana() {
    let banana = loss("banana", &[]);
    for (beta, expected, tolerance) in [(0.8, [0.968, 0.312], 5e-4), (0.9, [0.9999, 0.3333], 1e-4)] {
        let point = heavy_ball(&*banana, &[-1.21, 0.853], 0.003, beta, 150);
        assert!(near(&point, &expected, tolerance), "β = {beta}: {point:?}");
    }
    let plain = heavy_ball(&*banana, &[-1.21, 0.853], 0.003, 0.0, 150);
    assert!(plain[0] < 0.0, "plain descent is still on the other side: {plain:?}");
}

#[test]
fn the_start_and_the_rate_decide_the_ending() {
    for (name, start, alpha, steps, ending) in [
        ("doubleWell", &[2.0][..], 0.05, 1000, &[0.960][..]),
        ("doubleWell", &[-2.0], 0.05, 1000, &[-1.036]),
        ("wavy", &[10.0], 2.0, 1000, &[-1.8257]),
        ("wavy", &[10.0], 0.5, 1000, &[7.2694]),
        ("lopsided", &[-8.0], 0.1, 50, &[-3.046]),
        ("lopsided", &[4.0], 1.0, 1, &[-49.598]),
        ("himmelblau", &[-0.15, 0.67], 0.01, 1000, &[3.0, 2.0]),
        ("twoWells", &[1.5, 1.5], 0.02, 1000, &[0.905, 0.0]),
        ("trigBowl", &[-0.5, 1.0], 0.1, 10, &[-0.672, 0.0]),
        ("saddle", &[2.0, 0.0], 0.1, 1000, &[0.0, 0.0]),
        ("saddle", &[2.0, 0.01], 0.1, 1000, &[0.0, 3.162]),
        ("stall", &[1.5, 1.5], 0.001, 2000, &[1.06, 0.027]),
        ("stall", &[1.5, 1.5], 0.01, 2000, &[-1.571, 0.0]),
        ("ripples", &[1.5, 1.5], 0.01, 1000, &[0.469, 0.469]),
        ("rastrigin", &[-2.0, 3.5], 0.002, 1000, &[-1.990, 2.985]),
        ("hills", &[1.5, 1.5], 0.02, 1000, &[0.042, -0.001]),
    ] {
        let point = descent(name, start, alpha, steps);
        assert!(near(&point, ending, 6e-4), "{name} from {start:?} at {alpha}: {point:?}");
    }
    assert_eq!(descent("saddle", &[2.0, 0.0], 0.1, 1000)[1], 0.0);
    let wandering = descent("trigBowl", &[-0.5, 1.0], 0.2, 1000);
    assert!(!near(&wandering, &[-0.672, 0.0], 0.1), "{wandering:?}");
}
