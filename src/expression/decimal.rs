//! The value of a number in digits. The standard library's reader is right to the last bit for any text, which takes a
//! table of ten kilobytes; for numbers as people type them much less is enough.

use crate::digits::power_of_ten;

/// Digits that are looked at; a `u64` holds any that many.
const DIGITS: u32 = 19;

/// Powers of ten up to this one are exact in an `f64`.
const EXACT: i32 = 22;

/// The value of digits with an optional point and an optional exponent, such as `2`, `.5` or `1e-3`; infinite if it is
/// beyond an `f64`. Exact (the nearest `f64`) for up to 15 digits times a power of ten from −22 to 22, which is one
/// product or quotient of exact numbers; within 2 units in the last place otherwise.
pub fn value(text: &[char]) -> f64 {
    let (mut mantissa, mut digits, mut power) = (0_u64, 0, 0_i32);
    let mut fraction = false;
    let mut rest = text.iter();
    for character in rest.by_ref() {
        match character.to_digit(10) {
            Some(digit) if digits < DIGITS => {
                mantissa = 10 * mantissa + u64::from(digit);
                digits += u32::from(mantissa > 0);
                power -= i32::from(fraction);
            }
            Some(_) => power += i32::from(!fraction),
            None if *character == '.' => fraction = true,
            None => break,
        }
    }
    while mantissa > 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
        power += 1;
    }
    scaled(mantissa, power.saturating_add(exponent(rest.as_slice())))
}

/// The exponent after the `e`; one that is larger than any `f64`'s stays so.
fn exponent(text: &[char]) -> i32 {
    let digits = text.iter().filter_map(|character| character.to_digit(10));
    let size = digits.fold(0_i32, |size, digit| size.saturating_mul(10).saturating_add(digit as i32));
    if matches!(text.first(), Some('-' | '−')) { -size } else { size }
}

/// `mantissa` · 10^`power`.
fn scaled(mantissa: u64, power: i32) -> f64 {
    let mantissa = mantissa as f64;
    if mantissa == 0.0 {
        return 0.0;
    }
    // What is beyond an exact power is a second factor, so that nothing in range overflows or vanishes on the way.
    let rest = power.clamp(-400, 400);
    let near = rest.clamp(-EXACT, EXACT);
    let value = if near < 0 { mantissa / power_of_ten(-near) } else { mantissa * power_of_ten(near) };
    if rest == near { value } else { value * power_of_ten(rest - near) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> f64 {
        value(&text.chars().collect::<Vec<_>>())
    }

    /// How many numbers lie between two of the same sign.
    fn apart(a: f64, b: f64) -> u64 {
        a.to_bits().abs_diff(b.to_bits())
    }

    proptest! {
        #[test]
        fn up_to_fifteen_digits_and_ordinary_exponents_are_exact(
            digits in 0_u64..1_000_000_000_000_000, places in 0_i32..15, power in -22_i32..=7,
        ) {
            let whole = digits / 10_u64.pow(places as u32);
            let part = digits % 10_u64.pow(places as u32);
            let power = power.max(places - 22);
            let text = format!("{whole}.{part:0width$}e{power}", width = places as usize);
            prop_assert_eq!(read(&text), text.parse::<f64>().unwrap(), "{}", text);
        }

        #[test]
        fn any_number_is_within_two_units_in_the_last_place(value in proptest::num::f64::POSITIVE) {
            let text = format!("{value:e}");
            prop_assert!(apart(read(&text), value) <= 2, "{} is read as {:e}", text, read(&text));
        }

        #[test]
        fn any_number_of_digits_is_read(text in "[0-9]{0,60}\\.[0-9]{1,60}") {
            prop_assert!(apart(read(&text), text.parse::<f64>().unwrap()) <= 2, "{}", text);
        }
    }

    #[test]
    fn the_ends_of_the_range_are_what_they_should_be() {
        for text in ["0", "0.000", "5e-324", "1e-400", "1.7976931348623157e308", "1e309", "1e99999999999", "0e999"] {
            assert!(apart(read(text), text.parse::<f64>().unwrap()) <= 2, "{text}");
        }
        assert_eq!(read("1e−3"), 1e-3);
    }
}
