//! A challenge of each kind, for tests of the judging itself; the course's own challenges are walked in `course.rs`.

use downhill::plain::Plain;
use downhill::practice::{self, Verdict};
use serde_json::{Value, json};

pub fn plain(value: Value) -> Plain {
    serde_json::from_value(value).unwrap()
}

pub fn judge(challenge: Value, answer: Value) -> Verdict {
    let title = format!("{answer} to {}", challenge["kind"]);
    practice::judge(&plain(challenge), &plain(answer)).unwrap_or_else(|fault| panic!("{title}: {fault}"))
}

/// The reason of an answer; `right` if it is.
pub fn reason(challenge: &Value, answer: Value) -> String {
    let verdict = judge(challenge.clone(), answer);
    assert_eq!(verdict.solved, verdict.reason.is_empty());
    if verdict.solved { "right".to_owned() } else { verdict.reason }
}

/// Holds each answer to the reason it should get.
pub fn check(challenge: &Value, cases: &[(Value, &str)]) {
    for (answer, wanted) in cases {
        assert_eq!(reason(challenge, answer.clone()), *wanted, "{answer}");
    }
}

/// One step on (x − 3)² from 5.
pub fn predict() -> Value {
    json!({
        "kind": "predict", "loss": { "name": "shiftedBowl" }, "variables": ["x"],
        "given": ["x = 5", "alpha = 0.1"],
        "program": ["gradient = 2 * (x - 3)", "x = x - alpha * gradient", "loss = (x - 3) ** 2", "print(x, loss)"],
        "asks": [{ "name": "x", "digits": 4 }, { "name": "loss", "digits": 4 }],
        "mistakes": [
            { "reason": "signSlip", "lines": { "2": "x = x + alpha * gradient" } },
            { "reason": "forgotTwo", "lines": { "1": "gradient = x - 3" } },
            { "reason": "oldLoss", "lines": { "3": "loss = 4" } }
        ],
        "solution": ["4.6", "2.56"]
    })
}

/// A plus where the update needs a minus.
pub fn fix() -> Value {
    json!({
        "kind": "fix", "loss": { "name": "bowl" }, "variables": ["x"],
        "given": ["x = 5", "alpha = 0.1", "steps = 10"],
        "program": ["for i in range(steps):", "    gradient = 2 * x", "    x = x - alpha * gradient", "print(x)"],
        "broken": ["for i in range(steps):", "    gradient = 2 * x", "    x = x + alpha * gradient", "print(x)"],
        "mistakes": [{ "reason": "alphaSquared", "lines": { "3": "    x = x - alpha ** 2 * gradient" } }],
        "solution": ["for i in range(steps):", "    x -= alpha * 2 * x", "print(x)"]
    })
}

pub fn fill() -> Value {
    json!({
        "kind": "fill", "loss": { "name": "bowl" }, "variables": ["x"],
        "given": ["x = 5", "alpha = 0.1"],
        "program": ["gradient = 2 * x", "x = x - alpha * gradient"],
        "template": ["gradient = ___ * x", "x = x ___ alpha * gradient"],
        "mistakes": [{ "reason": "uphill", "lines": { "2": "x = x + alpha * gradient" } }],
        "solution": ["2", "-"]
    })
}

/// Loss, report, gradient, update; the report needs the loss only, and the gradient may come first.
pub fn reorder() -> Value {
    json!({
        "kind": "reorder", "loss": { "name": "bowl" }, "variables": ["x"],
        "given": ["x = 5", "alpha = 0.1", "for step in range(3):"],
        "program": ["    loss = x ** 2", "    print(loss)", "    gradient = 2 * x", "    x = x - alpha * gradient"],
        "shown": [3, 1, 0, 2],
        "mistakes": [{ "reason": "staleLoss", "order": [2, 3, 0, 1] }],
        "solution": [0, 1, 2, 3]
    })
}

pub fn choice() -> Value {
    json!({
        "kind": "choice", "loss": { "name": "bowl" }, "options": ["tooLarge", "tooSmall"],
        "experiment": descent(0.9), "experiments": { "tooSmall": { "optimizer": { "name": "gradientDescent", "learningRate": 0.01 } } },
        "solution": "tooLarge"
    })
}

/// Gradient descent on x² from 5.
pub fn descent(rate: f64) -> Value {
    json!({
        "loss": { "name": "bowl" }, "optimizer": { "name": "gradientDescent", "learningRate": rate }, "start": [5], "steps": 25
    })
}

/// An experiment with these goals, given with the learning rate 0.1.
pub fn experiment(goals: Value, solution: Value) -> Value {
    json!({
        "kind": "experiment", "loss": { "name": "bowl" }, "scene": "learning-rate", "experiment": descent(0.1),
        "keeps": ["loss", "optimizer.name", "start"], "goals": goals, "solution": solution
    })
}

/// The exercise: (x − 7)² from 0.
pub fn prints() -> Value {
    json!({
        "kind": "python", "loss": { "name": "shiftedBowl", "center": 7 }, "variables": ["x"],
        "program": [
            "x = 0", "for k in range(1, 26):", "    x = x - 0.15 * 2 * (x - 7)", "    if k % 5 == 0:", "        print(x, (x - 7) ** 2)"
        ],
        "mistakes": [{ "reason": "forgotTwo", "lines": { "3": "    x = x - 0.15 * (x - 7)" } }],
        "check": { "code": "prints", "digits": 4 }
    })
}

/// The largest learning rate with |x₂₅| below 0.001.
pub fn largest_rate() -> Value {
    json!({
        "kind": "python", "loss": { "name": "bowl" }, "variables": ["x"], "start": [5], "program": ["x = 5"],
        "check": { "code": "largestRate", "variable": "lr", "limit": 1e-3, "steps": 25, "within": 1e-4 },
        "solution": { "output": "", "trail": [], "values": { "lr": 0.8556 } }
    })
}
