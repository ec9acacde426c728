//! What is wrong with a value from outside: which field, what it was, and what is accepted, as data that the page puts into words.

use std::fmt;

/// Longest stretch of the given value that a fault repeats, in characters.
const LONGEST_GIVEN: usize = 60;

/// One value that cannot be used, with everything a sentence about it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Where the value stood, such as `optimizer.learningRate`.
    pub field: String,
    /// The value as it was given, shortened to 60 characters.
    pub given: String,
    /// What would have been accepted in its place.
    pub accepted: Accepted,
}

/// What a field accepts. Carries facts, never sentences.
#[derive(Clone, Debug, PartialEq)]
pub enum Accepted {
    /// A finite number from `lowest` to `highest`, both included.
    Number { lowest: f64, highest: f64 },
    /// A whole number from `lowest` to `highest`, both included.
    WholeNumber { lowest: f64, highest: f64 },
    /// A list of `fewest` to `most` numbers, each from `lowest` to `highest`.
    Numbers { fewest: usize, most: usize, lowest: f64, highest: f64 },
    /// A list of 1 to `most` pairs of numbers, each at most `limit` in size; with `labels` the second one is 0 or 1.
    Rows { most: usize, limit: f64, labels: bool },
    /// `true` or `false`.
    Truth,
    /// One of these names.
    OneOf(Vec<String>),
    /// A piece of text.
    Text,
    /// An object with named fields.
    Object,
    /// A start at which the loss has a finite value.
    FiniteStart,
    /// A loss with second derivatives, which Newton's method needs.
    Curvature,
    /// A loss that is made of samples, which batches are made of.
    Samples,
    /// An expression; `expected` is a code for what could stand at the character `position` (from 0).
    Syntax { position: usize, expected: &'static str },
}

impl Fault {
    /// A fault of `field`, quoting the start of `given`.
    pub fn new(field: impl Into<String>, given: impl fmt::Display, accepted: Accepted) -> Self {
        Fault { field: field.into(), given: shorten(&given.to_string()), accepted }
    }

    /// The same fault seen from the object that holds its field: `center` inside `loss` is `loss.center`.
    pub fn inside(mut self, parent: &str) -> Self {
        self.field = if self.field.is_empty() { parent.to_owned() } else { format!("{parent}.{}", self.field) };
        self
    }
}

impl Accepted {
    /// The stable code under which the page keeps the sentence for this kind.
    pub fn code(&self) -> &'static str {
        match self {
            Accepted::Number { .. } => "number",
            Accepted::WholeNumber { .. } => "wholeNumber",
            Accepted::Numbers { .. } => "numbers",
            Accepted::Rows { labels: false, .. } => "rows",
            Accepted::Rows { labels: true, .. } => "labelled",
            Accepted::Truth => "truth",
            Accepted::OneOf(_) => "oneOf",
            Accepted::Text => "text",
            Accepted::Object => "object",
            Accepted::FiniteStart => "finiteStart",
            Accepted::Curvature => "curvature",
            Accepted::Samples => "samples",
            Accepted::Syntax { .. } => "syntax",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {} ({:?})", self.field, self.given, self.accepted)
    }
}

impl std::error::Error for Fault {}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(LONGEST_GIVEN) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_quoted_only_in_part() {
        let fault = Fault::new("loss", "é".repeat(10_000), Accepted::Text);
        assert_eq!(fault.given.chars().count(), LONGEST_GIVEN + 1);
    }

    #[test]
    fn a_fault_names_the_whole_path_to_its_field() {
        let fault = Fault::new("center", "x", Accepted::Text).inside("loss");
        assert_eq!(fault.field, "loss.center");
    }
}
