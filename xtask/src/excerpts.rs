//! Pieces of source files for the page to show, found by their text so that a moved or changed line is noticed.

use serde_json::{Value, json};

use crate::program::Outcome;

/// Cuts `excerpt` out of the file's `text`: all of it, from one line to another, or a whole function. The result is
/// `{ file, first, lines }` with the number of the first line, and lines without the indentation they share.
///
/// # Errors
/// One sentence naming the file and the line that is not there, or is there more than once.
pub fn cut(excerpt: &Value, text: &str) -> Outcome<Value> {
    let file = excerpt["file"].as_str().unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let range = match (excerpt["function"].as_str(), excerpt["from"].as_str(), excerpt["to"].as_str()) {
        (Some(head), ..) => {
            let begin = only(&lines, file, |line| line.starts_with(head), head)?;
            begin..end_of_function(&lines, begin)
        }
        (None, Some(from), Some(to)) => {
            let begin = only(&lines, file, |line| line == from, from)?;
            let after = lines[begin..].iter().position(|line| line.trim() == to);
            begin..begin + 1 + after.ok_or_else(|| missing(file, to))?
        }
        _ => 0..lines.len(),
    };
    let first = range.start + 1;
    Ok(json!({ "file": file, "first": first, "lines": dedented(&lines[range]) }))
}

/// The index of the one line that fits, spaces round it aside.
fn only(lines: &[&str], file: &str, fits: impl Fn(&str) -> bool, what: &str) -> Outcome<usize> {
    let mut found = lines.iter().enumerate().filter(|(_, line)| fits(line.trim())).map(|(index, _)| index);
    match (found.next(), found.next()) {
        (Some(index), None) => Ok(index),
        (None, _) => Err(missing(file, what)),
        _ => Err(format!("{file} has the line `{what}` more than once; the page cannot tell which one to show.")),
    }
}

fn missing(file: &str, what: &str) -> String {
    format!("{file} has no line `{what}` any more; name the one to show in its place in www/code/programs.json.")
}

/// The index after the brace that closes what begins at `begin`: rustfmt puts it below the first letter.
fn end_of_function(lines: &[&str], begin: usize) -> usize {
    let closing = format!("{}}}", " ".repeat(indentation(lines[begin])));
    lines[begin..].iter().position(|line| **line == closing).map_or(lines.len(), |after| begin + after + 1)
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

fn dedented<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let shared = lines.iter().filter(|line| !line.trim().is_empty()).map(|line| indentation(line)).min();
    lines.iter().map(|line| line.get(shared.unwrap_or(0)..).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "impl Walk {\n    fn on(&self) {\n        if far {\n            stop();\n        }\n    }\n\n    fn off() {}\n    // stop();\n}\n";

    #[test]
    fn a_function_is_cut_out_whole_with_its_place_and_without_shared_indentation() {
        let piece = cut(&json!({ "file": "walk.rs", "function": "fn on(" }), SOURCE).unwrap();
        let lines = ["fn on(&self) {", "    if far {", "        stop();", "    }", "}"];
        assert_eq!(piece, json!({ "file": "walk.rs", "first": 2, "lines": lines }));
    }

    #[test]
    fn a_piece_goes_from_one_line_to_another_and_a_whole_file_to_its_end() {
        let piece = cut(&json!({ "file": "walk.rs", "from": "if far {", "to": "}" }), SOURCE).unwrap();
        assert_eq!(piece, json!({ "file": "walk.rs", "first": 3, "lines": ["if far {", "    stop();", "}"] }));
        let whole = cut(&json!({ "file": "walk.rs" }), SOURCE).unwrap();
        assert_eq!(whole["lines"].as_array().map(Vec::len), Some(SOURCE.lines().count()));
    }

    #[test]
    fn a_line_that_is_gone_or_there_twice_is_named() {
        let sentence = |excerpt: Value| cut(&excerpt, SOURCE).unwrap_err();
        assert!(sentence(json!({ "file": "walk.rs", "function": "fn back(" })).contains("no line `fn back(`"));
        assert!(sentence(json!({ "file": "walk.rs", "from": "if far {", "to": "x" })).contains("no line `x`"));
        assert!(sentence(json!({ "file": "walk.rs", "function": "fn o" })).contains("`fn o` more than once"));
    }
}
