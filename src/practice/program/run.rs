//! What running a program gave: what it printed, its variables, its trail, and what stopped it.

use super::problem::Problem;
use super::value::Value;

/// What a program printed between two commas.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A text as it stands in the program.
    Text(String),
    /// A value.
    Value(Value),
}

/// What running a program gave, up to its end or to the problem that stopped it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The values of the watched variables row by row.
    pub points: Vec<f64>,
    /// What was printed, line by line.
    pub output: Vec<Vec<Piece>>,
    /// The variables at the end.
    pub variables: Vec<(String, Value)>,
    /// What stopped the program before its end.
    pub problem: Option<Problem>,
}

impl Run {
    /// The value of a variable at the end.
    pub fn value(&self, name: &str) -> Option<f64> {
        self.variables.iter().find(|(known, _)| known == name).map(|(_, value)| value.number())
    }

    /// The lines of the output as Python prints them.
    pub fn text(&self) -> Vec<String> {
        self.output.iter().map(|line| written(line)).collect()
    }
}

fn written(line: &[Piece]) -> String {
    let mut text = String::new();
    for (index, piece) in line.iter().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        match piece {
            Piece::Text(piece) => text.push_str(piece),
            Piece::Value(value) => text.push_str(&value.written()),
        }
    }
    text
}
