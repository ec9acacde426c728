//! One number for each weight as a picture for each layer: one colour up, another down, the paler the smaller.

use super::{CLASSES, HIDDEN, LAYERS, PIXELS, SIDE};

/// Red, green and blue of nudges upwards, of none, of nudges downwards, and of what lies between the tiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    pub up: [u8; 3],
    pub none: [u8; 3],
    pub down: [u8; 3],
    pub gap: [u8; 3],
}

/// Tiles of the first layer side by side; each is the image that one neuron looks at.
const ACROSS: usize = 8;
/// A tile with the gap after it.
const PITCH: usize = SIDE + 1;

/// Width and height in pixels of a layer's picture: the first layer as 8 × 2 tiles of 28 × 28 pixels, the others with a row for
/// each neuron, a column for each input, and the bias after a gap.
pub fn picture_size(layer: usize) -> [usize; 2] {
    match layer {
        0 => [ACROSS * PITCH - 1, (HIDDEN / ACROSS) * PITCH - 1],
        1 => [HIDDEN + 2, HIDDEN],
        _ => [HIDDEN + 2, CLASSES],
    }
}

/// The picture of a layer as RGBA, row by row. The largest number of the layer has the full colour; a number has the square root of
/// its share of that, so that small ones can be seen.
pub fn layer_picture(flat: &[f32], layer: usize, palette: Palette) -> Vec<u8> {
    let numbers = of_layer(flat, layer);
    let most = numbers.iter().fold(0.0_f32, |most, number| most.max(number.abs()));
    let [width, height] = picture_size(layer);
    let mut picture = Vec::with_capacity(4 * width * height);
    for y in 0..height {
        for x in 0..width {
            let number = place(layer, x, y).and_then(|place| numbers.get(place));
            let color = number.map_or(palette.gap, |number| color(*number, most, palette));
            picture.extend(color);
            picture.push(255);
        }
    }
    picture
}

/// The numbers of a layer, the biases last.
fn of_layer(flat: &[f32], layer: usize) -> &[f32] {
    let size = |[inputs, outputs]: [usize; 2]| inputs * outputs + outputs;
    let from: usize = LAYERS[..layer].iter().copied().map(size).sum();
    flat.get(from..from + size(LAYERS[layer])).unwrap_or(&[])
}

/// Which number of its layer a pixel shows; none in a gap.
fn place(layer: usize, x: usize, y: usize) -> Option<usize> {
    let [inputs, outputs] = LAYERS[layer];
    if layer == 0 {
        let (column, row) = (x % PITCH, y % PITCH);
        let neuron = y / PITCH * ACROSS + x / PITCH;
        return (column < SIDE && row < SIDE).then_some(neuron * PIXELS + row * SIDE + column);
    }
    match x {
        _ if x < inputs => Some(y * inputs + x),
        _ if x == inputs => None,
        _ => Some(inputs * outputs + y),
    }
}

fn color(number: f32, most: f32, palette: Palette) -> [u8; 3] {
    let strength = if most > 0.0 { libm::sqrtf(number.abs() / most) } else { 0.0 };
    let full = if number > 0.0 { palette.up } else { palette.down };
    let mix = |channel: usize| {
        let (from, to) = (f32::from(palette.none[channel]), f32::from(full[channel]));
        (from + (to - from) * strength + 0.5) as u8
    };
    [mix(0), mix(1), mix(2)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::PARAMETERS;

    const PALETTE: Palette = Palette { up: [200, 100, 0], none: [240, 240, 240], down: [0, 100, 200], gap: [255; 3] };

    fn pixel(layer: usize, flat: &[f32], x: usize, y: usize) -> [u8; 3] {
        let at = 4 * (y * picture_size(layer)[0] + x);
        let picture = layer_picture(flat, layer, PALETTE);
        [picture[at], picture[at + 1], picture[at + 2]]
    }

    #[test]
    fn each_neuron_of_the_first_layer_has_a_tile_of_its_own() {
        let mut flat = vec![0.0; PARAMETERS];
        flat[9 * PIXELS + 2 * SIDE + 3] = 4.0;
        flat[0] = -1.0;
        assert_eq!(pixel(0, &flat, 29 + 3, 29 + 2), PALETTE.up);
        assert_eq!(pixel(0, &flat, 0, 0), [120, 170, 220]);
        assert_eq!(pixel(0, &flat, 1, 0), PALETTE.none);
        assert_eq!(pixel(0, &flat, 28, 5), PALETTE.gap);
    }

    #[test]
    fn the_other_layers_have_a_row_for_each_neuron_and_the_bias_at_its_end() {
        let mut flat = vec![0.0; PARAMETERS];
        let second = 784 * 16 + 16;
        flat[second + 16 * 3 + 5] = -2.0;
        flat[PARAMETERS - 10] = 1.0;
        assert_eq!(pixel(1, &flat, 5, 3), PALETTE.down);
        assert_eq!(pixel(2, &flat, 17, 0), PALETTE.up);
        assert_eq!(pixel(2, &flat, 16, 0), PALETTE.gap);
    }

    #[test]
    fn nothing_to_do_has_the_colour_of_none() {
        assert_eq!(pixel(1, &vec![0.0; PARAMETERS], 0, 0), PALETTE.none);
    }
}
