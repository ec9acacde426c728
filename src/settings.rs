//! Named settings of a loss or an optimizer: what exists, its defaults and ranges, and the values of one experiment.

use crate::fault::{Accepted, Fault};
use crate::plain::Plain;

/// One setting that a loss or an optimizer offers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// The name in plain data, camelCase.
    pub name: &'static str,
    /// What it accepts, and its value when it is not given.
    pub kind: Kind,
}

/// What a setting accepts, and its value when it is not given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// A finite number from `lowest` to `highest`.
    Number { default: f64, lowest: f64, highest: f64 },
    /// One to `most` finite numbers, each at most `limit` in size.
    Numbers { default: &'static [f64], most: usize, limit: f64 },
    /// One of these names; the first is the default.
    Choice { options: &'static [&'static str] },
    /// Yes or no.
    Switch { default: bool },
    /// One to `most` pairs, each number at most `limit` in size; with `labels` the second of each pair is 0 or 1.
    Rows { default: &'static [[f64; 2]], most: usize, limit: f64, labels: bool },
}

/// A value of a setting.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A single number.
    Number(f64),
    /// A list of numbers.
    Numbers(Vec<f64>),
    /// One of the names of a choice.
    Choice(&'static str),
    /// Yes or no.
    Switch(bool),
    /// A list of pairs.
    Rows(Vec<[f64; 2]>),
}

/// The values of one experiment, complete: every setting that exists has its value here.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings(Vec<(&'static str, Value)>);

impl Settings {
    /// The defaults of `known`.
    pub fn defaults(known: &[Setting]) -> Self {
        Settings(known.iter().map(|s| (s.name, s.kind.default())).collect())
    }

    /// Reads the settings `known` from the fields of an object, skipping the fields named in `besides`; what is
    /// missing or null takes its default.
    ///
    /// # Errors
    /// A fault naming the first field that is unknown or has a value it does not accept.
    pub fn read(known: &[Setting], given: &[(String, Plain)], besides: &[&str]) -> Result<Self, Fault> {
        let mut settings = Settings::defaults(known);
        for (name, value) in given {
            if besides.contains(&name.as_str()) || matches!(value, Plain::Null) {
                continue;
            }
            let Some(index) = known.iter().position(|s| s.name == name) else {
                let names = known.iter().map(|s| s.name.to_owned()).collect();
                return Err(Fault::new("", name, Accepted::OneOf(names)));
            };
            settings.0[index].1 = known[index].kind.read(name, value)?;
        }
        Ok(settings)
    }

    /// The number under `name`; NaN if there is no such setting, which only a mistake in the catalogue can cause.
    pub fn number(&self, name: &str) -> f64 {
        match self.get(name) {
            Some(Value::Number(value)) => *value,
            _ => f64::NAN,
        }
    }

    /// The list under `name`; empty if there is no such setting, which only a mistake in the catalogue can cause.
    pub fn numbers(&self, name: &str) -> &[f64] {
        match self.get(name) {
            Some(Value::Numbers(values)) => values,
            _ => &[],
        }
    }

    /// Puts a number under `name`, unchecked; nothing happens if no number stands there.
    pub fn set_number(&mut self, name: &str, number: f64) {
        for (key, value) in &mut self.0 {
            if *key == name && matches!(value, Value::Number(_)) {
                *value = Value::Number(number);
            }
        }
    }

    /// The name chosen under `name`; empty if there is no such setting, which only a mistake in the catalogue can cause.
    pub fn choice(&self, name: &str) -> &'static str {
        match self.get(name) {
            Some(Value::Choice(chosen)) => chosen,
            _ => "",
        }
    }

    /// Whether the switch `name` is on; off if there is no such setting, which only a mistake in the catalogue can cause.
    pub fn switch(&self, name: &str) -> bool {
        matches!(self.get(name), Some(Value::Switch(true)))
    }

    /// The pairs under `name`; none if there is no such setting, which only a mistake in the catalogue can cause.
    pub fn rows(&self, name: &str) -> &[[f64; 2]] {
        match self.get(name) {
            Some(Value::Rows(rows)) => rows,
            _ => &[],
        }
    }

    /// All names with their values, in the order of the catalogue.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Value)> {
        self.0.iter().map(|(name, value)| (*name, value))
    }

    fn get(&self, name: &str) -> Option<&Value> {
        self.iter().find(|(key, _)| *key == name).map(|(_, v)| v)
    }
}

impl Kind {
    fn default(&self) -> Value {
        match self {
            Kind::Number { default, .. } => Value::Number(*default),
            Kind::Numbers { default, .. } => Value::Numbers(default.to_vec()),
            Kind::Choice { options } => Value::Choice(options.first().copied().unwrap_or_default()),
            Kind::Switch { default } => Value::Switch(*default),
            Kind::Rows { default, .. } => Value::Rows(default.to_vec()),
        }
    }

    fn read(&self, name: &str, value: &Plain) -> Result<Value, Fault> {
        match *self {
            Kind::Number { lowest, highest, .. } => value.number(name, lowest, highest).map(Value::Number),
            Kind::Numbers { most, limit, .. } => value.numbers(name, 1, most, limit).map(Value::Numbers),
            Kind::Choice { options } => value.one_of(name, options).map(Value::Choice),
            Kind::Switch { .. } => value.truth(name).map(Value::Switch),
            Kind::Rows { most, limit, labels, .. } => value.rows(name, most, limit, labels).map(Value::Rows),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [Setting; 1] =
        [Setting { name: "center", kind: Kind::Number { default: 3.0, lowest: -10.0, highest: 10.0 } }];

    fn read(name: &str, value: Plain) -> Result<Settings, Fault> {
        Settings::read(&KNOWN, &[(name.to_owned(), value)], &["name"])
    }

    #[test]
    fn what_is_missing_takes_its_default() {
        let settings = read("name", Plain::Text("shiftedBowl".into())).unwrap();
        assert_eq!(settings.number("center"), 3.0);
    }

    #[test]
    fn a_choice_a_switch_and_rows_are_read_and_what_they_are_not_is_refused() {
        const KINDS: [Setting; 3] = [
            Setting { name: "of", kind: Kind::Choice { options: &["sum", "mean"] } },
            Setting { name: "on", kind: Kind::Switch { default: false } },
            Setting { name: "data", kind: Kind::Rows { default: &[[1.0, 0.0]], most: 2, limit: 9.0, labels: true } },
        ];
        let read = |json: &str| {
            let Plain::Map(fields) = serde_json::from_str(json).unwrap() else { panic!("an object is wanted") };
            Settings::read(&KINDS, &fields, &[])
        };
        let set = read(r#"{ "of": "mean", "on": true, "data": [[2, 1], [-9, 0]] }"#).unwrap();
        assert_eq!(
            (set.choice("of"), set.switch("on"), set.rows("data")),
            ("mean", true, &[[2.0, 1.0], [-9.0, 0.0]][..])
        );
        let usual = read("{}").unwrap();
        assert_eq!((usual.choice("of"), usual.switch("on"), usual.rows("data")), ("sum", false, &[[1.0, 0.0]][..]));
        for (json, field) in [
            (r#"{ "of": "max" }"#, "of"),
            (r#"{ "of": true }"#, "of"),
            (r#"{ "on": 1 }"#, "on"),
            (r#"{ "data": [] }"#, "data"),
            (r#"{ "data": [[1, 0], [1, 0], [1, 0]] }"#, "data"),
            (r#"{ "data": [[1, 0.5]] }"#, "data"),
            (r#"{ "data": [[10, 0]] }"#, "data"),
            (r#"{ "data": [[1]] }"#, "data"),
            (r#"{ "data": [1, 0] }"#, "data"),
        ] {
            assert_eq!(read(json).unwrap_err().field, field, "{json}");
        }
    }

    #[test]
    fn an_unknown_setting_is_answered_with_the_known_ones() {
        let fault = read("centre", Plain::Number(1.0)).unwrap_err();
        assert_eq!(fault.accepted, Accepted::OneOf(vec!["center".into()]));
    }

    #[test]
    fn a_value_outside_its_range_is_refused_and_so_are_nan_and_text() {
        for value in [Plain::Number(11.0), Plain::Number(f64::NAN), Plain::Text("1".into())] {
            assert_eq!(read("center", value).unwrap_err().field, "center");
        }
    }
}
