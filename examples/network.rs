//! What the benchmark holds the network's kernel against: the same gradient on 1,000 images, built natively.
//!
//! Prints the milliseconds of the fastest of some runs as JSON.

use downhill::network::{Digits, Weights, gradient};

fn main() {
    let Some(digits) = std::fs::read("www/digits/digits.bin").ok().and_then(|file| Digits::unpack(&file)) else {
        eprintln!("www/digits/digits.bin is not there or not whole");
        std::process::exit(1);
    };
    let weights = Weights::begin(1);
    let mut nudges = Weights::zero();
    let images: Vec<u16> = (0..1000).collect();
    let mut fastest = f64::INFINITY;
    let mut cost = 0.0;
    for _ in 0..200 {
        let begin = std::time::Instant::now();
        cost = gradient(&weights, &digits, &images, &mut nudges);
        fastest = fastest.min(begin.elapsed().as_secs_f64() * 1000.0);
    }
    println!("{{ \"milliseconds\": {fastest}, \"cost\": {cost} }}");
}
