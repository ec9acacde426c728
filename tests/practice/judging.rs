//! Numbers, lines and options get the judgement and the reason that fits them.

use serde_json::json;

use crate::samples::{check, choice, fill, fix, judge, predict, reorder};

#[test]
fn a_predicted_number_is_right_in_every_sensible_form_and_its_mistakes_are_known() {
    check(
        &predict(),
        &[
            (json!(["4.6", "2.56"]), "right"),
            (json!([" x = 4,6", "2,5600"]), "right"),
            (json!([4.6, 2.56]), "right"),
            (json!(["5 - 0.1 * 4", "1.6^2"]), "right"),
            (json!(["5.4", "5.76"]), "signSlip"),
            (json!(["4.8", "3.24"]), "forgotTwo"),
            (json!(["4.6", "4"]), "oldLoss"),
            (json!(["4.8", "1"]), "forgotTwo"),
            (json!(["-4.6", "2.56"]), "wrongSign"),
            (json!(["4.6", "2.6"]), "rounding"),
            (json!(["4.6", "2.5"]), "rounding"),
            (json!(["4.6", "2.7"]), "other"),
            (json!(["4.7", "2.56"]), "other"),
            (json!(["4.5", "2.56"]), "other"),
            (json!(["4.6", "2.561"]), "rounding"),
            (json!(["4.6", "9"]), "other"),
            (json!(["", "2.56"]), "empty"),
            (json!(["4.6", "two"]), "notANumber"),
        ],
    );
}

#[test]
fn mended_lines_are_right_if_they_do_the_same_for_other_numbers_too() {
    let with = |update: &str| json!(["for i in range(steps):", "    gradient = 2 * x", update, "print(x)"]);
    check(
        &fix(),
        &[
            (with("    x = x - alpha * gradient"), "right"),
            (json!(["for i in range(steps):", "  x *= 1 - 2 * alpha", "print(x)"]), "right"),
            (with("    x = x + alpha * gradient"), "unchanged"),
            (with("    x = x - alpha * gradient * alpha"), "alphaSquared"),
            (with("    x = x - 0.1 * gradient"), "typedIn"),
            (with("    x = x - alpha gradient"), "syntax"),
            (with("    x = x - lr * gradient"), "unknownName"),
            (with("    x = x - alpha / 0 * gradient"), "zeroDivision"),
            (with("    x = x - sqrt(-1)"), "notFinite"),
            (with("    for k in range(10 ** 9):\n        y = 1"), "tooLong"),
            (with("    x = x - alpha * x"), "otherTrail"),
            (json!(["for i in range(steps):", "    x = x - alpha * 2 * x", "print(-x)"]), "otherOutput"),
            (json!([" ", ""]), "empty"),
            (json!([]), "empty"),
        ],
    );
    let verdict = judge(fix(), with("    x = x - alpha(gradient)"));
    assert_eq!(
        format!("{:?}", verdict.facts),
        r#"[("line", Number(6.0)), ("expected", Text("operator")), ("name", Text("("))]"#
    );
    let verdict = judge(fix(), with("    x = x - lr * gradient"));
    assert_eq!(format!("{:?}", verdict.facts), r#"[("line", Number(6.0)), ("name", Text("lr"))]"#);
}

#[test]
fn blanks_and_orders_are_judged_by_what_they_compute_and_print() {
    check(
        &fill(),
        &[
            (json!(["2", "-"]), "right"),
            (json!([" 2.0 ", "−"]), "right"),
            (json!(["2", "+"]), "uphill"),
            (json!(["", "-"]), "empty"),
            (json!(["2", "*"]), "otherTrail"),
            (json!(["2", "minus"]), "syntax"),
        ],
    );
    check(
        &reorder(),
        &[
            (json!([0, 1, 2, 3]), "right"),
            (json!([2, 0, 1, 3]), "right"),
            (json!([0, 2, 1, 3]), "right"),
            (json!([2, 3, 0, 1]), "staleLoss"),
            (json!([3, 1, 0, 2]), "unchanged"),
            (json!([1, 0, 2, 3]), "unknownName"),
        ],
    );
}

#[test]
fn a_wrong_option_is_its_own_reason_and_shows_its_own_trail() {
    check(&choice(), &[(json!("tooLarge"), "right"), (json!("tooSmall"), "tooSmall")]);
    let verdict = judge(choice(), json!("tooSmall"));
    assert_eq!((verdict.yours.points[1], verdict.right.points[1]), (4.9, -4.0));
}

#[test]
fn the_trails_show_what_the_answer_does_beside_what_is_right() {
    let verdict = judge(predict(), json!(["5.4", "5.76"]));
    assert_eq!((verdict.yours.points, verdict.right.points), (vec![5.0, 5.4], vec![5.0, 4.6]));
    let verdict = judge(predict(), json!(["4.7", "1"]));
    assert_eq!(verdict.yours.points, [5.0, 4.7]);
    let verdict = judge(fill(), json!(["2", "+"]));
    assert_eq!((verdict.yours.points, verdict.yours.dimension), (vec![5.0, 6.0], 1));
    let verdict = judge(reorder(), json!([2, 3, 0, 1]));
    assert_eq!((verdict.yours.output[0].as_str(), verdict.right.output[0].as_str()), ("16.0", "25"));
}

#[test]
fn a_solution_that_was_shown_halves_the_points() {
    use downhill::practice::award;
    assert_eq!((award(10, false), award(10, true), award(5, true), award(0, true)), (10, 5, 3, 0));
}

#[test]
fn a_wrong_option_without_a_name_is_wrong_for_another_reason() {
    let mut challenge = choice();
    challenge["options"] = json!(["", challenge["solution"]]);
    let verdict = judge(challenge, json!(""));
    assert_eq!((verdict.solved, verdict.reason.as_str()), (false, "other"));
}
