//! How an experiment names its loss: an entry of the catalogue with settings, or a typed expression.

use std::fmt;

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
            return typed(text, fields);
        }
        let entry = match given.get("name") {
            Some(Plain::Text(name)) => find(name).ok_or_else(|| unknown(name))?,
            other => return Err(unknown(other.unwrap_or(&Plain::Null))),
        };
        let settings = Settings::read(entry.settings, fields, &["name", "expression"])?;
        Ok(Self::Named { name: entry.name.to_owned(), settings })
    }

    /// The local minima that are known, the lowest first; none of a typed function.
    pub fn minima(&self) -> Vec<Vec<f64>> {
        match self {
            Self::Named { name, settings } => find(name).map_or_else(Vec::new, |entry| (entry.minima)(settings)),
            Self::Expression(_) => Vec::new(),
        }
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
        LossSpec::Expression(text) => typed_loss(text),
    }
}

/// The loss of a typed function. The kernels, which know of none, leave the parser out of their download.
fn typed_loss(text: &str) -> Result<Box<dyn Loss>, Fault> {
    if cfg!(any(feature = "page", not(target_arch = "wasm32"))) {
        Ok(expression::parse(text)?.into_loss())
    } else {
        Err(Fault::new("expression", text, Accepted::OneOf(Vec::new())))
    }
}

fn typed(text: &Plain, fields: &[(String, Plain)]) -> Result<LossSpec, Fault> {
    let text = text.text("expression")?;
    typed_loss(text)?;
    match fields.iter().find(|(field, value)| field != "expression" && *value != Plain::Null) {
        Some((field, _)) => Err(Fault::new("", field, Accepted::OneOf(vec!["expression".to_owned()]))),
        None => Ok(LossSpec::Expression(text.to_owned())),
    }
}

fn unknown(name: impl fmt::Display) -> Fault {
    let names = catalogue().map(|entry| entry.name.to_owned()).collect();
    Fault::new("name", name, Accepted::OneOf(names))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fields: &[(&str, Plain)]) -> Result<LossSpec, Fault> {
        LossSpec::from_plain(&Plain::Map(fields.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect()))
    }

    fn text(text: &str) -> Plain {
        Plain::Text(text.to_owned())
    }

    #[test]
    fn a_name_alone_takes_the_defaults() {
        assert_eq!(read(&[("name", text("shiftedBowl"))]), LossSpec::named("shiftedBowl"));
    }

    #[test]
    fn a_setting_reaches_its_loss() {
        let spec = read(&[("name", text("shiftedBowl")), ("center", Plain::Number(-7.0))]).unwrap();
        let loss = build(&spec).unwrap();
        assert_eq!((loss.value(&[-7.0]), loss.frame()), (0.0, vec![[-13.0, -1.0]]));
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        for (fields, field) in [
            (vec![], "name"),
            (vec![("name", Plain::Number(3.0))], "name"),
            (vec![("name", text("bowel"))], "name"),
            (vec![("name", text("bowl")), ("center", Plain::Number(1.0))], ""),
            (vec![("name", text("shiftedBowl")), ("center", Plain::Number(1e6))], "center"),
            (vec![("name", text("ravine")), ("a", Plain::Number(-1.0))], "a"),
            (vec![("name", text("absoluteError")), ("measurements", Plain::List(vec![]))], "measurements"),
            (vec![("name", text("absoluteError")), ("measurements", Plain::Number(1.0))], "measurements"),
            (vec![("expression", Plain::Number(1.0))], "expression"),
            (vec![("expression", text("x +"))], "expression"),
            (vec![("expression", text("x")), ("name", text("bowl"))], ""),
        ] {
            assert_eq!(read(&fields).unwrap_err().field, field, "{fields:?}");
        }
    }

    #[test]
    fn an_expression_is_kept_as_it_was_typed() {
        let spec = read(&[("expression", text(" x² + y² ")), ("name", Plain::Null)]).unwrap();
        assert_eq!(spec, LossSpec::Expression(" x² + y² ".to_owned()));
        assert_eq!(build(&spec).unwrap().value(&[1.0, 2.0]), 5.0);
    }
}
