//! Marbles: where they rest on the surface, where they are seen, and what hides them.

use super::camera::{Camera, HEIGHT, Spot};
use super::grid::Grid;
use super::raster::Target;

/// Marbles are drawn no larger than this radius in pixels.
const LARGEST: f64 = 200.0;
/// Nor larger than this in units of the world, however small the picture.
const WIDEST: f64 = 0.25;

/// A marble to draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marble {
    /// The parameters at which it rests.
    pub point: [f64; 2],
    /// Radius in pixels of the picture, as seen in the middle of the box.
    pub radius: f64,
    /// Red, green, blue.
    pub colour: [u8; 3],
}

/// A marble as the camera sees it.
#[derive(Clone, Copy, Debug)]
pub struct Ball {
    /// Where its middle is seen.
    pub spot: Spot,
    /// Its middle in the world.
    pub middle: [f64; 3],
    /// Its radius in the world.
    pub reach: f64,
    /// Its radius in pixels.
    pub radius: f64,
    /// Red, green, blue.
    pub colour: [u8; 3],
}

impl Ball {
    /// Rests a marble on the surface; `None` outside the frame, in holes, or without a size.
    ///
    /// Its middle is as low as it can be straight above its point while no vertical chord of the sphere reaches below the surface.
    pub fn resting(grid: &Grid, camera: &Camera, marble: &Marble) -> Option<Self> {
        let floor = grid.to_floor(marble.point);
        let ground = grid.height(floor)?;
        let radius = if marble.radius > 0.0 {
            marble.radius.min(LARGEST)
        } else {
            return None;
        };
        let middle_of_box = camera.project([0.0, 0.0, 0.5 * HEIGHT]);
        let reach = (radius / camera.pixels_per_unit(middle_of_box.nearness)).min(WIDEST);
        let mut height = ground + reach;
        for sample in 0..24 {
            let share = f64::from(sample / 8 + 1) / 3.2;
            let (sin, cos) = libm::sincos(f64::from(sample % 8) * core::f64::consts::FRAC_PI_4);
            if let Some(wall) = grid.height([floor[0] + share * reach * cos, floor[1] + share * reach * sin]) {
                height = height.max(wall + reach * (1.0 - share * share).sqrt());
            }
        }
        let middle = [floor[0], floor[1], height.min(ground + 2.0 * reach)];
        let spot = camera.project(middle);
        Some(Self { spot, middle, reach, radius: reach * camera.pixels_per_unit(spot.nearness), colour: marble.colour })
    }

    /// Whether the middle of its front is nearer than the surface.
    pub fn is_visible(&self, target: &Target) -> bool {
        let nearness = 1.0 / (1.0 / self.spot.nearness - self.reach);
        is_before(target, Spot { nearness, ..self.spot }, 0.0)
    }
}

/// Whether a spot is inside the picture and not behind the surface, give or take `slack` in units of the world.
pub fn is_before(target: &Target, spot: Spot, slack: f64) -> bool {
    if !(spot.x >= 0.0 && spot.y >= 0.0 && spot.x < target.width as f64 && spot.y < target.height as f64) {
        return false;
    }
    let surface = f64::from(target.nearness[spot.y as usize * target.width + spot.x as usize]);
    spot.nearness * (1.0 + slack * surface) >= surface
}
