//! Ranges that are safe to draw: finite, of a size that leaves room for ticks, whatever numbers a run has made.

/// No axis goes beyond this in either direction.
pub const FARTHEST: f64 = 1e12;

/// Narrowest span, as a share of the middle (or of 1, if that is more).
const NARROWEST: f64 = 1e-9;

/// The nearest range that an axis can show: from low to high, finite, within ±1e12, and no narrower than
/// 1e−9·max(1, |middle|). An end that is NaN is replaced by the other one; two of them give −1 to 1.
pub fn safe_range(low: f64, high: f64) -> [f64; 2] {
    let (low, high) = match (low.is_nan(), high.is_nan()) {
        (true, true) => (-1.0, 1.0),
        (true, false) => (high, high),
        (false, true) => (low, low),
        (false, false) => (low.min(high), low.max(high)),
    };
    let low = low.clamp(-FARTHEST, FARTHEST);
    let high = high.clamp(-FARTHEST, FARTHEST);
    let middle = low + (high - low) / 2.0;
    // Twice the narrowest, so that rounding cannot take the result below it.
    let least = 2.0 * NARROWEST * middle.abs().max(1.0);
    if high - low >= least {
        return [low, high];
    }
    let inside = middle.max(-FARTHEST + least / 2.0).min(FARTHEST - least / 2.0);
    [inside - least / 2.0, inside + least / 2.0]
}

/// The smallest doubling of `range` about its middle that contains all `wanted` values, at most 2^`most` times
/// as wide. Doublings, so that an axis stays where it is while a value is dragged. Values that are not finite are
/// left out.
pub fn doubled(range: [f64; 2], wanted: impl Iterator<Item = f64>, most: i32) -> [f64; 2] {
    let [low, high] = safe_range(range[0], range[1]);
    let (middle, half) = (low + (high - low) / 2.0, (high - low) / 2.0);
    let farthest = wanted
        .filter(|value| value.is_finite())
        .fold(0.0, |far: f64, value| far.max((value - middle).abs()))
        .min(2.0 * FARTHEST);
    let mut grown = half;
    for _ in 0..most {
        if grown >= farthest {
            break;
        }
        grown *= 2.0;
    }
    safe_range(middle - grown, middle + grown)
}

/// The lowest and the highest finite value; none if there is no finite value.
pub fn extent(values: impl Iterator<Item = f64>) -> Option<[f64; 2]> {
    values.filter(|value| value.is_finite()).fold(None, |found, value| {
        let [low, high] = found.unwrap_or([value, value]);
        Some([low.min(value), high.max(value)])
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_safe([low, high]: [f64; 2]) -> bool {
        let middle = low + (high - low) / 2.0;
        let least = NARROWEST * middle.abs().max(1.0);
        low.abs() <= FARTHEST && high.abs() <= FARTHEST && high - low >= least && high - low <= 1e15
    }

    proptest! {
        #[test]
        fn any_two_numbers_make_a_safe_range(low in proptest::num::f64::ANY, high in proptest::num::f64::ANY) {
            prop_assert!(is_safe(safe_range(low, high)));
            prop_assert!(is_safe(safe_range(low, low)));
        }

        #[test]
        fn ordinary_ranges_stay_as_they_are(low in -1e6..1e6, span in 1e-2..1e6) {
            prop_assert_eq!(safe_range(low, low + span), [low, low + span]);
        }

        #[test]
        fn a_doubled_range_is_safe_and_holds_what_is_near(value in proptest::num::f64::ANY, near in -40.0..40.0) {
            let range = doubled([-6.0, 6.0], [value, near].into_iter(), 64);
            prop_assert!(is_safe(range));
            prop_assert!(range[0] <= near && near <= range[1]);
        }
    }

    #[test]
    fn the_ranges_that_stop_plotters_are_made_safe() {
        let (inf, nan) = (f64::INFINITY, f64::NAN);
        for (low, high) in [(0.0, inf), (-inf, 0.0), (-1e308, 1e308), (nan, nan), (0.0, 0.0), (nan, 3.0)] {
            assert!(is_safe(safe_range(low, high)), "{low}..{high}");
        }
        assert_eq!(safe_range(5.0, -5.0), [-5.0, 5.0]);
    }

    #[test]
    fn a_range_grows_in_doublings_and_not_beyond_its_limit() {
        assert_eq!(doubled([-6.0, 6.0], [5.0].into_iter(), 2), [-6.0, 6.0]);
        assert_eq!(doubled([-6.0, 6.0], [7.0].into_iter(), 2), [-12.0, 12.0]);
        assert_eq!(doubled([-6.0, 6.0], [1e300].into_iter(), 2), [-24.0, 24.0]);
    }

    #[test]
    fn the_extent_leaves_out_what_is_not_finite() {
        assert_eq!(extent([f64::NAN, 2.0, f64::INFINITY, -1.0].into_iter()), Some([-1.0, 2.0]));
        assert_eq!(extent([f64::NAN].into_iter()), None);
    }
}
