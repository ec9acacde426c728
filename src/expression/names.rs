//! Takes letters that follow each other apart into the names they consist of.

use core::f64::consts::{E, PI};

use crate::expression::function::Function;
use crate::expression::tokens::Kind;
use crate::expression::variables::Variable;

/// Whether a character can be part of a name.
pub fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, 'π' | 'θ' | 'ϑ' | '_' | '₁' | '₂')
}

/// Takes a run of letters apart into names with their lengths, if it consists of nothing else.
pub fn split(run: &str) -> Option<Vec<(Kind, usize)>> {
    let mut names = Vec::new();
    let mut rest = run;
    while !rest.is_empty() {
        let (kind, after) = match Function::named(rest) {
            Some(function) => (Kind::Function(function), ""),
            None => leading_name(rest)?,
        };
        names.push((kind, rest.chars().count() - after.chars().count()));
        rest = after;
    }
    Some(names)
}

/// The variable or constant at the beginning of the text, and what comes after it.
fn leading_name(text: &str) -> Option<(Kind, &str)> {
    let constants = [("pi", PI), ("π", PI), ("e", E)];
    let constant = constants.iter().find_map(|(name, value)| Some((Kind::Constant(*value), text.strip_prefix(name)?)));
    constant.or_else(|| Variable::leading(text).map(|(variable, rest)| (Kind::Variable(variable), rest)))
}
