//! A number as readers type it: `4.6`, `4,6`, `x = 4.6`, `−1`, `1/4`, `2^-3`, `1.5·10⁻³`.

use super::program::{self, Value};

/// Longest answer that is read, in characters.
const LONGEST: usize = 100;

/// Raised digits and the minus before them.
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const RAISED_MINUS: char = '⁻';

/// What was typed where a number was asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Typed {
    /// Nothing but spaces.
    Empty,
    /// Anything that has no finite number as its value.
    NotANumber,
    /// A number, and how many decimals were typed; none if it was to be worked out, such as `1/4`.
    Number { value: f64, decimals: Option<usize> },
}

impl Typed {
    /// Reads what was typed. Numbers may be joined by operators as in the programs.
    pub fn read(text: &str) -> Self {
        let characters: Vec<char> = text.chars().take(LONGEST + 1).map(plain).collect();
        let Some(number) = after_name(&characters) else {
            return Typed::NotANumber;
        };
        if number.iter().all(|character| *character == ' ') {
            return if number.len() == characters.len() { Typed::Empty } else { Typed::NotANumber };
        }
        if characters.len() > LONGEST || (number.contains(&'.') && number.contains(&',')) {
            return Typed::NotANumber;
        }
        let number = in_python(number);
        match value(&number) {
            Some(value) => Typed::Number { value, decimals: decimals(number.trim()) },
            None => Typed::NotANumber,
        }
    }
}

/// A character as it stands in programs.
fn plain(character: char) -> char {
    match character {
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '\t' | '\n' | '\r' => ' ',
        '−' | '–' | '‐' => '-',
        '·' | '×' | '⋅' | '∙' => '*',
        '÷' | '∕' | '⁄' => '/',
        '≈' => '=',
        other => other,
    }
}

/// What stands after `x =`; everything if no name does. None if what stands before the sign begins like no name.
fn after_name(characters: &[char]) -> Option<&[char]> {
    let Some(sign) = characters.iter().rposition(|character| *character == '=') else {
        return Some(characters);
    };
    let first = characters.iter().find(|character| **character != ' ')?;
    (first.is_ascii_alphabetic() || !first.is_ascii()).then(|| &characters[sign + 1..])
}

/// The same in the notation of programs: points, `**` for powers.
fn in_python(characters: &[char]) -> String {
    let mut text = String::new();
    let mut raised = false;
    for &character in characters {
        let digit = RAISED.chars().position(|known| known == character);
        let rises = digit.is_some() || character == RAISED_MINUS;
        if (rises && !raised) || character == '^' {
            text.push_str("**");
        }
        match (digit, character) {
            (Some(digit), _) => text.push(char::from(b'0' + digit as u8)),
            (_, RAISED_MINUS) => text.push('-'),
            (_, ',') => text.push('.'),
            (_, '^') => {}
            (_, other) => text.push(other),
        }
        raised = rises;
    }
    text
}

/// The value of a number or of numbers with operators between them.
fn value(text: &str) -> Option<f64> {
    let line = "answer = ".to_owned() + text.trim();
    let run = program::read(&[&line]).ok()?.run(&[]);
    match run.variables.first() {
        Some((_, Value::Truth(_))) | None => None,
        Some((_, value)) => Some(value.number()).filter(|value| value.is_finite()),
    }
}

/// How many digits stand after the point of a number in digits.
fn decimals(text: &str) -> Option<usize> {
    let digits = text.trim_start_matches(['-', '+', ' ']);
    let mut parts = digits.split(['.']);
    let (whole, fraction) = (parts.next()?, parts.next().unwrap_or_default());
    let all = |part: &str| part.chars().all(|character| character.is_ascii_digit());
    (all(whole) && all(fraction) && parts.next().is_none()).then_some(fraction.len())
}
