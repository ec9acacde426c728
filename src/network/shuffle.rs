//! Which images a step looks at: every pass over the training images in an order of its own, which the seed decides.

use oorandom::Rand32;

/// The images of training in the order of one pass.
#[derive(Clone, Debug)]
pub(super) struct Pass {
    seed: u64,
    number: usize,
    order: Vec<u16>,
}

impl Pass {
    /// The first pass over so many images.
    pub(super) fn new(seed: u64, images: usize) -> Pass {
        let mut pass = Pass { seed, number: usize::MAX, order: (0..images).map(|image| image as u16).collect() };
        pass.turn_to(0);
        pass
    }

    /// The images of a step: `batch` of them, fewer in the last step of a pass.
    pub(super) fn batch(&mut self, step: usize, batch: usize) -> &[u16] {
        let steps = self.order.len().div_ceil(batch);
        self.turn_to(step / steps);
        let from = step % steps * batch;
        &self.order[from..self.order.len().min(from + batch)]
    }

    /// Shuffles for another pass, after Fisher and Yates; the order depends on the seed and the number of the pass only.
    fn turn_to(&mut self, number: usize) {
        if number == self.number {
            return;
        }
        self.number = number;
        let mut random = Rand32::new_inc(self.seed, number as u64 + 1);
        for (image, slot) in self.order.iter_mut().enumerate() {
            *slot = image as u16;
        }
        for last in (1..self.order.len()).rev() {
            self.order.swap(last, random.rand_range(0..last as u32 + 1) as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole_pass(pass: &mut Pass, from: usize, batch: usize, steps: usize) -> Vec<u16> {
        (from..from + steps).flat_map(|step| pass.batch(step, batch).to_vec()).collect()
    }

    #[test]
    fn a_pass_shows_every_image_once_and_the_next_one_in_another_order() {
        let mut pass = Pass::new(5, 23);
        let mut first = whole_pass(&mut pass, 0, 4, 6);
        let second = whole_pass(&mut pass, 6, 4, 6);
        assert_ne!(first, second);
        first.sort_unstable();
        assert_eq!(first, (0..23).collect::<Vec<u16>>());
    }

    #[test]
    fn any_step_gives_the_same_images_whatever_was_asked_before() {
        let mut pass = Pass::new(5, 23);
        let late = pass.batch(17, 4).to_vec();
        pass.batch(2, 4);
        assert_eq!(pass.batch(17, 4), late);
        assert_eq!(Pass::new(5, 23).batch(17, 4), late);
        assert_ne!(Pass::new(6, 23).batch(17, 4), late);
    }
}
