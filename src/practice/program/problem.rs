//! Why a program cannot be read or cannot go on, as facts that the page puts into words.

/// Every code for what can be expected, for whoever words them.
///
/// `operand`: a number, a name or an opening bracket. `operator`: an operator, or the end of the line. `closingParenthesis`, `openingParenthesis`,
/// `closingQuote`, `colon`, `equals`, `in`, `range`: exactly that. `name`: a name that may be assigned to. `statement`: an assignment, `for`, `if`
/// or `print`. `newLine`: the block on lines of its own. `indent`: an indented line after a colon. `noIndent`: no indentation here. `sameIndent`: the
/// indentation of a line before. `spaces`: spaces instead of a tab. `ifBefore`: an `if` before this line. `arguments`: another number of arguments.
/// `oneComparison`: one comparison at a time. `wholeNumber`: a whole number. `knownCharacter`: a character that means something. `shorter`: at most
/// 4,000 characters. `simpler`: less nesting.
pub const EXPECTED: [&str; 23] = [
    "operand",
    "operator",
    "closingParenthesis",
    "openingParenthesis",
    "closingQuote",
    "colon",
    "equals",
    "in",
    "range",
    "name",
    "statement",
    "newLine",
    "indent",
    "noIndent",
    "sameIndent",
    "spaces",
    "ifBefore",
    "arguments",
    "oneComparison",
    "wholeNumber",
    "knownCharacter",
    "shorter",
    "simpler",
];

/// The first thing that stopped a program.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// What it was.
    pub cause: Cause,
}

/// What stopped a program.
#[derive(Clone, Debug, PartialEq)]
pub enum Cause {
    /// The line is not in the language: one of the codes in [`EXPECTED`], and what stood there instead.
    Syntax { expected: &'static str, found: String },
    /// A name that nothing was assigned to, or a function that there is not.
    UnknownName(String),
    /// A division by zero.
    ZeroDivision,
    /// A value that is no number, such as the root of −1.
    NotFinite,
    /// More statements than a run may take, or more output.
    TooLong,
}

impl Cause {
    /// The stable code under which the page keeps the sentence for it.
    pub fn code(&self) -> &'static str {
        match self {
            Cause::Syntax { .. } => "syntax",
            Cause::UnknownName(_) => "unknownName",
            Cause::ZeroDivision => "zeroDivision",
            Cause::NotFinite => "notFinite",
            Cause::TooLong => "tooLong",
        }
    }

    /// A fault of the text.
    pub(super) fn syntax(expected: &'static str, found: impl Into<String>) -> Self {
        Cause::Syntax { expected, found: found.into() }
    }
}
