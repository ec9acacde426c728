//! Kinks: absolute errors, whose slope jumps, and the squared error of the same data beside them. At a kink the slope
//! used is the subgradient 0 for that term, and curvature counts as 0.

use crate::losses::{Entry, Exact, Formula, points};
use crate::number::Number;
use crate::order;
use crate::settings::{Kind, Setting, Settings};

const MEASUREMENTS: &[Setting] =
    &[Setting { name: "measurements", kind: Kind::Numbers { default: &[17.0, 19.0, 24.0], most: 1000, limit: 1e6 } }];

pub const ENTRIES: &[Entry] = &[
    Entry {
        name: "absolute",
        formula: "|x|",
        dimension: 1,
        settings: &[],
        start: &[2.3],
        learning_rate: 0.3,
        minima: |_| points(&[[0.0]]),
        build: |_| Box::new(Exact(Absolute)),
    },
    Entry {
        name: "absoluteError",
        formula: "Σ|θ − mᵢ|",
        dimension: 1,
        settings: MEASUREMENTS,
        start: &[24.5],
        learning_rate: 1.0,
        minima: |settings| points(&[[median(measurements(settings))]]),
        build: |settings| Box::new(Exact(AbsoluteError(measurements(settings)))),
    },
    Entry {
        name: "squaredError",
        formula: "Σ(θ − mᵢ)²",
        dimension: 1,
        settings: MEASUREMENTS,
        start: &[24.5],
        learning_rate: 0.1,
        minima: |settings| points(&[[mean(&measurements(settings))]]),
        build: |settings| Box::new(Exact(SquaredError(measurements(settings)))),
    },
];

fn measurements(settings: &Settings) -> Vec<f64> {
    settings.numbers("measurements").to_vec()
}

/// The middle measurement, or halfway between the middle two (every point between those is a minimum too).
fn median(mut values: Vec<f64>) -> f64 {
    let (left, right) = (values.len().saturating_sub(1) / 2, values.len() / 2);
    match (order::value_at(&mut values, left), order::value_at(&mut values, right)) {
        (Some(a), Some(b)) => (a + b) / 2.0,
        _ => 0.0,
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// From the lowest to the highest measurement, with half of that length on either side and at least 1.
fn around(values: &[f64]) -> [f64; 2] {
    let lowest = values.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let margin = ((highest - lowest) / 2.0).max(1.0);
    [lowest - margin, highest + margin]
}

/// |x|
struct Absolute;

impl Formula<1> for Absolute {
    #[inline]
    fn value<T: Number>(&self, &[x]: &[T; 1]) -> T {
        x.abs()
    }

    fn frame(&self) -> [[f64; 2]; 1] {
        [[-3.0, 3.0]]
    }
}

/// Σ|θ − mᵢ|, lowest at the median.
struct AbsoluteError(Vec<f64>);

impl Formula<1> for AbsoluteError {
    #[inline]
    fn value<T: Number>(&self, &[theta]: &[T; 1]) -> T {
        self.0.iter().fold(T::constant(0.0), |sum, &m| sum + (theta - m).abs())
    }

    fn frame(&self) -> [[f64; 2]; 1] {
        [around(&self.0)]
    }
}

/// Σ(θ − mᵢ)², lowest at the mean.
struct SquaredError(Vec<f64>);

impl Formula<1> for SquaredError {
    #[inline]
    fn value<T: Number>(&self, &[theta]: &[T; 1]) -> T {
        self.0.iter().fold(T::constant(0.0), |sum, &m| sum + (theta - m).square())
    }

    fn frame(&self) -> [[f64; 2]; 1] {
        [around(&self.0)]
    }
}
