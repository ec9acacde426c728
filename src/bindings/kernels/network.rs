//! The network that reads digits, for the worker: training, and what it shows of itself.

use js_sys::Float32Array;
use wasm_bindgen::Clamped;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::network::{
    CLASSES, Digits, Mark, Order, Palette, Place, Settings, Trainer, Weights, answers, layer_picture, picture_size,
    ranked,
};

/// A network with its digits, and the nudges that were last asked for.
#[wasm_bindgen]
pub struct Network {
    trainer: Trainer,
    nudges: Vec<f32>,
}

#[wasm_bindgen]
impl Network {
    /// A network before its first step; undefined if the file of digits is not whole.
    pub fn unpack(file: &[u8]) -> Option<Network> {
        let digits = Digits::unpack(file).filter(|digits| digits.training() > 0)?;
        let trainer = Trainer::new(digits, Settings { seed: 0, batch: 1, rate: 0.0 });
        Some(Network { trainer, nudges: Weights::zero().flat() })
    }

    /// Trains towards a step by computing at most so many; with other settings than before from the beginning.
    pub fn go(&mut self, seed: f64, batch: usize, rate: f64, step: usize, most: usize) {
        // A cast from a number beyond the range gives the nearest within it.
        self.trainer.set(Settings { seed: seed as u64, batch, rate: rate as f32 });
        self.trainer.go(step, most);
    }

    /// Steps made.
    #[wasm_bindgen(getter)]
    pub fn step(&self) -> usize {
        self.trainer.step()
    }

    /// Images for training; those after them are held out.
    #[wasm_bindgen(getter)]
    pub fn training(&self) -> usize {
        self.trainer.digits().training()
    }

    /// All measurements so far up to the present step, five numbers each: step, cost and accuracy on images for training, cost and
    /// accuracy on images that are held out. The last one is that of the present step.
    pub fn marks(&self) -> Float32Array {
        let now = self.trainer.mark();
        let before = self.trainer.marks().iter().filter(|mark| mark.step < now.step);
        let numbers: Vec<f32> = before.chain([&now]).flat_map(numbers).collect();
        Float32Array::from(&numbers[..])
    }

    /// The images that the next step will use.
    #[wasm_bindgen(js_name = nextBatch)]
    pub fn next_batch(&mut self) -> Vec<u16> {
        self.trainer.next_batch().to_vec()
    }

    /// The digit that an image shows.
    pub fn label(&self, image: usize) -> usize {
        self.trainer.digits().label(image)
    }

    /// The pixels of an image, from 0 for paper to 1.
    pub fn pixels(&self, image: usize) -> Float32Array {
        Float32Array::from(&self.trainer.digits().pixels(image)[..])
    }

    /// The ten answers to an image.
    pub fn answers(&self, image: usize) -> Float32Array {
        let list: [f32; CLASSES] = answers(self.trainer.weights(), self.trainer.digits(), image);
        Float32Array::from(&list[..])
    }

    /// Computes the negative gradient of the mean cost over these images, and returns that cost.
    pub fn feel(&mut self, images: &[u16]) -> f32 {
        let (cost, gradient) = self.trainer.gradient(images);
        self.nudges = gradient.flat();
        for nudge in &mut self.nudges {
            *nudge = -*nudge;
        }
        cost
    }

    /// Some of the nudges in an order (`size`, `sign` or `layer`), five numbers each: layer, input (−1 for a bias), neuron, the
    /// present value, the nudge.
    pub fn list(&self, order: &str, from: usize, count: usize) -> Float32Array {
        let order = match order {
            "sign" => Order::Sign,
            "layer" => Order::Layer,
            _ => Order::Size,
        };
        let weights = self.trainer.weights().flat();
        let ranks = ranked(&self.nudges, order);
        let numbers: Vec<f32> = ranks
            .iter()
            .skip(from)
            .take(count)
            .flat_map(|&index| {
                let Place { layer, from, to } = Place::of(index);
                let input = from.map_or(-1.0, |input| input as f32);
                [layer as f32, input, to as f32, weights[index], self.nudges[index]]
            })
            .collect();
        Float32Array::from(&numbers[..])
    }

    /// A layer's nudges, or its weights, as RGBA. The palette is twelve numbers: red, green and blue of up, none, down and gap.
    pub fn picture(&self, layer: usize, weights: bool, palette: &[u8]) -> Clamped<Vec<u8>> {
        let color = |at: usize| [0, 1, 2].map(|channel| palette.get(3 * at + channel).copied().unwrap_or(0));
        let palette = Palette { up: color(0), none: color(1), down: color(2), gap: color(3) };
        let picture = |flat: &[f32]| layer_picture(flat, layer.min(2), palette);
        Clamped(if weights { picture(&self.trainer.weights().flat()) } else { picture(&self.nudges) })
    }

    /// The width of a layer's picture in pixels.
    pub fn width(layer: usize) -> usize {
        picture_size(layer)[0]
    }
}

fn numbers(mark: &Mark) -> [f32; 5] {
    let Mark { step, training, held_out } = mark;
    [*step as f32, training.cost, training.accuracy, held_out.cost, held_out.accuracy]
}
