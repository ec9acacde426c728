//! A run that a panel shows.

use std::rc::Rc;

use wasm_bindgen::JsValue;

use crate::bindings::simulation::Record;
use crate::optimizers;
use crate::plots::style::{Look, Rgb};

/// A run that is shown, in its colour, at a step that may lie between two iterates.
pub(super) struct Shown {
    pub(super) record: Rc<Record>,
    /// Whose colour it has; which colour that is depends on the look.
    pub(super) role: JsValue,
    pub(super) color: Rgb,
    pub(super) step: f64,
}

impl Shown {
    /// The samples that the next step looks at, where those are not all.
    pub(super) fn batch(&self) -> Option<Vec<u32>> {
        let Record { experiment, loss, .. } = &*self.record;
        Some(experiment.batches(loss.as_ref())?.at(self.whole_step().0 as u64).to_vec())
    }

    /// The iterate that has been reached, and the share of the way to the next one.
    pub(super) fn whole_step(&self) -> (usize, f64) {
        let step = self.step.clamp(0.0, self.record.run.steps as f64);
        let whole = step.floor();
        (whole as usize, step - whole)
    }

    /// Where the marble is.
    pub(super) fn point(&self, dimension: usize, axis: usize) -> f64 {
        let (step, share) = self.whole_step();
        let run = &self.record.run;
        let at = |step: usize| run.points.get(step * dimension + axis).copied().unwrap_or(f64::NAN);
        if share == 0.0 { at(step) } else { at(step) + share * (at(step + 1) - at(step)) }
    }
}

/// The colour of a role in a look.
pub(super) fn color(look: &Look, role: &JsValue) -> Rgb {
    let name = role.as_string();
    let by_name = || optimizers::catalogue().position(|entry| Some(entry.name) == name.as_deref());
    match (role.as_f64(), name.as_deref()) {
        (Some(index), _) if !look.marbles.is_empty() => look.marbles[index.abs() as usize % look.marbles.len()],
        (_, Some("momentum")) => look.momentum,
        (_, Some("vanilla")) => look.vanilla,
        (_, Some("ghost")) => look.ghost,
        (_, Some("elsewhere")) => look.axis,
        (_, Some("flown")) => look.danger,
        _ => by_name().and_then(|index| look.optimizers.get(index)).copied().unwrap_or(look.vanilla),
    }
}
