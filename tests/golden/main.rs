//! Holds the core to PyTorch: the same experiments, the same points and losses. The reference is made by make.py.

#![cfg(not(target_arch = "wasm32"))]

mod compare;

use std::collections::BTreeSet;

use compare::{hold, worst};
use downhill::plain::Plain;
use downhill::trajectory::{Experiment, Trajectory, run};
use downhill::{losses, optimizers};
use serde::Deserialize;

/// Largest relative error of one value over the first 25 steps, and over 1,000.
const SHORT: f64 = 1e-12;
const LONG: f64 = 1e-9;

#[derive(Deserialize)]
struct Golden {
    rows: Vec<Row>,
    #[serde(rename = "left out")]
    left_out: Vec<LeftOut>,
}

/// One experiment with what PyTorch made of it.
#[derive(Deserialize)]
struct Row {
    experiment: Plain,
    points: Vec<Vec<f64>>,
    losses: Vec<f64>,
    later: Option<Vec<Later>>,
}

/// The state after many steps.
#[derive(Deserialize)]
struct Later {
    step: usize,
    point: Vec<f64>,
    loss: f64,
}

#[derive(Deserialize)]
struct LeftOut {
    loss: Plain,
    optimizer: Plain,
    run: String,
}

fn golden() -> Golden {
    serde_json::from_str(include_str!("trajectories.json")).unwrap()
}

impl Row {
    fn run(&self, steps: usize) -> Trajectory {
        let mut experiment =
            Experiment::from_plain(&self.experiment).unwrap_or_else(|fault| panic!("{}: {fault}", self.title()));
        experiment.steps = steps;
        run(&experiment).unwrap_or_else(|fault| panic!("{}: {fault}", self.title()))
    }

    fn title(&self) -> String {
        let part = |name| self.experiment.get(name);
        format!("{:?} under {:?}", part("loss"), part("optimizer"))
    }

    fn pair(&self) -> (String, String) {
        let part = |name| name_of(self.experiment.get(name).unwrap());
        (part("loss"), part("optimizer"))
    }
}

fn name_of(plain: &Plain) -> String {
    plain.get("name").unwrap().text("name").unwrap().to_owned()
}

#[test]
fn every_value_of_twenty_five_steps_is_pytorchs() {
    let golden = golden();
    let errors = golden.rows.iter().map(|row| {
        let states = row.points.iter().zip(&row.losses).enumerate();
        let wanted = states.map(|(step, (point, loss))| (step, &point[..], *loss));
        (row.title(), worst(&row.run(row.points.len() - 1), wanted))
    });
    hold(SHORT, errors);
}

#[test]
fn after_a_thousand_steps_the_core_still_agrees_with_pytorch() {
    let golden = golden();
    let errors = golden.rows.iter().filter_map(|row| {
        let later = row.later.as_ref()?;
        let start = (0, &row.points[0][..], row.losses[0]);
        let wanted = later.iter().map(|state| (state.step, &state.point[..], state.loss));
        let steps = later.last()?.step;
        Some((row.title(), worst(&row.run(steps), [start].into_iter().chain(wanted))))
    });
    hold(LONG, errors);
}

#[test]
fn every_loss_meets_every_optimizer_unless_the_script_says_why_not() {
    let golden = golden();
    let mut known: BTreeSet<_> = golden.rows.iter().map(Row::pair).collect();
    let excused = golden.left_out.iter().filter(|left| left.run == "all");
    known.extend(excused.map(|left| (name_of(&left.loss), name_of(&left.optimizer))));
    let pairs = losses::catalogue().flat_map(|loss| optimizers::catalogue().map(|method| (loss.name, method.name)));
    let missing: Vec<_> =
        pairs.filter(|(loss, method)| !known.contains(&((*loss).to_owned(), (*method).to_owned()))).collect();
    assert!(missing.is_empty(), "no golden row for {missing:?}; see tests/golden/README.md");
}

#[test]
fn every_loss_and_every_optimizer_has_a_golden_row() {
    let rows: BTreeSet<_> = golden().rows.iter().map(Row::pair).collect();
    for loss in losses::catalogue() {
        assert!(rows.iter().any(|(name, _)| name == loss.name), "no golden row for the loss {}", loss.name);
    }
    for method in optimizers::catalogue() {
        assert!(rows.iter().any(|(_, name)| name == method.name), "no golden row for the optimizer {}", method.name);
    }
}
