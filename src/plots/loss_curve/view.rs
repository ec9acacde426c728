//! The ranges of a loss curve: what a diverging run, a loss of zero and one below it do to the axis.

use crate::plots::plane::View;
use crate::plots::range::extent;
use crate::plots::run_view::RunView;
use crate::plots::ticks::{self, Scale};

/// Losses below this leave a logarithmic axis at its lower end.
const SMALLEST: f64 = 1e-16;

/// On a linear axis, how far above the lowest loss the axis reaches, in heights of the highest start.
const MOST_STARTS: f64 = 10.0;

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
        let positive = losses().map(|loss| loss - baseline).filter(|loss| *loss > 0.0);
        return View { x, y: powers(extent(positive)), across: Scale::Linear, scale: Scale::Log, baseline };
    }
    let starts = extent(runs.iter().filter_map(|run| run.losses.first().copied()));
    let start = starts.map_or(most, |[_, highest]| highest);
    let bound = if start > least { least + MOST_STARTS * (start - least) } else { most };
    View::linear(x, ticks::widened([least, most.min(bound)]))
}

fn powers(range: Option<[f64; 2]>) -> [f64; 2] {
    let [low, high] = range.unwrap_or([0.1, 1.0]).map(|loss| libm::log10(loss.max(SMALLEST)));
    let high = high.ceil();
    [low.floor().min(high - 1.0), high]
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
