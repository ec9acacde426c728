//! A completion code as somebody types it, and the names and courses that codes are made of.

use downhill::practice::completion::{Completion, LENGTH, Mistake, course_mark, name_mark};

/// The bytes are a text that is read as a code, as a name and as a list of challenges; the numbers of a code come from them, too.
pub fn fuzz(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match Completion::read(&text) {
        Ok(read) => assert_eq!(Completion::read(&read.code()), Ok(read)),
        Err(Mistake::Letter { place, .. }) => assert!((1..=text.chars().count()).contains(&place)),
        Err(Mistake::Length(length)) => assert_ne!(length, LENGTH),
        Err(Mistake::Check(others)) => assert!(others.iter().all(|other| Completion::read(other).is_ok())),
        Err(Mistake::Version(_)) => {}
    }
    let mark = name_mark(&text);
    assert_eq!(name_mark(&format!(" -{text}. ")), mark, "signs about a name count");
    let number = |at: usize| u32::from_le_bytes([0, 1, 2, 3].map(|k| bytes.get(4 * at + k).copied().unwrap_or(0)));
    let made = Completion {
        day: number(0),
        solved: number(1),
        total: number(2),
        xp: number(3),
        name: mark,
        course: course_mark(&text),
    };
    let read = Completion::read(&made.code()).unwrap_or_else(|mistake| panic!("{made:?}: {mistake:?}"));
    assert_eq!(read.code(), made.code());
    assert_eq!((read.name, read.course), (made.name, made.course));
}
