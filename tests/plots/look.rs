//! The looks that the pictures are drawn with: the page's light and dark tokens, English words.

use downhill::plots::{Look, Rgb, Words};

/// Pixels of the picture per CSS pixel; even, so that the middle of a CSS pixel is a whole number.
pub const SCALE: f64 = 4.0;

pub fn light() -> Look {
    Look {
        paper: Rgb(0xff, 0xff, 0xff),
        grid: Rgb(0xe6, 0xe3, 0xda),
        axis: Rgb(0x5d, 0x64, 0x70),
        text: Rgb(0x45, 0x4b, 0x56),
        curve: Rgb(0x2b, 0x31, 0x3c),
        tangent: Rgb(0xa3, 0x32, 0x6f),
        step: Rgb(0x0b, 0x6a, 0x68),
        minimum: Rgb(0x07, 0x69, 0x4f),
        ghost: Rgb(0x9a, 0xa0, 0xaa),
        vanilla: Rgb(0x17, 0x69, 0xc2),
        momentum: Rgb(0xb4, 0x7a, 0x00),
        danger: Rgb(0xb3, 0x26, 0x1e),
        bands: [Rgb(0x0b, 0x91, 0x70), Rgb(0x7a, 0x4f, 0xb0), Rgb(0xd9, 0x48, 0x0f)],
        optimizers: Vec::new(),
        marbles: Vec::new(),
        dark: false,
        see_through: false,
        font: "Noto Sans, DejaVu Sans, sans-serif".to_owned(),
        font_size: 13.0,
        decimal: '.',
        words: words("x", "y", "loss"),
        scale: SCALE,
        type_ratio: 1.24,
    }
}

pub fn dark() -> Look {
    Look {
        paper: Rgb(0x1b, 0x1f, 0x26),
        grid: Rgb(0x2d, 0x33, 0x3d),
        axis: Rgb(0x9a, 0xa1, 0xad),
        text: Rgb(0xbc, 0xc2, 0xcc),
        curve: Rgb(0xdc, 0xda, 0xd4),
        tangent: Rgb(0xf0, 0x8f, 0xbf),
        step: Rgb(0x5f, 0xc4, 0xbd),
        minimum: Rgb(0x62, 0xd0, 0xb0),
        ghost: Rgb(0x6b, 0x73, 0x80),
        vanilla: Rgb(0x5a, 0xa5, 0xf5),
        momentum: Rgb(0xe5, 0xa8, 0x23),
        danger: Rgb(0xff, 0x8f, 0x85),
        bands: [Rgb(0x2f, 0xb1, 0x8d), Rgb(0xa5, 0x83, 0xdd), Rgb(0xf0, 0x76, 0x3f)],
        dark: true,
        see_through: false,
        ..light()
    }
}

pub fn words(x: &str, y: &str, loss: &str) -> Words {
    Words {
        x: x.to_owned(),
        y: y.to_owned(),
        loss: loss.to_owned(),
        step: "step".to_owned(),
        diverged: "diverged at step {step}".to_owned(),
        leaves: "leaves at step {step}".to_owned(),
        regimes: ["settles", "swings", "zigzags", "diverges"].map(str::to_owned),
        input: "years since 2010".to_owned(),
        output: "penguins".to_owned(),
        batch: "batch size".to_owned(),
        variance: "variance".to_owned(),
    }
}
