//! The measured variance of the batch gradient, on its canvases.

use super::flat::{self, Ground};
use super::{Sheet, Shown, View};
use crate::plots::variance;
use crate::trajectory::batch_variance;

/// Gradients of single samples that may be taken for one batch size.
const EFFORT: u32 = 20_000;

/// Fewest and most batches drawn for one size.
const DRAWS: [u32; 2] = [20, 1000];

/// Sizes per power of ten.
const SIZES: f64 = 6.0;

/// The variance against the size, where the first run stands.
#[derive(Default)]
pub(super) struct Variance {
    ground: Ground,
    /// The step at which was measured, and sizes with variances.
    measured: Option<(usize, Vec<[f64; 2]>)>,
}

impl View for Variance {
    fn is_stale(&mut self, _sheet: &Sheet, runs: &[Shown]) -> bool {
        self.measured = None;
        let Some(samples) = runs.first().and_then(|first| first.record.loss.samples()) else {
            return false;
        };
        let last = runs.first().map_or(0, |first| first.record.run.steps);
        let ends = [0, last].into_iter().flat_map(|step| measure(&runs[0], step, &sizes(samples.rows().len())));
        let variances: Vec<f64> = ends.map(|[_, variance]| variance).collect();
        self.ground.takes(runs, variance::view(samples.rows().len(), &variances))
    }

    fn draw_base(&mut self, sheet: &Sheet, _runs: &[Shown]) -> Option<()> {
        let area = flat::area(&sheet.base, sheet)?;
        variance::draw_base(&area, &sheet.look, &self.ground.plane(sheet)?).ok()
    }

    fn draw_overlay(&mut self, sheet: &Sheet, runs: &[Shown]) -> Option<()> {
        let area = flat::area(&sheet.overlay, sheet)?;
        let (first, plane) = (runs.first()?, self.ground.plane(sheet)?);
        let (step, _) = first.whole_step();
        if self.measured.as_ref().is_none_or(|(at, _)| *at != step) {
            let all = first.record.loss.samples()?.rows().len();
            self.measured = Some((step, measure(first, step, &sizes(all))));
        }
        let (_, measured) = self.measured.as_ref()?;
        let now = first.record.experiment.batch.and_then(|size| measure(first, step, &[size as u32]).pop());
        variance::draw_overlay(&area, &sheet.look, &plane, measured, now.map(|point| (point, first.color))).ok()
    }

    fn pick(&self, _sheet: &Sheet, _x: f64, _y: f64) -> Option<Vec<f64>> {
        None
    }

    fn project(&self, _sheet: &Sheet, _point: &[f64]) -> Option<[f64; 2]> {
        None
    }
}

/// Sizes evenly spread on a logarithmic axis, from 1 to fewer than all samples, which have no variance.
fn sizes(all: usize) -> Vec<u32> {
    let size = |k: u32| libm::round(libm::pow(10.0, f64::from(k) / SIZES)) as u32;
    let mut sizes: Vec<u32> = (0..).map(size).take_while(|size| (*size as usize) < all.max(2)).collect();
    sizes.dedup();
    sizes
}

/// Each size with the variance of its batches at a step of a run.
#[inline(never)]
fn measure(shown: &Shown, step: usize, sizes: &[u32]) -> Vec<[f64; 2]> {
    let record = &shown.record;
    let point = record.run.point(step);
    let of_size = |size: &u32| {
        let draws = (EFFORT / (*size).max(1)).clamp(DRAWS[0], DRAWS[1]);
        let found = batch_variance(record.loss.as_ref(), point, &[*size], draws, record.experiment.seed)?;
        Some([f64::from(*size), *found.first()?])
    };
    sizes.iter().filter_map(of_size).collect()
}
