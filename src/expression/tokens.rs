//! Cuts a typed function into tokens. Pasted mathematics (`²`, `·`, `−`, `π`, `√`) is understood.

use crate::expression::decimal;
use crate::expression::function::Function;
use crate::expression::names::{is_letter, split};
use crate::expression::problem::Problem;
use crate::expression::variables::Variable;

/// A token and the character at which it begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Token {
    pub kind: Kind,
    pub position: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// Written in digits. It cannot be the second factor of a product without a sign.
    Number(f64),
    /// Written as a name: π or e.
    Constant(f64),
    Variable(Variable),
    Function(Function),
    /// A raised number such as `²`.
    Superscript(f64),
    Plus,
    Minus,
    Times,
    Over,
    Power,
    Open,
    Close,
    Bar,
    Comma,
    End,
}

/// Reads the characters from `start` on; the last token is always `End`.
pub fn read(characters: &[char], start: usize) -> Result<Vec<Token>, Problem> {
    let mut reader = Reader { characters, position: start, tokens: Vec::new() };
    while let Some(character) = reader.peek(0) {
        reader.token(character)?;
    }
    reader.push(Kind::End, 0);
    Ok(reader.tokens)
}

struct Reader<'a> {
    characters: &'a [char],
    position: usize,
    tokens: Vec<Token>,
}

impl Reader<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.characters.get(self.position + ahead).copied()
    }

    fn push(&mut self, kind: Kind, length: usize) {
        self.tokens.push(Token { kind, position: self.position });
        self.position += length;
    }

    fn problem<T>(&self, expected: &'static str) -> Result<T, Problem> {
        Err(Problem { position: self.position, expected })
    }

    fn token(&mut self, character: char) -> Result<(), Problem> {
        let kind = match character {
            '0'..='9' | '.' => return self.number(),
            'a'..='z' | 'A'..='Z' | 'π' | 'θ' | 'ϑ' => return self.names(),
            '*' if self.peek(1) == Some('*') => {
                self.push(Kind::Power, 2);
                return Ok(());
            }
            '+' | '＋' => Kind::Plus,
            '-' | '−' | '–' | '‐' => Kind::Minus,
            '*' | '·' | '⋅' | '∙' | '×' | '∗' => Kind::Times,
            '/' | '÷' | '∕' | '⁄' => Kind::Over,
            '^' | 'ˆ' => Kind::Power,
            '(' => Kind::Open,
            ')' => Kind::Close,
            '|' | '∣' => Kind::Bar,
            ',' => Kind::Comma,
            '√' => Kind::Function(Function::Sqrt),
            _ if raised_digit(character).is_some() || character == '⁻' => {
                return self.superscript();
            }
            // Zero-width spaces and invisible products come along with pasted formulas.
            _ if character.is_whitespace() || matches!(character, '\u{200b}' | '\u{2062}' | '\u{feff}') => {
                self.position += 1;
                return Ok(());
            }
            _ => return self.problem("knownCharacter"),
        };
        self.push(kind, 1);
        Ok(())
    }

    /// Digits with an optional point and an optional exponent, as in `2`, `.5`, `1e-3`; `2e` is 2·e.
    fn number(&mut self) -> Result<(), Problem> {
        let mut length = self.digits(0);
        let mut digits = length;
        if self.peek(length) == Some('.') {
            let fraction = self.digits(length + 1);
            digits += fraction;
            length += 1 + fraction;
        }
        if digits == 0 {
            return self.problem("operand");
        }
        if matches!(self.peek(length), Some('e' | 'E')) {
            let sign = usize::from(matches!(self.peek(length + 1), Some('+' | '-' | '−')));
            let exponent = self.digits(length + 1 + sign);
            length += if exponent > 0 { 1 + sign + exponent } else { 0 };
        }
        let value = decimal::value(&self.characters[self.position..self.position + length]);
        if value == f64::INFINITY {
            return self.problem("finiteNumber");
        }
        self.push(Kind::Number(value), length);
        Ok(())
    }

    fn digits(&self, ahead: usize) -> usize {
        (0..).take_while(|i| self.peek(ahead + i).is_some_and(|c| c.is_ascii_digit())).count()
    }

    fn superscript(&mut self) -> Result<(), Problem> {
        let sign = usize::from(self.peek(0) == Some('⁻'));
        let digits: Vec<u32> = (sign..).map_while(|i| self.peek(i).and_then(raised_digit)).collect();
        if digits.is_empty() {
            return self.problem("knownCharacter");
        }
        let size = digits.iter().fold(0.0, |number, &digit| number * 10.0 + f64::from(digit));
        if size == f64::INFINITY {
            return self.problem("finiteNumber");
        }
        self.push(Kind::Superscript(if sign == 1 { -size } else { size }), sign + digits.len());
        Ok(())
    }

    /// Letters that follow each other: variables and constants, and at most one function at the end, as in `x`, `exp`,
    /// `xy`, `2pix` or `xsin(y)`.
    fn names(&mut self) -> Result<(), Problem> {
        let mut run = String::new();
        for ahead in 0.. {
            match self.peek(ahead) {
                Some(c) if is_letter(c) => run.push(c.to_ascii_lowercase()),
                Some(c @ ('1' | '2')) if run.ends_with(['w', '_']) => run.push(c),
                _ => break,
            }
        }
        match split(&run) {
            Some(names) => names.into_iter().for_each(|(kind, length)| self.push(kind, length)),
            None => return self.problem("knownName"),
        }
        Ok(())
    }
}

fn raised_digit(character: char) -> Option<u32> {
    "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().zip(0..).find(|(raised, _)| *raised == character).map(|(_, digit)| digit)
}
