//! What the panels show of batches: that of the first run, where there are any to be seen.

use super::Shown;
use crate::plots::contour::Slopes;

/// The losses of the batches, and how many make an epoch; none where every step looks at all samples.
#[inline(never)]
pub(super) fn batches(runs: &[Shown]) -> Option<(&[f64], usize)> {
    let record = &runs.first()?.record;
    let batches = record.experiment.batches(record.loss.as_ref())?;
    Some((&record.run.batch_losses, batches.per_epoch() as usize))
}

/// The full gradient and that of the batch where the first run stands; none where every step looks at all samples.
#[inline(never)]
pub(super) fn slopes(runs: &[Shown]) -> Option<Slopes> {
    let shown = runs.first()?;
    let (record, (step, _)) = (&shown.record, shown.whole_step());
    let (samples, mut batches) = (record.loss.samples()?, record.experiment.batches(record.loss.as_ref())?);
    let mut slopes = Slopes { start: [0.0; 2], full: [0.0; 2], batch: [0.0; 2] };
    record.loss.gradient(record.run.point(0), &mut slopes.start);
    record.loss.gradient(record.run.point(step), &mut slopes.full);
    samples.batch_gradient(record.run.point(step), batches.at(step as u64), &mut slopes.batch);
    Some(slopes)
}
