//! The completion code: what it says comes back, and what a slip of the hand comes to.

use downhill::practice::completion::{Completion, LENGTH, Mistake, course_mark, name_mark};
use proptest::prelude::*;

const EXAMPLE: Completion = Completion { day: 325, solved: 24, total: 31, xp: 470, name: 0x12_3456, course: 0xbeef };

#[test]
fn a_code_is_six_groups_of_four_and_the_same_every_time() {
    let code = EXAMPLE.code();
    assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [4; 6]);
    assert_eq!(code, EXAMPLE_CODE, "codes that have been printed must stay readable");
}

/// The same code came out of the rules when they were written down once more in Python.
const EXAMPLE_CODE: &str = "B1ZZ-QS2R-ZRGJ-PYDB-ZHS7-3H92";
/// The same example in a layout of version 2.
const NEWER_CODE: &str = "V9R5-ERNE-X49A-X130-XTH5-CCB6";
const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

#[test]
fn a_code_is_read_as_people_type_it() {
    let written = EXAMPLE.code();
    for typed in
        [written.to_lowercase(), written.replace('-', ""), written.replace('-', " – "), format!(" {written}\n")]
    {
        assert_eq!(Completion::read(&typed), Ok(EXAMPLE), "{typed}");
    }
    let looks_alike = written.replace('0', "O").replace('1', "l");
    assert_eq!(Completion::read(&looks_alike), Ok(EXAMPLE));
}

#[test]
fn what_is_no_code_is_told_apart() {
    assert_eq!(Completion::read(""), Err(Mistake::Length(0)));
    assert_eq!(Completion::read(&EXAMPLE.code()[1..]), Err(Mistake::Length(LENGTH - 1)));
    assert_eq!(Completion::read(&(EXAMPLE.code() + "7")), Err(Mistake::Length(LENGTH + 1)));
    assert_eq!(Completion::read("12U4"), Err(Mistake::Letter { letter: 'U', place: 3 }));
    assert_eq!(Completion::read(&"0".repeat(10_000)), Err(Mistake::Length(10_000)));
    assert_eq!(Completion::read(&"0".repeat(LENGTH)), Err(Mistake::Check(Vec::new())));
    assert_eq!(Completion::read(NEWER_CODE), Err(Mistake::Version(2)));
}

#[test]
fn names_are_the_same_however_they_are_written() {
    for (one, other) in [
        ("Ada Lovelace", " ada   LOVELACE "),
        ("Zoë Ångström", "Zoe\u{308} A\u{30a}ngstro\u{308}m"),
        ("Zoë", "zoe"),
        ("Anne-Marie O’Neil", "Anne Marie O'Neil"),
        ("İpek", "ipek"),
        ("Řehoř", "rehor"),
    ] {
        assert_eq!(name_mark(one), name_mark(other), "{one} and {other}");
    }
    for (one, other) in [("Ada", "Adam"), ("Иван", "Ирина"), ("Bo Li", "Boli"), ("Ada L", "L Ada"), ("øre", "ore")]
    {
        assert_ne!(name_mark(one), name_mark(other), "{one} and {other}");
    }
}

#[test]
fn a_course_is_known_by_its_challenges_and_their_points_in_any_order() {
    assert_eq!(course_mark("one 10\ntwo 20"), course_mark("two 20\none 10\n"));
    assert_ne!(course_mark("one 10\ntwo 20"), course_mark("one 10\ntwo 25"));
    assert_ne!(course_mark("one 10\ntwo 20"), course_mark("one 10"));
}

fn any_completion() -> impl Strategy<Value = Completion> {
    let counts = (0_u32..1 << 15, 0_u32..1 << 8, 0_u32..1 << 8, 0_u32..1 << 16);
    let marks = (0_u32..1 << 24, 0_u32..1 << 16);
    (counts, marks).prop_map(|((day, solved, total, xp), (name, course))| Completion {
        day,
        solved,
        total,
        xp,
        name,
        course,
    })
}

fn letters_of(completion: Completion) -> Vec<char> {
    completion.code().chars().filter(|&letter| letter != '-').collect()
}

proptest! {
    #[test]
    fn what_a_code_says_is_what_was_put_in(completion in any_completion()) {
        prop_assert_eq!(Completion::read(&completion.code()), Ok(completion));
    }

    #[test]
    fn numbers_beyond_their_bits_count_as_the_largest(solved: u32, total: u32, xp: u32, day: u32) {
        let read = Completion::read(&Completion { day, solved, total, xp, ..EXAMPLE }.code()).unwrap();
        prop_assert_eq!((read.solved, read.total, read.xp, read.day), (solved.min(255), total.min(255), xp.min(65_535), day.min(32_767)));
    }

    #[test]
    fn one_wrong_letter_is_found_and_the_right_code_is_named(completion in any_completion(), place in 0..LENGTH, letter in 0_usize..32) {
        let mut letters = letters_of(completion);
        prop_assume!(letters[place] != char::from(ALPHABET[letter]));
        letters[place] = char::from(ALPHABET[letter]);
        let wrong: String = letters.into_iter().collect();
        let Err(Mistake::Check(near)) = Completion::read(&wrong) else { panic!("{wrong} is taken for a code") };
        prop_assert!(near.contains(&completion.code()));
    }

    #[test]
    fn two_letters_changed_with_each_other_are_found(completion in any_completion(), place in 0..LENGTH - 1) {
        let mut letters = letters_of(completion);
        prop_assume!(letters[place] != letters[place + 1]);
        letters.swap(place, place + 1);
        let wrong: String = letters.into_iter().collect();
        let Err(Mistake::Check(near)) = Completion::read(&wrong) else { panic!("{wrong} is taken for a code") };
        prop_assert!(near.contains(&completion.code()));
    }

    #[test]
    fn codes_of_neighbouring_scores_have_little_in_common(completion in any_completion()) {
        let more = Completion { xp: completion.xp ^ 1, ..completion };
        let same = completion.code().chars().zip(more.code().chars()).filter(|(a, b)| a == b && *a != '-').count();
        prop_assert!(same < 12, "{} and {}", completion.code(), more.code());
    }

    #[test]
    fn no_text_is_too_strange_to_be_read(text in "\\PC{0,60}") {
        let _ = Completion::read(&text);
        name_mark(&text);
    }
}
