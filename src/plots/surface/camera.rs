//! The camera: one mild perspective that rasteriser, axes, marble, trail and picking all share.

use core::f64::consts::{PI, TAU};

/// The drawn height of the highest loss; the floor is the square from −1 to 1.
pub const HEIGHT: f64 = 0.85;
/// From the eye to the middle of the box: near enough for depth, far enough that nothing is ever behind the eye.
const DISTANCE: f64 = 6.5;
/// The lowest and the highest pitch in radians. Above the lowest one the eye is higher than every loss drawn.
pub const PITCHES: [f64; 2] = [0.17, 1.45];
/// The height at which the camera looks, as a share of [`HEIGHT`].
const AIM: f64 = 0.45;

/// A place on the screen: pixels from the upper left corner, and nearness.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Pixels from the left edge.
    pub x: f64,
    /// Pixels from the upper edge.
    pub y: f64,
    /// One over the distance along the line of sight: larger is nearer, and linear in x and y over a flat face.
    pub nearness: f64,
}

/// Looks at the middle of the box from a distance, turned by `yaw` about the vertical and raised by `pitch`.
#[derive(Clone, Debug)]
pub struct Camera {
    yaw: f64,
    pitch: f64,
    size: [f64; 2],
    margin: f64,
    right: [f64; 3],
    up: [f64; 3],
    forward: [f64; 3],
    scale: f64,
    middle: [f64; 2],
}

impl Camera {
    /// A camera for a picture of `size` pixels whose box keeps `margin` pixels from the edges.
    pub fn new(yaw: f64, pitch: f64, size: [usize; 2], margin: f64) -> Self {
        let mut camera = Self {
            yaw: 0.0,
            pitch: 0.0,
            size: size.map(|pixels| pixels.max(1) as f64),
            margin: if margin.is_finite() { margin.max(0.0) } else { 0.0 },
            right: [0.0; 3],
            up: [0.0; 3],
            forward: [0.0; 3],
            scale: 1.0,
            middle: [0.0; 2],
        };
        camera.look(yaw, pitch);
        camera
    }

    /// Turns to these angles in radians; the pitch is held within [`PITCHES`], what is not finite becomes zero.
    pub fn look(&mut self, yaw: f64, pitch: f64) {
        let finite = |angle: f64| if angle.is_finite() { angle } else { 0.0 };
        let turns = libm::floor(finite(yaw) / TAU + 0.5);
        self.yaw = (finite(yaw) - TAU * turns).clamp(-PI, PI);
        self.pitch = finite(pitch).clamp(PITCHES[0], PITCHES[1]);
        let (sin, cos) = libm::sincos(self.yaw);
        let (rise, level) = libm::sincos(self.pitch);
        self.right = [cos, -sin, 0.0];
        self.up = [sin * rise, cos * rise, level];
        self.forward = [sin * level, cos * level, -rise];
        self.fit();
    }

    /// The angles in radians: yaw from −π to π, pitch within [`PITCHES`].
    pub fn angles(&self) -> [f64; 2] {
        [self.yaw, self.pitch]
    }

    /// Scales so that the box fits at every yaw: it is the cylinder round the box that is fitted, so that turning
    /// neither shrinks nor swells the picture.
    fn fit(&mut self) {
        self.scale = 1.0;
        self.middle = [0.0; 2];
        let (mut low, mut high) = ([f64::INFINITY; 2], [f64::NEG_INFINITY; 2]);
        for corner in 0..64 {
            let (sin, cos) = libm::sincos(f64::from(corner / 2) * TAU / 32.0);
            let radius = core::f64::consts::SQRT_2;
            let spot = self.project([radius * cos, radius * sin, if corner % 2 == 0 { 0.0 } else { HEIGHT }]);
            for (axis, place) in [spot.x, spot.y].into_iter().enumerate() {
                low[axis] = low[axis].min(place);
                high[axis] = high[axis].max(place);
            }
        }
        let room = |axis: usize| (self.size[axis] - 2.0 * self.margin).max(0.4 * self.size[axis]);
        let fits = |axis: usize| room(axis) / (high[axis] - low[axis]);
        self.scale = fits(0).min(fits(1));
        self.middle = [0, 1].map(|axis| 0.5 * (self.size[axis] - self.scale * (low[axis] + high[axis])));
    }

    /// Where a point of the world is seen.
    pub fn project(&self, point: [f64; 3]) -> Spot {
        let from_aim = [point[0], point[1], point[2] - AIM * HEIGHT];
        let nearness = 1.0 / (DISTANCE + dot(self.forward, from_aim));
        let zoom = self.scale * DISTANCE * nearness;
        Spot {
            x: self.middle[0] + zoom * dot(self.right, from_aim),
            y: self.middle[1] - zoom * dot(self.up, from_aim),
            nearness,
        }
    }

    /// The point of the world seen at a spot: the inverse of [`Camera::project`].
    pub fn unproject(&self, spot: Spot) -> [f64; 3] {
        let distance = 1.0 / spot.nearness;
        let zoom = self.scale * DISTANCE * spot.nearness;
        let across = (spot.x - self.middle[0]) / zoom;
        let above = (self.middle[1] - spot.y) / zoom;
        let beyond = distance - DISTANCE;
        let place = |axis: usize| self.right[axis] * across + self.up[axis] * above + self.forward[axis] * beyond;
        [place(0), place(1), place(2) + AIM * HEIGHT]
    }

    /// The projection as three rows `[x, y, z, 1]`: pixels are row 0 and row 1 over row 2, and nearness is 1 over row 2.
    pub fn rows(&self) -> [[f32; 4]; 3] {
        let zoom = self.scale * DISTANCE;
        let row = |axis: [f64; 3], factor: f64, offset: f64, middle: f64| {
            let mixed = [0, 1, 2].map(|i| factor * axis[i] + middle * self.forward[i]);
            let constant = offset + middle * DISTANCE - mixed[2] * AIM * HEIGHT;
            [mixed[0] as f32, mixed[1] as f32, mixed[2] as f32, constant as f32]
        };
        [
            row(self.right, zoom, 0.0, self.middle[0]),
            row(self.up, -zoom, 0.0, self.middle[1]),
            row(self.forward, 0.0, 0.0, 1.0),
        ]
    }

    /// The eye's place in the world.
    pub fn eye(&self) -> [f64; 3] {
        let aim = [0.0, 0.0, AIM * HEIGHT];
        [0, 1, 2].map(|i| aim[i] - DISTANCE * self.forward[i])
    }

    /// A direction given as right, up and towards the eye, turned into the world.
    pub fn into_world(&self, direction: [f64; 3]) -> [f64; 3] {
        [0, 1, 2].map(|i| direction[0] * self.right[i] + direction[1] * self.up[i] - direction[2] * self.forward[i])
    }

    /// How many pixels one unit of the world takes at this nearness.
    pub fn pixels_per_unit(&self, nearness: f64) -> f64 {
        self.scale * DISTANCE * nearness
    }
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unprojecting_undoes_projecting_and_the_rows_agree() {
        for step in 0..40 {
            let camera = Camera::new(f64::from(step) * 0.3, 0.04 * f64::from(step), [800, 600], 30.0);
            let point = [0.3, -0.8, 0.2];
            let spot = camera.project(point);
            let back = camera.unproject(spot);
            assert!((0..3).all(|i| (back[i] - point[i]).abs() < 1e-12));
            let [x, y, w] = camera.rows().map(|r| f64::from(r[0] * 0.3 - r[1] * 0.8 + r[2] * 0.2 + r[3]));
            assert!((x / w - spot.x).abs() < 1e-2 && (y / w - spot.y).abs() < 1e-2);
        }
    }

    #[test]
    fn the_box_stays_inside_the_picture_and_before_the_eye_at_every_angle() {
        for step in 0..200 {
            let camera = Camera::new(f64::from(step) * 0.1, f64::from(step % 17) * 0.1, [400, 300], 20.0);
            for corner in 0..8 {
                let sign = |bit: i32| if corner >> bit & 1 == 0 { -1.0 } else { 1.0 };
                let spot = camera.project([sign(0), sign(1), if corner > 3 { HEIGHT } else { 0.0 }]);
                assert!(spot.x > 19.0 && spot.x < 381.0 && spot.y > 19.0 && spot.y < 281.0, "{spot:?}");
                assert!(spot.nearness > 0.0 && spot.nearness < 0.3);
            }
        }
    }

    #[test]
    fn hostile_angles_and_sizes_give_a_camera_all_the_same() {
        for angle in [f64::NAN, f64::INFINITY, 1e308, -1e-308] {
            for size in [[0, 0], [1, 1], [8000, 1]] {
                let spot = Camera::new(angle, angle, size, angle).project([1.0, 1.0, HEIGHT]);
                assert!(spot.x.is_finite() && spot.y.is_finite() && spot.nearness > 0.0);
            }
        }
    }
}
