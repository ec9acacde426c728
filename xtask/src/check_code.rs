//! `cargo xtask check-code "<name>" <code>`: what the completion code on a reader's summary says, worked out on this machine alone.

// The file itself, not the crate: xtask would otherwise build the core before it could do anything.
#[path = "../../src/practice/completion/mod.rs"]
#[allow(dead_code, reason = "codes are only read here")]
mod completion;

use std::path::Path;

use serde_json::Value;

use crate::lesson::json;
use crate::program::Outcome;
use completion::{Completion, FIRST_DAY, LENGTH, Mistake, course_mark, name_mark};

/// Prints what a code says about the reader with that name.
///
/// # Errors
/// A sentence about what is wrong with the code, or that it belongs to another name.
pub fn check_code(name: &str, code: &str) -> Outcome {
    let course = json(Path::new("www/course.json"))?;
    println!("{}", report(name, code, &challenges(&course))?);
    Ok(())
}

/// The challenges of a course as its mark is made of them.
fn challenges(course: &Value) -> String {
    let rows = course["challenges"].as_array().map(Vec::as_slice).unwrap_or_default();
    rows.iter().map(|row| format!("{} {}\n", row["id"].as_str().unwrap_or_default(), row["xp"])).collect()
}

fn report(name: &str, code: &str, challenges: &str) -> Outcome<String> {
    let found = Completion::read(code).map_err(|mistake| sentence(&mistake))?;
    if found.name != name_mark(name) {
        return Err(format!(
            "The code is intact, but it was not made for {name:?}. Capitals, accents and punctuation do not count; every word of the name does."
        ));
    }
    let course = if found.course == course_mark(challenges) {
        "The course is the one in this folder."
    } else {
        "The course is another edition than the one in this folder: its challenges or their points differ."
    };
    let (year, month, day) = date(FIRST_DAY + found.day);
    let Completion { solved, total, xp, .. } = found;
    Ok(format!(
        "The code fits the name {name:?}.\n{solved} of {total} challenges solved, {xp} XP, on {year}-{month:02}-{day:02}.\n{course}"
    ))
}

fn sentence(mistake: &Mistake) -> String {
    match mistake {
        Mistake::Length(length) => {
            format!("A code has {LENGTH} letters and digits; this one has {length}. Hyphens and blanks do not count.")
        }
        Mistake::Letter { letter, place } => {
            format!(
                "{letter:?}, at place {place}, is in no code: codes are made of digits and of letters other than I, L, O and U."
            )
        }
        Mistake::Check(near) if near.is_empty() => {
            "The letters do not fit together: more than one of them is mistyped, or this never was a code.".to_owned()
        }
        Mistake::Check(near) => {
            format!("The letters do not fit together. With one slip mended it would be {}.", near.join(" or "))
        }
        Mistake::Version(version) => {
            format!("The code is of version {version}, which a newer edition of this command reads.")
        }
    }
}

/// Year, month and day of a day since 1 January 1970 (Howard Hinnant, "chrono-compatible low-level date algorithms").
fn date(day: u32) -> (u32, u32, u32) {
    let day = day + 719_468;
    let (era, of_era) = (day / 146_097, day % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (next, month_of_year) = if month < 10 { (0, month + 3) } else { (1, month - 9) };
    (year + 400 * era + next, month_of_year, of_year - (153 * month + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHALLENGES: &str = "one-update 10\nfix-the-sign 15\n";

    fn code() -> String {
        let marks = (name_mark("Ada Lovelace"), course_mark(CHALLENGES));
        Completion { day: 325, solved: 2, total: 2, xp: 25, name: marks.0, course: marks.1 }.code()
    }

    #[test]
    fn a_code_is_told_with_its_score_its_day_and_its_course() {
        let told = report("ada lovelace", &code(), CHALLENGES).unwrap();
        assert!(told.contains("2 of 2 challenges solved, 25 XP, on 2026-11-22."), "{told}");
        assert!(told.ends_with("The course is the one in this folder."), "{told}");
        let other = report("Ada Lovelace", &code(), "one-update 10\n").unwrap();
        assert!(other.contains("another edition"), "{other}");
    }

    #[test]
    fn each_slip_has_its_sentence() {
        let code = code();
        let slips = [
            ("Ada Byron", code.clone(), "not made for \"Ada Byron\""),
            ("Ada Lovelace", code[1..].to_owned(), "this one has 23"),
            ("Ada Lovelace", code.replace('-', "U"), "'U', at place 5"),
            ("Ada Lovelace", "0".repeat(LENGTH), "more than one"),
        ];
        for (name, typed, expected) in slips {
            let told = report(name, &typed, CHALLENGES).unwrap_err();
            assert!(told.contains(expected), "{told}");
        }
        let first = if code.starts_with('0') { "1" } else { "0" };
        let told = report("Ada Lovelace", &format!("{first}{}", &code[1..]), CHALLENGES).unwrap_err();
        assert!(told.contains(&code), "{told}");
    }

    #[test]
    fn days_are_dates_of_the_calendar() {
        assert_eq!(date(0), (1970, 1, 1));
        assert_eq!(date(FIRST_DAY), (2026, 1, 1));
        assert_eq!(date(FIRST_DAY + 365 + 365 + 59), (2028, 2, 29));
        assert_eq!(date(FIRST_DAY + 32_767), (2115, 9, 19));
    }
}
