//! Precedence, products without a sign, pasted mathematics, functions, headings, variables and frames.

use super::{parse, problem, value};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-15 * b.abs()
}

#[test]
fn precedence_is_pythons() {
    for (text, expected) in [
        ("-x^2", -9.0),
        ("2^3^2 + 0x", 512.0),
        ("2**3**2 + 0x", 512.0),
        ("(2^3)^2 + 0x", 64.0),
        ("-2^-2 + 0x", -0.25),
        ("2^-x", 0.125),
        ("2^-x*4", 0.5),
        ("2^-x^2*512", 1.0),
        ("-x*2", -6.0),
        ("8/x/2*3", 4.0),
        ("8 - x - 2", 3.0),
        ("8 - -x", 11.0),
        ("8--x", 11.0),
        ("8 - +-+x", 11.0),
        ("---x", -3.0),
        ("2*-x", -6.0),
        ("-x + 5", 2.0),
        ("2 + x*4", 14.0),
        ("(2 + x)*4", 20.0),
        ("x^2*2", 18.0),
        ("x^0", 1.0),
    ] {
        assert!(close(value(text), expected), "{text} gave {}", value(text));
    }
}

#[test]
fn a_product_without_a_sign_binds_like_one_with_it() {
    for (text, expected) in [
        ("2x", 6.0),
        ("2x^2", 18.0),
        ("2^2x", 12.0),
        ("1/2x", 1.5),
        ("6/2(x)", 9.0),
        ("2(x+1)", 8.0),
        ("(x+1)(x-1)", 8.0),
        ("x(x+1)", 12.0),
        ("2(3) + 0x", 6.0),
        ("3 sin(0x)", 0.0),
        ("3cos(0x)", 3.0),
        ("x y", 15.0),
        ("xy", 15.0),
        ("xxy", 45.0),
        ("xy^2", 75.0),
        ("2|x|y", 30.0),
        ("|x||y|", 15.0),
        ("2pi x", 6.0 * core::f64::consts::PI),
        ("2πx", 6.0 * core::f64::consts::PI),
        ("2pix", 6.0 * core::f64::consts::PI),
        ("2e x", 6.0 * core::f64::consts::E),
        ("2ex", 6.0 * core::f64::consts::E),
        ("2e1x", 60.0),
        ("2.5e-1x", 0.75),
        ("ycos(0x)", 5.0),
        ("-2x", -6.0),
    ] {
        assert!(close(value(text), expected), "{text} gave {}", value(text));
    }
}

#[test]
fn functions_are_those_of_libm() {
    for (text, expected) in [
        ("sin(x)", libm::sin(3.0)),
        ("cos(x)", libm::cos(3.0)),
        ("tan(x)", libm::tan(3.0)),
        ("sinh(x)", libm::sinh(3.0)),
        ("cosh(x)", libm::cosh(3.0)),
        ("tanh(x)", libm::tanh(3.0)),
        ("exp(x)", libm::exp(3.0)),
        ("log(x)", libm::log(3.0)),
        ("ln(x)", libm::log(3.0)),
        ("sqrt(x)", 3.0_f64.sqrt()),
        ("abs(-x)", 3.0),
        ("|-x|", 3.0),
        ("|x - |y||", 2.0),
        ("|(x|y|)|", 15.0),
        ("sigmoid(x)", 1.0 / (1.0 + libm::exp(-3.0))),
        ("min(x, y)", 3.0),
        ("max(x, y, 4)", 5.0),
        ("max(x,5)", 5.0),
        ("x^0.5", libm::pow(3.0, 0.5)),
        ("x^y", libm::pow(3.0, 5.0)),
        ("e^x", libm::pow(core::f64::consts::E, 3.0)),
    ] {
        assert!(close(value(text), expected), "{text} gave {}", value(text));
    }
}

#[test]
fn pasted_mathematics_is_understood() {
    for (text, expected) in [
        ("x² − 2·x", 3.0),
        ("−x²", -9.0),
        ("x³ × 2 ÷ 3", 18.0),
        ("2²³ + 0x", 8_388_608.0),
        ("x⁻²·9", 1.0),
        ("sin²(x) + cos²(x)", 1.0),
        ("√(x²)", 3.0),
        ("(x−1)²", 4.0),
        ("|x|²", 9.0),
        ("x\u{a0}+\u{2009}1", 4.0),
        ("2\u{2062}x", 6.0),
        ("  X ^ 2\t\n", 9.0),
        ("SIN(X)", libm::sin(3.0)),
        ("w₁² + 4w₂²", 109.0),
        ("w_1 + w_2", 8.0),
    ] {
        assert!((value(text) - expected).abs() < 1e-12, "{text} gave {}", value(text));
    }
}

#[test]
fn a_heading_is_skipped_and_its_variables_count() {
    assert_eq!(value("f(x) = x^2"), 9.0);
    assert_eq!(value("y = x^2"), 9.0);
    assert_eq!(value("L(w1, w2) = w1 w2"), 15.0);
    assert_eq!(parse("f(x, y) = x^2").unwrap().variables(), ["x", "y"]);
    assert_eq!(problem("f(x) = x +"), (10, "operand"));
    assert_eq!(problem("x = y = x"), (6, "knownCharacter"));
    assert_eq!(problem("f(x = x"), (0, "knownName"));
}

#[test]
fn variables_give_the_dimension() {
    for (text, variables) in [
        ("x", &["x"][..]),
        ("y^2", &["y"]),
        ("y + x", &["x", "y"]),
        ("w2*w1", &["w1", "w2"]),
        ("w2", &["w2"]),
        ("(w-1)^2", &["w"]),
        ("theta^2 + θ", &["θ"]),
    ] {
        assert_eq!(parse(text).unwrap().variables(), variables, "{text}");
    }
}

#[test]
fn brackets_nest_as_deep_as_anybody_needs() {
    assert_eq!(value(&format!("{}x{}", "(".repeat(60), ")".repeat(60))), 3.0);
    assert_eq!(value(&format!("{}x{}", "1+(".repeat(25), ")".repeat(25))), 28.0);
}

#[test]
fn the_frame_goes_where_the_function_is_finite() {
    for (text, frame) in [
        ("x^2", vec![[-6.0, 6.0]]),
        ("1/x", vec![[-6.0, 6.0]]),
        ("log(x)", vec![[0.0, 6.0]]),
        ("sqrt(-x)", vec![[-6.0, 0.0]]),
        ("log(x - 10)", vec![[0.0, 24.0]]),
        ("sqrt(1 - x^2)", vec![[-1.0, 1.0]]),
        ("exp(x^4)", vec![[-1.0, 1.0]]),
        ("0/0 + x", vec![[-6.0, 6.0]]),
        ("x^2 + y^2", vec![[-4.0, 4.0]; 2]),
        ("log(x) + y", vec![[0.0, 4.0], [-4.0, 4.0]]),
        ("log(x) + log(y)", vec![[0.0, 4.0]; 2]),
    ] {
        assert_eq!(parse(text).unwrap().into_loss().frame(), frame, "{text}");
    }
}
