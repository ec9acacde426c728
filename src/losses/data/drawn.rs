//! Samples drawn around a line: y = 1 + 2x and noise, the same ones every time.

use oorandom::Rand32;

/// Where the draw begins; any number would do.
const SEED: u64 = 2016;

/// `count` samples with x from −1 to 3 and y = 1 + 2x + noise of standard deviation 1, to two decimals. A longer draw
/// begins like a shorter one.
pub(super) fn rows(count: usize) -> Vec<[f64; 2]> {
    let mut random = Rand32::new(SEED);
    let mut uniform = move || f64::from(random.rand_u32()) / 4_294_967_296.0;
    let mut sample = || {
        let x = -1.0 + 4.0 * uniform();
        // The sum of twelve uniform numbers is close to a normal one, of mean 6 and standard deviation 1.
        let noise = (0..12).map(|_| uniform()).sum::<f64>() - 6.0;
        [x, 1.0 + 2.0 * x + noise].map(|value| (value * 100.0).round() / 100.0)
    };
    (0..count).map(|_| sample()).collect()
}
