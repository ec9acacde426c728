//! The network's kernel against a plain one in f64, finite differences and PyTorch; and a training that really learns.

mod bits;
mod golden;
mod reference;
mod training;

use downhill::losses::Loss;
use downhill::network::{Digits, PARAMETERS, Weights, answers, gradient, measure};
use reference::Reference;

/// The digits as they are shipped.
fn digits() -> Digits {
    Digits::unpack(&std::fs::read("www/digits/digits.bin").unwrap()).unwrap()
}

/// The largest difference between two lists, as a share of the largest number in the second.
fn farthest(found: &[f32], exact: &[f64]) -> f64 {
    assert_eq!(found.len(), exact.len());
    let most = exact.iter().fold(0.0_f64, |most, number| most.max(number.abs()));
    let differences = found.iter().zip(exact).map(|(found, exact)| (f64::from(*found) - exact).abs());
    differences.fold(0.0, f64::max) / most
}

#[test]
fn there_are_9_000_digits_for_training_and_1_000_held_out_of_every_kind() {
    let digits = digits();
    assert_eq!((digits.training(), digits.count()), (9000, 10_000));
    for (from, to) in [(0, 9000), (9000, 10_000)] {
        for label in 0..10 {
            let share = (from..to).filter(|image| digits.label(*image) == label).count() as f64
                / f64::from(to as u32 - from as u32);
            assert!((0.07..0.13).contains(&share), "{share} of the images show {label}");
        }
    }
}

#[test]
fn the_page_says_the_size_of_the_file_as_it_is() {
    let said = std::fs::read_to_string("www/digits/size.js").unwrap();
    let bytes = std::fs::metadata("www/digits/digits.bin").unwrap().len();
    assert!(said.contains(&format!("BYTES = {bytes};")), "{bytes} bytes");
}

#[test]
fn the_gradient_is_that_of_the_plain_network() {
    let digits = digits();
    let images: Vec<u16> = (100..124).collect();
    let reference = Reference::new(&digits, &images);
    for seed in 0..3 {
        let weights = Weights::begin(seed);
        let mut nudges = Weights::zero();
        let cost = gradient(&weights, &digits, &images, &mut nudges);
        let point: Vec<f64> = weights.flat().into_iter().map(f64::from).collect();
        let mut exact = vec![0.0; PARAMETERS];
        let exact_cost = reference.gradient(&point, &mut exact);
        assert!((f64::from(cost) - exact_cost).abs() < 1e-5 * exact_cost, "{cost} for {exact_cost}");
        let off = farthest(&nudges.flat(), &exact);
        assert!(off < 1e-5, "off by {off}");
    }
}

#[test]
fn the_plain_network_s_gradient_is_that_of_finite_differences() {
    let digits = digits();
    let reference = Reference::new(&digits, &[3, 14, 159, 265]);
    let point: Vec<f64> = Weights::begin(5).flat().into_iter().map(f64::from).collect();
    let mut exact = vec![0.0; PARAMETERS];
    reference.gradient(&point, &mut exact);
    // Pixels in the middle of the image, every bias, and weights of the later layers.
    let middle =
        (0..16).flat_map(|neuron| (0..784).filter(|pixel| pixel % 197 == 14).map(move |pixel| neuron * 784 + pixel));
    for index in middle.chain((784 * 16..PARAMETERS).step_by(23)) {
        let at = |shift: f64| {
            let mut moved = point.clone();
            moved[index] += shift;
            reference.value(&moved)
        };
        const H: f64 = 1e-4;
        let slope = (8.0 * (at(H) - at(-H)) - (at(2.0 * H) - at(-2.0 * H))) / (12.0 * H);
        assert!((slope - exact[index]).abs() < 1e-9, "parameter {index}: {slope} for {}", exact[index]);
    }
}

#[test]
fn a_mean_over_two_halves_is_the_mean_of_their_gradients() {
    let digits = digits();
    let weights = Weights::begin(2);
    let over = |images: std::ops::Range<u16>| {
        let mut nudges = Weights::zero();
        gradient(&weights, &digits, &images.collect::<Vec<_>>(), &mut nudges);
        nudges.flat()
    };
    let (left, right, whole) = (over(0..50), over(50..100), over(0..100));
    let mean: Vec<f64> = left.iter().zip(&right).map(|(a, b)| (f64::from(*a) + f64::from(*b)) / 2.0).collect();
    assert!(farthest(&whole, &mean) < 1e-5);
}

#[test]
fn what_is_measured_is_what_the_answers_say() {
    let digits = digits();
    let weights = Weights::begin(4);
    let images = 9000..9100;
    let found = measure(&weights, &digits, images.clone());
    let mut right = 0;
    let mut cost = 0.0;
    for image in images {
        let list = answers(&weights, &digits, image);
        let best = (0..10).max_by(|a, b| list[*a].total_cmp(&list[*b])).unwrap();
        right += usize::from(best == digits.label(image));
        let wanted = |place: usize| f32::from(u8::from(place == digits.label(image)));
        cost +=
            list.iter().enumerate().map(|(place, answer)| libm::powf(answer - wanted(place), 2.0)).sum::<f32>() / 100.0;
    }
    assert_eq!(found.accuracy, right as f32 / 100.0);
    assert!((found.cost - cost).abs() < 1e-4);
}

#[test]
fn no_image_has_no_gradient_and_nothing_breaks() {
    let mut nudges = Weights::begin(1);
    assert!(gradient(&Weights::begin(1), &digits(), &[], &mut nudges).is_nan());
    assert_eq!(nudges, Weights::zero());
}
