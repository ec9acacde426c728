//! A run of the heavy ball on the map of its regimes: the curvatures at the minimum it goes to, and what each comes to.

use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::convert::{numbers, object};
use super::simulation::{Record, Simulation};
use crate::curvature;
use crate::plots::regimes::Place;
use crate::regime::{best_pair, critical_momentum, regime};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "HeavyBall | undefined")]
    pub type MaybeHeavyBall;
}

/// Learning rate and momentum with the smallest and the largest curvature.
pub(super) struct HeavyBall {
    rate: f64,
    momentum: f64,
    low: f64,
    high: f64,
}

/// What a run is on the map; none for other methods than the heavy ball and gradient descent, which is one without momentum,
/// and for a loss without curvature. Counts the curvature at the known minimum nearest to the end of the run, or else at its
/// start: a quadratic has the same everywhere, and what is dragged must not slip away.
pub(super) fn of(record: &Record) -> Option<HeavyBall> {
    let optimizer = &record.experiment.optimizer;
    let momentum = match optimizer.name {
        "momentum" => optimizer.settings.number("momentum"),
        "gradientDescent" => 0.0,
        _ => return None,
    };
    let end = record.run.point(record.run.steps);
    let distance = |point: &[f64]| point.iter().zip(end).map(|(a, b)| (a - b) * (a - b)).sum::<f64>();
    let known = record.experiment.loss.minima();
    let nearest = known.iter().reduce(|best, other| if distance(other) < distance(best) { other } else { best });
    let place = nearest.map_or(&record.experiment.start[..], |point| point);
    let (low, high) = curvature::extremes(record.loss.as_ref(), place)?;
    Some(HeavyBall { rate: optimizer.settings.number("learningRate"), momentum, low, high })
}

impl HeavyBall {
    /// The place of each curvature; a single one where both are the same.
    pub(super) fn places(&self) -> Vec<Place> {
        let place = |name, curvature: f64| Place { product: self.rate * curvature, momentum: self.momentum, name };
        if self.low == self.high {
            return vec![place("λ", self.low)];
        }
        vec![place("λ₁", self.low), place("λ₂", self.high)]
    }

    fn direction(&self, place: &Place, curvature: f64) -> JsValue {
        object([
            ("name", place.name.into()),
            ("curvature", curvature.into()),
            ("product", place.product.into()),
            ("regime", regime(place.product, place.momentum).name().into()),
            ("criticalMomentum", critical_momentum(place.product).into()),
        ])
    }
}

#[wasm_bindgen]
impl Simulation {
    /// The run on the map of the heavy ball's regimes; undefined where it has no place there.
    #[wasm_bindgen(js_name = heavyBall)]
    pub fn heavy_ball(&self) -> MaybeHeavyBall {
        let found = of(&self.record).map_or(JsValue::UNDEFINED, |ball| {
            let places = ball.places();
            let with_curvature = places.iter().zip([ball.low, ball.high]);
            let directions: Array = with_curvature.map(|(place, curvature)| ball.direction(place, curvature)).collect();
            let best = best_pair(ball.low, ball.high).map_or(JsValue::UNDEFINED, |pair| numbers(&pair));
            object([("directions", directions.into()), ("best", best)])
        });
        found.into()
    }
}
