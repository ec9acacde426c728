//! The programs that the scene `code` shows: what is recorded of them is theirs, and is what the core computes.

use std::fs;
use std::process::Command;

use downhill::plain::Plain;
use downhill::trajectory::{Experiment, run};
use serde_json::Value;

fn read(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(format!("www/code/{name}")).unwrap()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// The numbers in what a program printed, as they are written.
fn numbers(output: &str) -> Vec<&str> {
    let is_mark = |c: char| !(c.is_ascii_digit() || c == '.' || c == '-');
    output.split(is_mark).filter(|part| part.parse::<f64>().is_ok()).collect()
}

/// Where runs of the core from each start of a result end, rounded as the programs round.
fn ends(experiment: &Value, result: &Value) -> Vec<String> {
    let digits = result["digits"].as_u64().unwrap() as usize;
    let end = |start: &Value| {
        let mut experiment = experiment.clone();
        experiment["start"] = Value::Array(vec![start.clone()]);
        let plain: Plain = serde_json::from_value(experiment).unwrap();
        let trajectory = run(&Experiment::from_plain(&plain).unwrap()).unwrap();
        format!("{:.digits$}", trajectory.points.last().unwrap())
    };
    list(&result["starts"]).iter().map(end).collect()
}

#[test]
fn what_the_programs_printed_is_what_the_core_computes() {
    let (code, outputs) = (read("programs.json"), read("outputs.json"));
    let mut compared = 0;
    for program in list(&code["programs"]) {
        let file = program["excerpts"][0]["file"].as_str().unwrap().rsplit('/').next().unwrap();
        let Some(output) = outputs["programs"][file]["output"].as_str() else { continue };
        let results = list(&code["results"]).iter().filter(|result| list(&program["prints"]).contains(&result["id"]));
        let expected: Vec<String> = results.flat_map(|result| ends(&code["experiment"], result)).collect();
        assert_eq!(numbers(output), expected, "{file}");
        compared += expected.len();
    }
    assert_eq!(compared, 7, "one number of pure Python, three of NumPy, three of PyTorch");
}

#[test]
fn the_records_belong_to_the_programs_and_pure_python_prints_what_is_recorded() {
    let check = Command::new("python3").args(["www/code/record.py", "--check"]).output().unwrap();
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
}

#[test]
fn every_group_program_and_result_has_its_words_in_every_language() {
    let code = read("programs.json");
    let course: Value = serde_json::from_str(&fs::read_to_string("www/course.json").unwrap()).unwrap();
    for language in list(&course["languages"]) {
        let path = format!("www/text/{}/code.json", language.as_str().unwrap());
        let words: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let has = |key: String| assert!(words[&key].is_string(), "{path} has no words for {key}");
        for group in list(&code["groups"]) {
            has(format!("code.group.{}", group.as_str().unwrap()));
            has(format!("code.meaning.{}", group.as_str().unwrap()));
        }
        for program in list(&code["programs"]) {
            has(format!("code.title.{}", program["id"].as_str().unwrap()));
            has(format!("code.about.{}", program["id"].as_str().unwrap()));
        }
        list(&code["results"]).iter().for_each(|result| has(format!("code.result.{}", result["id"].as_str().unwrap())));
    }
}
