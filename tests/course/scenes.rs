//! The scenes of `www/course.json` with the experiments a reader can meet in them, for every test that walks the course.

use std::fs;

use serde_json::{Map, Value};

/// A JSON file of the project.
pub fn read(path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The course.
pub fn course() -> Value {
    read("www/course.json")
}

/// The list under a name; empty if there is none.
pub fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// Everything that is shown together when a scene is opened: by itself, or with one of its presets. Nothing for a scene that
/// is about something else than runs.
pub fn openings(scene: &Value) -> Vec<(String, Vec<Value>)> {
    let own = list(scene, "experiments");
    let Some(whole) = own.first().filter(|_| scene["model"].is_null()) else {
        return Vec::new();
    };
    let together = |first: &Value, others: &[Value]| {
        let others = others.iter().map(|with| overridden(first, with));
        std::iter::once(first.clone()).chain(others).collect()
    };
    let mut found = vec![(String::new(), together(whole, &own[1..]))];
    for preset in list(scene, "presets") {
        // The first of a preset changes the scene's experiment, the others change that one.
        let given = list(preset, "experiments");
        let first = given.first().map_or(whole.clone(), |with| replaced(whole, with));
        found.push((preset["id"].as_str().unwrap().to_owned(), together(&first, given.get(1..).unwrap_or(&[]))));
    }
    found
}

/// An experiment with the fields of another in the place of its own.
fn replaced(experiment: &Value, with: &Value) -> Value {
    let mut fields: Map<String, Value> = experiment.as_object().unwrap().clone();
    fields.extend(with.as_object().unwrap().clone());
    Value::Object(fields)
}

/// The same, where another loss or optimizer keeps the settings that both have and that it does not give itself.
fn overridden(experiment: &Value, with: &Value) -> Value {
    let mut result = replaced(experiment, with);
    for part in ["loss", "optimizer"] {
        let Some(name) = with[part]["name"].as_str() else {
            continue;
        };
        let settings = if part == "loss" {
            downhill::losses::find(name).map(|entry| entry.settings)
        } else {
            downhill::optimizers::catalogue().find(|entry| entry.name == name).map(|entry| entry.settings)
        };
        for setting in settings.unwrap_or(&[]) {
            let (own, other) = (&with[part][setting.name], &experiment[part][setting.name]);
            if own.is_null() && !other.is_null() {
                result[part][setting.name] = other.clone();
            }
        }
    }
    result
}
