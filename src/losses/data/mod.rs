//! Losses made of data: a straight line b + w·x through samples, and what is done with it.

mod drawn;
mod line;
mod rule;
mod solution;

use crate::losses::Entry;
use crate::settings::{Kind, Setting, Settings};
use line::Line;
use rule::Rule;

/// Most samples that a reader or a host may give.
const MOST_SAMPLES: usize = 10_000;

/// Largest input and target.
const LARGEST: f64 = 1e6;

/// Penguins on an island: years since 2010, and how many there were. The worked example of the lesson.
const PENGUINS: &[[f64; 2]] = &[[0.0, 332.0], [2.0, 353.0], [6.0, 419.0]];

/// Eight labelled points that no threshold separates, so that the cross-entropy has one lowest point.
const LABELLED: &[[f64; 2]] =
    &[[-3.0, 0.0], [-2.0, 0.0], [-1.5, 0.0], [-0.5, 1.0], [0.5, 0.0], [1.0, 1.0], [2.0, 1.0], [3.0, 1.0]];

const REDUCTION: Setting = Setting { name: "reduction", kind: Kind::Choice { options: &["sum", "mean"] } };
const STANDARDIZE: Setting = Setting { name: "standardize", kind: Kind::Switch { default: false } };

const fn rows(default: &'static [[f64; 2]], labels: bool) -> Setting {
    Setting { name: "data", kind: Kind::Rows { default, most: MOST_SAMPLES, limit: LARGEST, labels } }
}

const LABELLED_SETTINGS: &[Setting] = &[REDUCTION, STANDARDIZE, rows(LABELLED, true)];

pub const ENTRIES: &[Entry] = &[
    Entry {
        name: "regression",
        formula: "Σ(b + w·xᵢ − yᵢ)²",
        dimension: 2,
        settings: &[
            Setting { name: "residual", kind: Kind::Choice { options: &["squared", "absolute"] } },
            REDUCTION,
            STANDARDIZE,
            rows(PENGUINS, false),
            // That many points drawn around a line instead of `data`; none leaves `data` in force.
            Setting { name: "sample", kind: Kind::Number { default: 0.0, lowest: 0.0, highest: MOST_SAMPLES as f64 } },
        ],
        start: &[350.0, 10.0],
        learning_rate: 0.01,
        minima: |settings| solution::lowest(&regression(settings)),
        build: |settings| Box::new(regression(settings)),
    },
    Entry {
        name: "logistic",
        formula: "Σ H(yᵢ, σ(b + w·xᵢ))",
        dimension: 2,
        settings: LABELLED_SETTINGS,
        start: &[-4.0, -2.0],
        learning_rate: 0.1,
        minima: |settings| solution::lowest(&line(Rule::Logistic, settings)),
        build: |settings| Box::new(line(Rule::Logistic, settings)),
    },
    Entry {
        name: "perceptron",
        formula: "Σ(sign(b + w·xᵢ) − yᵢ)²",
        dimension: 2,
        settings: LABELLED_SETTINGS,
        start: &[-4.0, -2.0],
        learning_rate: 0.1,
        minima: |_| Vec::new(),
        build: |settings| Box::new(line(Rule::Perceptron, settings)),
    },
];

fn regression(settings: &Settings) -> Line {
    let rule = if settings.choice("residual") == "absolute" { Rule::Absolute } else { Rule::Squared };
    line(rule, settings)
}

fn line(rule: Rule, settings: &Settings) -> Line {
    // Where there is no such setting the number is NaN, which counts as 0 here.
    let rows = match settings.number("sample") as usize {
        0 => settings.rows("data").to_vec(),
        count => drawn::rows(count),
    };
    Line::new(rule, rows, settings.choice("reduction") == "mean", settings.switch("standardize"))
}
