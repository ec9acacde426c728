//! What Trunk calls after it has built the core: the kernels, Python, the scripts, the styles and the text of the site.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::code;
use crate::kernels;
use crate::lesson::{self, Course, Lesson, json, read};
use crate::parts;
use crate::program::{Outcome, command, copy, run, write};

/// The language of `index.html`; a page in another one loads `text/<language>/lesson.html`.
const LANGUAGE: &str = "en";

/// Completes the site in the folder that Trunk is about to publish.
///
/// # Errors
/// One sentence naming the file that is missing or flawed.
pub fn stage() -> Outcome {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or("`stage` is called by Trunk; you want `cargo xtask build`.")?;
    parts::stage(&staging)?;
    kernels::stage(&staging)?;
    complete(&staging)
}

/// Adds everything that is not WebAssembly: Python, the scripts, the styles and the text.
///
/// # Errors
/// One sentence naming the file that is missing or flawed.
pub fn complete(staging: &Path) -> Outcome {
    let www = Path::new("www");
    // The bundle says what Python's files must be like.
    for script in ["xtask/python.mjs", "xtask/bundle.mjs"] {
        run(command("node", &[script]).arg(staging))?;
    }
    let course = lesson::course(&www.join("course.json"))?;
    for language in languages(&www.join("text"))? {
        stage_language(&language, staging, &course)?;
    }
    let digits = staging.join("digits");
    fs::create_dir_all(&digits).map_err(|reason| format!("{}: {reason}.", digits.display()))?;
    for file in ["digits.bin", "README.md"] {
        copy(&www.join("digits").join(file), &digits.join(file))?;
    }
    code::stage(staging)?;
    copy(&www.join("course.json"), &staging.join("course.json"))?;
    copy(&www.join("icon.svg"), &staging.join("icon.svg"))?;
    copy(&www.join("NOTICES.md"), &staging.join("NOTICES.md"))?;
    copy(&www.join("downhill.d.ts"), &staging.join("downhill.d.ts"))?;
    // Last, for it looks at all the others.
    run(command("node", &["xtask/seal.mjs"]).arg(staging))
}

fn languages(text: &Path) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(text).map_err(|reason| format!("{}: {reason}.", text.display()))?;
    let folders = entries.flatten().map(|entry| entry.path());
    Ok(folders.filter(|folder| folder.is_dir()).collect())
}

fn stage_language(source: &Path, staging: &Path, course: &Course) -> Outcome {
    let name = source.file_name().unwrap_or_default();
    let target = staging.join("text").join(name);
    fs::create_dir_all(&target).map_err(|reason| format!("{}: {reason}.", target.display()))?;
    let lesson = lesson::lesson(course, source)?;
    let fragment = format!("<ol>\n{}</ol>\n{}", lesson.contents, lesson.sections);
    write(&target.join("lesson.html"), &fragment)?;
    // The practice part names sections outside the lesson, too.
    write(&target.join("sections.json"), serde_json::json!(lesson.titles).to_string())?;
    for words in files(source, "json")? {
        // Written anew rather than copied: without indentation, and known to be JSON.
        write(&target.join(words.file_name().unwrap_or_default()), json(&words)?.to_string())?;
    }
    stage_programs(&source.join("python"), &target.join("python"))?;
    if name == LANGUAGE {
        let index = staging.join("index.html");
        let words = page_words(&source.join("page.json"))?;
        write(&index, &fill(&read(&index)?, &lesson, &words)?)?;
        let configurator = read(Path::new("www/configure/configure.html"))?;
        let words = page_words(&source.join("configure.json"))?;
        write(&staging.join("configure.html"), with_words(configurator, &words))?;
    }
    Ok(())
}

/// The programs that the reader begins with.
fn stage_programs(source: &Path, target: &Path) -> Outcome {
    if !source.is_dir() {
        return Ok(());
    }
    fs::create_dir_all(target).map_err(|reason| format!("{}: {reason}.", target.display()))?;
    files(source, "py")?.iter().try_for_each(|file| copy(file, &target.join(file.file_name().unwrap_or_default())))
}

/// The files in a folder whose names have this ending.
fn files(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|reason| format!("{}: {reason}.", folder.display()))?;
    let files = entries.flatten().map(|entry| entry.path());
    Ok(files.filter(|file| file.extension().is_some_and(|extension| extension == ending)).collect())
}

fn page_words(file: &Path) -> Outcome<BTreeMap<String, String>> {
    serde_json::from_value(json(file)?).map_err(|flaw| format!("{}: {flaw}.", file.display()))
}

/// Puts the lesson and the words of the page round it into their places, `{{name}}`.
fn fill(page: &str, lesson: &Lesson, words: &BTreeMap<String, String>) -> Outcome<String> {
    let filled = with_words(page.to_owned(), words);
    let filled = filled.replace("{{contents}}", &lesson.contents).replace("{{sections}}", &lesson.sections);
    let filled = without_instructions(&filled);
    match filled.split_once("{{") {
        None => Ok(filled),
        Some((_, rest)) => {
            let name = rest.split("}}").next().unwrap_or_default();
            Err(format!("index.html: nothing is known to fill {{{{{name}}}}} with."))
        }
    }
}

/// Puts words into their places as text.
fn with_words(mut page: String, words: &BTreeMap<String, String>) -> String {
    for (name, word) in words {
        let word = word.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        page = page.replace(&format!("{{{{{name}}}}}"), &word);
    }
    page
}

/// Takes out the elements that only tell Trunk what to build.
fn without_instructions(page: &str) -> String {
    let mut kept = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("<link data-trunk") {
        kept += before.trim_end();
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(page: &str) -> Outcome<String> {
        let lesson = Lesson { contents: "<li>".to_owned(), sections: "<section>".to_owned(), titles: BTreeMap::new() };
        let words = BTreeMap::from([("title".to_owned(), "Up & <down>".to_owned())]);
        fill(page, &lesson, &words)
    }

    #[test]
    fn words_are_escaped_and_the_lesson_is_not() {
        let page = filled("{{title}} {{contents}} {{sections}}");
        assert_eq!(page, Ok("Up &amp; &lt;down> <li> <section>".to_owned()));
    }

    #[test]
    fn what_is_meant_for_trunk_is_taken_out() {
        let page = filled("<head>\n  <link data-trunk rel=\"rust\" />\n</head>");
        assert_eq!(page, Ok("<head>\n</head>".to_owned()));
    }

    #[test]
    fn a_place_that_nothing_fills_is_named() {
        assert!(filled("{{nobody}}").unwrap_err().contains("{{nobody}}"));
    }
}
