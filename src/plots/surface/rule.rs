//! The edges of the box that carry ticks, chosen so that no label is ever hidden by the surface.

use super::camera::{Camera, HEIGHT};

/// An edge of the box that carries ticks, and the side of the screen its labels stand on.
pub struct Rule {
    /// Its ends in the world.
    pub ends: [[f64; 3]; 2],
    /// The direction on the screen away from the box.
    pub outward: [f64; 2],
    /// Its length on the screen in pixels.
    pub length: f64,
    /// Whether the inner side of the wall beside the rule is seen, so that labels must stand beyond the wall.
    walled: bool,
}

/// For each floor axis the side (−1 or 1) nearer to the eye. Where the eye is between both, the one further right on
/// the screen, because the height axis stands on the left.
pub fn near_sides(camera: &Camera) -> [f64; 2] {
    let eye = camera.eye();
    [0, 1].map(|axis| {
        if eye[axis].abs() > 1.0 {
            return eye[axis].signum();
        }
        let mut point = [0.0; 3];
        point[axis] = 1.0;
        if camera.project(point).x > camera.project([0.0; 3]).x { 1.0 } else { -1.0 }
    })
}

/// The floor edge along `axis` on the near side.
pub fn floor_rule(camera: &Camera, near: [f64; 2], axis: usize) -> Rule {
    let end = |along: f64| {
        let mut point = [near[0], near[1], 0.0];
        point[axis] = along;
        point
    };
    let ends = [end(-1.0), end(1.0)];
    let [a, b] = ends.map(|end| camera.project(end));
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = libm::hypot(dx, dy).max(1e-9);
    let middle = camera.project([0.0; 3]);
    let mut outward = [dy / length, -dx / length];
    if outward[0] * (0.5 * (a.x + b.x) - middle.x) + outward[1] * (0.5 * (a.y + b.y) - middle.y) < 0.0 {
        outward = outward.map(|part| -part);
    }
    Rule { ends, outward, length, walled: near[1 - axis] * camera.eye()[1 - axis] < 1.0 }
}

/// The leftmost vertical edge: no part of the surface can lie left of it.
pub fn height_rule(camera: &Camera) -> Rule {
    let corners = [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]];
    let middle = |corner: &[f64; 2]| camera.project([corner[0], corner[1], 0.5 * HEIGHT]).x;
    let leftmost = corners.into_iter().min_by(|a, b| middle(a).total_cmp(&middle(b))).unwrap_or([-1.0, -1.0]);
    let ends = [0.0, HEIGHT].map(|height| [leftmost[0], leftmost[1], height]);
    let [a, b] = ends.map(|end| camera.project(end));
    let eye = camera.eye();
    Rule {
        ends,
        outward: [-1.0, 0.0],
        length: libm::hypot(b.x - a.x, b.y - a.y),
        walled: (0..2).all(|axis| leftmost[axis] * eye[axis] < 1.0),
    }
}

impl Rule {
    /// The point of the world `share` of the way along.
    fn at(&self, share: f64) -> [f64; 3] {
        let [a, b] = self.ends;
        [0, 1, 2].map(|i| a[i] + (b[i] - a[i]) * share)
    }

    /// A place on the screen, `share` of the way along and `distance` pixels out.
    pub fn beside(&self, camera: &Camera, share: f64, distance: f64) -> [f64; 2] {
        let spot = camera.project(self.at(share));
        [spot.x + self.outward[0] * distance, spot.y + self.outward[1] * distance]
    }

    /// How many pixels out labels must stand to clear the wall beside the rule.
    pub fn clearance(&self, camera: &Camera, share: f64) -> f64 {
        if !self.walled {
            return 0.0;
        }
        let [x, y] = self.beside(camera, share, 0.0);
        let reach = |height: f64| {
            let [a, b, _] = self.at(share);
            let spot = camera.project([a, b, height]);
            (spot.x - x) * self.outward[0] + (spot.y - y) * self.outward[1]
        };
        reach(0.0).max(reach(HEIGHT)).max(0.0)
    }
}
