//! Round numbers for the axes.

use super::tone::Tone;

/// Multiples of 1, 2 or 5 times a power of ten between two values, at most `most` of them (but at least room for two).
pub fn round_numbers([low, high]: [f64; 2], most: usize) -> Vec<f64> {
    let span = high - low;
    if !(span.is_finite() && span > 0.0) {
        return Vec::new();
    }
    let rough = span / most.max(2) as f64;
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|round| round * power).find(|&step| step >= rough * 0.999);
    let step = step.unwrap_or(10.0 * power);
    let slack = 1e-6 * step;
    let (first, last) = (libm::ceil((low - slack) / step), libm::floor((high + slack) / step));
    if !(last - first).is_finite() || last - first > 100.0 || first.abs() > 1e15 {
        return Vec::new();
    }
    // Adding zero turns −0 into 0.
    (0..=(last - first) as usize).map(|i| (first + i as f64) * step + 0.0).collect()
}

/// Losses worth a tick on the height axis with the heights they stand at, rising; about `most` of them.
pub fn heights(tone: &Tone, most: usize) -> Vec<(f64, f64)> {
    let (low, high) = (tone.loss(0.0), tone.loss(1.0));
    let stand = |loss: f64| tone.height(loss).map(|height| (loss, height));
    if low == high {
        return stand(low).into_iter().collect();
    }
    if tone.is_linear() {
        // The grid seldom meets a minimum exactly: a round number just below it still counts.
        return round_numbers([low - 0.01 * (high - low), high], most).into_iter().filter_map(stand).collect();
    }
    let mut ticks: Vec<(f64, f64)> = Vec::new();
    for place in 0..=most {
        let loss = rounded(tone.loss(place as f64 / most as f64), 1e-3 * (high - low));
        let above = ticks.last().map_or(0.0, |&(_, height)| height + 0.7 / most as f64);
        ticks.extend(
            stand(loss).filter(|&(_, height)| loss >= low - 1e-3 * (high - low) && loss <= high && height >= above),
        );
    }
    ticks
}

/// The nearest of 1, 2 or 5 times a power of ten; 0 for what is smaller than `negligible`.
fn rounded(value: f64, negligible: f64) -> f64 {
    let size = value.abs();
    if size < negligible {
        return 0.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(size)));
    let apart = |round: f64| libm::fabs(libm::log(round * power / size));
    let nearest = [1.0, 2.0, 5.0, 10.0].into_iter().min_by(|a, b| apart(*a).total_cmp(&apart(*b)));
    libm::copysign(nearest.unwrap_or(1.0) * power, value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_numbers_are_round_and_inside() {
        assert_eq!(round_numbers([-5.5, 1.0], 5), [-4.0, -2.0, 0.0]);
        assert_eq!(round_numbers([-2.0, 2.0], 4), [-2.0, -1.0, 0.0, 1.0, 2.0]);
        for interval in [[0.0, 0.0], [f64::NAN, 1.0], [f64::NEG_INFINITY, 0.0], [1e300, 1.1e300], [-1e308, 1e308]] {
            assert!(round_numbers(interval, 5).len() < 20);
        }
    }

    #[test]
    fn ticks_of_a_bent_axis_rise_without_crowding() {
        let mut losses: Vec<f64> = (0..4000).map(|i| libm::pow(i as f64 / 400.0, 5.0)).collect();
        let ticks = heights(&Tone::for_losses(&mut losses), 5);
        assert!(ticks.len() >= 3, "{ticks:?}");
        assert!(ticks.windows(2).all(|pair| pair[1].1 - pair[0].1 > 0.1), "{ticks:?}");
    }
}
