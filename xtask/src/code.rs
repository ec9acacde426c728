//! The programs of the scene `code` with what links their lines and what they printed, as one file for the page.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::excerpts;
use crate::lesson::{json as read_json, read};
use crate::program::{Outcome, write};

const FOLDER: &str = "www/code";

/// Writes `code/programs.json` into the site: source as it stands in this repository, each line with the group it belongs to.
///
/// # Errors
/// One sentence naming the file, and the line in it, that no longer fits `www/code/programs.json`.
pub fn stage(staging: &Path) -> Outcome {
    let mut code = read_json(&Path::new(FOLDER).join("programs.json"))?;
    let outputs = read_json(&Path::new(FOLDER).join("outputs.json"))?;
    let groups: Vec<String> = texts(&code["groups"]);
    let programs = rows(&code["programs"]).iter().map(|program| complete(program, &groups, &outputs));
    code["programs"] = programs.collect::<Outcome<Value>>()?;
    let folder = staging.join("code");
    fs::create_dir_all(&folder).map_err(|reason| format!("{}: {reason}.", folder.display()))?;
    write(&folder.join("programs.json"), code.to_string())
}

/// One program: `{ id, language, prints, pieces: [{ file, first, lines, groups }], recorded? }`.
fn complete(program: &Value, groups: &[String], outputs: &Value) -> Outcome<Value> {
    let cut = |excerpt: &Value| excerpts::cut(excerpt, &read(Path::new(excerpt["file"].as_str().unwrap_or_default()))?);
    let mut pieces = rows(&program["excerpts"]).iter().map(cut).collect::<Outcome<Vec<Value>>>()?;
    link(&mut pieces, groups, program)?;
    let mut complete = Map::new();
    for name in ["id", "language", "prints"] {
        complete.insert(name.to_owned(), program[name].clone());
    }
    if let Some(record) = recorded(&pieces, outputs) {
        complete.insert("recorded".to_owned(), record);
    }
    complete.insert("pieces".to_owned(), json!(pieces));
    Ok(Value::Object(complete))
}

/// Gives each line of the pieces the name of its group, or none.
fn link(pieces: &mut [Value], groups: &[String], program: &Value) -> Outcome {
    let mut names: Vec<Vec<&str>> = pieces.iter().map(|piece| vec![""; rows(&piece["lines"]).len()]).collect();
    for group in groups {
        let wanted = texts(&program["links"][group]);
        if wanted.is_empty() {
            return Err(format!("{FOLDER}/programs.json: {} has no line for `{group}`.", program["id"]));
        }
        for line in wanted {
            let (piece, place) = only(pieces, &line, program)?;
            names[piece][place] = group;
        }
    }
    for (piece, names) in pieces.iter_mut().zip(names) {
        piece["groups"] = json!(names);
    }
    Ok(())
}

/// Which piece, and where in it, has the one line with this text.
fn only(pieces: &[Value], text: &str, program: &Value) -> Outcome<(usize, usize)> {
    let places = pieces.iter().enumerate().flat_map(|(piece, each)| {
        let lines = texts(&each["lines"]).into_iter().enumerate();
        lines.filter(|(_, line)| line.trim() == text).map(move |(place, _)| (piece, place)).collect::<Vec<_>>()
    });
    match places.collect::<Vec<_>>()[..] {
        [place] => Ok(place),
        [] => Err(format!("{FOLDER}/programs.json: no line of {} is `{text}` any more.", program["id"])),
        _ => Err(format!("{FOLDER}/programs.json: more than one line of {} is `{text}`.", program["id"])),
    }
}

/// What a recorded program printed, with the versions that did and the day.
fn recorded(pieces: &[Value], outputs: &Value) -> Option<Value> {
    let file = Path::new(pieces.first()?["file"].as_str()?).file_name()?.to_str()?;
    let record = outputs["programs"].get(file)?;
    Some(json!({ "date": outputs["recorded"], "versions": record["versions"], "output": record["output"] }))
}

fn rows(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

fn texts(list: &Value) -> Vec<String> {
    rows(list).iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(links: Value) -> Outcome<Vec<Value>> {
        let mut pieces = vec![json!({ "file": "a.py", "first": 1, "lines": ["x = 5", "", "    x -= 1", "y", "y"] })];
        let groups = ["start", "update"].map(str::to_owned);
        link(&mut pieces, &groups, &json!({ "id": "a", "links": links }))?;
        Ok(pieces)
    }

    #[test]
    fn every_line_has_the_name_of_its_group_or_none() {
        let pieces = linked(json!({ "start": ["x = 5"], "update": ["x -= 1"] })).unwrap();
        assert_eq!(pieces[0]["groups"], json!(["start", "", "update", "", ""]));
    }

    #[test]
    fn a_line_that_is_gone_doubtful_or_not_given_is_named() {
        let sentence = |start: Value| linked(json!({ "start": start, "update": ["x -= 1"] })).unwrap_err();
        assert!(sentence(json!(["x = 6"])).ends_with("no line of \"a\" is `x = 6` any more."));
        assert!(sentence(json!(["y"])).ends_with("more than one line of \"a\" is `y`."));
        assert!(sentence(json!([])).ends_with("\"a\" has no line for `start`."));
    }

    #[test]
    fn what_a_program_printed_comes_with_versions_and_day() {
        let outputs =
            json!({ "recorded": "2026-01-02", "programs": { "a.py": { "versions": ["Python 3"], "output": "1" } } });
        let pieces = [json!({ "file": "www/code/a.py" })];
        assert_eq!(
            recorded(&pieces, &outputs),
            Some(json!({ "date": "2026-01-02", "versions": ["Python 3"], "output": "1" }))
        );
        assert_eq!(recorded(&[json!({ "file": "src/a.rs" })], &outputs), None);
    }
}
