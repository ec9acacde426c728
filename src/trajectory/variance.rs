//! How far the gradients of random batches are from the gradient of all samples, measured by drawing them.

use super::Batches;
use crate::losses::Loss;

/// Most batches drawn for one size.
const MOST_DRAWS: u32 = 10_000;

/// The mean of ‖batch gradient − ∇L‖² at `point` over `draws` random batches, for each of the `sizes`; NaN for a size
/// that no batch can have. None if the loss is not made of samples or the point does not fit it.
///
/// For batches of m out of n samples this estimates `(n − m) / (n − 1) · σ²/m`, with σ² the variance of the gradients of
/// single samples. (Cochran, *Sampling Techniques*, 1977, theorem 2.2.)
pub fn batch_variance(loss: &dyn Loss, point: &[f64], sizes: &[u32], draws: u32, seed: u64) -> Option<Vec<f64>> {
    let samples = loss.samples()?;
    let (n, count) = (loss.dimension(), samples.rows().len());
    if point.len() != n {
        return None;
    }
    let (mut full, mut estimate) = (vec![0.0; n], vec![0.0; n]);
    loss.gradient(point, &mut full);
    let mut of_size = |size: u32| {
        if !(1..=count as u32).contains(&size) {
            return f64::NAN;
        }
        let mut batches = Batches::new(count, size as usize, seed, true);
        let whole_ones = count as u64 / u64::from(size);
        let draws = u64::from(draws.clamp(1, MOST_DRAWS));
        let squares = (0..draws).map(|draw| {
            // The last batch of an epoch may be smaller than the others, so it is left out.
            let step = draw / whole_ones * batches.per_epoch() + draw % whole_ones;
            samples.batch_gradient(point, batches.at(step), &mut estimate);
            estimate.iter().zip(&full).map(|(a, b)| (a - b) * (a - b)).sum::<f64>()
        });
        squares.sum::<f64>() / draws as f64
    };
    Some(sizes.iter().map(|size| of_size(*size)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::{LossSpec, build};

    fn loss(json: &str) -> Box<dyn Loss> {
        build(&LossSpec::from_plain(&serde_json::from_str(json).unwrap()).unwrap()).unwrap()
    }

    #[test]
    fn the_variance_falls_with_the_size_as_the_formula_of_sampling_says() {
        let loss = loss(r#"{ "name": "regression", "reduction": "mean", "sample": 100 }"#);
        let found = batch_variance(&*loss, &[0.0, 0.0], &[1, 5, 20, 50, 100], 4_000, 1).unwrap();
        // Over all hundred single samples, each as often as the others, the mean of squares is exact.
        let single = found[0];
        for (size, variance) in [5.0, 20.0, 50.0].into_iter().zip(&found[1..]) {
            let expected = single / size * (100.0 - size) / 99.0;
            assert!((variance / expected - 1.0).abs() < 0.1, "{size}: {variance}, expected {expected}");
        }
        assert!(found[4] < 1e-24 * single, "all samples together have no variance");
    }

    #[test]
    fn sizes_that_no_batch_has_and_losses_without_samples_are_answered_without_a_number() {
        let penguins = loss(r#"{ "name": "regression" }"#);
        let found = batch_variance(&*penguins, &[350.0, 10.0], &[0, 3, 4], 0, 0).unwrap();
        assert!(found[0].is_nan() && found[1] == 0.0 && found[2].is_nan());
        assert_eq!(batch_variance(&*penguins, &[350.0], &[1], 1, 0), None);
        assert_eq!(batch_variance(&*loss(r#"{ "name": "ravine" }"#), &[1.0, 1.0], &[1], 1, 0), None);
    }
}
