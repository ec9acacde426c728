//! The optional heading of a typed function: `f(x, y) =` or `y =`.

use crate::expression::variables::Variable;

/// Longest heading that is looked for, in characters.
const LONGEST: usize = 40;

/// The variables that the heading declares, and the character at which the function itself begins. Without a heading
/// these are none and 0.
pub fn split(characters: &[char]) -> (Vec<Variable>, usize) {
    let end = characters.iter().take(LONGEST).position(|&character| character == '=');
    let heading = end.and_then(|end| {
        let text: String = characters[..end].iter().filter(|character| !character.is_whitespace()).collect();
        Some((declared(&text)?, end + 1))
    });
    heading.unwrap_or_default()
}

/// The variables of `f(x)` or `L(w1, w2)`; none for a single letter such as `y`.
fn declared(heading: &str) -> Option<Vec<Variable>> {
    let mut characters = heading.chars();
    if !is_letter(characters.next()?) {
        return None;
    }
    let rest = characters.as_str();
    if rest.is_empty() {
        return Some(Vec::new());
    }
    let inside = rest.strip_prefix('(')?.strip_suffix(')')?;
    // As a set of one: the standard library's search for a single character is long, and would be downloaded.
    inside.split([',']).map(whole).collect()
}

/// Whether a character is a letter as functions are named with: Latin, Greek, Cyrillic, and those made for mathematics.
/// (The standard library's table of all letters of the world is as large as the rest of this room.)
fn is_letter(character: char) -> bool {
    let mathematical = matches!(character, '\u{2100}'..='\u{214f}' | '\u{1d400}'..='\u{1d7cb}');
    let named = matches!(character, 'À'..='\u{52f}' | 'Ḁ'..='ỿ') && !matches!(character, '×' | '÷');
    character.is_ascii_alphabetic() || named || mathematical
}

fn whole(name: &str) -> Option<Variable> {
    let lowercase = name.to_ascii_lowercase();
    match Variable::leading(&lowercase)? {
        (variable, "") => Some(variable),
        _ => None,
    }
}
