//! Where a plot lies within its canvas, and how values become pixels and pixels values; base and overlay share it.

use super::range::safe_range;
use super::style::Look;
use super::ticks::Scale;

/// The rectangle within the axes, in pixels of the backend. Its edges lie in the middle of CSS pixels, so that lines one
/// CSS pixel wide along them are crisp.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layout {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
    /// Size of the whole canvas.
    pub size: (u32, u32),
}

/// Room beside the plot in heights of the type: fixed, so that no label's width moves a plot.
mod room {
    pub const LEFT: f64 = 4.4;
    pub const TOP: f64 = 2.2;
    pub const RIGHT: f64 = 1.2;
    pub const BOTTOM: f64 = 2.9;
}

/// A plot shorter or narrower than this many CSS pixels is not drawn.
const LEAST: f64 = 24.0;

/// No pixel is farther away than this; it stands for everything beyond.
const FARTHEST: f64 = 1e9;

impl Layout {
    /// The plot within a canvas of that many pixels of the backend.
    pub fn new(width: u32, height: u32, look: &Look) -> Layout {
        let middle = |length: f64| {
            let css = (length / look.scale).floor();
            ((css + 0.5) * look.scale).floor() as i32
        };
        Layout {
            left: middle(look.ems(room::LEFT)),
            top: middle(look.ems(room::TOP)),
            right: middle(f64::from(width) - look.ems(room::RIGHT)),
            bottom: middle(f64::from(height) - look.ems(room::BOTTOM)),
            size: (width, height),
        }
    }

    /// Whether there is enough room to draw anything.
    pub fn has_room(&self, look: &Look) -> bool {
        let least = look.pixels(LEAST);
        let wide = f64::from(self.right.saturating_sub(self.left));
        let high = f64::from(self.bottom.saturating_sub(self.top));
        wide >= least && high >= least
    }

    /// The rectangle as left, top, right, bottom.
    pub fn edges(&self) -> [f64; 4] {
        [self.left, self.top, self.right, self.bottom].map(f64::from)
    }
}

/// The ranges of a plot's axes. While it is equal, the base layer need not be drawn again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Values at the left and the right edge; on a logarithmic axis their logarithms to the base 10.
    pub x: [f64; 2],
    /// Values at the lower and the upper edge; on a logarithmic axis their logarithms to the base 10.
    pub y: [f64; 2],
    /// What the numbers on the horizontal axis mean.
    pub across: Scale,
    /// What the numbers on the vertical axis mean.
    pub scale: Scale,
    /// What is subtracted from a loss before its logarithm is taken; 0 on a linear axis.
    pub baseline: f64,
}

impl View {
    /// Two linear axes with these ranges, made safe.
    pub fn linear(x: [f64; 2], y: [f64; 2]) -> View {
        let [x, y] = [x, y].map(|range| safe_range(range[0], range[1]));
        View { x, y, across: Scale::Linear, scale: Scale::Linear, baseline: 0.0 }
    }

    /// The same view with one axis widened about its middle, so that a unit is as long on both: circles are round, and an
    /// angle on the screen is the angle between the parameters.
    pub fn with_equal_units(self, layout: Layout) -> View {
        let [across, up] = Plane::new(layout, self).pixels_per_unit();
        let widened = |[low, high]: [f64; 2], factor: f64| {
            let (middle, half) = (low + (high - low) / 2.0, (high - low) / 2.0 * factor.max(1.0));
            if half.is_finite() { [middle - half, middle + half] } else { [low, high] }
        };
        View { x: widened(self.x, across / up), y: widened(self.y, up / across), ..self }
    }
}

/// A layout with the values at its edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plane {
    pub layout: Layout,
    pub view: View,
}

impl Plane {
    /// This view on this layout, its ranges made safe.
    pub fn new(layout: Layout, view: View) -> Plane {
        let [x, y] = [view.x, view.y].map(|range| safe_range(range[0], range[1]));
        Plane { layout, view: View { x, y, ..view } }
    }

    /// The pixel of a point, held within a billion pixels; NaN stays NaN.
    pub fn project(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let [left, top, right, bottom] = self.layout.edges();
        [along(x, self.view.x, [left, right]), along(y, self.view.y, [bottom, top])]
            .map(|pixel| pixel.clamp(-FARTHEST, FARTHEST))
    }

    /// The point at a pixel, within the plot or not.
    pub fn unproject(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let [left, top, right, bottom] = self.layout.edges();
        [along(x, [left, right], self.view.x), along(y, [bottom, top], self.view.y)]
    }

    /// The point at a pixel within the plot.
    pub fn pick(&self, pixel: [f64; 2]) -> Option<[f64; 2]> {
        self.holds(pixel).then(|| self.unproject(pixel))
    }

    /// Whether a pixel lies within the plot.
    pub fn holds(&self, [x, y]: [f64; 2]) -> bool {
        let [left, top, right, bottom] = self.layout.edges();
        (left..=right).contains(&x) && (top..=bottom).contains(&y)
    }

    /// Pixels per unit of the horizontal axis, and of the vertical axis upwards.
    pub fn pixels_per_unit(&self) -> [f64; 2] {
        let [left, top, right, bottom] = self.layout.edges();
        let View { x, y, .. } = self.view;
        [(right - left) / (x[1] - x[0]), (bottom - top) / (y[1] - y[0])]
    }
}

/// The value that stands in `to` where `value` stands in `from`.
fn along(value: f64, from: [f64; 2], to: [f64; 2]) -> f64 {
    let share = (value - from[0]) / (from[1] - from[0]);
    to[0] + share * (to[1] - to[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plane(x: [f64; 2], y: [f64; 2]) -> Plane {
        let layout = Layout { left: 60, top: 20, right: 620, bottom: 360, size: (640, 400) };
        Plane::new(layout, View::linear(x, y))
    }

    proptest! {
        #[test]
        fn the_point_picked_at_a_point_s_pixel_is_that_point(
            low in -1e9_f64..1e9, span in 1e-3_f64..1e9, across in 0.001..0.999, up in 0.001..0.999,
        ) {
            let plane = plane([low, low + span], [-span, span]);
            let point = [low + across * span, span * (2.0 * up - 1.0)];
            let picked = plane.pick(plane.project(point)).unwrap();
            let room = 1e-12 * (low.abs() + span);
            prop_assert!((picked[0] - point[0]).abs() <= room && (picked[1] - point[1]).abs() <= room);
        }

        #[test]
        fn a_pixel_is_finite_whatever_the_point(x in proptest::num::f64::ANY, low in proptest::num::f64::ANY) {
            prop_assert!(x.is_nan() || plane([low, 1.0], [0.0, 1.0]).project([x, x])[0].abs() <= FARTHEST);
        }
    }

    #[test]
    fn equal_units_widen_the_axis_that_has_more_pixels_to_a_unit_and_keep_its_middle() {
        let layout = Layout { left: 0, top: 0, right: 800, bottom: 400, size: (800, 400) };
        let wide = View::linear([-4.0, 4.0], [-4.0, 4.0]).with_equal_units(layout);
        assert_eq!((wide.x, wide.y), ([-8.0, 8.0], [-4.0, 4.0]));
        let high = View::linear([0.0, 80.0], [1.0, 3.0]).with_equal_units(layout);
        assert_eq!((high.x, high.y), ([0.0, 80.0], [-18.0, 22.0]));
    }

    #[test]
    fn beside_the_plot_nothing_is_picked() {
        let plane = plane([0.0, 1.0], [0.0, 1.0]);
        assert_eq!(plane.pick([59.0, 100.0]), None);
        assert_eq!(plane.pick([f64::NAN, 100.0]), None);
        assert_eq!(plane.pick([60.0, 360.0]), Some([0.0, 0.0]));
    }
}
