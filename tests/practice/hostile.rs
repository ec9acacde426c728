//! Nothing that can be typed, sent or stored makes practice panic or run without end.

use std::sync::LazyLock;

use downhill::plain::Plain;
use downhill::practice::{self, program};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::anything::{PIECES, anything, statement};
use crate::samples::{descent, experiment, fix, plain, prints, reason};
use crate::scenes::{course, list};

static CHALLENGES: LazyLock<Vec<Value>> = LazyLock::new(|| list(&course(), "challenges").to_vec());

fn run(text: &str) -> program::Run {
    let lines: Vec<&str> = text.split('\n').collect();
    match program::read(&lines) {
        Ok(program) => program.run(&["x", "y"]),
        Err(problem) => program::Run { problem: Some(problem), ..program::Run::default() },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_a_program_or_a_problem_with_a_line(text in "\\PC{0,200}") {
        let found = run(&text);
        prop_assert!(found.problem.is_none_or(|problem| problem.line >= 1));
    }

    #[test]
    fn any_pieces_of_programs_in_any_order_end(pieces in vec(proptest::sample::select(PIECES.to_vec()), 0..60)) {
        let text = pieces.join(" ").replace(" \n", "\n").replace("\n ", "\n");
        let lines = text.split('\n').count();
        prop_assert!(run(&text).problem.is_none_or(|problem| (1..=lines).contains(&problem.line)), "{}", text);
    }

    #[test]
    fn any_statements_run_to_an_end(statements in vec(statement(), 1..8)) {
        let found = run(&format!("x = 1\ny = 2.5\ni = 0\n{}", statements.join("\n")));
        prop_assert!(found.points.len() <= 200_000 && found.output.len() <= 1_001);
    }

    #[test]
    fn any_answer_to_any_challenge_is_judged_or_refused(answer in anything(), at in any::<proptest::sample::Index>()) {
        let challenge = at.get(&CHALLENGES);
        if let Ok(verdict) = practice::judge(&plain(challenge.clone()), &plain(answer)) {
            prop_assert_eq!(verdict.solved, verdict.reason.is_empty());
        }
    }

    #[test]
    fn any_challenge_with_any_field_is_judged_or_refused(
        other in anything(), at in any::<proptest::sample::Index>(), field in any::<proptest::sample::Index>(), answer in anything(),
    ) {
        let mut challenge = at.get(&CHALLENGES).clone();
        let names: Vec<String> = challenge.as_object().unwrap().keys().cloned().collect();
        let name = field.get(&names);
        challenge[name] = other;
        let solution = challenge["solution"].clone();
        let challenge = plain(challenge);
        for answer in [plain(answer), plain(solution)] {
            let _ = practice::judge(&challenge, &answer);
        }
        let _ = practice::outline(&challenge);
    }

    #[test]
    fn a_list_of_texts_in_place_of_lines_is_judged(lines in vec("\\PC{0,30}", 0..8)) {
        let solved = reason(&fix(), json!(lines)) == "right";
        prop_assert!(!solved);
    }
}

#[test]
fn programs_meant_to_harm_end_with_a_problem() {
    let deep = |left: &str, count: usize, right: &str| format!("x = {}1{}", left.repeat(count), right.repeat(count));
    let nested: String = (0..60).map(|depth| format!("{}if 1:\n", " ".repeat(depth))).collect();
    for (text, code) in [
        (deep("(", 1_900, ")"), "syntax"),
        (deep("-", 3_900, ""), "syntax"),
        (deep("not ", 900, ""), "syntax"),
        (deep("2 ** ", 700, ""), "syntax"),
        (deep("abs(", 700, ")"), "syntax"),
        (nested, "syntax"),
        ("x = 1\n".repeat(1_000), "syntax"),
        ("for i in range(10 ** 18):\n    x = i".to_owned(), "tooLong"),
        ("for i in range(1000):\n  for j in range(1000):\n    for k in range(1000):\n      pass".to_owned(), "tooLong"),
        ("for i in range(99999):\n    print('again and again', i)".to_owned(), "tooLong"),
        (format!("for i in range(99999):\n    x = {}1", "1 + ".repeat(900)), "tooLong"),
        ("while True: pass".to_owned(), "syntax"),
        ("import os".to_owned(), "syntax"),
        ("x = 9 ** 9 ** 9\ny = x - x\nprint(x, round(y))".to_owned(), "notFinite"),
    ] {
        let problem = run(&text).problem.unwrap_or_else(|| panic!("{text} has no problem"));
        assert_eq!(problem.cause.code(), code, "{}", text.chars().take(80).collect::<String>());
    }
}

#[test]
fn what_is_too_large_is_infinite_and_goes_on() {
    let found =
        run("x = 10\nfor i in range(500):\n    x = x * x\nx = x - x\nprint(x, 1e308 * 10, -9 ** 999, exp(1000))");
    assert_eq!((found.text(), found.problem), (vec!["nan inf -inf inf".to_owned()], None));
}

#[test]
fn a_forged_report_of_a_python_program_is_not_believed() {
    let forged = json!({ "output": "5.8235 1.3841 6.8023 0.0391 6.9668 0.0011 6.9944 0.0000 6.9991 0.0000", "trail": [0, 7], "values": {} });
    assert_eq!(reason(&prints(), forged), "typedIn");
    let endless = json!({ "output": "1 ".repeat(50_000), "trail": vec![1.0; 20_000], "values": {} });
    assert_eq!(reason(&prints(), endless), "otherTrail");
}

#[test]
fn an_answer_or_a_challenge_of_another_shape_is_a_fault_that_names_it() {
    let fault = |challenge: &Value, answer: Value| {
        let (challenge, answer): (Plain, Plain) = (plain(challenge.clone()), plain(answer));
        practice::judge(&challenge, &answer).unwrap_err().field
    };
    let goals = experiment(json!([{ "code": "outcome", "outcome": "cycling" }]), descent(1.0));
    assert_eq!(fault(&fix(), json!(3)), "answer");
    assert_eq!(fault(&prints(), json!({ "trail": [] })), "answer.output");
    assert_eq!(fault(&goals, json!({ "start": [1, 2] })), "answer.start");
    assert_eq!(fault(&goals, json!({ "colour": 1 })), "answer.experiment");
    for (name, value) in [("kind", json!("riddle")), ("loss", json!({ "name": "bowel" })), ("program", json!(["x = "]))]
    {
        let mut challenge = fix();
        challenge["mistakes"] = json!([]);
        challenge[name] = value;
        assert!(fault(&challenge, json!([])).starts_with(name), "{name}");
    }
}
