//! A program in the small part of Python: read and run, alone and as an answer to the course's challenges that ask for one.

use std::sync::LazyLock;

use downhill::plain::Plain;
use downhill::practice::{self, program};

use crate::course;

/// Most points and lines that a program may leave.
const MOST_POINTS: usize = 200_000;
const MOST_LINES: usize = 1_001;

static ASKING: LazyLock<Vec<&Plain>> = LazyLock::new(|| {
    let asks = |challenge: &&Plain| {
        challenge.get("kind").is_some_and(|kind| {
            ["fix", "fill", "numeric", "predict"].iter().any(|name| kind == &Plain::Text((*name).to_owned()))
        })
    };
    course::challenges().iter().filter(asks).collect()
});

/// The first byte is the challenge, the others are the text of the program.
pub fn fuzz(bytes: &[u8]) {
    let Some((&which, text)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(text);
    let lines: Vec<&str> = text.split('\n').collect();
    let in_text = |line: usize| assert!((1..=lines.len()).contains(&line), "a problem in line {line}");
    match program::read(&lines) {
        Ok(program) => {
            let run = program.run(&["x", "y"]);
            assert!(run.points.len() <= MOST_POINTS && run.output.len() <= MOST_LINES);
            run.text();
            if let Some(problem) = run.problem {
                in_text(problem.line);
            }
        }
        Err(problem) => in_text(problem.line),
    }
    let answer = Plain::List(lines.iter().map(|line| Plain::Text((*line).to_owned())).collect());
    let challenge = ASKING[usize::from(which) % ASKING.len()];
    if let Ok(verdict) = practice::judge(challenge, &answer) {
        assert_eq!(verdict.solved, verdict.reason.is_empty());
    }
}
