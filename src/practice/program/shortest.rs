//! The decimal digits of a float as Python has them: the fewest that only this float is nearest to, and rounding to decimals.
//!
//! Free-format digits after Steele and White (1990) in the form of Burger and Dybvig (1996), with whole numbers of any size.

use super::scaled::Scaled;
use crate::expression::decimal;

/// Decimals beyond these change no float.
const MOST_DECIMALS: i64 = 323;

/// Digits that a float is sure to keep.
const SURE: i64 = 17;

/// A float as `print` writes it: `4.6`, `1e-05`, `inf`.
pub fn written(value: f64) -> String {
    let sign = if value.is_sign_negative() && !value.is_nan() { "-" } else { "" };
    sign.to_owned() + &unsigned(value.abs())
}

/// A float rounded to so many decimals, halves to the even digit, as `round(value, decimals)` does.
pub fn rounded(value: f64, decimals: i64) -> f64 {
    if value == 0.0 || !value.is_finite() || decimals > MOST_DECIMALS {
        return value;
    }
    let (mut scaled, mut point) = Scaled::new(value.abs());
    let wanted = decimals.saturating_add(i64::from(point));
    if wanted > SURE {
        return value;
    }
    let mut digits: Vec<u8> = (0..wanted.max(0)).map(|_| scaled.next_digit()).collect();
    if wanted >= 0 && scaled.rest_rounds_up(digits.last().is_some_and(|digit| digit % 2 == 1)) {
        point += i32::from(increase(&mut digits));
    }
    let size = value_of(&digits, point);
    if value < 0.0 { -size } else { size }
}

fn unsigned(value: f64) -> String {
    if value.is_nan() || value.is_infinite() || value == 0.0 {
        return if value.is_nan() {
            "nan"
        } else if value == 0.0 {
            "0.0"
        } else {
            "inf"
        }
        .to_owned();
    }
    let (digits, point) = shortest(value);
    let text = said(&digits);
    let zeros = |count: usize| "0".repeat(count);
    match point {
        -3..=0 => "0.".to_owned() + &zeros(point.unsigned_abs() as usize) + &text,
        1..=16 if point as usize >= text.len() => text.clone() + &zeros(point as usize - text.len()) + ".0",
        1..=16 => said(&digits[..point as usize]) + "." + &said(&digits[point as usize..]),
        _ => with_power(&digits, point - 1),
    }
}

/// The digits as text. A text that is cut brings along the sentences for cuts within a letter, and tables of letters with them.
fn said(digits: &[u8]) -> String {
    digits.iter().map(|digit| char::from(b'0' + digit)).collect()
}

/// One digit, the others after a point, and a power of ten of at least two digits.
fn with_power(digits: &[u8], power: i32) -> String {
    let (first, rest) = digits.split_at(1);
    let size = power.unsigned_abs().to_string();
    let mut text = said(first);
    if !rest.is_empty() {
        text = text + "." + &said(rest);
    }
    text + if power < 0 { "e-" } else { "e+" } + if size.len() < 2 { "0" } else { "" } + &size
}

/// The fewest digits that lead back to a positive float, and how many of them stand before the point.
fn shortest(value: f64) -> (Vec<u8>, i32) {
    let (mut scaled, point) = Scaled::new(value);
    let mut digits = Vec::new();
    loop {
        let digit = scaled.next_digit();
        match scaled.ends(digit % 2 == 1) {
            None => digits.push(digit),
            Some(up) => {
                digits.push(digit + u8::from(up));
                return (digits, point);
            }
        }
    }
}

/// Adds one unit to the last digit; whether that took a further place in front.
fn increase(digits: &mut Vec<u8>) -> bool {
    for digit in digits.iter_mut().rev() {
        if *digit < 9 {
            *digit += 1;
            return false;
        }
        *digit = 0;
    }
    digits.insert(0, 1);
    true
}

/// The float nearest to these digits with the point after so many of them.
fn value_of(digits: &[u8], point: i32) -> f64 {
    let power = point - digits.len() as i32;
    let mut text: Vec<char> = digits.iter().map(|digit| char::from(b'0' + digit)).collect();
    text.extend(['e', if power < 0 { '-' } else { '+' }]);
    text.extend(power.unsigned_abs().to_string().chars());
    decimal::value(&text)
}
