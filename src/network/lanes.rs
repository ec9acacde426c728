//! Four numbers at a time: the sigmoid and sums across, with the same operations in the same order everywhere.

use wide::f32x4;

/// Beyond this the sigmoid is 0 or 1 in f32.
const FARTHEST: f32 = 30.0;

/// Added and taken away again it rounds to the nearest whole number, which then stands in the lowest bits.
const ROUNDING: f32 = 12_582_912.0;
const LOG2_E: f32 = core::f32::consts::LOG2_E;
/// ln 2 in two parts, so that a multiple of it is taken away without loss (Cody and Waite).
const LN2_HIGH: f32 = 0.693_359_4;
const LN2_LOW: f32 = -2.121_944_4e-4;
/// e^r − 1 − r − r²/2 over r³ for |r| ≤ ln 2 / 2, highest power first (Cephes' expf).
const SERIES: [f32; 4] = [8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 0.5];

/// σ(x) = 1 / (1 + e⁻ˣ), to one part in a million.
#[inline(always)]
pub(super) fn sigmoid(x: f32x4) -> f32x4 {
    let one = f32x4::splat(1.0);
    one / (one + exp(-x))
}

/// eˣ for |x| up to `FARTHEST`, and its value there beyond.
#[inline(always)]
fn exp(x: f32x4) -> f32x4 {
    let farthest = f32x4::splat(FARTHEST);
    let x = x.fast_max(-farthest).fast_min(farthest);
    let rounded = x * f32x4::splat(LOG2_E) + f32x4::splat(ROUNDING);
    let whole = rounded - f32x4::splat(ROUNDING);
    let rest = x - whole * f32x4::splat(LN2_HIGH) - whole * f32x4::splat(LN2_LOW);
    let mut sum = f32x4::splat(1.398_199_9e-3);
    for factor in SERIES {
        sum = sum * rest + f32x4::splat(factor);
    }
    let [a, b, c, d] = rounded.to_array();
    let power = [two_to(a), two_to(b), two_to(c), two_to(d)];
    (sum * rest * rest + rest + f32x4::splat(1.0)) * f32x4::from(power)
}

/// Two to the whole number in the lowest bits.
#[inline(always)]
fn two_to(rounded: f32) -> f32 {
    f32::from_bits((rounded.to_bits() << 23).wrapping_add(127 << 23))
}

/// The sums across four vectors as one vector.
#[inline(always)]
pub(super) fn sums(vectors: [f32x4; 4]) -> f32x4 {
    let [a, b, c, d] = f32x4::transpose(vectors);
    (a + b) + (c + d)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sigmoid_is_right_to_a_millionth_and_never_leaves_0_to_1() {
        for hundredth in -9000..=9000 {
            let x = hundredth as f32 / 100.0;
            let found = sigmoid(f32x4::splat(x)).to_array()[2];
            let exact = 1.0 / (1.0 + libm::exp(f64::from(-x)));
            assert!((f64::from(found) - exact).abs() <= 1e-6 * exact.max(1e-7), "{x}: {found} for {exact}");
            assert!((0.0..=1.0).contains(&found));
        }
    }

    #[test]
    fn sums_across_are_those_of_each_vector() {
        let vectors = [1.0, 2.0, 3.0, 4.0].map(|x: f32| f32x4::from([x, 10.0 * x, 100.0 * x, 1000.0 * x]));
        assert_eq!(sums(vectors).to_array(), [1111.0, 2222.0, 3333.0, 4444.0]);
    }
}
