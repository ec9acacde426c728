//! What every optimizer must hold, walked over the list.

use super::*;
use crate::losses::LossSpec;

fn quadratic() -> Box<dyn Loss> {
    crate::losses::build(&LossSpec::named("ellipse").unwrap()).unwrap()
}

fn method(entry: &Entry) -> Box<dyn Optimizer> {
    (entry.build)(&Settings::defaults(entry.settings))
}

#[test]
fn every_optimizer_has_a_name_of_its_own_and_a_learning_rate_first() {
    for (index, entry) in catalogue().enumerate() {
        assert_eq!(catalogue().position(|other| other.name == entry.name), Some(index));
        assert_eq!(entry.settings[0].name, "learningRate", "{}", entry.name);
    }
}

#[test]
fn one_update_with_default_settings_lowers_a_quadratic() {
    let loss = quadratic();
    for entry in catalogue() {
        let (method, mut point, mut gradient) = (method(entry), [-3.0, 2.0], [0.0; 2]);
        let mut memory = method.memory(2);
        let before = loss.gradient(&point, &mut gradient);
        assert!(method.update(loss.as_ref(), &gradient, &mut memory, &mut point));
        assert!(loss.value(&point) < before, "{} climbed", entry.name);
    }
}

#[test]
fn without_a_slope_nothing_moves_even_with_epsilon_zero() {
    let loss = quadratic();
    for entry in catalogue() {
        let given: Vec<_> = entry
            .settings
            .iter()
            .filter(|setting| setting.name == "epsilon")
            .map(|setting| (setting.name.to_owned(), Plain::Number(0.0)))
            .collect();
        let method = (entry.build)(&Settings::read(entry.settings, &given, &[]).unwrap());
        let (mut point, gradient) = ([0.0, 0.0], [0.0, 0.0]);
        let mut memory = method.memory(2);
        method.update(loss.as_ref(), &gradient, &mut memory, &mut point);
        assert_eq!(point, [0.0, 0.0], "{} moved", entry.name);
    }
}

#[test]
fn newton_lands_on_the_minimum_of_a_quadratic_in_one_update() {
    let loss = quadratic();
    let newton = method(find("newton").unwrap());
    let (mut point, mut gradient) = ([-3.0, 2.0], [0.0; 2]);
    loss.gradient(&point, &mut gradient);
    newton.update(loss.as_ref(), &gradient, &mut newton.memory(2), &mut point);
    assert_eq!(point, [0.0, 0.0]);
}
