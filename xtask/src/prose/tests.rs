//! What a section may hold, and what is said about one that holds something else.

use super::*;

fn section(source: &str) -> Result<Section, Flaw> {
    render("slope", source, &["surface".to_owned()], "")
}

fn flaw(source: &str) -> (usize, String) {
    let flaw = section(source).unwrap_err();
    (flaw.line, flaw.sentence)
}

#[test]
fn a_section_is_labelled_by_its_title() {
    let section = section("# How *steep*\n\nText.\n").unwrap();
    assert_eq!(section.title, "How <em>steep</em>");
    let opening = "<section id=\"slope\" aria-labelledby=\"slope-title\">\n<h2 id=\"slope-title\">";
    assert!(section.html.starts_with(opening), "{}", section.html);
    assert!(section.html.contains("<p>Text.</p>"));
}

#[test]
fn formulas_become_mathml() {
    let html = section("# Title\n\nSo $x^2$, and\n\n$$\\frac{1}{2}$$\n").unwrap().html;
    assert!(html.contains("<math><msup><mi>x</mi><mn>2</mn></msup></math>"), "{html}");
    assert!(html.contains("<math display=\"block\"><mfrac>"), "{html}");
}

#[test]
fn a_scene_stands_between_the_paragraphs() {
    let scene = "<downhill-scene scene=\"surface\"></downhill-scene>";
    let html = section(&format!("# Title\n\nOne.\n\n{scene}\n\nTwo.\n")).unwrap().html;
    assert!(html.contains(&format!("<p>One.</p>\n{scene}\n<p>Two.</p>")), "{html}");
}

#[test]
fn headings_go_below_the_title() {
    let html = section("# Title\n\n## Part\n").unwrap().html;
    assert!(html.contains("<h3>Part</h3>"), "{html}");
}

#[test]
fn a_missing_title_is_named() {
    assert_eq!(flaw("Text.\n").0, 1);
}

#[test]
fn a_second_title_is_named_with_its_line() {
    assert_eq!(flaw("# One\n\n# Two\n").0, 3);
}

#[test]
fn a_bad_formula_is_named_with_its_line() {
    let (line, sentence) = flaw("# Title\n\nText\nand $\\frac{1}$.\n");
    assert_eq!(line, 4);
    assert!(sentence.starts_with("`\\frac{1}` is not a formula: "), "{sentence}");
}

#[test]
fn an_unknown_scene_is_named_with_its_line() {
    let (line, sentence) = flaw("# Title\n\n<downhill-scene scene=\"sea\"></downhill-scene>\n");
    assert_eq!((line, sentence.as_str()), (3, "there is no scene `sea` in course.json"));
}

#[test]
fn a_lone_dollar_sign_is_named_and_an_escaped_one_is_not() {
    assert_eq!(flaw("# Title\n\nIt costs $ 5.\n").0, 3);
    assert!(section("# Title\n\nIt costs \\$ 5.\n").unwrap().html.contains("costs $ 5"));
}
