//! Curves: smooth losses of one parameter, with hills, plateaus and unequal sides.

use core::f64::consts::PI;

use crate::losses::{Entry, Exact, Formula, points};
use crate::number::Number;

pub const ENTRIES: &[Entry] = &[
    Entry {
        name: "quartic",
        formula: "5x⁴ − x³ − 5x² + 2x − 9",
        dimension: 1,
        settings: &[],
        start: &[0.0],
        learning_rate: 0.01,
        minima: |_| points(&[[-0.726_984_709_869_043_3], [0.672_417_707_284_986_1]]),
        build: |_| Box::new(Exact(Quartic)),
    },
    Entry {
        name: "doubleWell",
        formula: "x⁴ − 2x² + 0.3x",
        dimension: 1,
        settings: &[],
        start: &[2.0],
        learning_rate: 0.05,
        minima: |_| points(&[[-1.035_578_714_088_853_7], [0.960_149_555_519_105_5]]),
        build: |_| Box::new(Exact(DoubleWell)),
    },
    Entry {
        name: "wavy",
        formula: "x·cos(0.15πx)",
        dimension: 1,
        settings: &[],
        start: &[10.0],
        learning_rate: 0.5,
        minima: |_| points(&[[7.269_388_146_311_475], [-1.825_684_578_672_339_5]]),
        build: |_| Box::new(Exact(Wavy)),
    },
    Entry {
        name: "cosh",
        formula: "cosh(x/2)",
        dimension: 1,
        settings: &[],
        start: &[10.0],
        learning_rate: 0.2,
        minima: |_| points(&[[0.0]]),
        build: |_| Box::new(Exact(Cosh)),
    },
    Entry {
        name: "plateau",
        formula: "1 − exp(−x²)",
        dimension: 1,
        settings: &[],
        start: &[3.0],
        learning_rate: 0.1,
        minima: |_| points(&[[0.0]]),
        build: |_| Box::new(Exact(Plateau)),
    },
    Entry {
        name: "lopsided",
        formula: "exp(x) − x",
        dimension: 1,
        settings: &[],
        start: &[-8.0],
        learning_rate: 0.1,
        minima: |_| points(&[[0.0]]),
        build: |_| Box::new(Exact(Lopsided)),
    },
];

/// 5x⁴ − x³ − 5x² + 2x − 9: two wells of different depth and different curvature.
struct Quartic;

impl Formula<1> for Quartic {
    #[inline]
    fn value<T: Number>(&self, &[x]: &[T; 1]) -> T {
        x.powi(4) * 5.0 - x.powi(3) - x.square() * 5.0 + x * 2.0 - 9.0
    }

    fn frame(&self) -> [[f64; 2]; 1] {
        [[-1.25, 1.25]]
    }
}

/// x⁴ − 2x² + 0.3x: a double well whose left side is the deeper one.
struct DoubleWell;

impl Formula<1> for DoubleWell {
    #[inline]
    fn value<T: Number>(&self, &[x]: &[T; 1]) -> T {
        x.powi(4) - x.square() * 2.0 + x * 0.3
    }

    fn frame(&self) -> [[f64; 2]; 1] {
        [[-2.0, 2.0]]
    }
}

/// x·cos(0.15πx): waves that grow outwards. The minima stated are those within the frame.
struct Wavy;

impl Formula<1> for Wavy {
    #[inline]
    fn value<T: Number>(&self, &[x]: &[T; 1]) -> T {
        x * (x * (0.15 * PI)).cos()
    }

    fn frame(&self) -> [[f64; 2]; 1] {
        [[-12.0, 12.0]]
    }
}

/// cosh(x/2): convex, flat in the middle and exponential outside.
struct Cosh;

impl Formula<1> for Cosh {
    #[inline]
    fn value<T: Number>(&self, &[x]: &[T; 1]) -> T {
        (x / 2.0).cosh()
    }

    fn frame(&self) -> [[f64; 2]; 1] {
        [[-12.0, 12.0]]
    }
}

/// 1 − exp(−x²): a hole in a plain that is flat to many decimals.
struct Plateau;

impl Formula<1> for Plateau {
    #[inline]
    fn value<T: Number>(&self, &[x]: &[T; 1]) -> T {
        -(-x.square()).exp() + 1.0
    }

    fn frame(&self) -> [[f64; 2]; 1] {
        [[-4.0, 4.0]]
    }
}

/// exp(x) − x, minimum at 0: on the left a ramp of slope −1, on the right a wall of slope eˣ. A step that covers ground
/// on the ramp (α near 1) is thrown from x = 4 back beyond −49; one that is safe there (α near 0.05) crawls on the ramp.
struct Lopsided;

impl Formula<1> for Lopsided {
    #[inline]
    fn value<T: Number>(&self, &[x]: &[T; 1]) -> T {
        x.exp() - x
    }

    fn frame(&self) -> [[f64; 2]; 1] {
        [[-10.0, 4.0]]
    }
}
