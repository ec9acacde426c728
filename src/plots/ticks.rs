//! Where the ticks of an axis stand, and what is written at them.

pub use super::numbers::short;
use super::numbers::{raised, scientific};
use super::range::safe_range;
use crate::digits::{fixed, power_of_ten};

/// Round values along an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The values, in order.
    pub values: Vec<f64>,
    /// The power of ten of the distance between them.
    power: i32,
}

/// What the numbers of an axis mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// They are the values.
    #[default]
    Linear,
    /// They are logarithms to the base 10 of the values.
    Log,
}

impl Ticks {
    /// At most `most` + 1 ticks, a distance of 1, 2 or 5 times a power of ten apart; whole numbers on a logarithmic
    /// scale.
    pub fn new(range: [f64; 2], most: usize, scale: Scale) -> Ticks {
        let [low, high] = safe_range(range[0], range[1]);
        let least = (high - low) / most.max(1) as f64;
        let least = if scale == Scale::Log { least.max(1.0) } else { least };
        let (digit, power) = round_up(least);
        let step = digit * power_of_ten(power);
        // A little room, so that rounding does not lose a tick at an end.
        let first = (low / step - 1e-9).ceil();
        // A range may hold no round value at all: then the difference is −1.
        let count = ((high / step + 1e-9).floor() - first + 1.0).max(0.0) as usize;
        let values =
            (0..count.min(most + 2)).map(|index| times_power_of_ten((first + index as f64) * digit, power)).collect();
        Ticks { values, power }
    }

    /// What is written at a tick.
    pub fn label(&self, value: f64, scale: Scale, decimal: char) -> String {
        if scale == Scale::Log {
            return power_label(value.round() as i32, decimal);
        }
        let largest = self.values.iter().fold(0.0, |most: f64, v| most.max(v.abs()));
        if value == 0.0 {
            "0".to_owned()
        } else if largest >= 99_999.5 || self.power < -4 {
            let exponent = libm::floor(libm::log10(value.abs()) + 1e-9) as i32;
            scientific(value, (exponent - self.power).clamp(0, 4) as usize, decimal)
        } else {
            fixed(value, (-self.power).max(0) as usize, decimal)
        }
    }
}

/// The range widened to the next round values, about a fifth of it apart, so that it rarely moves with its contents.
pub fn widened(range: [f64; 2]) -> [f64; 2] {
    let [low, high] = safe_range(range[0], range[1]);
    let (digit, power) = round_up((high - low) / 5.0);
    let step = digit * power_of_ten(power);
    let round = |steps: f64| times_power_of_ten(steps * digit, power);
    safe_range(round((low / step + 1e-9).floor()), round((high / step - 1e-9).ceil()))
}

/// The smallest of 1, 2, 5 and 10 times a power of ten that is not below `least`, as digit and power.
fn round_up(least: f64) -> (f64, i32) {
    let power = libm::floor(libm::log10(least)) as i32;
    let share = least / power_of_ten(power) - 1e-9;
    match [1.0, 2.0, 5.0].into_iter().find(|digit| *digit >= share) {
        Some(digit) => (digit, power),
        None => (1.0, power + 1),
    }
}

/// `whole`·10^`power`, rounded once: 3/10 rather than 3·0.1.
fn times_power_of_ten(whole: f64, power: i32) -> f64 {
    if power < 0 { whole / power_of_ten(-power) } else { whole * power_of_ten(power) }
}

fn power_label(exponent: i32, decimal: char) -> String {
    match exponent {
        -2..=3 => fixed(power_of_ten(exponent), (-exponent).max(0) as usize, decimal),
        _ => "10".to_owned() + &raised(exponent),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels(low: f64, high: f64, most: usize, scale: Scale) -> Vec<String> {
        let ticks = Ticks::new([low, high], most, scale);
        ticks.values.iter().map(|v| ticks.label(*v, scale, '.')).collect()
    }

    #[test]
    fn ticks_are_round_and_their_labels_short() {
        assert_eq!(labels(-6.0, 6.0, 6, Scale::Linear), ["−6", "−4", "−2", "0", "2", "4", "6"]);
        assert_eq!(labels(0.0, 0.3, 3, Scale::Linear), ["0", "0.1", "0.2", "0.3"]);
        assert_eq!(labels(0.0, 3e6, 6, Scale::Linear)[1..4], ["5×10⁵", "1×10⁶", "1.5×10⁶"]);
        assert_eq!(labels(-2e-6, 0.0, 2, Scale::Linear), ["−2×10⁻⁶", "−1×10⁻⁶", "0"]);
    }

    #[test]
    fn a_range_without_a_round_value_has_no_tick() {
        assert!(Ticks::new([0.006, 12.6], 0, Scale::Linear).values.is_empty());
    }

    #[test]
    fn a_widened_range_ends_at_round_values() {
        assert_eq!(widened([0.0, 25.0]), [0.0, 25.0]);
        assert_eq!(widened([-11.3, 3.7]), [-15.0, 5.0]);
    }

    #[test]
    fn a_logarithmic_axis_names_powers_of_ten() {
        assert_eq!(labels(-3.0, 1.0, 6, Scale::Log), ["10⁻³", "0.01", "0.1", "1", "10"]);
        assert_eq!(labels(0.0, 300.0, 3, Scale::Log), ["1", "10¹⁰⁰", "10²⁰⁰", "10³⁰⁰"]);
    }

    proptest! {
        #[test]
        fn any_range_has_a_bounded_number_of_ticks_within_it(
            low in proptest::num::f64::ANY, high in proptest::num::f64::ANY, most in 0_usize..20,
        ) {
            let [safe_low, safe_high] = safe_range(low, high);
            // The narrowest ranges are a few million times as wide as the numbers in them are exact.
            let room = 1e-6 * (safe_high - safe_low) + 8.0 * f64::EPSILON * safe_low.abs().max(safe_high.abs());
            let ticks = Ticks::new([low, high], most, Scale::Linear);
            prop_assert!(ticks.values.len() <= most + 2);
            for value in &ticks.values {
                prop_assert!(safe_low - room <= *value && *value <= safe_high + room);
                prop_assert!(ticks.label(*value, Scale::Linear, '.').chars().count() <= 12);
            }
        }
    }
}
