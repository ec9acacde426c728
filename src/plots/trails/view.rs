//! The ranges that show a loss with trails on it.

use super::{Role, Trail};
use crate::losses::Loss;
use crate::plots::curve::heights;
use crate::plots::plane::View;
use crate::plots::range::{extent, safe_range};

/// Steps of every trail that the picture is widened for, the start included.
const FIRST: usize = 5;

/// How many times as wide as the loss's frame the picture may become for the right trail, and for the others. A trail that
/// goes farther is seen leaving: if it were shown whole, its first steps would be one dot.
const WIDEST: [f64; 2] = [8.0, 2.5];

/// Room beside the outermost step, and above the highest one, as a share of the range.
const BESIDE: f64 = 0.06;
const ABOVE: f64 = 0.1;

/// The loss's frame, widened until it holds the start, the right trail, and the first steps of the others, as far as those
/// are near enough.
pub fn view(loss: &dyn Loss, start: &[f64], trails: &[Trail]) -> View {
    let dimension = loss.dimension().max(1);
    let frame = loss.frame();
    let side = |axis: usize| {
        let frame = frame.get(axis).copied().unwrap_or([-1.0, 1.0]);
        let of = |right: bool| trails.iter().filter(move |trail| (trail.role == Role::Right) == right);
        let [right, others] =
            [of(true), of(false)].map(|trails| trails.flat_map(|trail| wanted(trail, dimension)).map(|row| row[axis]));
        widened(frame, start.get(axis).copied(), right, others)
    };
    if dimension > 1 {
        return View::linear(side(0), side(1));
    }
    let x = side(0);
    let seen = |value: &f64| (x[0]..=x[1]).contains(value);
    let rows = trails.iter().flat_map(|trail| wanted(trail, 1)).map(|row| row[0]);
    let losses = rows.chain(start.first().copied()).filter(seen).map(|value| loss.value(&[value]));
    let losses: Vec<f64> = losses.collect();
    let [low, high] = heights(loss, x, losses.iter().copied());
    let [lowest, highest] = extent(losses.into_iter()).unwrap_or([low, high]);
    let (low, high) = (low.min(lowest), high.max(highest));
    View::linear(x, [low, high + ABOVE * (high - low)])
}

/// The rows of a trail that should be seen.
fn wanted<'a>(trail: &Trail<'a>, dimension: usize) -> impl Iterator<Item = &'a [f64]> + use<'a> {
    let most = if trail.role == Role::Right { usize::MAX } else { FIRST };
    trail.points.chunks_exact(dimension).take(most)
}

/// A range that holds the start wherever that is, and of what is wanted all that is not too far away.
fn widened(
    frame: [f64; 2],
    start: Option<f64>,
    right: impl Iterator<Item = f64>,
    others: impl Iterator<Item = f64>,
) -> [f64; 2] {
    let [low, high] = safe_range(frame[0], frame[1]);
    let middle = low + (high - low) / 2.0;
    let near = |widest: f64| move |value: &f64| (value - middle).abs() <= widest / 2.0 * (high - low);
    let wanted = right.filter(near(WIDEST[0])).chain(others.filter(near(WIDEST[1])));
    let [least, most] = extent(wanted.chain(start)).unwrap_or([low, high]);
    let beside = BESIDE * (most.max(high) - least.min(low));
    safe_range(low.min(least - beside), high.max(most + beside))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(start: f64, right: &[f64], others: &[f64]) -> [f64; 2] {
        widened([-6.0, 6.0], Some(start), right.iter().copied(), others.iter().copied())
    }

    #[test]
    fn what_is_in_the_frame_leaves_it_as_it_is() {
        assert_eq!(with(5.0, &[-5.0], &[4.0]), [-6.0, 6.0]);
    }

    #[test]
    fn a_step_beyond_the_frame_widens_that_side_and_one_far_away_does_not() {
        let [low, high] = with(5.0, &[f64::NAN], &[8.0, 1e9]);
        assert_eq!(low, -6.0);
        assert!((8.5..9.0).contains(&high), "{high}");
        assert!(with(5.0, &[40.0, 1e9], &[])[1] > 40.0);
        assert_eq!(with(5.0, &[1e9], &[40.0]), [-6.0, 6.0]);
    }

    #[test]
    fn the_start_is_held_wherever_it_is() {
        let [low, high] = with(1000.0, &[], &[]);
        assert!(low == -6.0 && high > 1000.0);
    }
}
