//! The postfix order of a typed function.

use crate::expression::{Word, parse};

fn written(text: &str) -> String {
    let word = |word: &Word| match word {
        Word::Number(value) => value.to_string(),
        Word::Name(name) => (*name).to_owned(),
    };
    parse(text).unwrap().postfix().iter().map(word).collect::<Vec<_>>().join(" ")
}

#[test]
fn operands_come_before_their_operators() {
    assert_eq!(written("-x^2 + 3 sin(y)"), "x 2 ** negate 3 y sin * +");
    assert_eq!(written("w1^w2 / (w1 - w2)"), "w1 w2 ** w1 w2 - /");
    assert_eq!(written("max(x, 2x, 1)"), "x 2 x * max 1 max");
}

#[test]
fn spellings_of_one_function_are_one_name_and_constants_are_worked_out() {
    assert_eq!(written("ln(x) + log(x)"), "x log x log +");
    assert_eq!(written("|x| √(4)"), "x abs 2 *");
    assert_eq!(written("(1 + 2) θ"), "3 θ *");
}
