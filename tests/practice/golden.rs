//! Holds the small part of Python to what Python 3 printed; `tests/golden/programs.py` recorded it.

use downhill::practice::program::{Run, read};
use serde::Deserialize;

#[derive(Deserialize)]
struct Golden {
    rows: Vec<Row>,
}

/// A program, the lines it printed, the values that x took, and the exception that ended it.
#[derive(Deserialize)]
struct Row {
    program: Vec<String>,
    output: Vec<String>,
    trail: Vec<f64>,
    error: Option<String>,
}

fn golden() -> Golden {
    serde_json::from_str(include_str!("../golden/programs.json")).unwrap()
}

fn ran(lines: &[String]) -> Run {
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    match read(&lines) {
        Ok(program) => program.run(&["x"]),
        Err(problem) => Run { problem: Some(problem), ..Run::default() },
    }
}

/// The codes under which Python's exception may be known here. A `TypeError` is one of the text for some, of a value for others.
fn codes(error: &str) -> &'static [&'static str] {
    match error {
        "NameError" => &["unknownName"],
        "ZeroDivisionError" => &["zeroDivision"],
        "ValueError" => &["notFinite"],
        "SyntaxError" | "IndentationError" => &["syntax"],
        "TypeError" => &["syntax", "notFinite"],
        _ => &[],
    }
}

#[test]
fn every_program_prints_what_python_prints_to_the_last_character() {
    let rows = golden().rows;
    assert!(rows.len() > 800, "the recording is too short");
    for row in rows {
        assert_eq!(ran(&row.program).text(), row.output, "{:#?}", row.program);
    }
}

#[test]
fn every_program_takes_x_the_way_python_takes_it() {
    for row in golden().rows {
        let found = ran(&row.program).points;
        assert_eq!(found.len(), row.trail.len(), "{:#?}", row.program);
        for (found, wanted) in found.iter().zip(&row.trail) {
            // JSON is read to within a unit in the last place.
            assert!((found - wanted).abs() <= 4e-16 * wanted.abs(), "{found} for {wanted}: {:#?}", row.program);
        }
    }
}

#[test]
fn every_program_ends_in_the_trouble_python_names() {
    for row in golden().rows {
        let found = ran(&row.program).problem.map(|problem| problem.cause.code());
        match (found, &row.error) {
            (None, None) => {}
            (Some(code), Some(error)) => assert!(codes(error).contains(&code), "{code}, {error}: {:#?}", row.program),
            (found, error) => panic!("{found:?}, {error:?}: {:#?}", row.program),
        }
    }
}
