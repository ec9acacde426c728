//! An axis of a plot on a plane: where its ticks stand among the pixels, and what is written at them.

use super::plane::Plane;
use super::style::Look;
use super::ticks::{Scale, Ticks};

/// Width of a letter in heights of the type, on the generous side.
const LETTER: f64 = 0.62;

/// An axis with its ticks, from one pixel of the backend to another.
pub struct Axis {
    range: [f64; 2],
    ends: [f64; 2],
    ticks: Ticks,
    scale: Scale,
    decimal: char,
    /// Size of a CSS pixel, in the middle of which grid lines are drawn.
    pixel: f64,
}

impl Axis {
    fn new(look: &Look, range: [f64; 2], ends: [f64; 2], distance: f64, scale: Scale) -> Axis {
        let length = (ends[1] - ends[0]).abs();
        let most = ((length / look.ems(distance)) as usize).clamp(1, 10);
        Axis { range, ends, ticks: Ticks::new(range, most, scale), scale, decimal: look.decimal, pixel: look.scale }
    }

    /// The pixel at which a value's grid line is drawn, and its label.
    fn pixel(&self, value: f64) -> i32 {
        let [start, end] = self.ends;
        let share = (value - self.range[0]) / (self.range[1] - self.range[0]);
        let place = start + share.clamp(0.0, 1.0) * (end - start);
        ((place / self.pixel).floor() * self.pixel + self.pixel / 2.0).floor() as i32
    }

    /// The pixel of each tick, with its label.
    pub fn labels(&self) -> Vec<(i32, String)> {
        let label = |value: &f64| self.ticks.label(*value, self.scale, self.decimal);
        self.ticks.values.iter().map(|value| (self.pixel(*value), label(value))).collect()
    }
}

/// The two axes; horizontal labels are about five heights of the type apart, vertical ones two.
pub fn axes(look: &Look, plane: &Plane) -> (Axis, Axis) {
    let [left, top, right, bottom] = plane.layout.edges();
    let mut x = Axis::new(look, plane.view.x, [left, right], 5.0, plane.view.across);
    keep_inside(&mut x, look, plane);
    (x, Axis::new(look, plane.view.y, [bottom, top], 2.1, plane.view.scale))
}

/// Leaves out ticks at the right end whose labels would be cut off by the canvas.
fn keep_inside(axis: &mut Axis, look: &Look, plane: &Plane) {
    let end = f64::from(plane.layout.size.0);
    let mut written = axis.labels().into_iter().map(|(_, label)| label.chars().count());
    axis.ticks.values.retain(|value| {
        let half = look.ems(LETTER * written.next().unwrap_or(0) as f64 / 2.0);
        plane.project([*value, 0.0])[0] + half <= end
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plots::plane::{Layout, View};

    #[test]
    fn a_grid_line_runs_through_the_middle_of_the_css_pixel_of_its_value() {
        for (scale, width, height) in [(1.0, 640, 400), (8.0, 2720, 2080)] {
            let look = Look { scale, font_size: 13.0, type_ratio: 1.0, ..Look::default() };
            let plane = Plane::new(Layout::new(width, height, &look), View::linear([-6.0, 6.0], [-1.0, 37.0]));
            let (x, y) = axes(&look, &plane);
            for point in [[-6.0, -1.0], [6.0, 37.0], [0.3, 12.7], [3.0, 9.0]] {
                let [px, py] = plane.project(point);
                for (line, place) in [(x.pixel(point[0]), px), (y.pixel(point[1]), py)] {
                    assert!((f64::from(line) - place).abs() <= scale / 2.0 + 0.5, "{point:?}: {line} and {place}");
                }
            }
        }
    }
}
