//! An axis as plotters wants it, with ticks of our own.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};

use super::plane::Plane;
use super::style::Look;
use super::ticks::{Scale, Ticks};

/// Width of a letter in heights of the type, on the generous side.
const LETTER: f64 = 0.62;

/// An axis with its own ticks: plotters' own search for them does not end for some ranges.
#[derive(Clone)]
pub struct Axis {
    range: [f64; 2],
    ticks: Ticks,
    scale: Scale,
    decimal: char,
    /// Size of a CSS pixel, in the middle of which grid lines are drawn.
    pixel: f64,
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (start, end): (i32, i32)) -> i32 {
        let share = (value - self.range[0]) / (self.range[1] - self.range[0]);
        let place = f64::from(start) + share.clamp(0.0, 1.0) * f64::from(end - start);
        ((place / self.pixel).floor() * self.pixel + self.pixel / 2.0).floor() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        // Light points would be drawn below the bold ones; there are none.
        if hint.weight().allow_light_points() { Vec::new() } else { self.ticks.values.clone() }
    }

    fn range(&self) -> Range<f64> {
        self.range[0]..self.range[1]
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, value: &f64) -> String {
        self.ticks.label(*value, self.scale, self.decimal)
    }
}

/// The two axes; horizontal labels are about five heights of the type apart, vertical ones two.
pub fn axes(look: &Look, plane: &Plane) -> (Axis, Axis) {
    let [left, top, right, bottom] = plane.layout.edges();
    let axis = |range, length: f64, distance, scale| {
        let most = ((length / look.ems(distance)) as usize).clamp(1, 10);
        Axis { range, ticks: Ticks::new(range, most, scale), scale, decimal: look.decimal, pixel: look.scale }
    };
    let mut x = axis(plane.view.x, right - left, 5.0, Scale::Linear);
    keep_inside(&mut x, look, plane);
    let y = axis(plane.view.y, bottom - top, 2.1, plane.view.scale);
    (x, y)
}

/// Leaves out ticks at the right end whose labels would be cut off by the canvas.
fn keep_inside(axis: &mut Axis, look: &Look, plane: &Plane) {
    let end = f64::from(plane.layout.size.0);
    let fits = |value: &f64| {
        let half = look.ems(LETTER * axis.format_ext(value).chars().count() as f64 / 2.0);
        plane.project([*value, 0.0])[0] + half <= end
    };
    let kept = axis.ticks.values.iter().copied().filter(fits).collect();
    axis.ticks.values = kept;
}
