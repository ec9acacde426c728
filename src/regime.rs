//! The regimes of heavy-ball momentum on a quadratic: what one direction does, from αλ and β alone.
//!
//! In a direction of curvature λ the distance to the minimum follows `d′ = (1 + β − αλ)d − β·(the distance before)`, so its
//! roots are those of `z² − (1 + β − αλ)z + β`. (Goh, *Why Momentum Really Works*, Distill 2017.)

/// What the distance to the minimum does along one direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Regime {
    /// Two real roots, none negative: it shrinks without ever changing its sign.
    Settles,
    /// Two complex roots: it swings to and fro, and the swings die away.
    Rings,
    /// Two real roots, none positive: it changes its sign at every step, and shrinks.
    Alternates,
    /// A root at −1, or two on the unit circle: it keeps its size for ever.
    Bounces,
    /// No curvature: it never changes.
    Stays,
    /// A root outside the unit circle: it grows.
    Diverges,
}

impl Regime {
    /// The stable name under which the page keeps the words.
    pub fn name(self) -> &'static str {
        match self {
            Regime::Settles => "settles",
            Regime::Rings => "rings",
            Regime::Alternates => "alternates",
            Regime::Bounces => "bounces",
            Regime::Stays => "stays",
            Regime::Diverges => "diverges",
        }
    }
}

/// The regime at a product αλ of learning rate and curvature, and a momentum β from 0 to 1.
pub fn regime(product: f64, momentum: f64) -> Regime {
    let limit = diverges_above(momentum);
    if product.is_nan() || product < 0.0 || product > limit {
        return Regime::Diverges;
    }
    if product == 0.0 {
        return Regime::Stays;
    }
    if product == limit || momentum >= 1.0 {
        return Regime::Bounces;
    }
    let middle = 1.0 + momentum - product;
    if middle * middle < 4.0 * momentum {
        Regime::Rings
    } else if middle >= 0.0 {
        Regime::Settles
    } else {
        Regime::Alternates
    }
}

/// The product αλ above which a direction flies off: `2 + 2β`.
pub fn diverges_above(momentum: f64) -> f64 {
    2.0 + 2.0 * momentum
}

/// The momentum above which a direction rings: `(1 − √(αλ))²`.
pub fn critical_momentum(product: f64) -> f64 {
    let gap = 1.0 - product.sqrt();
    gap * gap
}

/// The learning rate and the momentum with which the slower of all directions is fastest, for curvatures from `low` to `high`:
/// `α = (2/(√λ₁ + √λₙ))²`, `β = ((√λₙ − √λ₁)/(√λₙ + √λ₁))²`. None where a direction does not curve up.
///
/// Source: Polyak, *Some methods of speeding up the convergence of iteration methods* (1964).
pub fn best_pair(low: f64, high: f64) -> Option<[f64; 2]> {
    let sum = low.sqrt() + high.sqrt();
    let (rate, share) = (2.0 / sum, (high.sqrt() - low.sqrt()) / sum);
    let found = [rate * rate, share * share];
    (low > 0.0 && high >= low && found.iter().all(|value| value.is_finite())).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plain::Plain;
    use crate::trajectory::{Experiment, run};
    use proptest::prelude::*;
    use serde_json::json;

    /// The distances to the minimum of a heavy ball on `x²/2`, whose curvature is 1.
    fn distances(product: f64, momentum: f64, steps: usize) -> Vec<f64> {
        let plain: Plain = serde_json::from_value(json!({
            "loss": { "expression": "x^2/2" }, "start": [1], "steps": steps,
            "optimizer": { "name": "momentum", "learningRate": product, "momentum": momentum },
        }))
        .unwrap();
        run(&Experiment::from_plain(&plain).unwrap()).unwrap().points
    }

    /// Whether the sign changes, step by step, while the distances are not lost in rounding; and the largest distance of
    /// the first and of the last tenth.
    fn seen(points: &[f64]) -> (Vec<bool>, f64, f64) {
        let kept = points.iter().take_while(|value| value.abs() > 1e-300).collect::<Vec<_>>();
        let changes = kept.windows(2).map(|pair| (*pair[0] < 0.0) != (*pair[1] < 0.0)).collect();
        let largest = |part: &[f64]| part.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        let tenth = points.len() / 10;
        (changes, largest(&points[..tenth]), largest(&points[points.len() - tenth..]))
    }

    /// How far a pair lies from every border of the map.
    fn room(product: f64, momentum: f64) -> f64 {
        let middle = (1.0 + momentum - product).abs();
        (middle - 2.0 * momentum.sqrt()).abs().min((product - diverges_above(momentum)).abs())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn a_run_does_what_its_place_on_the_map_says(product in 0.02_f64..4.2, momentum in 0.0_f64..0.97) {
            prop_assume!(room(product, momentum) > 0.02);
            let points = distances(product, momentum, 2000);
            let (changes, early, late) = seen(&points);
            let count = changes.iter().filter(|changed| **changed).count();
            match regime(product, momentum) {
                Regime::Settles => prop_assert!(count == 0 && late < early),
                Regime::Rings => prop_assert!(0 < count && count < changes.len() && late < early),
                Regime::Alternates => prop_assert!(count == changes.len() && late < early),
                Regime::Diverges => prop_assert!(late > early || points.len() < 2001),
                other => prop_assert!(false, "{other:?} has no room on the map"),
            }
        }

        #[test]
        fn the_best_pair_puts_both_ends_of_the_curvatures_on_the_border_to_ringing(low in 0.01_f64..10.0, ratio in 1.0_f64..1000.0) {
            let [rate, momentum] = best_pair(low, low * ratio).unwrap();
            for curvature in [low, low * ratio] {
                prop_assert!((critical_momentum(rate * curvature) - momentum).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn the_borders_have_their_own_names() {
        assert_eq!(regime(0.0, 0.5), Regime::Stays);
        assert_eq!(regime(2.0, 0.0), Regime::Bounces);
        assert_eq!(regime(3.0, 0.5), Regime::Bounces);
        assert_eq!(regime(1.0, 0.0), Regime::Settles);
        for (product, momentum) in [(-0.1, 0.5), (3.01, 0.5), (f64::NAN, 0.5), (f64::INFINITY, 0.0)] {
            assert_eq!(regime(product, momentum), Regime::Diverges);
        }
    }

    #[test]
    fn the_ravines_best_pair_is_the_published_one_and_without_curvature_there_is_none() {
        let [rate, momentum] = best_pair(0.2, 4.0).unwrap();
        assert!((rate - 0.668).abs() < 5e-4 && (momentum - 0.403).abs() < 5e-4);
        for (low, high) in [(0.0, 1.0), (-1.0, 1.0), (2.0, 1.0), (1.0, f64::INFINITY), (f64::NAN, 1.0)] {
            assert_eq!(best_pair(low, high), None);
        }
    }
}
