//! How an experiment names its loss: an entry of the catalogue with settings, or a typed expression.

use crate::expression;
use crate::fault::{Accepted, Fault};
use crate::losses::{Loss, catalogue, find};
use crate::plain::Plain;
use crate::settings::Settings;

/// The loss of an experiment, as plain data.
#[derive(Clone, Debug, PartialEq)]
pub enum LossSpec {
    /// An entry of the catalogue.
    Named {
        /// Its name.
        name: String,
        /// Its settings, complete.
        settings: Settings,
    },
    /// A function typed by the student.
    Expression(String),
}

impl LossSpec {
    /// The entry `name` with its default settings.
    ///
    /// # Errors
    /// A fault of `name` if there is no such entry.
    pub fn named(name: &str) -> Result<Self, Fault> {
        let entry = find(name).ok_or_else(|| unknown(name))?;
        Ok(Self::Named { name: name.to_owned(), settings: Settings::defaults(entry.settings) })
    }

    /// Reads `{ name, …settings }` or `{ expression }`.
    ///
    /// # Errors
    /// A fault whose field is relative to the loss, such as `name`, `center` or `expression`.
    pub fn from_plain(given: &Plain) -> Result<Self, Fault> {
        let fields = given.fields("")?;
        if let Some(text) = given.get("expression") {
            let text = text.text("expression")?;
            expression::parse(text)?;
            return Ok(Self::Expression(text.to_owned()));
        }
        let name = given.get("name").unwrap_or(&Plain::Null).text("name")?;
        let entry = find(name).ok_or_else(|| unknown(name))?;
        let settings = Settings::read(entry.settings, fields, &["name", "expression"])?;
        Ok(Self::Named { name: name.to_owned(), settings })
    }
}

/// Makes the loss that is described.
///
/// # Errors
/// A fault of `name` or `expression`.
pub fn build(description: &LossSpec) -> Result<Box<dyn Loss>, Fault> {
    match description {
        LossSpec::Named { name, settings } => {
            let entry = find(name).ok_or_else(|| unknown(name))?;
            Ok((entry.build)(settings))
        }
        LossSpec::Expression(text) => Ok(expression::parse(text)?.into_loss()),
    }
}

fn unknown(name: &str) -> Fault {
    let names = catalogue().map(|entry| entry.name.to_owned()).collect();
    Fault::new("name", name, Accepted::OneOf(names))
}
