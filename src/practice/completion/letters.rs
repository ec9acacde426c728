//! Bits as letters and digits that people can copy by hand: Crockford's Base32, in groups of four.

use super::Mistake;

/// Letters and digits in a code, each of five bits.
pub(super) const LENGTH: usize = 24;
pub(super) const BITS: u32 = 5 * LENGTH as u32;
const GROUP: usize = 4;
/// Without I, L, O and U, which are taken for others (Douglas Crockford, "Base 32").
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The bits as text.
pub(super) fn written(bits: u128) -> String {
    let mut text = String::new();
    for place in 0..LENGTH {
        if place > 0 && place % GROUP == 0 {
            text.push('-');
        }
        text.push(char::from(ALPHABET[digit(bits, place) as usize]));
    }
    text
}

/// The bits of a text, however it is parted.
pub(super) fn read(text: &str) -> Result<u128, Mistake> {
    let counted = |c: &char| !c.is_whitespace() && !matches!(c, '-' | '‐' | '‑' | '–' | '—' | '−' | '.');
    let length = text.chars().filter(counted).count();
    let mut bits = 0;
    for (place, letter) in text.chars().filter(counted).enumerate() {
        let value = value(letter).ok_or(Mistake::Letter { letter, place: place + 1 })?;
        // What is beyond the length is not kept; the length is answered below.
        bits = (bits << 5) | value;
    }
    if length == LENGTH { Ok(bits) } else { Err(Mistake::Length(length)) }
}

/// What differs from these bits in one letter, or in two neighbouring letters changed with each other.
pub(super) fn neighbours(bits: u128) -> impl Iterator<Item = u128> {
    let other = move |place: usize, digit: u128| (bits & !(31 << shift(place))) | (digit << shift(place));
    let typed = (0..LENGTH).flat_map(move |place| (0..32).map(move |digit| other(place, digit)));
    let swapped = (1..LENGTH).map(move |place| {
        let apart = digit(bits, place) ^ digit(bits, place - 1);
        bits ^ (apart << shift(place)) ^ (apart << shift(place - 1))
    });
    typed.chain(swapped)
}

fn value(letter: char) -> Option<u128> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    ALPHABET.iter().position(|&known| char::from(known) == letter).map(|value| value as u128)
}

fn digit(bits: u128, place: usize) -> u128 {
    (bits >> shift(place)) & 31
}

fn shift(place: usize) -> usize {
    5 * (LENGTH - 1 - place)
}
