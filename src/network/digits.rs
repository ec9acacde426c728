//! The digits as they are shipped, unpacked: of each image only the pixels with ink. `www/digits/make.mjs` says what the file is.

use super::PIXELS;

const MAGIC: &[u8] = b"DIGITS1\n";

/// Bits of a pixel's code that hold its ink; the bits above are its place.
const INK_BITS: u32 = 4;
/// The darkest ink.
pub(super) const DARKEST: u16 = 15;

/// Handwritten digits with their labels, those for training first.
#[derive(Clone, Debug, PartialEq)]
pub struct Digits {
    labels: Vec<u8>,
    training: usize,
    /// Where each image begins in `codes`, and where the last one ends.
    starts: Vec<usize>,
    /// Place and ink of each pixel that is not paper.
    codes: Vec<u16>,
}

impl Digits {
    /// Unpacks a file; nothing if it is no such file or has not arrived whole.
    pub fn unpack(file: &[u8]) -> Option<Digits> {
        let (head, packed) = file.strip_prefix(MAGIC)?.split_at_checked(4)?;
        let count = |at: usize| usize::from(head[at]) + 256 * usize::from(head[at + 1]);
        let (training, all) = (count(0), count(0) + count(2));
        let mut halves = packed.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let labels: Vec<u8> = halves.by_ref().take(all).collect();
        if labels.len() < all || labels.iter().any(|label| *label > 9) {
            return None;
        }
        let mut digits = Digits { labels, training, starts: vec![0], codes: Vec::new() };
        for _ in 0..all {
            digits.unpack_image(&mut halves)?;
        }
        Some(digits)
    }

    fn unpack_image(&mut self, halves: &mut impl Iterator<Item = u8>) -> Option<()> {
        let mut place = 0;
        while place < PIXELS {
            match halves.next()? {
                0 => place += usize::from(halves.next()?) + 1,
                ink => {
                    self.codes.push((place as u16) << INK_BITS | u16::from(ink));
                    place += 1;
                }
            }
        }
        self.starts.push(self.codes.len());
        (place == PIXELS).then_some(())
    }

    /// How many images there are for training; the others are held out.
    pub fn training(&self) -> usize {
        self.training
    }

    /// How many images there are.
    pub fn count(&self) -> usize {
        self.labels.len()
    }

    /// Which digit an image shows.
    pub fn label(&self, image: usize) -> usize {
        usize::from(self.labels[image])
    }

    /// The pixels with ink: their places, row by row from the upper left, and their ink from 1 to 15.
    pub fn ink(&self, image: usize) -> impl Iterator<Item = (usize, usize)> {
        self.codes(image).iter().copied().map(place_and_ink)
    }

    /// The same, packed.
    pub(super) fn codes(&self, image: usize) -> &[u16] {
        &self.codes[self.starts[image]..self.starts[image + 1]]
    }

    /// All pixels of an image, row by row from the upper left, from 0 for paper to 1 for the darkest ink.
    pub fn pixels(&self, image: usize) -> [f32; PIXELS] {
        let mut pixels = [0.0; PIXELS];
        for (place, ink) in self.ink(image) {
            pixels[place] = ink as f32 / f32::from(DARKEST);
        }
        pixels
    }
}

/// The place of a pixel and its ink.
#[inline(always)]
pub(super) fn place_and_ink(code: u16) -> (usize, usize) {
    (usize::from(code >> INK_BITS), usize::from(code & DARKEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One image for training, one held out: the first with one dot, the second white.
    fn file() -> Vec<u8> {
        let runs = |count: usize| std::iter::repeat_n([0, 15], count).flatten();
        let dot = [7].into_iter().chain(runs(48)).chain([0, 14]);
        let halves: Vec<u8> = [3, 9].into_iter().chain(dot).chain(runs(49)).chain([0]).collect();
        let packed = halves.chunks_exact(2).map(|pair| pair[0] * 16 + pair[1]);
        MAGIC.iter().copied().chain([1, 0, 1, 0]).chain(packed).collect()
    }

    #[test]
    fn a_packed_file_gives_its_images_and_labels() {
        let digits = Digits::unpack(&file()).unwrap();
        assert_eq!((digits.count(), digits.training(), digits.label(0), digits.label(1)), (2, 1, 3, 9));
        assert_eq!(digits.ink(0).collect::<Vec<_>>(), [(0, 7)]);
        assert_eq!(digits.ink(1).count(), 0);
        assert_eq!(digits.pixels(0)[..2], [7.0 / 15.0, 0.0]);
    }

    #[test]
    fn a_file_that_ends_early_or_is_something_else_gives_nothing() {
        let whole = file();
        for end in 0..whole.len() {
            assert_eq!(Digits::unpack(&whole[..end]), None, "after {end} bytes");
        }
        assert_eq!(Digits::unpack(b"<!doctype html><title>404</title>"), None);
    }

    #[test]
    fn paper_that_leaves_the_image_is_a_flaw() {
        let mut file = file();
        // The last run of the first image, 15 pixels, becomes one of 16.
        let place = MAGIC.len() + 4 + (2 + 1 + 2 * 48_usize).div_ceil(2);
        assert_eq!(file[place] >> 4, 14);
        file[place] |= 0xF0;
        assert_eq!(Digits::unpack(&file), None);
    }
}
