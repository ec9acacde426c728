//! The variables a typed function can have, and which of them go together.

use crate::expression::problem::Problem;
use crate::expression::tokens::{Kind, Token};
use crate::order;

/// A variable, under whichever spelling it was typed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Variable {
    X,
    Y,
    W,
    W1,
    W2,
    Theta,
}

/// Every spelling, the longer ones before those they begin with.
const SPELLINGS: [(&str, Variable); 12] = [
    ("theta", Variable::Theta),
    ("θ", Variable::Theta),
    ("ϑ", Variable::Theta),
    ("w_1", Variable::W1),
    ("w_2", Variable::W2),
    ("w1", Variable::W1),
    ("w2", Variable::W2),
    ("w₁", Variable::W1),
    ("w₂", Variable::W2),
    ("w", Variable::W),
    ("x", Variable::X),
    ("y", Variable::Y),
];

impl Variable {
    /// The variable at the beginning of the text, and what comes after it.
    pub fn leading(text: &str) -> Option<(Self, &str)> {
        SPELLINGS.iter().find_map(|(spelling, variable)| Some((*variable, text.strip_prefix(spelling)?)))
    }

    /// Which coordinate it is in a function of two variables.
    pub fn slot(self) -> usize {
        usize::from(matches!(self, Variable::Y | Variable::W2))
    }

    fn name(self) -> &'static str {
        match self {
            Variable::X => "x",
            Variable::Y => "y",
            Variable::W => "w",
            Variable::W1 => "w1",
            Variable::W2 => "w2",
            Variable::Theta => "θ",
        }
    }

    fn goes_with(self, other: Self) -> bool {
        let family = |variable| match variable {
            Variable::X | Variable::Y => Some("x, y"),
            Variable::W1 | Variable::W2 => Some("w1, w2"),
            Variable::W | Variable::Theta => None,
        };
        self == other || (family(self).is_some() && family(self) == family(other))
    }
}

/// The names of the variables of a function, in the order of its coordinates.
///
/// `declared` are those of its heading; `body` is where the text after the heading begins.
pub fn agree(declared: &[Variable], tokens: &[Token], body: usize) -> Result<Vec<&'static str>, Problem> {
    let used = tokens.iter().filter_map(|token| match token.kind {
        Kind::Variable(variable) => Some((variable, token.position)),
        _ => None,
    });
    let mut found: Vec<Variable> = Vec::new();
    for (variable, position) in declared.iter().map(|variable| (*variable, 0)).chain(used) {
        if !found.iter().all(|other| variable.goes_with(*other)) {
            return Err(Problem { position, expected: "oneFamily" });
        }
        if !found.contains(&variable) {
            found.push(variable);
        }
    }
    if found.is_empty() {
        return Err(Problem { position: body, expected: "variable" });
    }
    order::by_number(&mut found, |variable| variable.slot() as f64);
    Ok(found.into_iter().map(Variable::name).collect())
}
