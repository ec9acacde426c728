//! One section of the lesson: Markdown with LaTeX between dollar signs becomes HTML with MathML.

use std::ops::Range;

use math_core::{LatexToMathML, MathDisplay};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// A rendered section.
#[derive(Debug)]
pub struct Section {
    /// The title as inline HTML.
    pub title: String,
    /// The whole `<section>`.
    pub html: String,
}

/// What is wrong in a source file, and where.
#[derive(Debug, PartialEq)]
pub struct Flaw {
    pub line: usize,
    pub sentence: String,
}

/// Renders the section `id`, whose first line is `# Title`; it may place any of `scenes`, and ends with `end`.
///
/// # Errors
/// The first flaw of the source.
pub fn render(id: &str, source: &str, scenes: &[String], end: &str) -> Result<Section, Flaw> {
    let (first, body) = source.split_once('\n').unwrap_or((source, ""));
    let title = first
        .strip_prefix("# ")
        .ok_or_else(|| Flaw { line: 1, sentence: "a section begins with its title, `# Title`".to_owned() })?;
    let title = to_html(title, 1, scenes)?;
    let title = title.trim().trim_start_matches("<p>").trim_end_matches("</p>").to_owned();
    let body = to_html(body, 2, scenes)?;
    let html = format!(
        "<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>\n{body}{end}</section>\n"
    );
    Ok(Section { title, html })
}

fn to_html(source: &str, first_line: usize, scenes: &[String]) -> Result<String, Flaw> {
    let formulas = LatexToMathML::default();
    let parser = Parser::new_ext(source, Options::ENABLE_MATH | Options::ENABLE_TABLES);
    let mut events = Vec::new();
    for (event, place) in parser.into_offset_iter() {
        let line = first_line + source[..place.start].matches('\n').count();
        let event = translate(event, source, place, &formulas, scenes);
        events.push(event.map_err(|sentence| Flaw { line, sentence })?);
    }
    let mut page = String::new();
    html::push_html(&mut page, events.into_iter());
    // Markdown takes the line of a scene for a paragraph of its own.
    Ok(page.replace("<p><downhill-scene", "<downhill-scene").replace("</downhill-scene></p>", "</downhill-scene>"))
}

fn translate<'a>(
    event: Event<'a>,
    source: &str,
    place: Range<usize>,
    formulas: &LatexToMathML,
    scenes: &[String],
) -> Result<Event<'a>, String> {
    match event {
        Event::InlineMath(latex) => formula(&latex, MathDisplay::Inline, formulas),
        Event::DisplayMath(latex) => formula(&latex, MathDisplay::Block, formulas),
        Event::Text(text) if is_lone_dollar(&text, &source[..place.start]) => {
            Err("a dollar sign without its partner; write `\\$` for the sign itself".to_owned())
        }
        Event::Html(tag) => known_scene(&tag, scenes).map(|()| Event::Html(tag)),
        Event::InlineHtml(tag) => known_scene(&tag, scenes).map(|()| Event::InlineHtml(tag)),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            let level = below_the_title(level)?;
            Ok(Event::Start(Tag::Heading { level, id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(level)) => Ok(Event::End(TagEnd::Heading(below_the_title(level)?))),
        other => Ok(other),
    }
}

fn formula<'a>(latex: &str, display: MathDisplay, formulas: &LatexToMathML) -> Result<Event<'a>, String> {
    match formulas.convert_with_local_state(latex, display) {
        Ok(converted) => Ok(Event::InlineHtml(converted.mathml.into())),
        Err(flaw) => Err(format!("`{latex}` is not a formula: {}", flaw.error_message().trim_end_matches('.'))),
    }
}

fn is_lone_dollar(text: &str, before: &str) -> bool {
    text.match_indices('$').any(|(at, _)| at > 0 || !before.ends_with('\\'))
}

/// Checks the scene that a `<downhill-scene scene="…">` names.
fn known_scene(tag: &str, scenes: &[String]) -> Result<(), String> {
    let name = tag.split_once("scene=\"").and_then(|(_, rest)| rest.split_once('"'));
    match name {
        Some((name, _)) if !scenes.iter().any(|scene| scene == name) => {
            Err(format!("there is no scene `{name}` in course.json"))
        }
        _ => Ok(()),
    }
}

/// Headings inside a section stand one level deeper, since its title is an `<h2>`.
fn below_the_title(level: HeadingLevel) -> Result<HeadingLevel, String> {
    match level {
        HeadingLevel::H1 => Err("a section has one title, in its first line".to_owned()),
        HeadingLevel::H2 => Ok(HeadingLevel::H3),
        _ => Ok(HeadingLevel::H4),
    }
}

#[cfg(test)]
mod tests;
