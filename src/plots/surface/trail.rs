//! The trail of a run over the surface: a polyline on the screen, cut into visible and hidden runs.

use super::camera::{Camera, Spot};
use super::grid::Grid;
use super::marble::is_before;
use super::raster::Target;

/// How high above the surface the trail is drawn, in units of the world.
const LIFT: f64 = 0.006;
/// How far behind the surface still counts as on it, in units of the world.
const SLACK: f64 = 0.03;
/// Lines that follow the surface get a sample about every so many pixels …
const SPACING: f64 = 5.0;
/// … but no more than this over the whole trail.
const SAMPLES: usize = 8192;

/// How two iterates are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// A line lying on the surface.
    OnSurface,
    /// A straight hop through space.
    Straight,
}

/// A stretch of the trail that is visible, or hidden, throughout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its first corner in [`Trail::corners`].
    pub start: usize,
    /// One past its last corner.
    pub end: usize,
    /// Whether it is in front of the surface.
    pub visible: bool,
}

/// An iterate on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dot {
    /// Pixels from the left edge.
    pub x: f32,
    /// Pixels from the upper edge.
    pub y: f32,
    /// Which iterate it is.
    pub index: usize,
    /// Whether it is in front of the surface.
    pub visible: bool,
}

/// A trail as the camera sees it. Buffers are reused from frame to frame.
#[derive(Clone, Debug, Default)]
pub struct Trail {
    /// Corners of all runs, `[x, y]` in pixels.
    pub corners: Vec<[f32; 2]>,
    /// Stretches of corners, each to be drawn as one polyline.
    pub runs: Vec<Run>,
    /// The iterates inside the frame.
    pub dots: Vec<Dot>,
}

impl Trail {
    /// Follows the iterates; whatever lies outside the frame, in a hole or is not finite interrupts the trail.
    pub fn follow(&mut self, grid: &Grid, camera: &Camera, target: &Target, points: &[[f64; 2]], joining: Joining) {
        self.corners.clear();
        self.runs.clear();
        self.dots.clear();
        let most = (SAMPLES / points.len().max(1)).clamp(1, 256) as f64;
        let mut before: Option<[f64; 2]> = None;
        for (index, &point) in points.iter().enumerate() {
            let floor = grid.to_floor(point);
            let spot = on_surface(grid, camera, floor);
            if let Some(spot) = spot {
                let visible = is_before(target, spot, SLACK);
                self.dots.push(Dot { x: spot.x as f32, y: spot.y as f32, index, visible });
            }
            if let Some((from, to)) = before.and_then(|before| inside(before, floor)) {
                let steps = samples(camera, from, to).min(most);
                for step in 0..=steps as usize {
                    let share = step as f64 / steps;
                    let between = |a: f64, b: f64| a + (b - a) * share;
                    let spot = match joining {
                        Joining::OnSurface => on_surface(grid, camera, [0, 1].map(|i| between(from[i], to[i]))),
                        Joining::Straight => {
                            ends(grid, from, to).map(|(a, b)| camera.project([0, 1, 2].map(|i| between(a[i], b[i]))))
                        }
                    };
                    self.add(target, spot, step == 0);
                }
            }
            before = Some(floor);
        }
        self.finish();
    }

    /// Adds a corner to the run it belongs to; the segment where visibility changes belongs to the run before.
    fn add(&mut self, target: &Target, spot: Option<Spot>, joint: bool) {
        let Some(spot) = spot else {
            self.finish();
            return;
        };
        let visible = is_before(target, spot, SLACK);
        let corner = [spot.x as f32, spot.y as f32];
        let next = self.corners.len();
        match self.runs.last_mut().filter(|run| run.end == usize::MAX) {
            Some(_) if joint && self.corners.last() == Some(&corner) => {}
            Some(run) if !joint || self.corners.last() == Some(&corner) => {
                self.corners.push(corner);
                if run.visible != visible {
                    run.end = next + 1;
                    self.runs.push(Run { start: next, end: usize::MAX, visible });
                }
            }
            _ => {
                self.finish();
                self.corners.push(corner);
                self.runs.push(Run { start: next, end: usize::MAX, visible });
            }
        }
    }

    /// Ends the run under way.
    fn finish(&mut self) {
        let end = self.corners.len();
        if let Some(run) = self.runs.last_mut().filter(|run| run.end == usize::MAX) {
            run.end = end;
            if run.end - run.start < 2 {
                self.runs.pop();
            }
        }
    }
}

fn lifted(grid: &Grid, floor: [f64; 2]) -> Option<[f64; 3]> {
    grid.height(floor).map(|height| [floor[0], floor[1], height + LIFT])
}

fn on_surface(grid: &Grid, camera: &Camera, floor: [f64; 2]) -> Option<Spot> {
    lifted(grid, floor).map(|point| camera.project(point))
}

fn ends(grid: &Grid, from: [f64; 2], to: [f64; 2]) -> Option<([f64; 3], [f64; 3])> {
    lifted(grid, from).zip(lifted(grid, to))
}

/// How many steps a segment is worth; at least one.
fn samples(camera: &Camera, from: [f64; 2], to: [f64; 2]) -> f64 {
    let length = (to[0] - from[0]).abs().max((to[1] - from[1]).abs());
    (length * camera.pixels_per_unit(0.15) / SPACING).ceil().max(1.0)
}

/// The part of a segment on the floor of the box, if any (Liang and Barsky's clipping).
fn inside(from: [f64; 2], to: [f64; 2]) -> Option<([f64; 2], [f64; 2])> {
    if !from.iter().chain(&to).all(|place| place.abs() < 1e12) {
        return None;
    }
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for axis in 0..2 {
        let way = to[axis] - from[axis];
        let [low, high] = [(-1.0 - from[axis]) / way, (1.0 - from[axis]) / way];
        if way == 0.0 {
            if from[axis].abs() > 1.0 {
                return None;
            }
        } else {
            enter = enter.max(low.min(high));
            leave = leave.min(low.max(high));
        }
    }
    let at = |share: f64| [0, 1].map(|i| from[i] + (to[i] - from[i]) * share);
    let end = |share: f64| if share == 1.0 { to } else { at(share) };
    (enter < leave).then(|| (at(enter), end(leave)))
}
