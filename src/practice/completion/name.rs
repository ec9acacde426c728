//! A name without what people write differently from one day to the next.

/// Small letters without accents, words parted by one blank; whatever is neither letter nor digit parts words.
///
/// The standard library's tables of all letters would be a tenth of what the page downloads; alphabets that have small
/// letters are few, and whoever writes in another one writes a name in one way only.
pub(super) fn folded(name: &str) -> String {
    let mut folded = String::new();
    for letter in name.chars().map(small).filter(|&letter| !is_accent(letter)).map(without_accent) {
        if !parts(letter) {
            folded.push(letter);
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Whether a character stands between words: blanks, signs and punctuation of European and Asian scripts.
fn parts(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => !letter.is_ascii_alphanumeric(),
        '\u{80}'..='¿' => !matches!(letter, 'ª' | 'µ' | 'º'),
        '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' | '・' => true,
        _ => false,
    }
}

/// The small form of a Latin, Greek, Cyrillic or Armenian letter.
fn small(letter: char) -> char {
    let code = letter as u32;
    let further = match letter {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ρ' | 'Σ'..='Ϋ' | 'А'..='Я' => 32,
        'Έ'..='Ί' => 37,
        'Ά' => 38,
        'Ѐ'..='Џ' => 80,
        'Ա'..='Ֆ' => 48,
        'İ' => return 'i',
        'Ÿ' => return 'ÿ',
        // Capital and small letters by turns.
        'Ā'..='Ķ' | 'Ŋ'..='ŷ' | 'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => 1 - code % 2,
        'Ĺ'..='ň' | 'Ź'..='ž' => code % 2,
        _ => 0,
    };
    char::from_u32(code + further).unwrap_or(letter)
}

/// The accents that Unicode writes after their letter; some systems type é in one piece and some in two.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// The letter under the accent, for the small Latin letters that Unicode also writes in two pieces.
fn without_accent(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' => 's',
        'ţ' | 'ť' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_s_small_form_is_that_of_the_standard_library_in_the_alphabets_that_are_known() {
        let latin = ('\0'..='ſ').filter(|&letter| letter != 'ŉ').chain('Ạ'..='ỹ');
        let known = latin.chain('Α'..='Ρ').chain('Σ'..='Ϋ').chain('Ѐ'..='ҁ').chain('Ա'..='Ֆ');
        for letter in known {
            let usual: String = letter.to_lowercase().filter(|&letter| !is_accent(letter)).collect();
            assert_eq!(small(letter).to_string(), usual, "{letter}");
        }
    }

    #[test]
    fn signs_part_words_and_letters_do_not() {
        let others = ['山', 'あ', '한', 'א', 'ع', 'ก', '’', '\u{a0}', '・'];
        for letter in ('\0'..='ſ').chain('Σ'..='Ϋ').chain('А'..='я').chain(others) {
            // Fractions and raised digits are in no name.
            let is_word = letter.is_alphanumeric() && !matches!(letter, '²' | '³' | '¹' | '¼'..='¾');
            assert_eq!(parts(letter), !is_word, "{letter}");
        }
    }
}
