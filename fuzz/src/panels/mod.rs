//! The panels drawn on paper as the page draws them: the lower layer, the upper layer, and what a finger finds there.

mod others;

use downhill::losses::Loss;
use downhill::plots::contour::Slopes;
use downhill::plots::{Layout, Look, Marks, Plane, Rgb, RunView, View, contour, curve, loss_curve};
use downhill::trajectory::{Experiment, Reason, Trajectory};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::IntoDrawingArea;

use crate::paper::Paper;

/// Pixels of the paper to one of the page, as in the browser.
const SCALE: f64 = 8.0;

/// A run to be drawn at a step.
pub struct Shown<'a> {
    pub experiment: &'a Experiment,
    pub loss: &'a dyn Loss,
    pub run: &'a Trajectory,
    pub step: f64,
}

/// Draws one panel, chosen by a number, on paper of that many times four CSS pixels.
pub fn draw(what: u8, shown: &Shown, size: [u8; 2]) {
    let look = look();
    let pixels = size.map(|side| (4.0 * SCALE * f64::from(side)) as u32);
    let area = Paper::new((pixels[0], pixels[1])).into_drawing_area();
    let sheet = Sheet { area, look: &look, layout: Layout::new(pixels[0], pixels[1], &look) };
    let runs = [view(shown, &look)];
    match what % 12 {
        5 | 6 => sheet.ground(shown, &runs, what % 12 == 6),
        7 => sheet.losses(shown, &runs),
        8 => sheet.surface(shown, size),
        9 => sheet.data(shown, &runs),
        10 => sheet.trails(shown),
        _ => sheet.measured(shown, &runs),
    }
}

struct Sheet<'a> {
    area: DrawingArea<Paper, Shift>,
    look: &'a Look,
    layout: Layout,
}

impl Sheet<'_> {
    fn plane(&self, view: View) -> Plane {
        let plane = Plane::new(self.layout, view);
        // Wherever a finger is, it finds a number or nothing.
        for place in [[0.0, 0.0], [300.0, 200.0], [f64::NAN, f64::INFINITY]] {
            let found = plane.pick(place);
            assert!(found.is_none_or(|point| point.iter().all(|value| value.is_finite())), "{found:?}");
        }
        plane
    }

    /// The curve of a loss of one parameter, or the contours of two.
    fn ground(&self, shown: &Shown, runs: &[RunView], marked: bool) {
        let Shown { experiment, loss, .. } = *shown;
        let minima = experiment.loss.minima();
        let marks = Marks { tangent: marked, arrow: marked, compass: marked.then_some([0.0, 0.0]) };
        if loss.dimension() == 1 {
            let plane = self.plane(curve::view(loss, runs));
            ok(curve::draw_base(&self.area, self.look, &plane, loss, &minima.concat()));
            ok(curve::draw_overlay(&self.area, self.look, &plane, loss, runs, marks));
        } else {
            let view = contour::view(loss, runs);
            let plane = self.plane(if marked { view.with_equal_units(self.layout) } else { view });
            let minima: Vec<[f64; 2]> = minima.iter().filter_map(|point| point[..].try_into().ok()).collect();
            ok(contour::draw_base(&self.area, self.look, &plane, loss, &minima));
            ok(contour::draw_overlay(&self.area, self.look, &plane, loss, runs, marks));
            self.slopes(shown, &runs[0], &plane);
        }
    }

    /// The gradient of all samples and that of a batch.
    fn slopes(&self, Shown { experiment, loss, run, step }: &Shown, view: &RunView, plane: &Plane) {
        let (Some(samples), Some(mut batches)) = (loss.samples(), experiment.batches(*loss)) else { return };
        let step = (*step as usize).min(run.steps);
        let mut slopes = Slopes { start: [0.0; 2], full: [0.0; 2], batch: [0.0; 2] };
        loss.gradient(run.point(0), &mut slopes.start);
        loss.gradient(run.point(step), &mut slopes.full);
        samples.batch_gradient(run.point(step), batches.at(step as u64), &mut slopes.batch);
        ok(contour::draw_slopes(&self.area, self.look, plane, view, &slopes));
    }

    fn losses(&self, Shown { experiment, loss, run, .. }: &Shown, runs: &[RunView]) {
        let lowest = experiment.loss.minima().iter().map(|point| loss.value(point)).reduce(f64::min);
        for log in [false, true] {
            let plane = self.plane(loss_curve::view(runs, experiment.steps, log, lowest));
            ok(loss_curve::draw_base(&self.area, self.look, &plane));
            if let Some(batches) = experiment.batches(*loss) {
                let epoch = batches.per_epoch() as usize;
                ok(loss_curve::draw_batches(&self.area, self.look, &plane, &runs[0], &run.batch_losses, epoch));
            }
            ok(loss_curve::draw_overlay(&self.area, self.look, &plane, runs));
        }
    }
}

fn number(experiment: &Experiment, name: &str) -> f64 {
    let number = experiment.optimizer.settings.number(name);
    if number.is_nan() { 0.0 } else { number }
}

fn view<'a>(Shown { experiment, run, step, .. }: &Shown<'a>, look: &Look) -> RunView<'a> {
    RunView {
        points: &run.points,
        losses: &run.losses,
        dimension: run.dimension,
        step: *step,
        color: look.vanilla,
        diverged_at: (run.ending.reason == Reason::NotFinite).then_some(run.steps + 1),
        learning_rate: number(experiment, "learningRate"),
    }
}

/// Ink on paper; what is not said here is black.
fn look() -> Look {
    let marbles = vec![Rgb(23, 105, 194)];
    Look {
        font: "sans-serif".to_owned(),
        font_size: 12.0,
        decimal: '.',
        scale: SCALE,
        type_ratio: 1.0,
        marbles,
        ..Look::default()
    }
}

fn ok<T, E: std::fmt::Debug>(drawn: Result<T, E>) {
    if let Err(reason) = drawn {
        panic!("{reason:?}");
    }
}
