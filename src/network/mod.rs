//! The network that reads handwritten digits: 784 pixels, two layers of 16 neurons, 10 answers, every neuron a sigmoid.
//!
//! Its cost for one image is the sum over the ten answers of (answer − wanted)², where 1 is wanted of the right digit and 0 of
//! the others; the cost of several images is the mean. The arithmetic is f32 in lanes of four, which gives the same bits
//! with SIMD and without.

mod backprop;
mod digits;
mod lanes;
mod nudges;
mod picture;
mod shuffle;
mod trainer;
mod weights;

pub use backprop::{Measure, answers, gradient, measure};
pub use digits::Digits;
pub use nudges::{Order, Place, ranked};
pub use picture::{Palette, layer_picture, picture_size};
pub use trainer::{Mark, Settings, Trainer};
pub use weights::Weights;

/// Pixels of an image to a side.
pub const SIDE: usize = 28;
/// Pixels of an image, and so inputs of the network.
pub const PIXELS: usize = SIDE * SIDE;
/// Neurons in each of the two hidden layers.
pub const HIDDEN: usize = 16;
/// Answers, one for each digit.
pub const CLASSES: usize = 10;
/// Inputs and outputs of each layer of weights.
pub const LAYERS: [[usize; 2]; 3] = [[PIXELS, HIDDEN], [HIDDEN, HIDDEN], [HIDDEN, CLASSES]];
/// All weights and biases: 784·16 + 16·16 + 16·10 + 16 + 16 + 10.
pub const PARAMETERS: usize = 13_002;
