//! What is said about an answer: whether it is right, why not, and the trails to be drawn.

use super::trail::Trail;

/// A fact that a sentence about an answer needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// A number.
    Number(f64),
    /// A name, a code or a piece of the answer.
    Text(String),
}

/// The judgement of an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// Whether the answer is right.
    pub solved: bool,
    /// The code of the reason why it is not; empty if it is.
    pub reason: String,
    /// What a sentence about the reason may name.
    pub facts: Vec<(&'static str, Fact)>,
    /// What the answer does.
    pub yours: Trail,
    /// What a right answer does.
    pub right: Trail,
}

impl Verdict {
    /// The judgement with its trails.
    pub(super) fn new(found: Result<(), Wrong>, yours: Trail, right: Trail) -> Self {
        match found {
            Ok(()) => Verdict { solved: true, yours, right, ..Verdict::default() },
            Err(Wrong { reason, facts }) => Verdict { solved: false, reason, facts, yours, right },
        }
    }
}

/// Why an answer is not right.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wrong {
    reason: String,
    facts: Vec<(&'static str, Fact)>,
}

impl Wrong {
    /// A reason without facts. No reason at all, such as an option without a name, would count as right.
    pub fn new(reason: &str) -> Self {
        let reason = if reason.is_empty() { "other" } else { reason };
        Wrong { reason: reason.to_owned(), facts: Vec::new() }
    }

    /// The same with a number.
    pub fn number(mut self, name: &'static str, value: f64) -> Self {
        self.facts.push((name, Fact::Number(value)));
        self
    }

    /// The same with a text; a sentence has no room for a long one.
    pub fn text(mut self, name: &'static str, text: &str) -> Self {
        self.facts.push((name, Fact::Text(text.chars().take(60).collect())));
        self
    }
}
