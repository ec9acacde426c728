//! Hills and wells: losses of two parameters with several minima or a saddle between them.

use crate::losses::{Entry, Exact, Formula, points};
use crate::number::Number;

pub const ENTRIES: &[Entry] = &[
    Entry {
        name: "himmelblau",
        formula: "(x² + y − 11)² + (x + y² − 7)²",
        dimension: 2,
        settings: &[],
        start: &[-0.15, 0.67],
        learning_rate: 0.01,
        minima: |_| {
            points(&[
                [3.0, 2.0],
                [-2.805_118_086_952_745, 3.131_312_518_250_573],
                [-3.779_310_253_377_747, -3.283_185_991_286_169_6],
                [3.584_428_340_330_491_7, -1.848_126_526_964_403_6],
            ])
        },
        build: |_| Box::new(Exact(Himmelblau)),
    },
    Entry {
        name: "twoWells",
        formula: "x² + y² − 2·exp(−5((x − 1)² + y²)) − 3·exp(−5((x + 1)² + y²))",
        dimension: 2,
        settings: &[],
        start: &[1.5, 1.5],
        learning_rate: 0.02,
        minima: |_| points(&[[-0.936_300_634_010_918_7, 0.0], [0.905_317_899_160_115, 0.0]]),
        build: |_| Box::new(Exact(TwoWells)),
    },
    Entry {
        name: "saddle",
        formula: "x² − y² + 0.05y⁴",
        dimension: 2,
        settings: &[],
        start: &[2.0, 0.01],
        learning_rate: 0.1,
        minima: |_| points(&[[0.0, -3.162_277_660_168_379_5], [0.0, 3.162_277_660_168_379_5]]),
        build: |_| Box::new(Exact(Saddle)),
    },
    Entry {
        name: "hills",
        formula: "x² + z² + 2·exp(−5((x − 1)² + z²)) + 6·exp(−5((x + 1)² + z²)) − 2·exp(−5((x − 1)² + (z + 1)²)), z = 1.4y",
        dimension: 2,
        settings: &[],
        start: &[1.5, 1.5],
        learning_rate: 0.02,
        minima: |_| {
            points(&[
                [0.900_306_522_299_307_3, -0.653_401_158_303_948_6],
                [0.041_507_125_699_561_81, -0.000_640_377_637_654_304_3],
            ])
        },
        build: |_| Box::new(Exact(Hills)),
    },
];

/// (x² + y − 11)² + (x + y² − 7)², after Himmelblau (1972): four equally deep minima.
struct Himmelblau;

impl Formula<2> for Himmelblau {
    #[inline]
    fn value<T: Number>(&self, &[x, y]: &[T; 2]) -> T {
        (x.square() + y - 11.0).square() + (x + y.square() - 7.0).square()
    }

    fn frame(&self) -> [[f64; 2]; 2] {
        [[-6.0, 6.0]; 2]
    }
}

/// exp(−((x − a)² + (y − b)²)/0.2): a bump of height 1 about (a, b).
#[inline]
fn bump<T: Number>(x: T, y: T, [a, b]: [f64; 2]) -> T {
    (((x - a).square() + (y - b).square()) / -0.2).exp()
}

/// x² + y² with a well of depth 2 about (1, 0) and one of depth 3 about (−1, 0).
struct TwoWells;

impl Formula<2> for TwoWells {
    #[inline]
    fn value<T: Number>(&self, &[x, y]: &[T; 2]) -> T {
        x.square() + y.square() - bump(x, y, [1.0, 0.0]) * 2.0 - bump(x, y, [-1.0, 0.0]) * 3.0
    }

    fn frame(&self) -> [[f64; 2]; 2] {
        [[-2.0, 2.0]; 2]
    }
}

/// x² − y² + 0.05y⁴: a saddle at 0 between two minima at y = ±√10.
struct Saddle;

impl Formula<2> for Saddle {
    #[inline]
    fn value<T: Number>(&self, &[x, y]: &[T; 2]) -> T {
        x.square() - y.square() + y.powi(4) * 0.05
    }

    fn frame(&self) -> [[f64; 2]; 2] {
        [[-4.0, 4.0]; 2]
    }
}

/// x² + z² with hills of height 2 about (1, 0) and 6 about (−1, 0) and a well of depth 2 about (1, −1), where z = 1.4y.
struct Hills;

impl Formula<2> for Hills {
    #[inline]
    fn value<T: Number>(&self, &[x, y]: &[T; 2]) -> T {
        let z = y * 1.4;
        x.square() + z.square() + bump(x, z, [1.0, 0.0]) * 2.0 + bump(x, z, [-1.0, 0.0]) * 6.0
            - bump(x, z, [1.0, -1.0]) * 2.0
    }

    fn frame(&self) -> [[f64; 2]; 2] {
        [[-2.0, 2.0]; 2]
    }
}
