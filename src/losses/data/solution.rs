//! Where a loss over samples is lowest, and the region worth seeing around that place.

use super::line::{Line, centre_and_spread, inputs_differ};
use super::rule::Rule;
use crate::losses::Frame;

/// Most samples for which the line of least absolute error is looked for: the time grows with the cube of their number.
const MOST_FOR_ABSOLUTE: usize = 200;

/// Newton steps and halvings of one step after which the search ends; ten and none are usual.
const ROUNDS: usize = 100;

/// A Newton step shorter than this share of the point is the last one.
const SHORT: f64 = 1e-7;

/// How far σ(b + w·x) is worth seeing to both sides: at 6 standard deviations' slope it is a step.
const STEEP: f64 = 6.0;

/// The lowest point if there is exactly one worth naming: none where inputs are all the same (the points then lie on a
/// line), where labels can be separated (it then lies at infinity), and where nothing slopes at all.
pub(super) fn lowest(line: &Line) -> Vec<Vec<f64>> {
    let found = match line.rule {
        Rule::Squared => least_squares(&line.used),
        Rule::Absolute => least_absolute(line),
        Rule::Logistic => least_cross_entropy(line),
        Rule::Perceptron => None,
    };
    let finite = found.filter(|point| point.iter().all(|value| value.is_finite()));
    finite.map(|point| point.to_vec()).into_iter().collect()
}

/// The region around the lowest point in which the parameters change what the model says about as much as the data do.
pub(super) fn frame(line: &Line) -> Frame {
    let (mean, spread) = centre_and_spread(&line.used);
    let ([b, w], [across_b, across_w]) = match line.rule {
        Rule::Squared | Rule::Absolute => {
            let targets = || line.used.iter().map(|row| row[1]);
            let (low, high) = targets().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), y| (l.min(y), h.max(y)));
            let half = ((high - low) / 2.0).max(1.0);
            let level = targets().sum::<f64>() / line.used.len() as f64;
            (least_squares(&line.used).unwrap_or([level, 0.0]), [half, half / spread])
        }
        Rule::Logistic | Rule::Perceptron => {
            let [b, w] = least_cross_entropy(line).unwrap_or_default();
            let usual = STEEP / spread;
            ([0.0; 2], [(usual * libm::hypot(mean, spread)).max(1.5 * b.abs()), usual.max(1.5 * w.abs())])
        }
    };
    vec![[b - across_b, b + across_b], [w - across_w, w + across_w]]
}

/// The line of least squares, from sums about the means.
fn least_squares(rows: &[[f64; 2]]) -> Option<[f64; 2]> {
    let count = rows.len() as f64;
    let (x_mean, y_mean) =
        (rows.iter().map(|r| r[0]).sum::<f64>() / count, rows.iter().map(|r| r[1]).sum::<f64>() / count);
    let (mut xx, mut xy) = (0.0, 0.0);
    for [x, y] in rows {
        xx += (x - x_mean) * (x - x_mean);
        xy += (x - x_mean) * (y - y_mean);
    }
    let w = xy / xx;
    inputs_differ(rows).then_some([y_mean - w * x_mean, w])
}

/// A line of least absolute error: one of them passes through two of the samples, so all pairs are tried.
fn least_absolute(line: &Line) -> Option<[f64; 2]> {
    let rows = &line.used[..];
    if rows.len() > MOST_FOR_ABSOLUTE || !inputs_differ(rows) {
        return None;
    }
    let mut best: Option<([f64; 2], f64)> = None;
    for (index, [x, y]) in rows.iter().enumerate() {
        for [other_x, other_y] in rows[..index].iter().filter(|other| other[0] != *x) {
            let w = (y - other_y) / (x - other_x);
            let point = [y - w * x, w];
            let loss = rows.iter().map(|[x, y]| (point[0] + w * x - y).abs()).sum::<f64>();
            if best.is_none_or(|(_, lowest)| loss < lowest) {
                best = Some((point, loss));
            }
        }
    }
    best.map(|(point, _)| point)
}

/// Newton's method on the cross-entropy, each step halved until it goes down. Convex, so there is nothing else to find.
fn least_cross_entropy(line: &Line) -> Option<[f64; 2]> {
    if separable(&line.used) {
        return None;
    }
    let mut point = [0.0; 2];
    for _ in 0..ROUNDS {
        let here = line.sums(&point, None);
        let ([bb, bw, ww], [b, w]) = (here.hessian, here.gradient);
        let determinant = bb * ww - bw * bw;
        let step = [(ww * b - bw * w) / determinant, (bb * w - bw * b) / determinant];
        // The error of a short step is its square, and near the bottom rounding decides whether the loss goes down.
        if step.iter().zip(&point).all(|(step, at)| step.abs() <= SHORT * (1.0 + at.abs())) {
            return Some([point[0] - step[0], point[1] - step[1]]);
        }
        let shares = core::iter::successors(Some(1.0), |share| Some(share / 2.0)).take(ROUNDS);
        let mut steps = shares.map(|share| [point[0] - share * step[0], point[1] - share * step[1]]);
        let Some(next) = steps.find(|next| line.sums(next, None).loss <= here.loss) else {
            break;
        };
        if next == point {
            break;
        }
        point = next;
    }
    Some(point)
}

/// Whether some threshold on the input parts the labels 0 from the labels 1, those on the threshold left out.
fn separable(rows: &[[f64; 2]]) -> bool {
    let extremes = |label: f64| {
        let inputs = rows.iter().filter(|row| row[1] == label).map(|row| row[0]);
        inputs.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
    };
    let ((low_0, high_0), (low_1, high_1)) = (extremes(0.0), extremes(1.0));
    high_0 <= low_1 || high_1 <= low_0
}
