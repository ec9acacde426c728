//! The lesson in one language: the sections that course.json lists, with their table of contents.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::program::Outcome;
use crate::prose;

/// The order of the sections and the names of the scenes.
pub struct Course {
    sections: Vec<String>,
    scenes: Vec<String>,
    /// The section and the id of each challenge.
    challenges: Vec<(String, String)>,
}

/// The lesson's text as HTML.
pub struct Lesson {
    /// The list items of the table of contents.
    pub contents: String,
    /// The `<section>` elements.
    pub sections: String,
    /// The titles of the sections as words, `section.<id>`.
    pub titles: BTreeMap<String, String>,
}

impl Course {
    /// What a section ends with: its challenges.
    fn practice(&self, section: &str) -> String {
        let own = self.challenges.iter().filter(|(of, _)| of == section);
        own.map(|(_, id)| format!("<downhill-scene scene=\"practice\" challenge=\"{id}\"></downhill-scene>\n"))
            .collect()
    }
}

/// Reads `course.json`.
///
/// # Errors
/// One sentence if the file is missing, is no JSON or lists a section or scene without an id.
pub fn course(file: &Path) -> Outcome<Course> {
    let course = json(file)?;
    let ids = |list: &str| {
        let rows = course[list].as_array().map(Vec::as_slice).unwrap_or_default();
        rows.iter()
            .map(|row| row["id"].as_str().map(str::to_owned))
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| format!("{}: one of the {list} has no id.", file.display()))
    };
    let challenges = course["challenges"].as_array().map(Vec::as_slice).unwrap_or_default().iter();
    let challenges = challenges.zip(ids("challenges")?);
    let challenges = challenges.map(|(row, id)| (row["section"].as_str().unwrap_or_default().to_owned(), id)).collect();
    let course = Course { sections: ids("sections")?, scenes: ids("scenes")?, challenges };
    match course.challenges.iter().find(|(section, _)| !course.sections.contains(section)) {
        Some((section, id)) => {
            Err(format!("{}: the challenge {id} is in the section {section:?}, which is not there.", file.display()))
        }
        None => Ok(course),
    }
}

/// Renders the sections of `course` from the folder of one language.
///
/// # Errors
/// One sentence naming the file and the line of the first flaw.
pub fn lesson(course: &Course, language: &Path) -> Outcome<Lesson> {
    let mut lesson = Lesson { contents: String::new(), sections: String::new(), titles: BTreeMap::new() };
    for id in &course.sections {
        let file = language.join("sections").join(format!("{id}.md"));
        let source = read(&file)?;
        let section = prose::render(id, &source, &course.scenes, &course.practice(id))
            .map_err(|flaw| format!("{}:{}: {}.", file.display(), flaw.line, flaw.sentence))?;
        let title = section.title;
        lesson.contents += &format!("<li><a href=\"#{id}\">{title}</a></li>\n");
        lesson.sections += &section.html;
        let plain = source.lines().next().unwrap_or_default().trim_start_matches('#').trim();
        lesson.titles.insert(format!("section.{id}"), plain.to_owned());
    }
    Ok(lesson)
}

/// Reads a JSON file.
///
/// # Errors
/// One sentence naming the file, and the line if it is no JSON.
pub fn json(file: &Path) -> Outcome<Value> {
    serde_json::from_str(&read(file)?).map_err(|flaw| format!("{}: {flaw}.", file.display()))
}

/// Reads a text file.
///
/// # Errors
/// One sentence naming the file.
pub fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(|reason| format!("{}: {reason}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course_of(section: &str) -> Course {
        Course { sections: vec![section.to_owned()], scenes: Vec::new(), challenges: Vec::new() }
    }

    fn folder(name: &str, section: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("sections")).unwrap();
        fs::write(folder.join("sections/start.md"), section).unwrap();
        folder
    }

    #[test]
    fn the_contents_link_to_the_sections_whose_titles_are_words() {
        let folder = folder("contents", "# Start\n\nText.\n");
        let lesson = lesson(&course_of("start"), &folder).unwrap();
        fs::remove_dir_all(folder).unwrap();
        assert_eq!(lesson.contents, "<li><a href=\"#start\">Start</a></li>\n");
        assert!(lesson.sections.contains("<section id=\"start\""));
        assert_eq!(lesson.titles["section.start"], "Start");
    }

    #[test]
    fn a_section_ends_with_its_challenges() {
        let folder = folder("challenges", "# Start\n\nText.\n");
        let mine = ("start".to_owned(), "first".to_owned());
        let other = ("end".to_owned(), "last".to_owned());
        let course = Course { challenges: vec![mine, other], ..course_of("start") };
        let lesson = lesson(&course, &folder).unwrap();
        fs::remove_dir_all(folder).unwrap();
        let end = "<downhill-scene scene=\"practice\" challenge=\"first\"></downhill-scene>\n</section>\n";
        assert!(lesson.sections.ends_with(end), "{}", lesson.sections);
    }

    #[test]
    fn a_missing_section_is_named() {
        let sentence = lesson(&course_of("end"), Path::new("nowhere")).err().unwrap();
        assert!(sentence.starts_with("nowhere/sections/end.md: "), "{sentence}");
    }

    #[test]
    fn a_flaw_is_named_with_file_and_line() {
        let folder = folder("flaw", "# Start\n\n$\\frac{1}$\n");
        let sentence = lesson(&course_of("start"), &folder).err().unwrap();
        fs::remove_dir_all(folder).unwrap();
        assert!(sentence.contains("sections/start.md:3: `\\frac{1}`"), "{sentence}");
    }
}
