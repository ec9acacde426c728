//! Cuts a line of a program into tokens.

use super::problem::Cause;
use super::value::Value;
use crate::expression::decimal;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    Number(Value),
    Name(String),
    Text(String),
    /// An operator, a bracket, a comma or a colon.
    Sign(&'static str),
}

/// Every sign, the longer ones before their beginnings.
const SIGNS: [&str; 26] = [
    "**=", "//=", "**", "//", "<=", ">=", "==", "!=", "+=", "-=", "*=", "/=", "%=", "+", "-", "*", "/", "%", "<", ">",
    "=", "(", ")", ",", ":", ";",
];

impl Token {
    /// The token as it was written, as far as a sentence about it needs.
    pub fn written(&self) -> String {
        match self {
            Token::Number(value) => value.written(),
            Token::Name(name) => name.clone(),
            Token::Text(text) => text.clone(),
            Token::Sign(sign) => (*sign).to_owned(),
        }
    }
}

/// The tokens of a line without its indentation; a comment ends it.
pub fn read(line: &str) -> Result<Vec<Token>, Cause> {
    // The real minus sign comes along with pasted mathematics.
    let characters: Vec<char> = line.chars().map(|c| if c == '−' { '-' } else { c }).collect();
    let (mut tokens, mut rest) = (Vec::new(), &characters[..]);
    while let Some((&first, after)) = rest.split_first() {
        let (token, length) = match first {
            '#' => break,
            ' ' => {
                rest = after;
                continue;
            }
            '0'..='9' => number(rest)?,
            '.' if after.first().is_some_and(char::is_ascii_digit) => number(rest)?,
            '"' | '\'' => text(first, after)?,
            _ if begins_name(first) => name(rest),
            _ => sign(rest)?,
        };
        tokens.push(token);
        rest = &rest[length..];
    }
    Ok(tokens)
}

/// Latin letters, Greek ones and `_`.
fn begins_name(character: char) -> bool {
    character.is_ascii_alphabetic() || character == '_' || matches!(character, 'Α'..='Ω' | 'α'..='ω')
}

fn digits(text: &[char]) -> usize {
    text.iter().take_while(|character| character.is_ascii_digit()).count()
}

/// Digits with an optional point and an optional exponent: a whole number without them, a float with them.
fn number(rest: &[char]) -> Result<(Token, usize), Cause> {
    let mut length = digits(rest);
    let mut float = false;
    if rest.get(length) == Some(&'.') {
        float = true;
        length += 1 + digits(&rest[length + 1..]);
    }
    if matches!(rest.get(length), Some('e' | 'E')) {
        let sign = usize::from(matches!(rest.get(length + 1), Some('+' | '-')));
        let exponent = digits(rest.get(length + 1 + sign..).unwrap_or_default());
        float |= exponent > 0;
        length += if exponent > 0 { 1 + sign + exponent } else { 0 };
    }
    // `2x` and `1.2.3` are no numbers, and nothing else either.
    if let Some(&next) = rest.get(length).filter(|next| begins_name(**next) || **next == '.') {
        return Err(Cause::syntax("operator", next));
    }
    let value = decimal::value(&rest[..length]);
    let whole = if float { None } else { whole(rest[..length].iter().copied()) };
    Ok((Token::Number(whole.map_or(Value::Float(value), Value::Whole)), length))
}

/// The whole number that a text of digits is.
pub fn whole(digits: impl IntoIterator<Item = char>) -> Option<i64> {
    let add = |number: i64, digit: char| number.checked_mul(10)?.checked_add(i64::from(digit.to_digit(10)?));
    digits.into_iter().try_fold(0, add)
}

fn text(quote: char, after: &[char]) -> Result<(Token, usize), Cause> {
    let end = after.iter().position(|character| *character == quote);
    let inside = &after[..end.ok_or(Cause::syntax("closingQuote", quote))?];
    if inside.contains(&'\\') {
        return Err(Cause::syntax("knownCharacter", '\\'));
    }
    Ok((Token::Text(inside.iter().collect()), inside.len() + 2))
}

fn name(rest: &[char]) -> (Token, usize) {
    let name: String = rest.iter().take_while(|c| begins_name(**c) || c.is_ascii_digit()).collect();
    let length = name.chars().count();
    (Token::Name(name), length)
}

fn sign(rest: &[char]) -> Result<(Token, usize), Cause> {
    let begins = |sign: &&&str| sign.chars().zip(0..).all(|(character, place)| rest.get(place) == Some(&character));
    let found = SIGNS.iter().find(begins);
    let found =
        found.ok_or_else(|| Cause::syntax(if rest[0] == '\t' { "spaces" } else { "knownCharacter" }, rest[0]))?;
    Ok((Token::Sign(found), found.len()))
}
