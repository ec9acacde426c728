//! The monotone map from loss to drawn height: robust against wild values, gentle where losses span decades.

use crate::order;

/// Where the median of the losses should stand at least, as a share of the drawn height.
const MEDIAN_HEIGHT: f64 = 0.22;
/// Losses beyond this are taken for this: differences must stay finite.
const LARGEST: f64 = 1e300;

/// A strictly increasing map from the losses worth seeing to heights between 0 and 1.
///
/// `height = asinh(k·t) / asinh(k)` with `t` the loss's place between the lowest and the highest loss worth seeing:
/// nearly `t` near the lowest, logarithmic far above it. `k` is the smallest that lifts the median loss to 0.22, and
/// 0 (a plain linear scale) when it stands there by itself, so bowls keep their shape and Himmelblau's pits stay visible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    low: f64,
    span: f64,
    bend: f64,
}

impl Tone {
    /// Chooses the map for these losses; non-finite ones are ignored. Reorders `losses`.
    pub fn for_losses(losses: &mut Vec<f64>) -> Self {
        losses.retain(|loss| loss.is_finite());
        losses.iter_mut().for_each(|loss| *loss = loss.clamp(-LARGEST, LARGEST));
        let last = losses.len().saturating_sub(1) as f64;
        let ranks = [0.0, 0.01, 0.5, 0.99, 1.0].map(|share| order::value_at(losses, (last * share) as usize));
        let [Some(lowest), Some(rare_low), Some(median), Some(rare_high), Some(highest)] = ranks else {
            return Self { low: 0.0, span: 1.0, bend: 0.0 };
        };
        // A lone spike must not press everything else flat: what is far beyond 99 of 100 losses is cut off.
        let low = cut(lowest, rare_low, median, f64::max);
        let high = cut(highest, rare_high, median, f64::min);
        let span = high - low;
        if span <= 1e-12 * low.abs().max(high.abs()) || span <= 0.0 {
            // Rounding noise on a constant is not a landscape.
            return Self { low, span: f64::INFINITY, bend: 0.0 };
        }
        Self { low, span, bend: bend_for((median - low) / span) }
    }

    /// The drawn height of a loss, 0 to 1; `None` for NaN. Losses beyond the range stand at its ends.
    pub fn height(&self, loss: f64) -> Option<f64> {
        if loss.is_nan() {
            return None;
        }
        let place = ((loss.clamp(-LARGEST, LARGEST) - self.low) / self.span).clamp(0.0, 1.0);
        Some(if self.bend > 0.0 { libm::asinh(self.bend * place) / libm::asinh(self.bend) } else { place })
    }

    /// Whether heights are proportional to losses.
    pub fn is_linear(&self) -> bool {
        self.bend == 0.0
    }

    /// The loss drawn at a height between 0 and 1: the inverse of [`Tone::height`], for the ticks of the axis.
    pub fn loss(&self, height: f64) -> f64 {
        if self.span.is_infinite() {
            return self.low;
        }
        let place = if self.bend > 0.0 { libm::sinh(height * libm::asinh(self.bend)) / self.bend } else { height };
        self.low + place * self.span
    }
}

/// The extreme itself, or a bound three times as far from the median as the rare value when the extreme lies beyond it.
fn cut(extreme: f64, rare: f64, median: f64, nearer: fn(f64, f64) -> f64) -> f64 {
    if rare == median { extreme } else { nearer(extreme, median + 3.0 * (rare - median)) }
}

/// The bend that draws a loss at this place (0 to 1 of the range) at [`MEDIAN_HEIGHT`], by bisection on its logarithm.
fn bend_for(place: f64) -> f64 {
    if place >= MEDIAN_HEIGHT || place <= 1e-12 {
        return 0.0;
    }
    let (mut small, mut large) = (-5.0, 80.0);
    for _ in 0..60 {
        let middle = 0.5 * (small + large);
        let bend = libm::exp(middle);
        if libm::asinh(bend * place) < MEDIAN_HEIGHT * libm::asinh(bend) {
            small = middle;
        } else {
            large = middle;
        }
    }
    libm::exp(large)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_rise_with_the_loss_and_come_back() {
        let mut losses: Vec<f64> = (0..2000).map(|i| libm::pow(i as f64 / 400.0, 6.0)).collect();
        let tone = Tone::for_losses(&mut losses.clone());
        losses.sort_unstable_by(f64::total_cmp);
        let heights: Vec<f64> = losses.iter().map(|&loss| tone.height(loss).unwrap()).collect();
        assert!(heights.is_sorted());
        assert!((heights[1000] - MEDIAN_HEIGHT).abs() < 0.01);
        assert!((tone.loss(tone.height(7.0).unwrap()) - 7.0).abs() < 1e-9);
    }

    #[test]
    fn a_lone_spike_does_not_flatten_the_rest() {
        let mut losses: Vec<f64> = (0..1000).map(|i| i as f64).collect();
        losses.push(1e308);
        let tone = Tone::for_losses(&mut losses);
        assert!(tone.height(900.0).unwrap() > 0.4);
        assert_eq!(tone.height(1e308), Some(1.0));
    }

    #[test]
    fn a_constant_lies_on_the_floor() {
        let tone = Tone::for_losses(&mut vec![7.0; 50]);
        assert_eq!((tone.height(7.0), tone.loss(0.5)), (Some(0.0), 7.0));
        assert_eq!(tone.height(f64::NAN), None);
    }
}
