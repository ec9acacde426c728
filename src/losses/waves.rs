//! Waves: losses of two parameters made of sines, with many minima, rings or a stretch without slope.

use core::f64::consts::{FRAC_PI_2, PI};

use crate::losses::{Entry, Exact, Formula, points};
use crate::number::Number;
use crate::order;

pub const ENTRIES: &[Entry] = &[
    Entry {
        name: "trigBowl",
        formula: "3·sin(2x)·cos(2y) + x² + y²",
        dimension: 2,
        settings: &[],
        start: &[-0.5, 1.0],
        learning_rate: 0.1,
        minima: |_| {
            points(&[
                [-0.672_375_522_687_894_5, 0.0],
                [0.660_268_790_284_175_4, 1.332_644_312_972_069_8],
                [0.660_268_790_284_175_4, -1.332_644_312_972_069_8],
                [1.992_913_103_256_245_3, 0.0],
            ])
        },
        build: |_| Box::new(Exact(TrigBowl)),
    },
    Entry {
        name: "stall",
        formula: "sin(x) + y²",
        dimension: 2,
        settings: &[],
        start: &[1.5, 1.5],
        learning_rate: 0.001,
        minima: |_| points(&[[-FRAC_PI_2, 0.0]]),
        build: |_| Box::new(Exact(Stall)),
    },
    Entry {
        name: "ripples",
        formula: "−sin(r)/r + 0.01r², r = 10·√(x² + y²) + 0.01",
        dimension: 2,
        settings: &[],
        start: &[1.5, 1.5],
        learning_rate: 0.01,
        minima: |_| points(&[[0.0, 0.0]]),
        build: |_| Box::new(Exact(Ripples)),
    },
    Entry {
        name: "rastrigin",
        formula: "20 + x² − 10·cos(2πx) + y² − 10·cos(2πy)",
        dimension: 2,
        settings: &[],
        start: &[-2.0, 3.5],
        learning_rate: 0.002,
        minima: |_| rastrigin_minima(),
        build: |_| Box::new(Exact(Rastrigin)),
    },
];

/// 3·sin(2x)·cos(2y) + x² + y²
struct TrigBowl;

impl Formula<2> for TrigBowl {
    #[inline]
    fn value<T: Number>(&self, &[x, y]: &[T; 2]) -> T {
        (x * 2.0).sin() * (y * 2.0).cos() * 3.0 + x.square() + y.square()
    }

    fn frame(&self) -> [[f64; 2]; 2] {
        [[-2.0, 2.0]; 2]
    }
}

/// sin x + y²: next to no slope about x = π/2. The minimum stated is the one within the frame.
struct Stall;

impl Formula<2> for Stall {
    #[inline]
    fn value<T: Number>(&self, &[x, y]: &[T; 2]) -> T {
        x.sin() + y.square()
    }

    fn frame(&self) -> [[f64; 2]; 2] {
        [[-2.0, 2.0]; 2]
    }
}

/// −sin r/r + 0.01r² with r = 10‖(x, y)‖ + 0.01: the minimum is the tip of a small cone at 0. Every point of the ring
/// ‖(x, y)‖ = 0.6633… is a minimum too; a ring has no single point to list.
struct Ripples;

impl Formula<2> for Ripples {
    #[inline]
    fn value<T: Number>(&self, &[x, y]: &[T; 2]) -> T {
        let r = (x.square() + y.square()).sqrt() * 10.0 + 0.01;
        r.square() * 0.01 - r.sin() / r
    }

    fn frame(&self) -> [[f64; 2]; 2] {
        [[-2.0, 2.0]; 2]
    }
}

/// 20 + Σ(v² − 10·cos 2πv), after Rastrigin (1974): a minimum beside each point with whole coordinates.
struct Rastrigin;

impl Formula<2> for Rastrigin {
    #[inline]
    fn value<T: Number>(&self, &[x, y]: &[T; 2]) -> T {
        let one = |v: T| v.square() - (v * (2.0 * PI)).cos() * 10.0;
        one(x) + one(y) + 20.0
    }

    fn frame(&self) -> [[f64; 2]; 2] {
        [[-4.5, 4.5]; 2]
    }
}

/// All 81 minima within the frame, the lowest first: each coordinate solves 2v + 20π·sin 2πv = 0.
fn rastrigin_minima() -> Vec<Vec<f64>> {
    const BESIDE: [f64; 5] =
        [0.0, 0.994_958_637_652_334_8, 1.989_912_233_708_549_5, 2.984_855_701_039_481, 3.979_783_860_300_753_6];
    let along: Vec<f64> = BESIDE.iter().skip(1).map(|v| -v).chain(BESIDE).collect();
    let mut minima: Vec<Vec<f64>> = along.iter().flat_map(|&x| along.iter().map(move |&y| vec![x, y])).collect();
    // The value rises with the distance from 0.
    order::by_number(&mut minima, |point| point.iter().map(|v| v * v).sum());
    minima
}
