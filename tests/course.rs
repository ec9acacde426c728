//! The course as data: every scene of `www/course.json` runs, and everything it names exists.

#[path = "course/scenes.rs"]
mod scenes;

use std::path::Path;

use downhill::plain::Plain;
use downhill::trajectory::{Experiment, run};
use serde_json::Value;

use scenes::{course, list, openings, read};

#[test]
fn every_experiment_of_every_scene_and_preset_runs() {
    for scene in list(&course(), "scenes") {
        for experiment in openings(scene).into_iter().flat_map(|(_, together)| together) {
            let plain: Plain = serde_json::from_value(experiment.clone()).unwrap();
            let read = Experiment::from_plain(&plain);
            let experiment = read.unwrap_or_else(|fault| panic!("{}: {fault}: {experiment}", scene["id"]));
            assert!(run(&experiment).unwrap().losses[0].is_finite());
        }
    }
}

#[test]
fn every_section_has_its_prose_and_every_scene_it_names_exists() {
    let course = course();
    let scenes: Vec<&Value> = list(&course, "scenes").iter().map(|scene| &scene["id"]).collect();
    for section in list(&course, "sections") {
        let id = section["id"].as_str().unwrap();
        for language in list(&course, "languages") {
            let path = format!("www/text/{}/sections/{id}.md", language.as_str().unwrap());
            assert!(Path::new(&path).is_file(), "{path} is missing");
        }
        assert!(
            section["scene"].is_null() || scenes.contains(&&section["scene"]),
            "{id} names a scene that is not there"
        );
    }
}

#[test]
fn every_scene_preset_and_note_has_its_words_in_every_language() {
    let course = course();
    for language in list(&course, "languages") {
        let labels = read(&format!("www/text/{}/labels.json", language.as_str().unwrap()));
        let has = |key: String| assert!(labels[&key].is_string(), "{language} has no words for {key}");
        for scene in list(&course, "scenes") {
            let id = scene["id"].as_str().unwrap();
            has(format!("scene.{id}"));
            for preset in list(scene, "presets") {
                has(format!("preset.{id}.{}", preset["id"].as_str().unwrap()));
            }
            for note in list(scene, "notes") {
                has(format!("note.{}", note.as_str().unwrap()));
            }
        }
    }
}

#[test]
fn every_loss_and_every_optimizer_has_its_words_in_every_language() {
    for language in list(&course(), "languages") {
        let labels = read(&format!("www/text/{}/labels.json", language.as_str().unwrap()));
        for entry in downhill::losses::catalogue() {
            assert!(labels[format!("loss.{}", entry.name)].is_string(), "{language} has no words for {}", entry.name);
        }
        for entry in downhill::optimizers::catalogue() {
            let key = format!("optimizer.{}", entry.name);
            assert!(labels[key].is_string(), "{language} has no words for {}", entry.name);
        }
    }
}

#[test]
fn every_mistake_in_a_typed_function_has_its_words_in_every_language() {
    for language in list(&course(), "languages") {
        let labels = read(&format!("www/text/{}/labels.json", language.as_str().unwrap()));
        for code in downhill::expression::EXPECTED {
            assert!(labels[format!("expected.{code}")].is_string(), "{language} has no words for {code}");
        }
    }
}

#[test]
fn every_recall_card_belongs_to_a_section_and_has_its_words_in_every_language() {
    let course = course();
    let sections: Vec<&Value> = list(&course, "sections").iter().map(|section| &section["id"]).collect();
    let cards = list(&course, "cards");
    assert!(cards.len() >= 16);
    for language in list(&course, "languages") {
        let words = read(&format!("www/text/{}/recall.json", language.as_str().unwrap()));
        for card in cards {
            let id = card["id"].as_str().unwrap();
            assert!(sections.contains(&&card["section"]), "{id} belongs to a section that is not there");
            for side in ["question", "answer"] {
                let key = format!("card.{id}.{side}");
                assert!(words[&key].is_string(), "{language} has no words for {key}");
            }
        }
    }
}
