//! PyTorch's numbers for the same network on the same digits; `tests/golden/network.py` wrote them.

use downhill::losses::Loss;
use downhill::network::{PARAMETERS, Weights, gradient};
use serde_json::Value;

use super::reference::Reference;
use super::{digits, farthest};

fn golden() -> Value {
    serde_json::from_str(&std::fs::read_to_string("tests/golden/network.json").unwrap()).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

/// Parameters that both sides can write down exactly: multiples of 2⁻¹⁰ up to ±0.25.
fn parameters() -> Vec<f64> {
    (0..PARAMETERS).map(|index| ((index * 7919) % 513) as f64 / 1024.0 - 0.25).collect()
}

#[test]
fn the_plain_network_is_pytorch_s() {
    let golden = golden();
    let images: Vec<u16> = (0..32).collect();
    let reference = Reference::new(&digits(), &images);
    let mut point = parameters();
    let mut gradient = vec![0.0; PARAMETERS];
    for (step, expected) in numbers(&golden["costs"]).into_iter().enumerate() {
        let cost = reference.gradient(&point, &mut gradient);
        assert!((cost - expected).abs() < 1e-12, "step {step}: {cost} for {expected}");
        if step == 0 {
            for (index, expected) in numbers(&golden["gradient"]).into_iter().enumerate() {
                let found = gradient[index * 50];
                assert!((found - expected).abs() < 1e-13, "parameter {}: {found} for {expected}", index * 50);
            }
        }
        for (weight, slope) in point.iter_mut().zip(&gradient) {
            *weight -= slope;
        }
    }
}

#[test]
fn the_kernel_is_pytorch_s_within_f32() {
    let golden = golden();
    let digits = digits();
    let images: Vec<u16> = (0..32).collect();
    let flat: Vec<f32> = parameters().into_iter().map(|number| number as f32).collect();
    let mut weights = Weights::from_flat(&flat);
    let mut nudges = Weights::zero();
    for (step, expected) in numbers(&golden["costs"]).into_iter().enumerate() {
        let cost = gradient(&weights, &digits, &images, &mut nudges);
        assert!((f64::from(cost) - expected).abs() < 1e-5, "step {step}: {cost} for {expected}");
        if step == 0 {
            let some: Vec<f32> = nudges.flat().into_iter().step_by(50).collect();
            assert!(farthest(&some, &numbers(&golden["gradient"])) < 1e-5);
        }
        weights.step(1.0, &nudges);
    }
}
