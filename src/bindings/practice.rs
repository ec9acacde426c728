//! Challenges for the page: judging an answer, what can be drawn before there is one, and the points.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{numbers, object, plain, thrown};
use super::panics::may_break;
use crate::practice::completion::{self, Completion, FIRST_DAY};
use crate::practice::{self, Fact, Trail};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "Challenge")]
    pub type ChallengeObject;
    #[wasm_bindgen(typescript_type = "CoreVerdict")]
    pub type VerdictObject;
    #[wasm_bindgen(typescript_type = "Outline")]
    pub type OutlineObject;
}

/// Judges an answer to a challenge. A wrong answer is a verdict, never an exception.
///
/// # Errors
/// Throws a `Fault` if the challenge or the answer is malformed.
#[wasm_bindgen]
#[inline(never)]
pub fn judge(challenge: ChallengeObject, answer: JsValue) -> Result<VerdictObject, JsValue> {
    may_break("judge");
    let challenge = plain(challenge.into(), "challenge")?;
    let found = practice::judge(&challenge, &plain(answer, "answer")?).map_err(|fault| thrown(&fault))?;
    let facts = object([]);
    for (name, fact) in &found.facts {
        let value = match fact {
            Fact::Number(value) => (*value).into(),
            Fact::Text(text) => JsValue::from_str(text),
        };
        // Setting a field of a fresh plain object cannot fail.
        let _ = Reflect::set(&facts, &(*name).into(), &value);
    }
    let verdict = object([
        ("solved", found.solved.into()),
        ("reason", JsValue::from_str(&found.reason)),
        ("facts", facts),
        ("yours", trail(&found.yours)),
        ("right", trail(&found.right)),
    ]);
    Ok(verdict.into())
}

/// What can be drawn of a challenge before it is answered, and what is right.
///
/// # Errors
/// Throws a `Fault` if the challenge is malformed.
#[wasm_bindgen]
#[inline(never)]
pub fn outline(challenge: ChallengeObject) -> Result<OutlineObject, JsValue> {
    let challenge = plain(challenge.into(), "challenge")?;
    let found = practice::outline(&challenge).map_err(|fault| thrown(&fault))?;
    let given = found.given.as_ref().map_or(JsValue::UNDEFINED, trail);
    Ok(object([("start", numbers(&found.start)), ("given", given), ("right", trail(&found.right))]).into())
}

/// The points that a solved challenge of `xp` points brings: half of them once its solution was shown.
#[wasm_bindgen]
#[inline(never)]
pub fn award(xp: u32, solution_shown: bool) -> u32 {
    practice::award(xp, solution_shown)
}

/// The completion code for a reader's name. `challenges` are those of the course, each with its points and one a line;
/// `day` is that of the reader's calendar, counted from 1 January 1970.
#[wasm_bindgen(js_name = completionCode)]
#[inline(never)]
pub fn completion_code(name: &str, challenges: &str, solved: u32, xp: u32, day: u32) -> String {
    let completion = Completion {
        day: day.saturating_sub(FIRST_DAY),
        solved,
        total: challenges.lines().count() as u32,
        xp,
        name: completion::name_mark(name),
        course: completion::course_mark(challenges),
    };
    completion.code()
}

fn trail(trail: &Trail) -> JsValue {
    let output: Array = trail.output.iter().map(|line| JsValue::from_str(line)).collect();
    object([
        ("points", numbers(&trail.points)),
        ("dimension", (trail.dimension as f64).into()),
        ("output", output.into()),
    ])
}
