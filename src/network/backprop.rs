//! Forward and backward through the network. Rumelhart, Hinton and Williams, *Learning representations by back-propagating
//! errors* (1986); in words and pictures: Nielsen, *Neural Networks and Deep Learning*, chapter 2.

use wide::f32x4;

use super::digits::{DARKEST, Digits, place_and_ink};
use super::lanes::{sigmoid, sums};
use super::weights::{Layer, Weights};
use super::{CLASSES, HIDDEN, PIXELS};

/// How the network does on some images.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measure {
    /// The mean over the images of the sum of squared errors.
    pub cost: f32,
    /// The share of images whose largest answer is the right one, 0 to 1.
    pub accuracy: f32,
}

/// What the neurons answer to one image, layer by layer. Lanes beyond the tenth answer hold 0.
struct Signals {
    first: [f32x4; 4],
    second: [f32x4; 4],
    third: [f32x4; 3],
}

/// Ones for the ten answers, zeros beyond.
const REAL: f32x4 = f32x4::new([1.0, 1.0, 0.0, 0.0]);

/// Writes the gradient of the mean cost over these images, and returns that cost. No image gives zeros and NaN.
pub fn gradient(weights: &Weights, digits: &Digits, images: &[u16], gradient: &mut Weights) -> f32 {
    gradient.clear();
    let mut cost = f32x4::splat(0.0);
    for &image in images {
        let image = usize::from(image);
        let signals = forward(weights, digits, image);
        cost += backward(weights, digits, image, &signals, gradient);
    }
    gradient.scale(1.0 / (images.len() as f32).max(1.0));
    across(cost) / images.len() as f32
}

/// Cost and accuracy on a range of images; NaN on an empty one.
pub fn measure(weights: &Weights, digits: &Digits, images: core::ops::Range<usize>) -> Measure {
    let count = images.len() as f32;
    let mut cost = f32x4::splat(0.0);
    let mut right = 0.0;
    for image in images {
        let signals = forward(weights, digits, image);
        let label = digits.label(image);
        for (answer, wanted) in signals.third.iter().zip(wanted(label)) {
            let error = *answer - wanted;
            cost += error * error;
        }
        right += f32::from(u8::from(largest(&listed(&signals.third)) == label));
    }
    Measure { cost: across(cost) / count, accuracy: right / count }
}

/// The ten answers to an image.
pub fn answers(weights: &Weights, digits: &Digits, image: usize) -> [f32; CLASSES] {
    listed(&forward(weights, digits, image).third)
}

fn forward(weights: &Weights, digits: &Digits, image: usize) -> Signals {
    let first = bent(first_sums(&weights.first, digits.codes(image)));
    let second = bent(dense(&weights.second, &first));
    let mut third = bent(dense(&weights.third, &second));
    third[2] *= REAL;
    Signals { first, second, third }
}

/// Adds one image's gradient; gives its squared errors, lane by lane.
fn backward(weights: &Weights, digits: &Digits, image: usize, signals: &Signals, gradient: &mut Weights) -> f32x4 {
    let Signals { first, second, third } = signals;
    let two = f32x4::splat(2.0);
    let mut cost = f32x4::splat(0.0);
    let mut slopes = wanted(digits.label(image));
    for lane in 0..3 {
        let error = third[lane] - slopes[lane];
        cost += error * error;
        slopes[lane] = two * error * bend(third[lane]);
    }
    let hidden = pull(&weights.third, &slopes, second);
    spread(&mut gradient.third, second, &slopes);
    let earlier = pull(&weights.second, &hidden, first);
    spread(&mut gradient.second, first, &hidden);
    for &code in digits.codes(image) {
        let (place, ink) = place_and_ink(code);
        accumulate(&mut gradient.first[place], LEVELS[ink], &earlier);
    }
    accumulate(&mut gradient.first[PIXELS], f32x4::splat(1.0), &earlier);
    cost
}

/// The sums that go into the first layer's neurons. Paper adds nothing: only the pixels with ink, about a fifth, are looked at.
#[inline(always)]
fn first_sums(layer: &Layer<4>, codes: &[u16]) -> [f32x4; 4] {
    // Two totals, or each sum would wait for the one before.
    let (mut even, mut odd) = (layer[PIXELS], [f32x4::splat(0.0); 4]);
    let pairs = codes.chunks_exact(2);
    let last = pairs.remainder();
    for pair in pairs {
        let (place, ink) = place_and_ink(pair[0]);
        accumulate(&mut even, LEVELS[ink], &layer[place]);
        let (place, ink) = place_and_ink(pair[1]);
        accumulate(&mut odd, LEVELS[ink], &layer[place]);
    }
    for &code in last {
        let (place, ink) = place_and_ink(code);
        accumulate(&mut even, LEVELS[ink], &layer[place]);
    }
    for lane in 0..4 {
        even[lane] += odd[lane];
    }
    even
}

/// The sums that go into the neurons of a layer with 16 inputs.
#[inline(always)]
fn dense<const M: usize>(layer: &Layer<M>, inputs: &[f32x4; 4]) -> [f32x4; M] {
    let mut total = layer[HIDDEN];
    for (four, rows) in layer.chunks_exact(4).enumerate() {
        let input = inputs[four].to_array();
        for row in 0..4 {
            accumulate(&mut total, f32x4::splat(input[row]), &rows[row]);
        }
    }
    total
}

/// How the cost changes with the sums that go into the neurons before a layer.
#[inline(always)]
fn pull<const M: usize>(layer: &Layer<M>, slopes: &[f32x4; M], before: &[f32x4; 4]) -> [f32x4; 4] {
    let mut pulled = *before;
    for (four, rows) in layer.chunks_exact(4).enumerate() {
        let along = |row: usize| {
            let mut total = rows[row][0] * slopes[0];
            for part in 1..M {
                total += rows[row][part] * slopes[part];
            }
            total
        };
        pulled[four] = sums([along(0), along(1), along(2), along(3)]) * bend(before[four]);
    }
    pulled
}

/// Adds to the gradient of a layer with 16 inputs what one image says of it.
#[inline(always)]
fn spread<const M: usize>(layer: &mut Layer<M>, inputs: &[f32x4; 4], slopes: &[f32x4; M]) {
    for (four, rows) in layer.chunks_exact_mut(4).enumerate() {
        let input = inputs[four].to_array();
        for row in 0..4 {
            accumulate(&mut rows[row], f32x4::splat(input[row]), slopes);
        }
    }
    accumulate(&mut layer[HIDDEN], f32x4::splat(1.0), slopes);
}

#[inline(always)]
fn accumulate<const M: usize>(total: &mut [f32x4; M], factor: f32x4, row: &[f32x4; M]) {
    // By number: without iterators the lanes stay in registers whatever the compiler leaves uninlined.
    for lane in 0..M {
        total[lane] += factor * row[lane];
    }
}

/// The sigmoid of every sum.
#[inline(always)]
fn bent<const M: usize>(mut sums: [f32x4; M]) -> [f32x4; M] {
    for sum in &mut sums {
        *sum = sigmoid(*sum);
    }
    sums
}

/// The sigmoid's slope where its value is known: σ′ = σ(1 − σ).
#[inline(always)]
fn bend(value: f32x4) -> f32x4 {
    value * (f32x4::splat(1.0) - value)
}

/// The inputs of pixels with so much ink.
const LEVELS: [f32x4; 16] = {
    let mut levels = [f32x4::new([0.0; 4]); 16];
    let mut ink = 0;
    while ink <= DARKEST {
        levels[ink as usize] = f32x4::new([ink as f32 / DARKEST as f32; 4]);
        ink += 1;
    }
    levels
};

/// What is wanted of the answers: 1 of the right digit.
fn wanted(label: usize) -> [f32x4; 3] {
    let mut list = [0.0; 12];
    list[label] = 1.0;
    [0, 4, 8].map(|at| f32x4::from([list[at], list[at + 1], list[at + 2], list[at + 3]]))
}

fn listed(lanes: &[f32x4; 3]) -> [f32; CLASSES] {
    let mut list = [0.0; CLASSES];
    for (slot, value) in list.iter_mut().zip(lanes.iter().flat_map(|lane| lane.to_array())) {
        *slot = value;
    }
    list
}

/// The place of the largest number, the first of equals.
fn largest(list: &[f32; CLASSES]) -> usize {
    (1..CLASSES).fold(0, |best, place| if list[place] > list[best] { place } else { best })
}

fn across(lanes: f32x4) -> f32 {
    let [a, b, c, d] = lanes.to_array();
    (a + b) + (c + d)
}
