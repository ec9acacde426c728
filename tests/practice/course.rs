//! Walks the challenges of the course: each can be solved, none is solved as given, and every mistake has its own words.

use std::collections::{BTreeMap, BTreeSet};

use downhill::losses::{self, LossSpec};
use downhill::practice::{self, GENERAL, of_goal, program};
use serde_json::{Value, json};

use crate::samples::{judge, plain, reason};
use crate::scenes::{course, list, read};

fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of[name].as_str().unwrap_or_else(|| panic!("{name} is missing in {of}"))
}

/// What a reader hands in who did nothing.
fn nothing(challenge: &Value) -> Value {
    match text(challenge, "kind") {
        "predict" | "numeric" => list(challenge, "asks").iter().map(|_| json!("")).collect(),
        "fill" => list(challenge, "solution").iter().map(|_| json!("")).collect(),
        "fix" => challenge["broken"].clone(),
        "reorder" => challenge["shown"].clone(),
        "python" => json!({ "output": "", "trail": [], "values": {} }),
        _ => json!({}),
    }
}

#[test]
fn there_are_enough_challenges_and_each_kind_comes_twice() {
    let course = course();
    let challenges = list(&course, "challenges");
    assert!(challenges.len() >= 24, "{} challenges", challenges.len());
    let mut kinds = BTreeMap::new();
    for challenge in challenges {
        *kinds.entry(text(challenge, "kind")).or_insert(0) += 1;
    }
    let wanted = ["choice", "experiment", "fill", "fix", "numeric", "predict", "python", "reorder"];
    assert_eq!(kinds.keys().copied().collect::<Vec<_>>(), wanted);
    assert!(kinds.values().all(|count| *count >= 2), "{kinds:?}");
    let ids: BTreeSet<&str> = challenges.iter().map(|challenge| text(challenge, "id")).collect();
    assert_eq!(ids.len(), challenges.len(), "an id comes twice");
}

#[test]
fn every_challenge_names_a_section_and_a_scene_that_exist_and_brings_points() {
    let course = course();
    let has = |name: &str, id: &Value| list(&course, name).iter().any(|entry| entry["id"] == *id);
    for challenge in list(&course, "challenges") {
        assert!(has("sections", &challenge["section"]), "{}: {}", challenge["id"], challenge["section"]);
        assert!(challenge["xp"].as_u64().is_some_and(|xp| xp > 0), "{}", challenge["id"]);
        if challenge["kind"] == "experiment" {
            assert!(has("scenes", &challenge["scene"]), "{}: {}", challenge["id"], challenge["scene"]);
        }
    }
}

#[test]
fn every_stored_solution_passes() {
    for challenge in list(&course(), "challenges") {
        let reason = reason(challenge, challenge["solution"].clone());
        assert_eq!(reason, "right", "{}", challenge["id"]);
    }
}

#[test]
fn no_challenge_is_solved_as_given() {
    for challenge in list(&course(), "challenges") {
        if challenge["kind"] == "choice" {
            // Nothing is chosen as given; that each other option is wrong is tested below.
            assert!(practice::judge(&plain(challenge.clone()), &plain(json!(""))).is_err(), "{}", challenge["id"]);
        } else {
            assert!(!judge(challenge.clone(), nothing(challenge)).solved, "{}", challenge["id"]);
        }
    }
}

#[test]
fn every_wrong_answer_that_is_listed_gets_its_own_reason() {
    for challenge in list(&course(), "challenges") {
        let wrong = list(challenge, "wrong");
        assert!(wrong.len() >= 2, "{} lists {} wrong answers", challenge["id"], wrong.len());
        for answer in wrong {
            let found = reason(challenge, answer["answer"].clone());
            assert_eq!(found, text(answer, "reason"), "{}: {}", challenge["id"], answer["answer"]);
        }
    }
}

#[test]
fn every_option_but_one_is_wrong_and_every_mistake_is_one() {
    for challenge in list(&course(), "challenges") {
        let options = list(challenge, "options");
        let right = options.iter().filter(|option| reason(challenge, (*option).clone()) == "right").count();
        assert_eq!(right, usize::from(!options.is_empty()), "{}", challenge["id"]);
        let moved = |mistake: &&Value| mistake["order"].is_array() && mistake["order"] != challenge["shown"];
        for mistake in list(challenge, "mistakes").iter().filter(moved) {
            let found = reason(challenge, mistake["order"].clone());
            assert_eq!(found, text(mistake, "reason"), "{}: {mistake}", challenge["id"]);
        }
    }
}

#[test]
fn every_challenge_can_be_drawn_before_it_is_answered() {
    for challenge in list(&course(), "challenges") {
        let outline =
            practice::outline(&plain(challenge.clone())).unwrap_or_else(|fault| panic!("{}: {fault}", challenge["id"]));
        assert!(
            !outline.start.is_empty() && outline.right.points.len() >= outline.right.dimension,
            "{}",
            challenge["id"]
        );
        assert_eq!(outline.right.points.len() % outline.right.dimension, 0, "{}", challenge["id"]);
        let loss = LossSpec::from_plain(&plain(challenge["loss"].clone())).unwrap();
        assert_eq!(losses::build(&loss).unwrap().dimension(), outline.right.dimension, "{}", challenge["id"]);
        let as_given = ["fix", "reorder", "choice", "experiment"].contains(&text(challenge, "kind"));
        assert_eq!(outline.given.is_some(), as_given, "{}", challenge["id"]);
    }
}

/// Every code that an answer to a challenge can be given as its reason.
fn reasons(challenge: &Value) -> BTreeSet<&str> {
    let goals = list(challenge, "goals").iter().chain([&challenge["check"]]).filter_map(|goal| goal["code"].as_str());
    let named =
        ["mistakes", "wrong"].into_iter().flat_map(|name| list(challenge, name)).map(|entry| text(entry, "reason"));
    let options = list(challenge, "options").iter().filter_map(Value::as_str);
    let wrong = options.filter(|option| challenge["solution"] != *option);
    let codes = goals.chain(challenge["keeps"].is_array().then_some("keeps"));
    named.chain(wrong).chain(codes.flat_map(|code| of_goal(code).iter().copied())).collect()
}

#[test]
fn every_text_of_a_challenge_and_every_reason_has_its_words() {
    let words = read("www/text/en/challenges.json");
    let has = |key: &str| words[key].as_str().is_some_and(|text| !text.trim().is_empty());
    for challenge in list(&course(), "challenges") {
        let id = text(challenge, "id");
        let options = list(challenge, "options").iter().map(|option| format!("option.{}", option.as_str().unwrap()));
        for part in ["title", "question", "hint", "solution"].map(String::from).into_iter().chain(options) {
            assert!(has(&format!("{id}.{part}")), "no words for {id}.{part}");
        }
        for code in reasons(challenge) {
            assert!(has(&format!("{id}.reason.{code}")) || has(&format!("reason.{code}")), "{id}: no words for {code}");
        }
    }
    for code in GENERAL {
        assert!(has(&format!("reason.{code}")), "no words for reason.{code}");
    }
    for code in program::EXPECTED {
        assert!(has(&format!("expected.{code}")), "no words for expected.{code}");
    }
}

#[test]
fn no_words_are_kept_for_challenges_that_are_gone() {
    let course = course();
    let known: BTreeSet<&str> = list(&course, "challenges").iter().map(|challenge| text(challenge, "id")).collect();
    for key in read("www/text/en/challenges.json").as_object().unwrap().keys() {
        let owner = key.split('.').next().unwrap();
        assert!(known.contains(owner) || owner == "reason" || owner == "expected", "{key} belongs to no challenge");
    }
}
