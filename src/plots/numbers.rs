//! How numbers are written in plots: short, with a real minus sign, the reader's decimal sign, and 1.2×10⁶ for the huge.

use crate::digits::{self, fixed, trimmed};

/// A number with about `digits` digits: 12.3, −0.0012, 1.2×10⁶.
pub fn short(value: f64, digits: usize, decimal: char) -> String {
    if value == 0.0 || !value.is_finite() {
        return unusual(value).to_owned();
    }
    let exponent = libm::floor(libm::log10(value.abs())) as i32;
    if (-4..6).contains(&exponent) {
        return trimmed(value, (digits as i32 - 1 - exponent).max(0) as usize, decimal);
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

/// A number as mantissa and power of ten, with at most that many decimals.
pub(super) fn scientific(value: f64, decimals: usize, decimal: char) -> String {
    let (mantissa, exponent) = digits::scientific(value, decimals, decimal);
    mantissa + "×10" + &raised(exponent)
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
}
