//! The gradient as a to-do list: a nudge for every weight and bias, put in order.

use crate::order;

use super::{LAYERS, PARAMETERS};

/// What the list is ordered by; within that, the largest nudge first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Size alone.
    Size,
    /// Upwards before downwards.
    Sign,
    /// From the pixels to the answers.
    Layer,
}

/// Which parameter a number of the list of 13,002 is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// 0 to 2, from the pixels to the answers.
    pub layer: usize,
    /// The input that the weight listens to; none for a bias.
    pub from: Option<usize>,
    /// The neuron that it belongs to.
    pub to: usize,
}

impl Place {
    /// The place of a number; beyond the last one, the last bias.
    pub fn of(index: usize) -> Place {
        let mut rest = index.min(PARAMETERS - 1);
        for (layer, [inputs, outputs]) in LAYERS.into_iter().enumerate() {
            if rest < inputs * outputs {
                return Place { layer, from: Some(rest % inputs), to: rest / inputs };
            }
            rest -= inputs * outputs;
            if rest < outputs {
                return Place { layer, from: None, to: rest };
            }
            rest -= outputs;
        }
        Place { layer: LAYERS.len() - 1, from: None, to: 0 }
    }
}

/// The places of the nudges in this order; equal ones as they come.
pub fn ranked(nudges: &[f32], order: Order) -> Vec<usize> {
    let mut keys: Vec<u64> = nudges.iter().enumerate().map(|(index, &nudge)| key(index, nudge, order)).collect();
    order::ascending(&mut keys);
    keys.iter().map(|key| (key & PLACE) as usize).collect()
}

/// The lowest bits of a key hold the place, the next 32 the size, upside down, the highest what comes before size.
const PLACE: u64 = (1 << 20) - 1;

fn key(index: usize, nudge: f32, order: Order) -> u64 {
    // The bits of positive numbers are in the order of the numbers.
    let smallness = u64::from(u32::MAX - nudge.abs().to_bits());
    let group = match order {
        Order::Size => 0,
        Order::Sign => u64::from(nudge.is_sign_negative()),
        Order::Layer => Place::of(index).layer as u64,
    };
    group << 52 | smallness << 20 | index as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_comes_first_whatever_its_sign() {
        assert_eq!(ranked(&[0.5, -2.0, 1.0, -0.0], Order::Size), [1, 2, 0, 3]);
        assert_eq!(ranked(&[0.5, -2.0, 1.0, -0.1], Order::Sign), [2, 0, 1, 3]);
    }

    #[test]
    fn layers_come_from_the_pixels_to_the_answers() {
        let mut nudges = vec![0.0; PARAMETERS];
        nudges[13_001] = 9.0;
        nudges[12_544] = -1.0;
        nudges[100] = 0.5;
        let order = ranked(&nudges, Order::Layer);
        assert_eq!(order[..2], [12_544, 100]);
        assert_eq!(order[784 * 16 + 16 + 16 * 16 + 16], 13_001);
    }

    #[test]
    fn every_parameter_has_one_place() {
        assert_eq!(Place::of(0), Place { layer: 0, from: Some(0), to: 0 });
        assert_eq!(Place::of(785), Place { layer: 0, from: Some(1), to: 1 });
        assert_eq!(Place::of(784 * 16), Place { layer: 0, from: None, to: 0 });
        assert_eq!(Place::of(784 * 16 + 16 + 17), Place { layer: 1, from: Some(1), to: 1 });
        assert_eq!(Place::of(13_001), Place { layer: 2, from: None, to: 9 });
        let all: std::collections::HashSet<_> =
            (0..PARAMETERS).map(|index| format!("{:?}", Place::of(index))).collect();
        assert_eq!(all.len(), PARAMETERS);
    }
}
