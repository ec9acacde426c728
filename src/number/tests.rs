//! What the numbers promise at the places where functions have kinks, poles or no derivative.

use super::{Dual, Jet, Number};

fn slope(x: f64, f: impl Fn(Dual<1>) -> Dual<1>) -> f64 {
    let [x] = Dual::variables(&[x]);
    f(x).gradient[0]
}

#[test]
fn at_a_kink_the_slope_is_zero() {
    assert_eq!(slope(0.0, |x| x.abs()), 0.0);
    assert_eq!(slope(-0.0, |x| x.abs()), 0.0);
    assert_eq!(slope(0.0, |x| x.max(-x)), 0.0);
    assert_eq!(slope(0.0, |x| x.min(-x)), 0.0);
}

#[test]
fn beside_a_kink_the_slope_is_that_of_the_branch() {
    assert_eq!(slope(1e-300, |x| x.abs()), 1.0);
    assert_eq!(slope(-2.0, |x| (x * 3.0).max(x * x)), -4.0);
    assert_eq!(slope(-2.0, |x| (x * 3.0).min(x * x)), 3.0);
}

#[test]
fn the_tip_of_a_cone_has_no_slope_and_no_curvature() {
    let [x, y] = Jet::variables(&[0.0, 0.0]);
    let cone = (x.square() + y.square()).sqrt();
    assert_eq!(cone, Jet::constant(0.0));
}

#[test]
fn a_root_is_infinitely_steep_at_zero() {
    assert_eq!(slope(0.0, |x| x.sqrt()), f64::INFINITY);
    assert_eq!(slope(0.0, |x| x.powf(0.5)), f64::INFINITY);
}

#[test]
fn small_whole_powers_are_smooth_at_zero() {
    for n in 0..6 {
        let [x] = Jet::variables(&[0.0]);
        let power = x.powi(n);
        let expected = (f64::from(n == 0), f64::from(n == 1), if n == 2 { 2.0 } else { 0.0 });
        assert_eq!((power.value, power.gradient[0], power.hessian[0][0]), expected, "x^{n}");
    }
}

#[test]
fn a_negative_base_takes_whole_exponents_only() {
    assert_eq!(Number::powf(-2.0, 3.0), -8.0);
    assert_eq!(slope(-2.0, |x| x.powf(3.0)), 12.0);
    assert!(Number::powf(-2.0, 0.5).is_nan());
    assert!(slope(-2.0, |x| x.pow(x)).is_nan());
    assert_eq!(Number::pow(-2.0, -2.0), 0.25);
}

#[test]
fn what_cannot_be_compared_is_nan_on_both_sides() {
    let nan = f64::NAN;
    assert!(Number::max(nan, 1.0).is_nan() && Number::max(1.0, nan).is_nan());
    assert!(Number::min(nan, 1.0).is_nan() && Number::min(1.0, nan).is_nan());
}

#[test]
fn the_sigmoid_stays_finite_at_both_ends() {
    let [far] = Jet::variables(&[1000.0]);
    for x in [far, -far] {
        let s = x.sigmoid();
        assert!(s.value == 0.0 || s.value == 1.0);
        assert_eq!((s.gradient[0], s.hessian[0][0]), (0.0, 0.0));
    }
}

#[test]
fn long_and_short_ways_to_a_power_agree() {
    for n in -40_i32..=40 {
        let (short, long) = (Number::powi(1.1, n), libm::pow(1.1, f64::from(n)));
        assert!((short / long - 1.0).abs() < 1e-14, "1.1^{n}");
    }
}

#[test]
fn value_gradient_and_hessian_agree_between_the_numbers() {
    let point = [0.7, -1.3];
    fn formula<T: Number>([x, y]: [T; 2]) -> T {
        (x * y).tan() / (y.cosh() + x.exp()) - (x + 2.0).pow(y) * x.tanh().sin() + (x.sinh() / 3.0 - 1.0).cos()
    }
    let (dual, jet) = (formula(Dual::variables(&point)), formula(Jet::variables(&point)));
    assert_eq!(dual.value, formula(point));
    assert_eq!(jet.value, formula(point));
    for i in 0..2 {
        assert!((dual.gradient[i] - jet.gradient[i]).abs() <= 1e-15 * jet.gradient[i].abs());
    }
    assert_eq!(jet.hessian[0][1], jet.hessian[1][0]);
}
