//! The loss against the step, on a linear or a logarithmic axis, for one run or several.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::PathElement;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, VPos};

use super::pen::{Drawn, Pen};
use super::plane::{Plane, View};
use super::range::extent;
use super::run_view::RunView;
use super::style::{Look, size};
use super::ticks::{self, Scale};
use super::{chart, clip};

/// Losses below this leave a logarithmic axis at its lower end.
const SMALLEST: f64 = 1e-16;

/// On a linear axis, how far above the lowest loss the axis reaches, in heights of the highest start.
const MOST_STARTS: f64 = 10.0;

/// Opacity of what is to come.
const TO_COME: f64 = 0.35;

/// The ranges that show these runs of `steps` planned steps.
///
/// A linear axis reaches from the lowest loss to the highest, but not more than ten times as high as the highest start: a run
/// that diverges leaves through the top. A logarithmic axis shows whole powers of ten, not below 10⁻¹⁶. If losses go
/// below 0, it shows the loss less a baseline, the lowest of `lowest` (the least value known of the loss) and all losses.
pub fn view(runs: &[RunView], steps: usize, log: bool, lowest: Option<f64>) -> View {
    let rows = runs.iter().map(RunView::rows).max().unwrap_or(0);
    let x = [0.0, steps.max(rows.saturating_sub(1)).max(1) as f64];
    let losses = || runs.iter().flat_map(|run| run.losses.iter().copied());
    let Some([least, most]) = extent(losses().chain(lowest)) else {
        return View::linear(x, [0.0, 1.0]);
    };
    if log {
        let baseline = least.min(0.0);
        let positive = losses()
            .map(|loss| loss - baseline)
            .filter(|loss| *loss > 0.0);
        return View {
            x,
            y: powers(extent(positive)),
            scale: Scale::Log,
            baseline,
        };
    }
    let starts = extent(runs.iter().filter_map(|run| run.losses.first().copied()));
    let start = starts.map_or(most, |[_, highest]| highest);
    let bound = if start > least {
        least + MOST_STARTS * (start - least)
    } else {
        most
    };
    View::linear(x, ticks::widened([least, most.min(bound)]))
}

fn powers(range: Option<[f64; 2]>) -> [f64; 2] {
    let [low, high] = range
        .unwrap_or([0.1, 1.0])
        .map(|loss| libm::log10(loss.max(SMALLEST)));
    let high = high.ceil();
    [low.floor().min(high - 1.0), high]
}

/// Paper, axes, and their names; that of a logarithmic axis says what is subtracted.
pub fn draw_base<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
) -> Drawn<B> {
    if !chart::draw_ground(area, look, plane)? {
        return Ok(());
    }
    let baseline = plane.view.baseline;
    let sign = if baseline < 0.0 { '+' } else { '−' };
    let name = match baseline {
        0.0 => look.words.loss.clone(),
        _ => format!(
            "{} {sign} {}",
            look.words.loss,
            ticks::short(baseline.abs(), 4, look.decimal)
        ),
    };
    chart::draw_axes(area, look, plane, &look.words.step, &name)
}

/// The losses of all runs: what is to come faint, a dot where each stands, and where one diverged a line with its step.
pub fn draw_overlay<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    runs: &[RunView],
) -> Drawn<B> {
    if !plane.layout.has_room(look) {
        return Ok(());
    }
    let pen = Pen {
        area,
        look,
        edges: plane.layout.edges(),
    };
    let column = look.pixels(1.0);
    for run in runs {
        let future = (run.row()..run.rows()).map(|row| place(plane, run, row));
        pen.line(thinned(future, column), run.color, TO_COME, size::LOSS)?;
    }
    for run in runs {
        let past = (0..=run.row())
            .take(run.rows())
            .map(|row| place(plane, run, row));
        pen.line(
            thinned(past.chain(standing(plane, run)), column),
            run.color,
            1.0,
            size::LOSS,
        )?;
    }
    let diverged = runs.iter().filter_map(|run| run.diverged_at);
    for (line, step) in diverged.enumerate() {
        draw_divergence(&pen, plane, step, line)?;
    }
    for run in runs.iter().rev() {
        if let Some(place) = standing(plane, run) {
            pen.marble(clip::nearest(place, pen.edges), run.color)?;
        }
    }
    Ok(())
}

/// A line where a run diverged, with the words for it; those of several runs stand below one another.
fn draw_divergence<B: DrawingBackend>(
    pen: &Pen<B>,
    plane: &Plane,
    step: usize,
    line: usize,
) -> Drawn<B> {
    let look = pen.look;
    let [left, top, right, bottom] = pen.edges;
    let x = plane.project([step as f64, 0.0])[0].clamp(left, right);
    let stroke = look.stroke(look.danger, 0.5, size::GRID);
    let ends = [[x, top], [x, bottom]].map(clip::rounded);
    pen.area.draw(&PathElement::new(ends, stroke))?;
    let text = look.words.diverged.replace("{step}", &step.to_string());
    let y = top + look.ems(0.3 + 1.35 * line as f64);
    let (x, side) = if x > (left + right) / 2.0 {
        (x - look.ems(0.4), HPos::Right)
    } else {
        (x + look.ems(0.4), HPos::Left)
    };
    pen.text(&text, [x, y], look.danger, side, VPos::Top)
}

/// The pixel of an iterate's loss.
fn place(plane: &Plane, run: &RunView, row: usize) -> [f64; 2] {
    plane.project([row as f64, height(plane, run.losses[row])])
}

/// The pixel at which a run stands, on a straight line between two iterates.
fn standing(plane: &Plane, run: &RunView) -> Option<[f64; 2]> {
    if run.rows() == 0 {
        return None;
    }
    let (from, share) = (place(plane, run, run.row()), run.share());
    if share == 0.0 {
        return Some(from);
    }
    let to = place(plane, run, run.row() + 1);
    Some([0, 1].map(|axis| from[axis] + share * (to[axis] - from[axis])))
}

/// A loss as a number of the vertical axis.
fn height(plane: &Plane, loss: f64) -> f64 {
    match plane.view.scale {
        Scale::Linear => loss,
        Scale::Log if loss > plane.view.baseline => libm::log10(loss - plane.view.baseline),
        Scale::Log if loss.is_nan() => loss,
        // Below every axis, so that the line leaves through the lower edge.
        Scale::Log => -1e3,
    }
}

/// At most two points for each column of that width, its lowest and its highest, in their order; and the last point. Ends
/// at the first point that is not finite.
fn thinned(points: impl Iterator<Item = [f64; 2]>, column: f64) -> Vec<[f64; 2]> {
    let mut line: Vec<[f64; 2]> = Vec::new();
    let mut open: Option<[[f64; 2]; 2]> = None;
    let mut last = None;
    let place = |x: f64| (x / column).floor();
    for point in points.take_while(clip::is_finite) {
        last = Some(point);
        match &mut open {
            Some([lowest, highest]) if place(lowest[0]) == place(point[0]) => {
                if point[1] > lowest[1] {
                    *lowest = point;
                }
                if point[1] < highest[1] {
                    *highest = point;
                }
            }
            _ => close(open.replace([point, point]), &mut line),
        }
    }
    close(open, &mut line);
    line.extend(last.filter(|last| line.last() != Some(last)));
    line
}

fn close(column: Option<[[f64; 2]; 2]>, line: &mut Vec<[f64; 2]>) {
    let Some([a, b]) = column else { return };
    let (first, second) = if a[0] <= b[0] { (a, b) } else { (b, a) };
    line.push(first);
    if first != second {
        line.push(second);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plots::style::Rgb;

    fn run(losses: &[f64]) -> RunView<'_> {
        RunView {
            points: losses,
            losses,
            dimension: 1,
            step: 0.0,
            color: Rgb(0, 0, 0),
            diverged_at: None,
            learning_rate: f64::NAN,
        }
    }

    #[test]
    fn a_hundred_thousand_steps_are_at_most_two_points_per_column() {
        let wild = (0..100_000).map(|k| [f64::from(k) * 0.006, libm::sin(f64::from(k)) * 100.0]);
        assert!(thinned(wild, 1.0).len() <= 2 * 600 + 1);
    }

    #[test]
    fn few_points_are_left_as_they_are() {
        let points = [[0.5, 3.0], [10.5, 2.0], [20.5, 1.0]];
        assert_eq!(thinned(points.into_iter(), 1.0), points);
    }

    #[test]
    fn a_logarithmic_axis_shows_whole_powers_of_ten_down_to_the_smallest() {
        let view = view(&[run(&[25.0, 0.3, 1e-40, 0.0])], 25, true, Some(0.0));
        assert_eq!((view.y, view.baseline), ([-16.0, 2.0], 0.0));
    }

    #[test]
    fn a_loss_below_zero_is_shown_above_the_lowest_value_known() {
        let falling = [1.0, -10.0, -11.0];
        assert_eq!(view(&[run(&falling)], 2, true, Some(-11.5)).baseline, -11.5);
        assert_eq!(view(&[run(&falling)], 2, true, None).baseline, -11.0);
    }

    #[test]
    fn a_run_that_diverges_leaves_through_the_top_of_a_linear_axis() {
        let view = view(&[run(&[25.0, 36.0, 1e9])], 25, false, Some(0.0));
        assert_eq!((view.x, view.y), ([0.0, 25.0], [0.0, 250.0]));
    }

    #[test]
    fn runs_without_a_finite_loss_have_axes_too() {
        for log in [false, true] {
            assert_eq!(view(&[run(&[f64::NAN])], 0, log, None).x, [0.0, 1.0]);
            assert_eq!(view(&[], 3, log, None).x, [0.0, 3.0]);
        }
    }
}
