//! exp, sin and cos of several numbers at once, in single precision, good to two units in the last place.
//!
//! `wide` has such functions, too, but rounds differently with SIMD and without it. Here a number is rounded by adding a
//! constant so large that only whole numbers are left, which is the same everywhere.

use wide::{bytemuck, f32x8, i32x8};

/// Numbers side by side: two vectors of four in WebAssembly, which keeps both of its pipelines busy.
pub type Wide = f32x8;

/// 1.5 · 2²³: beside it a number of single precision has no fraction.
const WHOLE: f32 = 12_582_912.0;

/// Beyond this angle the reduction is too coarse.
const LARGEST_ANGLE: f32 = 8192.0;

/// e to the power of `x`: 2ᵏ · eʳ with |r| ≤ ln 2/2, and eʳ by its Taylor polynomial.
#[inline(always)]
pub fn exp(x: Wide) -> Wide {
    let held = x.simd_lt(splat(88.0)).select(x, splat(88.0));
    let held = held.simd_gt(splat(-87.0)).select(held, splat(-87.0));
    let shifted = held * splat(core::f32::consts::LOG2_E) + splat(WHOLE);
    let k = shifted - splat(WHOLE);
    // ln 2 in two parts, so that nothing is lost where k is large.
    let r = held - k * splat(0.693_359_4) - k * splat(-2.121_944_4e-4);
    let series = [1.388_889e-3, 8.333_334e-3, 4.166_666_7e-2, 0.166_666_67, 0.5, 1.0, 1.0];
    let power = polynomial(r, &series);
    let two_to_k: i32x8 = (bits(shifted) - bits(splat(WHOLE)) + i32x8::splat(127)) << 23;
    let value = power * number(two_to_k);
    // Beyond the range of single precision, and for what is no number, as the function itself has it.
    let value = x.simd_gt(splat(88.7)).select(splat(f32::INFINITY), value);
    let value = x.simd_lt(splat(-87.0)).select(splat(0.0), value);
    x.simd_eq(x).select(value, x)
}

/// Sine and cosine of an angle in radians.
#[inline(always)]
pub fn sin_cos(x: Wide) -> [Wide; 2] {
    if !x.abs().simd_lt(splat(LARGEST_ANGLE)).all() {
        let each = x.to_array();
        return [Wide::new(each.map(libm::sinf)), Wide::new(each.map(libm::cosf))];
    }
    let shifted = x * splat(core::f32::consts::FRAC_2_PI) + splat(WHOLE);
    let quarters = shifted - splat(WHOLE);
    // π/2 in three parts, after Cephes.
    let r = x - quarters * splat(1.570_312_5) - quarters * splat(4.837_513e-4) - quarters * splat(7.549_79e-8);
    let square = r * r;
    let sine = r + r * square * polynomial(square, &[2.755_731_9e-6, -1.984_127e-4, 8.333_333e-3, -0.166_666_67]);
    let cosine = polynomial(square, &[2.480_158_7e-5, -1.388_888_9e-3, 4.166_666_7e-2, -0.5, 1.0]);
    let quarter = bits(shifted);
    // Every other quarter turn swaps the two; the sine is negative in the last two of four, the cosine in the middle two.
    let swapped = number((quarter & i32x8::splat(1)).simd_eq(i32x8::splat(1)));
    let sign = |turn: i32x8| number((turn & i32x8::splat(2)) << 30);
    let sine_sign = sign(quarter);
    let cosine_sign = sign(quarter + i32x8::splat(1));
    [swapped.select(cosine, sine) ^ sine_sign, swapped.select(sine, cosine) ^ cosine_sign]
}

/// The polynomial with these coefficients, that of the highest power first.
#[inline(always)]
fn polynomial(x: Wide, coefficients: &[f32]) -> Wide {
    coefficients.iter().fold(splat(0.0), |sum, coefficient| sum * x + splat(*coefficient))
}

#[inline(always)]
fn splat(value: f32) -> Wide {
    Wide::splat(value)
}

#[inline(always)]
fn bits(x: Wide) -> i32x8 {
    bytemuck::cast(x)
}

#[inline(always)]
fn number(bits: i32x8) -> Wide {
    bytemuck::cast(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Many numbers from −`most` to `most`.
    fn numbers(most: f32) -> impl Iterator<Item = [f32; 8]> {
        (0..5000).map(move |k| core::array::from_fn(|lane| most * ((8 * k + lane) as f32 / 20_000.0 - 1.0)))
    }

    #[test]
    fn exponentials_are_good_to_single_precision() {
        for x in numbers(87.0) {
            for (x, found) in x.iter().zip(exp(Wide::new(x)).to_array()) {
                let expected = libm::exp(f64::from(*x));
                assert!((f64::from(found) / expected - 1.0).abs() < 3e-7, "exp({x}) is not {found}");
            }
        }
    }

    #[test]
    fn sines_and_cosines_are_good_to_single_precision() {
        for x in numbers(100.0).chain(numbers(3.0)).chain(numbers(20_000.0)) {
            let [sine, cosine] = sin_cos(Wide::new(x)).map(Wide::to_array);
            for ((x, sine), cosine) in x.iter().zip(sine).zip(cosine) {
                let (s, c) = (libm::sin(f64::from(*x)), libm::cos(f64::from(*x)));
                let least = if x.abs() < 200.0 { 3e-7 } else { 1e-5 };
                assert!((f64::from(sine) - s).abs() < least && (f64::from(cosine) - c).abs() < least, "at {x}");
            }
        }
    }

    #[test]
    fn beyond_their_range_they_are_what_a_single_number_gives() {
        let x = [1e3, f32::INFINITY, f32::NEG_INFINITY, -1e3, f32::NAN, 0.0, 89.0, -200.0];
        let found = exp(Wide::new(x)).to_array();
        assert_eq!(found[..4], [f32::INFINITY, f32::INFINITY, 0.0, 0.0]);
        assert!(found[4].is_nan() && found[5] == 1.0 && found[6] == f32::INFINITY && found[7] == 0.0);
        assert!(sin_cos(Wide::new(x))[0].to_array()[1].is_nan());
    }
}
