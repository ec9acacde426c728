//! The completion code on a printed summary: what was solved, when, under which name and in which course, with a check.
//!
//! It finds mistakes in copying and deters casual edits. It is no signature: whoever reads this file can make any code.
//! Uses nothing else of the core, so that `cargo xtask check-code` can take it in without building the core.

mod hash;
mod letters;
mod name;

use hash::hash;

/// Goes up when the layout of the bits changes.
const VERSION: u128 = 1;
/// Bits of the fields from the last to the first: course, name, points, challenges in all and solved, day, version.
const COURSE: u32 = 16;
const NAME: u32 = 24;
const XP: u32 = 16;
const COUNT: u32 = 8;
const DAY: u32 = 15;
const CHECK: u32 = 28;

/// The day that codes count from, in days since 1 January 1970: 1 January 2026.
pub const FIRST_DAY: u32 = 20_454;

/// What a completion code says. Numbers beyond their bits count as the largest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Completion {
    /// The day on which it was made, counted from [`FIRST_DAY`]; 15 bits.
    pub day: u32,
    /// Challenges solved; 8 bits, like `total`.
    pub solved: u32,
    /// Challenges in the course.
    pub total: u32,
    /// Points; 16 bits.
    pub xp: u32,
    /// The mark of the reader's name; 24 bits.
    pub name: u32,
    /// The mark of the course; 16 bits.
    pub course: u32,
}

/// Why a text is no code.
#[derive(Clone, Debug, PartialEq)]
pub enum Mistake {
    /// It has this many letters and digits, not the [`LENGTH`] of a code.
    Length(usize),
    /// This one, the `place`th (from 1), is in no code.
    Letter {
        /// As it was given.
        letter: char,
        /// Where it stands, hyphens and blanks not counted.
        place: usize,
    },
    /// They do not fit together; the codes that differ in one letter, or in two neighbours, and do.
    Check(Vec<String>),
    /// A layout of another version.
    Version(u32),
}

/// Letters and digits in a code.
pub const LENGTH: usize = letters::LENGTH;

impl Completion {
    /// The code, in groups of four.
    pub fn code(&self) -> String {
        let fields = [(DAY, self.day), (COUNT, self.solved), (COUNT, self.total), (XP, self.xp)];
        let marks = [(NAME, self.name), (COURSE, self.course)];
        let payload = fields.into_iter().chain(marks).fold(VERSION, |bits, (width, value)| {
            let most = (1 << width) - 1;
            (bits << width) | u128::from(value.min(most))
        });
        letters::written(sealed(payload))
    }

    /// Reads a code as people type it: small letters, blanks for hyphens, O for 0, I and L for 1.
    ///
    /// # Errors
    /// The mistake in it.
    pub fn read(text: &str) -> Result<Completion, Mistake> {
        let bits = letters::read(text)?;
        let Some(mut payload) = opened(bits) else {
            return Err(Mistake::Check(
                letters::neighbours(bits).filter(|&other| opened(other).is_some()).map(letters::written).collect(),
            ));
        };
        let mut take = |width: u32| {
            let value = payload & ((1 << width) - 1);
            payload >>= width;
            value as u32
        };
        let (course, name, xp) = (take(COURSE), take(NAME), take(XP));
        let (total, solved, day) = (take(COUNT), take(COUNT), take(DAY));
        if payload == VERSION {
            Ok(Completion { day, solved, total, xp, name, course })
        } else {
            Err(Mistake::Version(payload as u32))
        }
    }
}

/// The mark of a name, the same for every way of writing it: capitals, accents, blanks and punctuation do not count.
pub fn name_mark(name: &str) -> u32 {
    (hash(name::folded(name).as_bytes()) >> (64 - NAME)) as u32
}

/// The mark of a course, from the id and the points of each challenge, such as `one-update 10`, one a line in any order.
pub fn course_mark(challenges: &str) -> u32 {
    let sum = challenges.lines().fold(0_u64, |sum, line| sum.wrapping_add(hash(line.trim().as_bytes())));
    (sum >> (64 - COURSE)) as u32
}

/// The payload with its check behind it, and covered by a pattern that the check decides: no field can be changed alone.
fn sealed(payload: u128) -> u128 {
    let check = hash(&payload.to_le_bytes()) >> (64 - CHECK);
    ((payload ^ pattern(check)) << CHECK) | u128::from(check)
}

/// The payload, if the check is its own.
fn opened(bits: u128) -> Option<u128> {
    let check = (bits & ((1 << CHECK) - 1)) as u64;
    let payload = (bits >> CHECK) ^ pattern(check);
    (sealed(payload) == bits).then_some(payload)
}

/// As many bits as a payload has, for a check.
fn pattern(check: u64) -> u128 {
    let half = |salt: u64| u128::from(hash(&[check.to_le_bytes(), salt.to_le_bytes()].concat()));
    ((half(1) << 64) | half(2)) >> (128 - (letters::BITS - CHECK))
}
