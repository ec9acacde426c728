//! Mistakes and hostile text.

use std::time::{Duration, Instant};

use super::{parse, problem};
use crate::expression::{EXPECTED, LONGEST_TEXT};

#[test]
fn a_mistake_is_answered_with_its_place_and_what_was_expected() {
    for (text, position, expected) in [
        ("", 0, "operand"),
        ("   ", 3, "operand"),
        ("x +", 3, "operand"),
        ("x + * 2", 4, "operand"),
        ("*x", 0, "operand"),
        ("()", 1, "operand"),
        ("2 ^ ", 4, "operand"),
        (".", 0, "operand"),
        ("²", 0, "operand"),
        ("(x + 1", 6, "closingParenthesis"),
        ("x + 1)", 5, "operator"),
        ("x 2", 2, "operator"),
        ("x2", 1, "operator"),
        ("1.2.3x", 3, "operator"),
        ("(x 2)", 3, "operator"),
        ("|x", 2, "closingBar"),
        ("|x)", 2, "closingBar"),
        ("x|", 2, "operand"),
        ("sin x", 4, "openingParenthesis"),
        ("sin⁻¹(x)", 3, "openingParenthesis"),
        ("sin(x, 2)", 5, "oneArgument"),
        ("sin(1,5x)", 5, "decimalPoint"),
        ("1,5x", 1, "decimalPoint"),
        ("(1,5)x", 2, "decimalPoint"),
        ("x, y", 1, "operator"),
        ("max(x)", 5, "comma"),
        ("max(x,)", 6, "operand"),
        ("foo(x)", 0, "knownName"),
        ("x + sine(x)", 4, "knownName"),
        ("x$", 1, "knownCharacter"),
        ("x == 2", 3, "knownCharacter"),
        ("x ⁻", 2, "knownCharacter"),
        ("1e999x", 0, "finiteNumber"),
        ("2 + 3", 0, "variable"),
        ("pi", 0, "variable"),
        ("x + w1", 4, "oneFamily"),
        ("w1 + w", 5, "oneFamily"),
        ("<b>x</b>", 0, "knownCharacter"),
        ("x\0", 1, "knownCharacter"),
        ("😀x", 0, "knownCharacter"),
        ("x + 😀", 4, "knownCharacter"),
        ("__proto__", 0, "knownCharacter"),
        ("NaN", 0, "knownName"),
        ("inf", 0, "knownName"),
    ] {
        assert_eq!(problem(text), (position, expected), "{text:?}");
        assert!(EXPECTED.contains(&expected), "{expected} is not listed");
    }
}

#[test]
fn a_fault_quotes_the_text_near_it() {
    assert_eq!(parse("x +* 2").unwrap_err().given, "x +* 2");
    let long = format!("{}x $ 1", "1+".repeat(400));
    let fault = parse(&long).unwrap_err();
    assert_eq!(fault.field, "expression");
    assert!(fault.given.contains("x $ 1") && fault.given.chars().count() < 60, "{}", fault.given);
}

#[test]
fn hostile_text_is_refused_quickly() {
    let begun = Instant::now();
    for (unit, expected) in [("x", "shorter"), ("(", "shorter"), ("é", "shorter"), ("2^", "shorter")] {
        assert_eq!(problem(&unit.repeat(10_000)), (2_000, expected));
    }
    for unit in ["(", "|", "-(", "sin(", "2^", "2^-", "max(x,", "x+(", "-|"] {
        let text = unit.repeat(LONGEST_TEXT / unit.chars().count());
        assert_eq!(problem(&text).1, "simpler", "{unit}");
    }
    for unit in ["-", "+", "x", "x+", "x²", "|x|", "2x", "9", "x ", "xx", "·", "ex", "\0", "😀"] {
        let text = unit.repeat(LONGEST_TEXT / unit.chars().count());
        if let Ok(expression) = parse(&text) {
            assert!(expression.into_loss().value(&[1.0]).abs() >= 0.0, "{unit}");
        }
    }
    assert!(begun.elapsed() < Duration::from_secs(5));
}
