//! How numbers are written in plots: short, with a real minus sign, the reader's decimal sign, and 1.2×10⁶ for the huge.

/// A number with about `digits` digits: 12.3, −0.0012, 1.2×10⁶.
pub fn short(value: f64, digits: usize, decimal: char) -> String {
    if value == 0.0 || !value.is_finite() {
        return unusual(value).to_owned();
    }
    let exponent = libm::floor(libm::log10(value.abs())) as i32;
    if (-4..6).contains(&exponent) {
        let decimals = (digits as i32 - 1 - exponent).max(0) as usize;
        return written(value, whole(value, decimals), decimals, decimal, true);
    }
    scientific(value, digits.saturating_sub(1), decimal)
}

fn unusual(value: f64) -> &'static str {
    match value {
        0.0 => "0",
        f64::INFINITY => "inf",
        f64::NEG_INFINITY => "−inf",
        _ => "NaN",
    }
}

/// A number below 10¹⁵ with that many decimals, at most nine. Whole numbers do the work: the standard library's
/// formatting is exact for every number, which nobody can see here, and twenty times as large.
pub(super) fn fixed(value: f64, decimals: usize, decimal: char) -> String {
    written(value, whole(value, decimals), decimals, decimal, false)
}

fn whole(value: f64, decimals: usize) -> u64 {
    (value.abs() * power_of_ten(decimals as i32)).round() as u64
}

/// A number as mantissa and power of ten, with at most that many decimals (and at most nine).
pub(super) fn scientific(value: f64, decimals: usize, decimal: char) -> String {
    let size = value.abs();
    let least = power_of_ten(decimals as i32);
    let mantissa = |exponent: i32| {
        // In two factors: 10⁻³²⁴ is no number, but 5·10⁻³²⁴ is.
        let power = decimals as i32 - exponent;
        (size * power_of_ten(power / 2) * power_of_ten(power - power / 2)).round()
    };
    let mut exponent = libm::floor(libm::log10(size)) as i32;
    if mantissa(exponent) < least {
        exponent -= 1;
    }
    if mantissa(exponent) >= 10.0 * least {
        exponent += 1;
    }
    written(value, mantissa(exponent) as u64, decimals, decimal, true) + "×10" + &raised(exponent)
}

/// The digits of a whole number with the decimal sign before the last `decimals` of them, and the sign of `value`; without
/// the zeros at the end of the decimals if it is to be short.
fn written(value: f64, whole: u64, decimals: usize, decimal: char, short: bool) -> String {
    let (mut rest, mut backwards) = (whole, Vec::new());
    for place in 0.. {
        if rest == 0 && place > decimals {
            break;
        }
        if place == decimals && !backwards.is_empty() {
            backwards.push(decimal);
        }
        let digit = (rest % 10) as u8;
        if digit > 0 || place >= decimals || !backwards.is_empty() || !short {
            backwards.push(char::from(b'0' + digit));
        }
        rest /= 10;
    }
    if value < 0.0 && whole > 0 {
        backwards.push('−');
    }
    backwards.into_iter().rev().collect()
}

pub(super) fn power_of_ten(power: i32) -> f64 {
    libm::pow(10.0, f64::from(power))
}

/// An exponent in raised digits.
pub(super) fn raised(exponent: i32) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raise = |c: char| c.to_digit(10).map_or('⁻', |digit| DIGITS[digit as usize]);
    fixed(f64::from(exponent), 0, '.').chars().map(raise).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_short_number_keeps_its_size_and_the_reader_s_decimal_sign() {
        assert_eq!(short(-11.3157, 4, ','), "−11,32");
        assert_eq!(short(1_234_567.0, 2, '.'), "1.2×10⁶");
        assert_eq!(short(0.5, 4, '.'), "0.5");
        assert_eq!(short(999_999.7, 3, '.'), "1000000");
        assert_eq!(short(9.999e9, 3, '.'), "1×10¹⁰");
        assert_eq!(short(5e-324, 2, '.'), "4.9×10⁻³²⁴");
        assert_eq!(short(f64::INFINITY, 4, '.'), "inf");
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
            let text = scientific(value, 3, '.').replace('−', "-");
            let (mantissa, power) = text.split_once("×10").unwrap();
            let plain = |c: char| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|d| d == c).map_or('-', |d| char::from(b'0' + d as u8));
            let power: String = power.chars().map(plain).collect();
            let back = format!("{mantissa}e{power}").parse::<f64>().unwrap();
            prop_assert!((back / value - 1.0).abs() <= 0.000501, "{} for {:e}", text, value);
            let mantissa = mantissa.parse::<f64>().unwrap().abs();
            prop_assert!((1.0..10.0).contains(&mantissa), "{}", text);
        }
    }
}
