//! Which samples each update looks at: all of them once per epoch, in batches, in an order that seed and epoch decide.

use oorandom::Rand32;

/// The batches of a run. The order of an epoch follows from the seed and the number of the epoch alone, so that any step
/// can be asked for, in any order, and always has the same batch.
pub struct Batches {
    size: usize,
    seed: u64,
    shuffle: bool,
    /// The epoch whose order is at hand.
    epoch: Option<u64>,
    order: Vec<u32>,
}

impl Batches {
    /// Batches of `size` out of `count` samples, both at least 1; the last batch of an epoch has what is left over.
    pub fn new(count: usize, size: usize, seed: u64, shuffle: bool) -> Self {
        Batches { size: size.clamp(1, count.max(1)), seed, shuffle, epoch: None, order: (0..count as u32).collect() }
    }

    /// Updates that make one pass over the samples.
    pub fn per_epoch(&self) -> u64 {
        self.order.len().div_ceil(self.size) as u64
    }

    /// The samples that the update after `step` others looks at, as indices. Allocates nothing.
    pub fn at(&mut self, step: u64) -> &[u32] {
        let (epoch, place) = (step / self.per_epoch().max(1), step % self.per_epoch().max(1));
        if self.epoch != Some(epoch) {
            self.arrange(epoch);
        }
        let from = place as usize * self.size;
        let to = (from + self.size).min(self.order.len());
        self.order.get(from..to).unwrap_or(&[])
    }

    /// What the first `steps` batches are together, as a multiple of all samples.
    pub fn share(&self, steps: u64) -> f64 {
        let (epochs, begun) = (steps / self.per_epoch().max(1), steps % self.per_epoch().max(1));
        epochs as f64 + begun as f64 * self.size as f64 / self.order.len().max(1) as f64
    }

    /// Puts the samples in the order of an epoch: a Fisher–Yates shuffle (Durstenfeld 1964), from the order as given.
    fn arrange(&mut self, epoch: u64) {
        self.epoch = Some(epoch);
        for (place, index) in self.order.iter_mut().enumerate() {
            *index = place as u32;
        }
        if !self.shuffle {
            return;
        }
        let mut random = Rand32::new(mix(mix(self.seed).wrapping_add(epoch)));
        for end in (1..self.order.len()).rev() {
            self.order.swap(end, random.rand_range(0..end as u32 + 1) as usize);
        }
    }
}

/// Spreads neighbouring numbers far apart, so that neighbouring seeds and epochs have nothing in common. The finalizer of
/// SplitMix64 (Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, 2014).
fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The batches of one epoch, one after the other.
    fn epoch(batches: &mut Batches, epoch: u64) -> Vec<Vec<u32>> {
        let per_epoch = batches.per_epoch();
        (0..per_epoch).map(|place| batches.at(epoch * per_epoch + place).to_vec()).collect()
    }

    #[test]
    fn every_sample_comes_once_per_epoch_and_the_last_batch_has_what_is_left() {
        let mut batches = Batches::new(10, 4, 7, true);
        for number in 0..20 {
            let parts = epoch(&mut batches, number);
            assert_eq!(parts.iter().map(Vec::len).collect::<Vec<_>>(), [4, 4, 2]);
            let mut all = parts.concat();
            all.sort_unstable();
            assert_eq!(all, (0..10).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_epoch_has_its_order_whenever_it_is_asked_for_and_another_seed_has_another() {
        let (mut forward, mut backward, mut other) =
            (Batches::new(100, 10, 1, true), Batches::new(100, 10, 1, true), Batches::new(100, 10, 2, true));
        let first: Vec<_> = (0..50).map(|step| forward.at(step).to_vec()).collect();
        let mut again: Vec<_> = (0..50).rev().map(|step| backward.at(step).to_vec()).collect();
        again.reverse();
        assert_eq!(first, again);
        assert_ne!(first[..10], first[10..20], "two epochs have the same order");
        assert_ne!(first[..10], epoch(&mut other, 0)[..]);
    }

    #[test]
    fn without_shuffling_the_samples_come_as_they_are() {
        let mut batches = Batches::new(5, 2, 3, false);
        assert_eq!(epoch(&mut batches, 0), [vec![0, 1], vec![2, 3], vec![4]]);
        assert_eq!(epoch(&mut batches, 9), epoch(&mut batches, 0));
    }

    #[test]
    fn every_order_of_a_few_samples_is_about_as_frequent() {
        let mut batches = Batches::new(3, 3, 0, true);
        let mut counts = std::collections::BTreeMap::<Vec<u32>, u32>::new();
        for step in 0..6_000 {
            *counts.entry(batches.at(step).to_vec()).or_default() += 1;
        }
        assert_eq!(counts.len(), 6);
        // 1,000 are expected of each; five standard deviations are about 150.
        assert!(counts.values().all(|count| count.abs_diff(1_000) < 150), "{counts:?}");
    }

    #[test]
    fn a_hundred_batches_of_one_cost_as_much_as_one_full_step() {
        assert_eq!(Batches::new(100, 1, 0, true).share(100), 1.0);
        assert_eq!(Batches::new(10, 4, 0, true).share(4), 1.4);
    }
}
