//! Valleys: losses of two parameters with a curved, narrow floor.

use crate::losses::{Entry, Exact, Formula, points};
use crate::number::Number;
use crate::settings::{Kind, Setting};

pub const ENTRIES: &[Entry] = &[
    Entry {
        name: "rosenbrock",
        formula: "(1 − x)² + b·(y − x²)²",
        dimension: 2,
        settings: &[Setting { name: "b", kind: Kind::Number { default: 20.0, lowest: 0.01, highest: 1000.0 } }],
        start: &[-1.5, 1.5],
        learning_rate: 0.004,
        minima: |_| points(&[[1.0, 1.0]]),
        build: |settings| Box::new(Exact(Rosenbrock { b: settings.number("b") })),
    },
    Entry {
        name: "banana",
        formula: "(1 − x)² + 20(3y − x²)²",
        dimension: 2,
        settings: &[],
        start: &[-1.21, 0.853],
        learning_rate: 0.003,
        minima: |_| points(&[[1.0, 1.0 / 3.0]]),
        build: |_| Box::new(Exact(Banana)),
    },
];

/// (1 − x)² + b·(y − x²)², after Rosenbrock (1960), who took b = 100.
struct Rosenbrock {
    b: f64,
}

impl Formula<2> for Rosenbrock {
    #[inline]
    fn value<T: Number>(&self, &[x, y]: &[T; 2]) -> T {
        (-x + 1.0).square() + (y - x.square()).square() * self.b
    }

    fn frame(&self) -> [[f64; 2]; 2] {
        [[-2.0, 2.0], [-1.0, 3.0]]
    }
}

/// (1 − x)² + 20(3y − x²)²: Rosenbrock's valley, flattened.
struct Banana;

impl Formula<2> for Banana {
    #[inline]
    fn value<T: Number>(&self, &[x, y]: &[T; 2]) -> T {
        (-x + 1.0).square() + (y * 3.0 - x.square()).square() * 20.0
    }

    fn frame(&self) -> [[f64; 2]; 2] {
        [[-2.0, 2.0], [-0.27, 1.07]]
    }
}
