//! The numbers in a text, such as the output of a reader's program.

use crate::expression::decimal;

/// Most numbers that are looked for.
const MOST: usize = 2_000;

/// The numbers in a text in their order; those within names, as in `x1`, are none.
pub fn numbers(text: &str) -> Vec<f64> {
    let characters: Vec<char> = text.chars().collect();
    let (mut numbers, mut place) = (Vec::new(), 0);
    while place < characters.len() && numbers.len() < MOST {
        match length(&characters[place..]) {
            0 => place += word(&characters[place..]).max(1),
            length => {
                let negative = place > 0 && matches!(characters[place - 1], '-' | '−');
                let size = decimal::value(&characters[place..place + length]);
                numbers.push(if negative { -size } else { size });
                place += length;
            }
        }
    }
    numbers
}

fn digits(text: &[char]) -> usize {
    text.iter().take_while(|character| character.is_ascii_digit()).count()
}

/// How many characters a number takes here; 0 if none begins.
fn length(text: &[char]) -> usize {
    let mut length = digits(text);
    if text.get(length) == Some(&'.') {
        let fraction = digits(&text[length + 1..]);
        length += if length + fraction > 0 { 1 + fraction } else { 0 };
    }
    if length > 0 && matches!(text.get(length), Some('e' | 'E')) {
        let sign = usize::from(matches!(text.get(length + 1), Some('-' | '+')));
        let exponent = digits(text.get(length + 1 + sign..).unwrap_or_default());
        length += if exponent > 0 { 1 + sign + exponent } else { 0 };
    }
    length
}

/// How many characters a name takes here.
fn word(text: &[char]) -> usize {
    let inside = |character: &&char| character.is_ascii_alphanumeric() || **character == '_' || !character.is_ascii();
    let letter = text.first().is_some_and(|first| first.is_ascii_alphabetic() || *first == '_');
    if letter { text.iter().take_while(inside).count() } else { 0 }
}
