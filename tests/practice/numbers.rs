//! Numbers: read in every form that readers type, and written as Python writes them.

use downhill::practice::Typed;
use downhill::practice::program::Value;
use proptest::prelude::*;

fn read(text: &str) -> Option<f64> {
    match Typed::read(text) {
        Typed::Number { value, .. } => Some(value),
        _ => None,
    }
}

#[test]
fn a_number_is_read_in_every_form_a_reader_may_use() {
    for (text, value) in [
        ("4.6", 4.6),
        ("4,6", 4.6),
        (" x = 4.6 ", 4.6),
        ("x=4,60", 4.6),
        ("w₁ = 4.6", 4.6),
        ("L(x) ≈ 2.56", 2.56),
        ("−1", -1.0),
        ("- 1", -1.0),
        ("+3", 3.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("1e-3", 1e-3),
        ("1E−3", 1e-3),
        ("1.5·10⁻³", 1.5e-3),
        ("2 × 10^-3", 2e-3),
        ("1/4", 0.25),
        ("2^-3", 0.125),
        ("2**-3", 0.125),
        ("−2²", -4.0),
        ("(1 - 2*0.3)^3", 0.064),
        ("5 · 0,8", 4.0),
        ("\u{a0}7\t", 7.0),
        ("007", 7.0),
    ] {
        let found = read(text).unwrap_or_else(|| panic!("{text} is not read"));
        assert!((found - value).abs() <= 1e-15, "{text} is read as {found}");
    }
}

#[test]
fn what_is_no_number_is_said_to_be_none() {
    for text in [
        "abc", "four", "x =", "1.2.3", "1,2,3", "1 000", "1,000.5", "--", "1/0", "sqrt(-1)", "inf", "nan", "1e999",
        "4.6 cm", "4;6", "x", "1 < 2", "3 = 4.6", "= 4", "True", "print(1)", "½", "٣",
    ] {
        assert_eq!(Typed::read(text), Typed::NotANumber, "{text}");
    }
    for text in ["", "   ", "\u{a0}\n"] {
        assert_eq!(Typed::read(text), Typed::Empty, "{text:?}");
    }
    assert_eq!(Typed::read(&"1".repeat(101)), Typed::NotANumber);
}

proptest! {
    #[test]
    fn any_decimal_number_is_read_with_either_sign_and_its_decimals_are_counted(
        whole in 0_u32..100_000, fraction in "[0-9]{1,6}", comma in any::<bool>(), negative in any::<bool>(),
    ) {
        let wanted: f64 = format!("{}{whole}.{fraction}", if negative { "-" } else { "" }).parse().unwrap();
        let text = format!(" y = {}{whole}{}{fraction} ", if negative { "−" } else { "" }, if comma { ',' } else { '.' });
        prop_assert_eq!(Typed::read(&text), Typed::Number { value: wanted, decimals: Some(fraction.len()) });
    }

    #[test]
    fn any_text_is_a_finite_number_or_none(text in "\\PC{0,120}") {
        prop_assert!(read(&text).is_none_or(f64::is_finite));
    }

    #[test]
    fn a_float_is_written_in_the_fewest_digits_that_lead_back_to_it(value in proptest::num::f64::ANY) {
        let text = Value::Float(value).written();
        if value.is_finite() {
            prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), value.to_bits(), "{}", text);
            prop_assert_eq!(digits(&text), fewest_digits(value));
        } else {
            prop_assert!(["nan", "inf", "-inf"].contains(&text.as_str()), "{}", text);
        }
    }

    #[test]
    fn a_float_midway_between_two_shortest_forms_ends_in_an_even_digit(quarters in 1_u64 << 52..1 << 53) {
        let value = quarters as f64 / 4.0;
        prop_assert_eq!(digits(&Value::Float(value).written()), fewest_digits(value));
    }
}

/// The significant digits of a number that is written in decimals or with a power of ten.
fn digits(text: &str) -> String {
    let mantissa = text.trim_start_matches('-').split('e').next().unwrap().replace('.', "");
    mantissa.trim_start_matches('0').trim_end_matches('0').to_owned()
}

/// The shortest digits by Rust's own formatting, which takes the larger of two that are equally near; Python takes the even one.
fn fewest_digits(value: f64) -> String {
    let larger = digits(&format!("{value:e}"));
    let exact = digits(&format!("{value:.800e}"));
    let midway = exact.len() == larger.len() + 1 && exact.ends_with('5');
    if midway { digits(&format!("{value:.*e}", larger.len() - 1)) } else { larger }
}
