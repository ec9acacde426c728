//! Bowls: quadratic losses, round, shifted and stretched. Their Hessian is the same everywhere.

use crate::losses::{Entry, Exact, Formula, points};
use crate::number::Number;
use crate::settings::{Kind, Setting};

pub const ENTRIES: &[Entry] = &[
    Entry {
        name: "bowl",
        formula: "x²",
        dimension: 1,
        settings: &[],
        start: &[5.0],
        learning_rate: 0.1,
        minima: |_| points(&[[0.0]]),
        build: |_| Box::new(Exact(Bowl { center: 0.0 })),
    },
    Entry {
        name: "shiftedBowl",
        formula: "(x − center)²",
        dimension: 1,
        settings: &[Setting { name: "center", kind: Kind::Number { default: 3.0, lowest: -1000.0, highest: 1000.0 } }],
        start: &[8.0],
        learning_rate: 0.1,
        minima: |settings| points(&[[settings.number("center")]]),
        build: |settings| Box::new(Exact(Bowl { center: settings.number("center") })),
    },
    Entry {
        name: "roundBowl",
        formula: "x² + y²",
        dimension: 2,
        settings: &[],
        start: &[2.5, 2.0],
        learning_rate: 0.1,
        minima: |_| points(&[[0.0, 0.0]]),
        build: |_| Box::new(Exact(Stretched { a: 1.0, b: 1.0, frame: [[-3.0, 3.0]; 2] })),
    },
    Entry {
        name: "ellipse",
        formula: "w₁² + steepness·w₂²",
        dimension: 2,
        settings: &[steepness("steepness", 4.0)],
        start: &[-3.0, 2.0],
        learning_rate: 0.1,
        minima: |_| points(&[[0.0, 0.0]]),
        build: |settings| {
            let b = settings.number("steepness");
            Box::new(Exact(Stretched { a: 1.0, b, frame: [[-4.0, 4.0]; 2] }))
        },
    },
    Entry {
        name: "ravine",
        formula: "a·x² + b·y²",
        dimension: 2,
        settings: &[steepness("a", 0.1), steepness("b", 2.0)],
        start: &[-5.0, -2.0],
        learning_rate: 0.4,
        minima: |_| points(&[[0.0, 0.0]]),
        build: |settings| {
            let (a, b) = (settings.number("a"), settings.number("b"));
            Box::new(Exact(Stretched { a, b, frame: [[-5.5, 1.0], [-3.0, 3.0]] }))
        },
    },
];

/// A factor that keeps the bowl a bowl: above 0.
const fn steepness(name: &'static str, default: f64) -> Setting {
    Setting { name, kind: Kind::Number { default, lowest: 0.001, highest: 1000.0 } }
}

/// (x − center)²
struct Bowl {
    center: f64,
}

impl Formula<1> for Bowl {
    #[inline]
    fn value<T: Number>(&self, &[x]: &[T; 1]) -> T {
        (x - self.center).square()
    }

    fn frame(&self) -> [[f64; 2]; 1] {
        [[self.center - 6.0, self.center + 6.0]]
    }
}

/// a·x² + b·y²
struct Stretched {
    a: f64,
    b: f64,
    frame: [[f64; 2]; 2],
}

impl Formula<2> for Stretched {
    #[inline]
    fn value<T: Number>(&self, &[x, y]: &[T; 2]) -> T {
        x.square() * self.a + y.square() * self.b
    }

    fn frame(&self) -> [[f64; 2]; 2] {
        self.frame
    }
}
