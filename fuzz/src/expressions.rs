//! A typed function: read, or refused at a place in the text; its value, gradient, Hessian and frame; its words in postfix order.

use downhill::expression::{self, EXPECTED, Word};
use downhill::fault::Accepted;
use downhill::losses::Loss;

/// Coordinates at which every function is asked, ordinary and not.
const PLACES: [f64; 11] = [0.0, -0.0, 0.5, -1.5, 2.0, 1e12, -1e300, 5e-324, f64::INFINITY, f64::NEG_INFINITY, f64::NAN];

/// The bytes are the text that somebody typed.
pub fn fuzz(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    match expression::parse(&text) {
        Ok(function) => {
            let words = function.postfix();
            assert_eq!(height(&words), 1, "postfix words that are no function");
            assert!(words.iter().all(|word| *word != Word::Name("")), "a word without a name");
            ask(function.into_loss().as_ref());
        }
        Err(fault) => {
            let Accepted::Syntax { position, expected } = fault.accepted else { panic!("a fault of another kind") };
            assert!(position <= text.chars().count(), "a mistake behind the end of the text");
            assert!(EXPECTED.contains(&expected), "an expectation without words");
        }
    }
}

/// Values left when the words have been followed; a word that finds too few operands panics.
fn height(words: &[Word]) -> i64 {
    words.iter().fold(0, |height: i64, word| {
        let (takes, gives) = match word {
            Word::Number(_) | Word::Name("x" | "y" | "w" | "w1" | "w2" | "θ") => (0, 1),
            Word::Name("+" | "-" | "*" | "/" | "**" | "min" | "max") => (2, 1),
            Word::Name(_) => (1, 1),
        };
        assert!(height >= takes, "an operator without operands");
        height - takes + gives
    })
}

fn ask(loss: &dyn Loss) {
    let n = loss.dimension();
    assert!(n == 1 || n == 2);
    let frame = loss.frame();
    assert!(frame.len() == n && frame.iter().all(|[low, high]| low.is_finite() && high.is_finite() && low < high));
    for (index, x) in PLACES.iter().enumerate() {
        let point = [*x, PLACES[(index + 1) % PLACES.len()]];
        let (mut gradient, mut hessian) = (vec![0.0; n], vec![0.0; n * n]);
        let (value, again) = (loss.value(&point[..n]), loss.gradient(&point[..n], &mut gradient));
        assert!(value.to_bits() == again.to_bits() || value.is_nan() && again.is_nan(), "{value} and {again}");
        loss.hessian(&point[..n], &mut hessian);
    }
}
