//! The programs of a challenge: the lines that are given, the right ones, and the mistakes that are known.

use super::fields::{field, items, order, texts};
use super::program::{self, Cause, Problem, Run};
use super::same::{alike, same};
use super::trail::Trail;
use super::verdict::Wrong;
use crate::fault::{Accepted, Fault};
use crate::plain::Plain;

/// By how much the numbers of the given lines are changed, so that nobody can type a result in.
const VARIED: f64 = 0.9;

/// The programs of a challenge.
pub struct Script {
    given: Vec<String>,
    /// Right lines, which follow the given ones.
    pub program: Vec<String>,
    variables: Vec<String>,
    mistakes: Vec<Mistake>,
}

/// A mistake that is known: its reason, and the lines of somebody who makes it.
pub struct Mistake {
    /// The code of its reason.
    pub reason: String,
    /// The lines after the given ones.
    pub program: Vec<String>,
}

impl Script {
    /// Reads `given`, `program`, `variables` and `mistakes` of a challenge.
    ///
    /// # Errors
    /// A fault naming the first field that is not accepted; so is a program that does not run to its end.
    pub fn from_plain(challenge: &Plain) -> Result<Self, Fault> {
        let list = |name| texts(field(challenge, name), name);
        let mut script = Script {
            given: list("given")?,
            program: list("program")?,
            variables: list("variables")?,
            mistakes: Vec::new(),
        };
        for mistake in items(field(challenge, "mistakes"), "mistakes")? {
            script.mistakes.push(script.mistake(mistake)?);
        }
        match script.run(&script.program).problem {
            None => Ok(script),
            Some(Problem { line, cause }) => {
                let accepted = Accepted::Syntax { position: line, expected: cause.code() };
                let text = script.given.iter().chain(&script.program).nth(line.saturating_sub(1));
                Err(Fault::new("program", text.map_or("", String::as_str), accepted))
            }
        }
    }

    /// The right lines with those of the mistake in their places, or in its order.
    fn mistake(&self, given: &Plain) -> Result<Mistake, Fault> {
        let reason = field(given, "reason").text("mistakes.reason")?.to_owned();
        if let Some(places) = given.get("order") {
            let places = order(places, "mistakes.order", self.program.len())?;
            return Ok(Mistake { reason, program: self.ordered(&places) });
        }
        let mut program = self.program.clone();
        for (number, line) in field(given, "lines").fields("mistakes.lines")? {
            let place = program::whole(number.chars()).and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
            let old = place.and_then(|place| program.get_mut(place));
            let highest = self.program.len() as f64;
            let outside = || Fault::new("mistakes.lines", number, Accepted::WholeNumber { lowest: 1.0, highest });
            *old.ok_or_else(outside)? = line.text("mistakes.lines")?.to_owned();
        }
        Ok(Mistake { reason, program })
    }

    /// The right lines in another order.
    pub fn ordered(&self, places: &[usize]) -> Vec<String> {
        places.iter().filter_map(|place| self.program.get(*place).cloned()).collect()
    }

    /// Runs lines after the given ones; the lines of both are counted together, as readers see them numbered.
    pub fn run(&self, lines: &[String]) -> Run {
        self.run_varied(lines, 1.0)
    }

    fn run_varied(&self, lines: &[String], factor: f64) -> Run {
        let all: Vec<&str> = self.given.iter().chain(lines).map(String::as_str).collect();
        let watched: Vec<&str> = self.variables.iter().map(String::as_str).collect();
        match program::read_varied(&all, self.given.len(), factor) {
            Ok(program) => program.run(&watched),
            Err(problem) => Run { problem: Some(problem), ..Run::default() },
        }
    }

    /// The trail of a run.
    pub fn trail(&self, run: &Run) -> Trail {
        Trail::of_run(run, self.variables.len().clamp(1, 2))
    }

    /// The watched variables, in the order of a point's coordinates.
    pub fn watched(&self) -> &[String] {
        &self.variables
    }

    /// The known mistakes with what they do.
    pub fn mistakes(&self) -> impl Iterator<Item = (&Mistake, Run)> {
        self.mistakes.iter().map(|mistake| (mistake, self.run(&mistake.program)))
    }

    /// The known mistake that does what a run did.
    fn known(&self, yours: &Run) -> Option<&Mistake> {
        self.mistakes().find(|(_, run)| same(run, yours)).map(|(mistake, _)| mistake)
    }

    /// Whether lines do what the right ones do, and do so with other numbers, too.
    pub fn judge(&self, lines: &[String], yours: &Run) -> Result<(), Wrong> {
        let right = self.run(&self.program);
        if same(yours, &right) {
            let varied = |lines: &[String]| self.run_varied(lines, VARIED);
            return if same(&varied(lines), &varied(&self.program)) { Ok(()) } else { Err(Wrong::new("typedIn")) };
        }
        Err(match (self.known(yours), &yours.problem) {
            (Some(mistake), _) => Wrong::new(&mistake.reason),
            (None, Some(problem)) => stopped(problem),
            (None, None) if alike(&yours.points, &right.points) => Wrong::new("otherOutput"),
            (None, None) => Wrong::new("otherTrail"),
        })
    }
}

/// The reason of a program that was stopped.
fn stopped(problem: &Problem) -> Wrong {
    let wrong = Wrong::new(problem.cause.code()).number("line", problem.line as f64);
    match &problem.cause {
        Cause::Syntax { expected, found } => wrong.text("expected", expected).text("name", found),
        Cause::UnknownName(name) => wrong.text("name", name),
        _ => wrong,
    }
}
