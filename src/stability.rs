//! Stability: from the curvature under a point to the learning rates that crawl, settle, zigzag or diverge there.

use crate::curvature;
use crate::fault::{Accepted, Fault};
use crate::losses::Loss;
use crate::optimizers::Optimizer;
use crate::plain::Plain;
use crate::trajectory::Experiment;

/// The learning rates at which the behaviour changes, as long as the curvature stays what it is at one point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stability {
    /// Below this learning rate every direction is walked down without overshooting; infinite where nothing curves up.
    pub monotone_below: f64,
    /// Above this learning rate at least one direction flies off; infinite where there is no such limit.
    pub diverges_above: f64,
}

/// The thresholds of `experiment` at `point`, or at its start if none is given.
///
/// With the largest eigenvalue λ of the Hessian these are `1/λ` and `2/λ` for gradient descent, `(1 − √β)²/λ` and
/// `2(1 + β)/λ` for heavy-ball momentum. (Goh, *Why Momentum Really Works*, Distill 2017.)
///
/// # Errors
/// A fault if the experiment cannot begin, or if the point has not as many finite coordinates as the loss has parameters.
pub fn stability(experiment: &Experiment, point: Option<&[f64]>) -> Result<Stability, Fault> {
    let (loss, optimizer) = (experiment.build_loss()?, experiment.build_optimizer()?);
    let (point, n) = (point.unwrap_or(&experiment.start), loss.dimension());
    if point.len() != n || !point.iter().all(|value| value.is_finite()) {
        let accepted = Accepted::Numbers { fewest: n, most: n, lowest: f64::MIN, highest: f64::MAX };
        let given = Plain::List(point.iter().copied().map(Plain::Number).collect());
        return Err(Fault::new("point", given, accepted));
    }
    Ok(at(loss.as_ref(), optimizer.as_ref(), point))
}

/// The thresholds of `optimizer` on `loss` at `point`.
pub fn at(loss: &dyn Loss, optimizer: &dyn Optimizer, point: &[f64]) -> Stability {
    let Some(thresholds) = optimizer.thresholds() else {
        return Stability::unlimited();
    };
    let steepest = curvature::extremes(loss, point).map_or(0.0, |(_, high)| high);
    let curvature = if optimizer.ignores_curvature() { 1.0 } else { steepest };
    if curvature > 0.0 {
        Stability {
            monotone_below: thresholds.monotone_below / curvature,
            diverges_above: thresholds.diverges_above / curvature,
        }
    } else {
        Stability::unlimited()
    }
}

impl Stability {
    /// No threshold at all: the surface does not curve up here, or the method rescales its steps.
    pub fn unlimited() -> Self {
        Stability { monotone_below: f64::INFINITY, diverges_above: f64::INFINITY }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain::Plain;

    fn experiment(json: serde_json::Value) -> Experiment {
        let plain: Plain = serde_json::from_value(json).unwrap();
        Experiment::from_plain(&plain).unwrap()
    }

    fn thresholds(optimizer: serde_json::Value) -> (f64, f64) {
        let experiment = experiment(serde_json::json!({
            "loss": { "name": "ellipse", "steepness": 4 },
            "optimizer": optimizer, "start": [-3, 2], "steps": 1,
        }));
        let found = stability(&experiment, None).unwrap();
        (found.monotone_below, found.diverges_above)
    }

    #[test]
    fn gradient_descent_changes_at_one_and_two_over_the_largest_curvature() {
        let optimizer = serde_json::json!({ "name": "gradientDescent" });
        assert_eq!(thresholds(optimizer), (1.0 / 8.0, 2.0 / 8.0));
    }

    #[test]
    fn momentum_moves_the_upper_limit_to_two_times_one_plus_beta_over_the_curvature() {
        let optimizer = serde_json::json!({ "name": "momentum", "momentum": 0.25 });
        assert_eq!(thresholds(optimizer), (0.25 / 8.0, 2.5 / 8.0));
    }

    #[test]
    fn at_a_point_that_does_not_fit_the_loss_nothing_is_said_about_stability() {
        let ellipse = experiment(serde_json::json!({
            "loss": { "name": "ellipse" }, "optimizer": { "name": "newton" }, "start": [-3, 2], "steps": 1,
        }));
        for point in [&[][..], &[1.0], &[1.0, 2.0, 3.0], &[1.0, f64::NAN]] {
            assert_eq!(stability(&ellipse, Some(point)).unwrap_err().field, "point", "{point:?}");
        }
        assert!(stability(&ellipse, Some(&[1.0, 2.0])).is_ok());
    }

    #[test]
    fn newton_has_its_own_limits_and_adam_has_none() {
        let newton = serde_json::json!({ "name": "newton" });
        assert_eq!(thresholds(newton), (1.0, 2.0));
        let adam = serde_json::json!({ "name": "adam" });
        assert_eq!(thresholds(adam), (f64::INFINITY, f64::INFINITY));
    }
}
