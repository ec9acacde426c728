//! Plain data from outside (a JavaScript object, a JSON file) before anybody has checked it.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::digits;
use crate::fault::{Accepted, Fault};

/// Levels of objects and lists inside each other; an experiment has three.
pub(crate) const DEEPEST: usize = 8;

/// A value of plain data, with fields in the order given.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// Nothing: `null` or `undefined`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Any number, NaN and the infinities included.
    Number(f64),
    /// A piece of text.
    Text(String),
    /// A list.
    List(Vec<Plain>),
    /// An object.
    Map(Vec<(String, Plain)>),
}

impl Plain {
    /// The value of the field `name` if this is an object that has it and it is not null.
    pub fn get(&self, name: &str) -> Option<&Plain> {
        match self {
            Plain::Map(fields) => fields
                .iter()
                .find(|(key, _)| key == name)
                .map(|(_, value)| value)
                .filter(|value| !matches!(value, Plain::Null)),
            _ => None,
        }
    }

    /// The fields of an object.
    ///
    /// # Errors
    /// A fault of `field` if this is no object.
    pub fn fields(&self, field: &str) -> Result<&[(String, Plain)], Fault> {
        match self {
            Plain::Map(fields) => Ok(fields),
            other => Err(Fault::new(field, other, Accepted::Object)),
        }
    }

    /// The text of a piece of text.
    ///
    /// # Errors
    /// A fault of `field` if this is anything else.
    pub fn text(&self, field: &str) -> Result<&str, Fault> {
        match self {
            Plain::Text(text) => Ok(text),
            other => Err(Fault::new(field, other, Accepted::Text)),
        }
    }

    /// A finite number between `lowest` and `highest`.
    ///
    /// # Errors
    /// A fault of `field` if this is no number or lies outside.
    pub fn number(&self, field: &str, lowest: f64, highest: f64) -> Result<f64, Fault> {
        match self {
            Plain::Number(value) if (lowest..=highest).contains(value) => Ok(*value),
            other => Err(Fault::new(field, other, Accepted::Number { lowest, highest })),
        }
    }

    /// A whole number between `lowest` and `highest`, which must both be exact in an `f64`.
    ///
    /// # Errors
    /// A fault of `field` if this is no whole number or lies outside.
    pub fn whole(&self, field: &str, lowest: u64, highest: u64) -> Result<u64, Fault> {
        let (lowest, highest) = (lowest as f64, highest as f64);
        match self {
            Plain::Number(value) if value.trunc() == *value && (lowest..=highest).contains(value) => Ok(*value as u64),
            other => Err(Fault::new(field, other, Accepted::WholeNumber { lowest, highest })),
        }
    }

    /// `true` or `false`.
    ///
    /// # Errors
    /// A fault of `field` if this is neither.
    pub fn truth(&self, field: &str) -> Result<bool, Fault> {
        match self {
            Plain::Bool(value) => Ok(*value),
            other => Err(Fault::new(field, other, Accepted::Truth)),
        }
    }

    /// One of these names.
    ///
    /// # Errors
    /// A fault of `field` if this is none of them.
    pub fn one_of(&self, field: &str, names: &[&'static str]) -> Result<&'static str, Fault> {
        let found = names.iter().find(|name| matches!(self, Plain::Text(text) if text == *name));
        let known = || names.iter().map(|&name| name.to_owned()).collect();
        found.copied().ok_or_else(|| Fault::new(field, self, Accepted::OneOf(known())))
    }

    /// A list of 1 to `most` pairs of finite numbers, each at most `limit` in size; with `labels` the second one of each
    /// pair is 0 or 1.
    ///
    /// # Errors
    /// A fault of `field` if this is no such list.
    pub fn rows(&self, field: &str, most: usize, limit: f64, labels: bool) -> Result<Vec<[f64; 2]>, Fault> {
        let pair = |item: &Plain| match item.numbers(field, 2, 2, limit).as_deref() {
            Ok(&[x, y]) if !labels || y == 0.0 || y == 1.0 => Some([x, y]),
            _ => None,
        };
        let rows: Option<Vec<[f64; 2]>> = match self {
            Plain::List(items) if (1..=most).contains(&items.len()) => items.iter().map(pair).collect(),
            _ => None,
        };
        rows.ok_or_else(|| Fault::new(field, self, Accepted::Rows { most, limit, labels }))
    }

    /// A list of `fewest` to `most` finite numbers, each at most `limit` in size; of any numbers if that is infinite.
    ///
    /// # Errors
    /// A fault of `field` if this is no such list.
    pub fn numbers(&self, field: &str, fewest: usize, most: usize, limit: f64) -> Result<Vec<f64>, Fault> {
        let fault = || {
            let accepted = Accepted::Numbers { fewest, most, lowest: -limit, highest: limit };
            Fault::new(field, self, accepted)
        };
        let Plain::List(items) = self else {
            return Err(fault());
        };
        if !(fewest..=most).contains(&items.len()) {
            return Err(fault());
        }
        items
            .iter()
            .map(|item| match item {
                Plain::Number(value) if limit == f64::INFINITY || value.abs() <= limit => Ok(*value),
                _ => Err(fault()),
            })
            .collect()
    }
}

impl fmt::Display for Plain {
    /// Writes the value roughly as JSON would, for quoting it in a fault.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Plain::Null => out.write_str("null"),
            Plain::Bool(value) => out.write_str(if *value { "true" } else { "false" }),
            Plain::Number(value) => out.write_str(&digits::plain(*value)),
            Plain::Text(text) => out.write_str(text),
            Plain::List(items) => {
                out.write_str("[")?;
                // A fault quotes 60 characters, so the rest of a long list need not be written.
                for (index, item) in items.iter().take(30).enumerate() {
                    write!(out, "{}{item}", if index == 0 { "" } else { ", " })?;
                }
                out.write_str("]")
            }
            Plain::Map(_) => out.write_str("{…}"),
        }
    }
}

impl<'de> Deserialize<'de> for Plain {
    fn deserialize<D: Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
        Reader { depth: 0 }.deserialize(source)
    }
}

/// Reads one value at some depth. An object from JavaScript may contain itself, so depth has an end.
struct Reader {
    depth: usize,
}

impl Reader {
    fn inner(&self) -> Self {
        Reader { depth: self.depth + 1 }
    }
}

impl<'de> DeserializeSeed<'de> for Reader {
    type Value = Plain;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Plain, D::Error> {
        if self.depth > DEEPEST {
            return Err(D::Error::custom("too deep"));
        }
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader {
    type Value = Plain;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("plain data")
    }

    fn visit_unit<E>(self) -> Result<Plain, E> {
        Ok(Plain::Null)
    }

    fn visit_none<E>(self) -> Result<Plain, E> {
        Ok(Plain::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Plain, E> {
        Ok(Plain::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Plain, E> {
        Ok(Plain::Number(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Plain, E> {
        Ok(Plain::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Plain, E> {
        Ok(Plain::Number(value))
    }

    fn visit_str<E>(self, text: &str) -> Result<Plain, E> {
        Ok(Plain::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Plain, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = source.next_element_seed(self.inner())? {
            items.push(item);
        }
        Ok(Plain::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Plain, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = source.next_key()? {
            fields.push((name, source.next_value_seed(self.inner())?));
        }
        Ok(Plain::Map(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_nested_without_end_is_refused_instead_of_filling_the_stack() {
        let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
        assert!(serde_json::from_str::<Plain>(&deep).is_err());
    }

    #[test]
    fn a_null_field_counts_as_missing() {
        let plain: Plain = serde_json::from_str(r#"{"stop": null}"#).unwrap();
        assert_eq!(plain.get("stop"), None);
    }
}
