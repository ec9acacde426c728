//! Every derivative against differences of the next lower order, over the catalogue itself and over random typed
//! functions, and every minimum the catalogue states.

#[path = "derivatives/differences.rs"]
mod differences;
#[path = "derivatives/tree.rs"]
mod tree;

use downhill::expression;
use downhill::losses::{Entry, Loss, LossSpec, build, catalogue};
use downhill::plain::Plain;
use downhill::settings::{Kind, Settings};
use proptest::prelude::*;

use differences::{gradient, hessian, slopes_agree};

/// Every loss of the catalogue with its default settings.
fn losses() -> impl Iterator<Item = (&'static Entry, Box<dyn Loss>)> {
    catalogue().map(|entry| {
        let loss = build(&LossSpec::named(entry.name).unwrap()).unwrap();
        (entry, loss)
    })
}

/// The point at these fractions of the loss's frame.
fn point_in(loss: &dyn Loss, fractions: &[f64]) -> Vec<f64> {
    let frame = loss.frame();
    frame.iter().zip(fractions).map(|([low, high], fraction)| low + (high - low) * fraction).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_gradient_and_hessian_of_the_catalogue_is_that_of_its_loss(fractions in [-0.2..1.2, -0.2..1.2]) {
        for (entry, loss) in losses() {
            let point = point_in(&*loss, &fractions);
            prop_assert!(slopes_agree(&*loss, &point), "{} at {point:?}", entry.name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_typed_function_has_the_value_of_what_was_meant(
        tree in tree::functions(), point in [-3.0..3.0, -3.0..3.0],
    ) {
        let text = format!("f(x, y) = {}", tree.text());
        let loss = expression::parse(&text).unwrap_or_else(|fault| panic!("{text}: {fault}")).into_loss();
        let (typed, meant) = (loss.value(&point), tree.value(&point));
        prop_assert!(
            typed == meant || (typed.is_nan() && meant.is_nan()), "{text} at {point:?}: {typed}, not {meant}"
        );
    }

    #[test]
    fn every_gradient_and_hessian_of_a_typed_function_is_its_own(
        tree in tree::functions(), point in [-3.0..3.0, -3.0..3.0],
    ) {
        prop_assume!(tree.is_tame(&point));
        let text = format!("f(x, y) = {}", tree.text());
        let loss = expression::parse(&text).unwrap().into_loss();
        prop_assert!(slopes_agree(&*loss, &point), "{text} at {point:?}");
    }

    #[test]
    fn no_text_at_all_upsets_the_parser(text in any::<String>()) {
        let _ = expression::parse(&text).map(|expression| expression.into_loss().frame());
    }

    #[test]
    fn no_text_in_the_parsers_own_letters_upsets_it(text in r"[-xyw12e.,()|^*/+ ²³⁻√=πsincomaxqrtgl]{0,60}") {
        let _ = expression::parse(&text).map(|expression| expression.into_loss().frame());
    }
}

proptest! {
    #[test]
    fn a_stated_minimum_follows_the_settings(
        fraction in 0.0..1.0, measurements in prop::collection::vec(-100.0..100.0, 1..9),
    ) {
        for entry in catalogue() {
            let settings = chosen(entry, fraction, &measurements);
            let loss = build(&LossSpec::Named { name: entry.name.into(), settings: settings.clone() }).unwrap();
            for point in (entry.minima)(&settings) {
                let here = loss.value(&point);
                for (i, step) in (0..entry.dimension).flat_map(|i| [(i, 1e-2), (i, -1e-2)]) {
                    let mut beside = point.clone();
                    beside[i] += step;
                    let rounding = 1e-12 * here.abs();
                    prop_assert!(loss.value(&beside) >= here - rounding, "{} at {point:?}, {settings:?}", entry.name);
                }
            }
        }
    }
}

/// Settings at a fraction of their ranges.
fn chosen(entry: &Entry, fraction: f64, measurements: &[f64]) -> Settings {
    let fields: Vec<(String, Plain)> = entry
        .settings
        .iter()
        .map(|setting| {
            let value = match setting.kind {
                Kind::Number { lowest, highest, .. } => Plain::Number(lowest + (highest - lowest) * fraction),
                Kind::Numbers { .. } => Plain::List(measurements.iter().map(|m| Plain::Number(*m)).collect()),
                Kind::Choice { options } => {
                    Plain::Text(options[(fraction * options.len() as f64) as usize % options.len()].to_owned())
                }
                Kind::Switch { .. } => Plain::Bool(fraction > 0.7),
                Kind::Rows { labels, .. } => Plain::List(measurements.iter().map(|m| row(*m, labels)).collect()),
            };
            (setting.name.to_owned(), value)
        })
        .collect();
    Settings::read(entry.settings, &fields, &[]).unwrap()
}

/// A sample whose target goes up and down along the inputs.
fn row(input: f64, label: bool) -> Plain {
    let target = (input * 7.0) % 10.0;
    let target = if label { f64::from(target > 0.0) } else { target };
    Plain::List(vec![Plain::Number(input), Plain::Number(target)])
}

#[test]
fn every_stated_minimum_is_flat_and_nowhere_curved_downwards() {
    for (entry, loss) in losses() {
        let minima = (entry.minima)(&Settings::defaults(entry.settings));
        // A perceptron's loss is flat everywhere but at its cliffs.
        assert!(minima.is_empty() == (entry.name == "perceptron"), "{} states no minimum", entry.name);
        for point in minima {
            assert_eq!(point.len(), entry.dimension, "{}", entry.name);
            for slope in gradient(&*loss, &point) {
                assert!(slope.abs() < 1e-12 * (1.0 + largest_curvature(&*loss, &point)), "{} at {point:?}", entry.name);
            }
            assert!(smallest_curvature(&*loss, &point) >= 0.0, "{} at {point:?}", entry.name);
        }
    }
}

#[test]
fn nothing_near_a_stated_minimum_is_lower() {
    for (entry, loss) in losses() {
        for point in (entry.minima)(&Settings::defaults(entry.settings)) {
            let here = loss.value(&point);
            for (i, step) in (0..entry.dimension).flat_map(|i| [(i, 1e-3), (i, -1e-3)]) {
                let mut beside = point.clone();
                beside[i] += step;
                assert!(loss.value(&beside) > here, "{} at {point:?}", entry.name);
            }
        }
    }
}

#[test]
fn the_catalogue_is_consistent() {
    let mut names: Vec<&str> = catalogue().map(|entry| entry.name).collect();
    for (entry, loss) in losses() {
        let (frame, n) = (loss.frame(), entry.dimension);
        assert_eq!((loss.dimension(), entry.start.len(), frame.len()), (n, n, n), "{}", entry.name);
        assert!(loss.value(entry.start).is_finite() && entry.learning_rate > 0.0, "{}", entry.name);
        for (value, [low, high]) in entry.start.iter().zip(&frame) {
            assert!(low < high && (low..=high).contains(&value), "{} starts outside its frame", entry.name);
        }
        for point in (entry.minima)(&Settings::defaults(entry.settings)) {
            let inside = point.iter().zip(&frame).all(|(value, [low, high])| (low..=high).contains(&value));
            assert!(inside, "{} has a minimum outside its frame", entry.name);
        }
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), catalogue().count());
}

#[test]
fn the_greatest_learning_rates_are_those_worked_out_by_hand() {
    // α_c = 2/λ_max at the stated minimum nearest to the given place, to the digits given.
    for (name, near, expected, tolerance) in [
        ("bowl", &[0.0][..], 1.0, 0.0),
        ("quartic", &[-0.727], 0.0767, 5e-5),
        ("quartic", &[0.672], 0.153, 5e-4),
        ("doubleWell", &[0.960], 0.283, 5e-4),
        ("doubleWell", &[-1.036], 0.226, 5e-4),
        ("wavy", &[7.27], 1.103, 5e-4),
        ("roundBowl", &[0.0, 0.0], 1.0, 0.0),
        ("ellipse", &[0.0, 0.0], 0.25, 0.0),
        ("ravine", &[0.0, 0.0], 0.5, 0.0),
        ("rosenbrock", &[1.0, 1.0], 0.0099, 5e-5),
        ("banana", &[1.0, 0.333], 0.00384, 5e-6),
        ("himmelblau", &[3.0, 2.0], 0.0243, 5e-5),
        ("himmelblau", &[-2.805, 3.131], 0.0248, 5e-5),
        ("himmelblau", &[-3.779, -3.283], 0.0149, 5e-5),
        ("himmelblau", &[3.584, -1.848], 0.0190, 5e-5),
        ("twoWells", &[0.905, 0.0], 0.0947, 5e-5),
        ("twoWells", &[-0.936, 0.0], 0.0637, 5e-5),
        ("trigBowl", &[-0.672, 0.0], 0.146, 5e-4),
        ("saddle", &[0.0, 3.162], 0.5, 1e-12),
    ] {
        let entry = downhill::losses::find(name).unwrap();
        let loss = build(&LossSpec::named(name).unwrap()).unwrap();
        let minima = (entry.minima)(&Settings::defaults(entry.settings));
        let close = |point: &&Vec<f64>| point.iter().zip(near).all(|(a, b)| (a - b).abs() < 6e-3);
        let point = minima.iter().find(close).unwrap_or_else(|| panic!("{name} has no minimum near {near:?}"));
        let rate = 2.0 / largest_curvature(&*loss, point);
        assert!((rate - expected).abs() <= tolerance, "{name} at {point:?}: {rate}");
    }
}

#[test]
fn the_values_at_the_minima_are_those_worked_out_by_hand() {
    for (name, point, expected, tolerance) in [
        ("quartic", &[-0.7270][..], -11.3157, 5e-5),
        ("quartic", &[0.6724], -9.1978, 6e-5),
        ("wavy", &[7.2694], -6.978, 5e-4),
        ("wavy", &[-1.8257], -1.191, 5e-4),
        ("twoWells", &[0.905, 0.0], -1.093, 5e-4),
        ("twoWells", &[-0.936, 0.0], -2.063, 5e-4),
        ("trigBowl", &[-0.672, 0.0], -2.472, 5e-4),
        ("trigBowl", &[0.660, -1.333], -0.371, 5e-4),
        ("saddle", &[0.0, -3.162], -5.0, 5e-4),
    ] {
        let value = build(&LossSpec::named(name).unwrap()).unwrap().value(point);
        assert!((value - expected).abs() <= tolerance, "{name} at {point:?}: {value}");
    }
}

/// The eigenvalues of a Hessian of one or two parameters, the smaller one first.
fn curvatures(loss: &dyn Loss, point: &[f64]) -> (f64, f64) {
    match hessian(loss, point)[..] {
        [a] => (a, a),
        [a, b, c, d] => {
            assert_eq!(b, c, "a Hessian is symmetric to the last bit");
            let (mean, radius) = ((a + d) / 2.0, libm::hypot((a - d) / 2.0, b));
            (mean - radius, mean + radius)
        }
        _ => unreachable!("one or two parameters"),
    }
}

fn smallest_curvature(loss: &dyn Loss, point: &[f64]) -> f64 {
    curvatures(loss, point).0
}

fn largest_curvature(loss: &dyn Loss, point: &[f64]) -> f64 {
    curvatures(loss, point).1
}
