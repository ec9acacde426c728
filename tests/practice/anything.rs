//! Random statements, pieces of programs and plain data.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Pieces of programs, and some that do not belong there.
pub const PIECES: [&str; 58] = [
    "x",
    "y",
    "i",
    "loss",
    "=",
    "+=",
    "-=",
    "*=",
    "/=",
    "**=",
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "**",
    "<",
    "<=",
    "==",
    "!=",
    "(",
    ")",
    ",",
    ":",
    "0",
    "1",
    "2.5",
    "1e308",
    "9",
    "-1",
    "1e-320",
    "9223372036854775807",
    "and",
    "or",
    "not",
    "for",
    "in",
    "range(",
    "if",
    "elif",
    "else",
    "print(",
    "abs(",
    "round(",
    "max(",
    "exp(",
    "log(",
    "sqrt(",
    "\"text\"",
    "'",
    "# c",
    "\n",
    "\n    ",
    "\n        ",
    "\t",
    "−",
    "é",
];

/// Lines that are mostly understood, so that the machine is reached.
pub fn statement() -> impl Strategy<Value = String> {
    let operand = prop_oneof![
        Just("x".to_owned()),
        Just("y".to_owned()),
        Just("i".to_owned()),
        "-?[0-9]{1,19}",
        "[0-9]\\.[0-9]{1,3}(e-?[0-9]{1,3})?"
    ];
    let operator = proptest::sample::select(vec!["+", "-", "*", "/", "//", "%", "**", "<", "==", "and", "or"]);
    let expression = vec((operand.clone(), operator), 0..5).prop_flat_map(move |parts| {
        operand.clone().prop_map(move |last| {
            let joined: String = parts.iter().map(|(operand, operator)| format!("({operand}) {operator} ")).collect();
            format!("{joined}({last})")
        })
    });
    (0_usize..6, expression).prop_map(|(form, value)| match form {
        0 => format!("x = {value}"),
        1 => format!("y = {value}"),
        2 => format!("x *= {value}"),
        3 => format!("x = round({value}, {value})"),
        4 => format!("for i in range({value}):\n    y = max(x, {value})"),
        _ => format!("if {value}:\n    print({value}, round({value}))"),
    })
}

/// Any plain data, a few levels deep.
pub fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(|number| json!(number)),
        (-3_i64..9).prop_map(Value::from),
        proptest::sample::select(PIECES.to_vec()).prop_map(Value::from),
        "\\PC{0,20}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 30, 5, |inner| {
        let name =
            proptest::sample::select(vec!["loss", "name", "optimizer", "start", "steps", "lines", "1", "code", "x"]);
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((name, inner), 0..4)
                .prop_map(|fields| fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
        ]
    })
}
