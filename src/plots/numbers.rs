//! How numbers are written in plots: short, with a real minus sign, the reader's decimal sign, and 1.2×10⁶ for the huge.

/// A number with about `digits` digits: 12.3, −0.0012, 1.2×10⁶.
pub fn short(value: f64, digits: usize, decimal: char) -> String {
    if value == 0.0 || !value.is_finite() {
        return typeset(&format!("{value}"), decimal);
    }
    let exponent = libm::floor(libm::log10(value.abs())) as i32;
    let decimals = digits as i32 - 1 - exponent;
    if (-4..6).contains(&exponent) {
        let text = format!("{value:.*}", decimals.max(0) as usize);
        return typeset(without_trailing_zeros(&text), decimal);
    }
    scientific(value, digits.saturating_sub(1), decimal)
}

/// A number as mantissa and power of ten, with at most that many decimals.
pub(super) fn scientific(value: f64, decimals: usize, decimal: char) -> String {
    let text = format!("{value:.decimals$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let mantissa = typeset(without_trailing_zeros(mantissa), decimal);
    format!("{mantissa}×10{}", raised(exponent.parse().unwrap_or(0)))
}

fn without_trailing_zeros(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// The number with a real minus sign and the reader's decimal sign.
pub(super) fn typeset(text: &str, decimal: char) -> String {
    let swap = |c| match c {
        '-' => '−',
        '.' => decimal,
        other => other,
    };
    text.chars().map(swap).collect()
}

/// An exponent in raised digits.
pub(super) fn raised(exponent: i32) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let raise = |c: char| c.to_digit(10).map_or('⁻', |digit| DIGITS[digit as usize]);
    exponent.to_string().chars().map(raise).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_number_keeps_its_size_and_the_reader_s_decimal_sign() {
        assert_eq!(short(-11.3157, 4, ','), "−11,32");
        assert_eq!(short(1_234_567.0, 2, '.'), "1.2×10⁶");
        assert_eq!(short(0.5, 4, '.'), "0.5");
        assert_eq!(short(f64::INFINITY, 4, '.'), "inf");
    }
}
