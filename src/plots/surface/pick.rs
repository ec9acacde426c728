//! From a pixel back to the parameters of the surface seen there.

use super::camera::{Camera, Spot};
use super::grid::Grid;
use super::raster::Target;

/// The parameters of the surface seen at a place on the screen; `None` beside the surface.
/// The depth buffer knows how far the surface is, and the camera leads back along the line of sight.
pub fn pick(grid: &Grid, camera: &Camera, target: &Target, x: f64, y: f64) -> Option<[f64; 2]> {
    if !(x >= 0.0 && y >= 0.0 && x < target.width as f64 && y < target.height as f64) {
        return None;
    }
    let nearness = f64::from(target.nearness[y as usize * target.width + x as usize]);
    // The depth is that of the pixel's middle, and so must be the line of sight.
    let spot = Spot { x: x.floor() + 0.5, y: y.floor() + 0.5, nearness };
    (nearness > 0.0).then(|| {
        let [across, along, _] = camera.unproject(spot);
        grid.from_floor([across.clamp(-1.0, 1.0), along.clamp(-1.0, 1.0)])
    })
}
