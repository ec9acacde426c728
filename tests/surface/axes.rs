//! The axes' labels keep clear of each other, of the picture's edges and of the surface, at every angle and size.

use super::{LANDSCAPES, Landscape, angles};
use downhill::plots::surface::{AxesStyle, Palette, SurfaceView};
use plotters::prelude::*;

struct Written {
    middle: [f64; 2],
    half: [f64; 2],
    text: String,
}

fn number(value: f64) -> String {
    format!("{}", (value * 1e6).round() / 1e6).replace('-', "−")
}

fn drawn(view: &SurfaceView, font_size: f64) -> String {
    let [width, height] = view.size().map(|pixels| pixels as u32);
    let mut svg = String::new();
    let root = SVGBackend::with_string(&mut svg, (width, height)).into_drawing_area();
    let style = AxesStyle {
        line: BLACK.mix(0.6),
        grid: BLACK.mix(0.1),
        text: BLACK.into(),
        font: "sans-serif",
        font_size,
        stroke: 1,
        names: ["x", "y", "loss"],
        number: &number,
    };
    view.draw_axes(&root, &style).unwrap();
    root.present().unwrap();
    drop(root);
    svg
}

fn labels(svg: &str, font_size: f64) -> Vec<Written> {
    let attribute = |text: &str, name: &str| -> f64 {
        text.split(&format!(" {name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    svg.split("<text")
        .skip(1)
        .map(|text| {
            let words = text.split('>').nth(1).unwrap().split('<').next().unwrap().trim();
            let half = [0.28 * font_size * words.chars().count() as f64, 0.5 * font_size];
            Written { middle: [attribute(text, "x"), attribute(text, "y")], half, text: words.to_owned() }
        })
        .collect()
}

fn view_of(landscape: Landscape, [width, height]: [usize; 2], font_size: f64) -> SurfaceView {
    let mut view = SurfaceView::with_side(24);
    view.set_heights(landscape.0, landscape.1);
    view.resize(width, height, 3.0 * font_size);
    view
}

#[test]
fn labels_touch_neither_each_other_nor_the_edges_nor_the_surface() {
    let palette = Palette::light();
    for (size, font_size) in [([320, 260], 11.0), ([800, 600], 14.0), ([1200, 800], 15.0)] {
        for landscape in LANDSCAPES {
            let mut view = view_of(landscape, size, font_size);
            for [yaw, pitch] in angles().step_by(5) {
                view.look(yaw, pitch);
                view.render(&palette);
                let labels = labels(&drawn(&view, font_size), font_size);
                let at = format!("yaw {yaw} pitch {pitch} size {size:?}");
                assert!(labels.len() >= 6, "{} labels at {at}", labels.len());
                assert!(["x", "y"].iter().all(|name| labels.iter().any(|label| label.text == *name)), "{at}");
                for (index, label) in labels.iter().enumerate() {
                    let edges = label.middle.iter().zip(label.half).zip(size);
                    for ((middle, half), end) in edges {
                        let inside = middle - half >= -1.0 && middle + half <= end as f64 + 1.0;
                        assert!(inside, "{} {at}", label.text);
                    }
                    assert_eq!(view.pick(label.middle[0], label.middle[1]), None, "{} {at}", label.text);
                    for other in &labels[..index] {
                        let apart = |axis: usize| {
                            (label.middle[axis] - other.middle[axis]).abs() >= label.half[axis] + other.half[axis] - 1.0
                        };
                        assert!(apart(0) || apart(1), "{} touches {} {at}", label.text, other.text);
                    }
                }
            }
        }
    }
}

#[test]
fn the_axes_of_hostile_landscapes_and_sizes_are_drawn_without_complaint() {
    let losses: [fn(f64, f64) -> f64; 4] =
        [|_, _| f64::NAN, |_, _| 7.0, |x, _| x * 1e308, |x, y| (700.0 * x * y).exp()];
    for loss in losses {
        for frame in [[[-1.0, 1.0]; 2], [[f64::NAN, 3.0], [5.0, 5.0]], [[-1e308, 1e308]; 2]] {
            for size in [[1, 1], [8000, 1], [320, 260]] {
                let svg = drawn(&view_of((frame, loss), size, 11.0), 11.0);
                assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
            }
        }
    }
}
