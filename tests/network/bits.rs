//! The last bit of a training: the same natively as in `tests/browser/nudges.spec.js` with SIMD and without.

use downhill::network::{Settings, Trainer};

use super::digits;

/// The bits of all weights as one number, FNV-1a.
fn digest(weights: &[f32]) -> u32 {
    let fold = |hash: u32, weight: &f32| (hash ^ weight.to_bits()).wrapping_mul(16_777_619);
    weights.iter().fold(2_166_136_261, fold)
}

#[test]
fn two_hundred_steps_end_in_these_very_bits() {
    let mut trainer = Trainer::new(digits(), Settings { seed: 1, batch: 10, rate: 1.0 });
    trainer.go(200, usize::MAX);
    let said = std::fs::read_to_string("tests/browser/nudges.spec.js").unwrap();
    let digest = digest(&trainer.weights().flat());
    assert!(said.contains(&format!("BITS = {digest};")), "the digest is {digest}");
}
