//! Numbers in decimal digits, worked out with whole numbers. The standard library's formatting is right to the last of
//! any number of digits, which nobody can see here, and twenty times as large.

/// Digits with which a number is written that is quoted back; as many as every number typed by a person keeps.
const QUOTED: i32 = 15;

/// A number below 10¹⁵ with that many decimals, at most nine. The minus sign is a real one.
pub fn fixed(value: f64, decimals: usize, decimal: char) -> String {
    Digits { negative: value < 0.0, whole: whole(value, decimals), decimals }.written('−', decimal, false)
}

/// The same without zeros at the end of the decimals.
pub fn trimmed(value: f64, decimals: usize, decimal: char) -> String {
    Digits { negative: value < 0.0, whole: whole(value, decimals), decimals }.written('−', decimal, true)
}

/// The mantissa of a number with at most that many decimals (and at most 14), and its power of ten.
pub fn scientific(value: f64, decimals: usize, decimal: char) -> (String, i32) {
    let (digits, exponent) = Digits::of_mantissa(value, decimals);
    (digits.written('−', decimal, true), exponent)
}

/// A number as one would type it, such as `-0.25` or `1e30`, to 15 digits.
pub fn plain(value: f64) -> String {
    let special = match value {
        0.0 => "0",
        f64::INFINITY => "Infinity",
        f64::NEG_INFINITY => "-Infinity",
        _ if value.is_nan() => "NaN",
        _ => "",
    };
    if !special.is_empty() {
        return special.to_owned();
    }
    let (digits, exponent) = Digits::of_mantissa(value, QUOTED as usize - 1);
    if (-6..QUOTED).contains(&exponent) {
        let decimals = (QUOTED - 1 - exponent) as usize;
        return Digits { decimals, ..digits }.written('-', '.', true);
    }
    let power = Digits { negative: exponent < 0, whole: u64::from(exponent.unsigned_abs()), decimals: 0 };
    digits.written('-', '.', true) + "e" + &power.written('-', '.', true)
}

/// 10 to a whole power, within a unit in the last place.
pub fn power_of_ten(power: i32) -> f64 {
    libm::pow(10.0, f64::from(power))
}

/// The size of `value` · 10^`decimals`, rounded.
fn whole(value: f64, decimals: usize) -> u64 {
    (value.abs() * power_of_ten(decimals as i32)).round() as u64
}

/// A whole number whose last `decimals` digits stand after the decimal sign.
struct Digits {
    negative: bool,
    whole: u64,
    decimals: usize,
}

impl Digits {
    /// The mantissa of a finite number other than 0, from 1 to 10, and its power of ten.
    fn of_mantissa(value: f64, decimals: usize) -> (Digits, i32) {
        let size = value.abs();
        let least = power_of_ten(decimals as i32);
        let mantissa = |exponent: i32| {
            // In two factors: 10⁻³²⁴ is no number, but 5·10⁻³²⁴ is.
            let power = decimals as i32 - exponent;
            let near = power.clamp(-22, 22);
            let first = if near < 0 { size / power_of_ten(-near) } else { size * power_of_ten(near) };
            let rest = power - near;
            first * power_of_ten(rest / 2) * power_of_ten(rest - rest / 2)
        };
        let mut exponent = libm::floor(libm::log10(size)) as i32;
        if mantissa(exponent) < least {
            exponent -= 1;
        }
        if mantissa(exponent).round() >= 10.0 * least {
            exponent += 1;
        }
        (Digits { negative: value < 0.0, whole: mantissa(exponent).round() as u64, decimals }, exponent)
    }

    /// The digits with their signs; without the zeros at the end of the decimals if they are to be `trimmed`.
    fn written(&self, minus: char, decimal: char, trimmed: bool) -> String {
        let (mut rest, mut backwards) = (self.whole, Vec::new());
        for place in 0.. {
            if rest == 0 && place > self.decimals {
                break;
            }
            if place == self.decimals && !backwards.is_empty() {
                backwards.push(decimal);
            }
            let digit = (rest % 10) as u8;
            if digit > 0 || place >= self.decimals || !backwards.is_empty() || !trimmed {
                backwards.push(char::from(b'0' + digit));
            }
            rest /= 10;
        }
        if self.negative && self.whole > 0 {
            backwards.push(minus);
        }
        backwards.into_iter().rev().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_number_is_quoted_as_it_was_typed() {
        for typed in ["0.1", "-0.25", "11", "1000000", "1e30", "-1.5e-9", "123456.789", "1e-7", "999999999999999"] {
            assert_eq!(plain(typed.parse().unwrap()), typed);
        }
        assert_eq!((plain(f64::NAN), plain(f64::NEG_INFINITY)), ("NaN".to_owned(), "-Infinity".to_owned()));
    }

    proptest! {
        #[test]
        fn a_number_is_rounded_to_its_decimals(value in -99_999.0..99_999.0, decimals in 0_usize..8) {
            let text = fixed(value, decimals, '.').replace('−', "-");
            let error = (text.parse::<f64>().unwrap() - value).abs();
            let half = 0.5 * power_of_ten(-(decimals as i32)) + 4.0 * f64::EPSILON * value.abs();
            prop_assert!(error <= half, "{} for {}", text, value);
            let after = text.split_once('.').map_or(0, |(_, part)| part.len());
            prop_assert_eq!(after, decimals);
        }

        #[test]
        fn a_huge_or_tiny_number_is_a_mantissa_from_one_to_ten_and_its_power(value in proptest::num::f64::NORMAL) {
            let (mantissa, power) = scientific(value, 3, '.');
            let mantissa = mantissa.replace('−', "-");
            let back = format!("{mantissa}e{power}").parse::<f64>().unwrap();
            prop_assert!((back / value - 1.0).abs() <= 0.000501, "{}e{} for {:e}", mantissa, power, value);
            let size = mantissa.parse::<f64>().unwrap().abs();
            prop_assert!((1.0..10.0).contains(&size), "{}", mantissa);
        }

        #[test]
        fn a_quoted_number_is_right_to_fifteen_digits(value in proptest::num::f64::NORMAL) {
            let back = plain(value).parse::<f64>().unwrap();
            prop_assert!((back / value - 1.0).abs() <= 6e-15, "{} for {:e}", plain(value), value);
        }
    }
}
