//! The panels that are no curve, contours or losses: the surface, samples, trails of answers, measurements, the heavy ball's map.

use downhill::curvature;
use downhill::plots::data::Data;
use downhill::plots::regimes::Place;
use downhill::plots::series::{self, Series};
use downhill::plots::surface::{AxesStyle, Joining, Marble, Palette, SurfaceView, path};
use downhill::plots::trails::{self, Role, Trail};
use downhill::plots::{RunView, data, regimes, ticks, variance};
use downhill::regime::{best_pair, regime};
use downhill::trajectory::batch_variance;

use super::{Sheet, Shown, number, ok};

impl Sheet<'_> {
    /// The lit surface, at most as large as a small phone shows it: its pixels are drawn one by one.
    pub(super) fn surface(&self, Shown { loss, run, step, .. }: &Shown, [width, height]: [u8; 2]) {
        let [x, y] = loss.frame()[..] else { return };
        let mut view = SurfaceView::with_side(2 + usize::from(width % 40));
        view.set_heights([x, y], |x, y| loss.value(&[x, y]));
        view.resize(usize::from(width), usize::from(height), 12.0);
        view.look(step / 10.0, step / 50.0);
        view.render(&Palette::light());
        let points = run.points.as_chunks::<2>().0;
        let marble = |point: [f64; 2]| Marble { point, radius: 6.0, colour: [0; 3] };
        view.marbles(&[marble(points[0]), marble(points[points.len() - 1])]);
        let trail = view.trail(points, Joining::OnSurface);
        ok(path::draw_under(&self.area, self.look, trail, self.look.vanilla, 1.0));
        let (line, number) = (self.look.axis.rgba(0.5), |value: f64| ticks::short(value, 3, '.'));
        let (names, font) = (["x", "y", "loss"], self.look.font.as_str());
        let style =
            AxesStyle { line, grid: line, text: line, font, font_size: 12.0, stroke: 1, names, number: &number };
        ok(view.draw_axes(&self.area, &style));
        view.pick(f64::from(width) / 2.0, f64::from(height) / 2.0);
    }

    /// Samples with the lines of the runs, and how far batches scatter.
    pub(super) fn data(&self, Shown { experiment, loss, run, step }: &Shown, runs: &[RunView]) {
        let Some(samples) = loss.samples() else { return };
        let (rows, labels) = (data::targets(samples), data::labels(samples));
        let predict = |parameters: &[f64], x: f64| samples.prediction(parameters, x);
        let batch = experiment.batches(*loss).map(|mut batches| batches.at(*step as u64).to_vec());
        let picture = Data { rows: &rows, labels, predict: &predict, batch: batch.as_deref() };
        let plane = self.plane(data::view(&picture));
        ok(data::draw_base(&self.area, self.look, &plane));
        ok(data::draw_overlay(&self.area, self.look, &plane, &picture, runs));
        let point = run.point((*step as usize).min(run.steps));
        let size = 1 + rows.len() as u32 / 2;
        let found = batch_variance(*loss, point, &[1, size], 20, experiment.seed).unwrap_or_default();
        let measured: Vec<[f64; 2]> = [1.0, f64::from(size)].into_iter().zip(found).map(|(a, b)| [a, b]).collect();
        let variances: Vec<f64> = measured.iter().map(|point| point[1]).collect();
        let plane = self.plane(variance::view(rows.len(), &variances));
        ok(variance::draw_base(&self.area, self.look, &plane));
        let now = measured.last().map(|point| (*point, self.look.vanilla));
        ok(variance::draw_overlay(&self.area, self.look, &plane, &measured, now));
    }

    /// What answers do, side by side: the run, the run with a hole in it, and every second of its numbers.
    pub(super) fn trails(&self, Shown { experiment, loss, run, .. }: &Shown) {
        let mut broken = run.points.clone();
        broken.extend([f64::NAN, f64::INFINITY, 1e300, -1e300]);
        let sparse: Vec<f64> = run.points.iter().copied().step_by(2).collect();
        let all = [(Role::Given, &broken), (Role::Right, &run.points), (Role::Yours, &sparse)];
        let all = all.map(|(role, points)| Trail { role, points });
        let plane = self.plane(trails::view(*loss, &experiment.start, &all));
        ok(trails::draw(&self.area, self.look, &plane, *loss, &experiment.loss.minima(), &all));
    }

    /// Measurements against the step, and the map of the heavy ball.
    pub(super) fn measured(&self, Shown { experiment, loss, run, .. }: &Shown, runs: &[RunView]) {
        let points = run.losses.iter().enumerate().map(|(step, loss)| [step as f64, *loss]).collect();
        let lines = [Series { points, color: self.look.vanilla }];
        let plane = self.plane(series::view(&lines, run.steps as f64, None));
        ok(series::draw(&self.area, self.look, &plane, &lines));
        let plane = self.plane(regimes::view());
        ok(regimes::draw_base(&self.area, self.look, &plane));
        let (rate, momentum) = (number(experiment, "learningRate"), number(experiment, "momentum"));
        if let Some((low, high)) = curvature::extremes(*loss, run.point(0)) {
            let places = [("λ₁", low), ("λ₂", high)].map(|(name, curvature)| Place {
                product: rate * curvature,
                momentum,
                name,
            });
            places.iter().for_each(|place| assert!(!regime(place.product, momentum).name().is_empty()));
            best_pair(low, high);
            ok(regimes::draw_overlay(&self.area, self.look, &plane, &places, runs[0].color));
        }
    }
}
