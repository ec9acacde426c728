//! The codes of reasons that do not come from a challenge's own data, for whoever words them.

/// Reasons that answers to any challenge can get.
///
/// `empty`: something is left out. `notANumber`: not a number in any form. `rounding`: right but for the last digits. `wrongSign`: right but for the
/// sign. `unchanged`: the lines as they were given. `syntax`, `unknownName`, `zeroDivision`, `notFinite`, `tooLong`: what stopped the program.
/// `otherTrail`: it takes another way. `otherOutput`: the same way, but prints something else. `typedIn`: right for these numbers only.
/// `other`: none of these.
pub const GENERAL: [&str; 14] = [
    "empty",
    "notANumber",
    "rounding",
    "wrongSign",
    "unchanged",
    "syntax",
    "unknownName",
    "zeroDivision",
    "notFinite",
    "tooLong",
    "otherTrail",
    "otherOutput",
    "typedIn",
    "other",
];

/// Reasons that a goal of an experiment, or a check of a Python program, of this code can give besides.
pub fn of_goal(code: &str) -> &'static [&'static str] {
    match code {
        "outcome" => &["diverged", "cycling", "notCycling", "stalled", "notConverged", "notDiverged", "notStalled"],
        "largestRate" => &["diverged", "cycling", "stalled", "rateTooSmall", "rateTooLarge"],
        "otherMinimum" => &["diverged", "notConverged", "sameMinimum"],
        "gradientBelow" | "lossBelow" => &["diverged", "tooManySteps"],
        // Of every experiment: something else was changed than may be.
        "keeps" => &["changed"],
        _ => &[],
    }
}
