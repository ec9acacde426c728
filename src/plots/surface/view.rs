//! The view: grid, camera and buffers behind one handle.

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingAreaErrorKind, DrawingBackend};

use super::axes::{self, AxesStyle};
use super::camera::{Camera, Spot};
use super::grid::{Frame, Grid};
use super::marble::{self, Ball, Marble};
use super::palette::Palette;
use super::sprite::{self, Sprite};
use super::trail::{Joining, Trail};
use super::{mesh, outline, pick, raster};
use crate::order;

/// Vertices a side that look smooth and turn without effort.
pub const DEFAULT_SIDE: usize = 41;
/// Yaw and pitch, in radians, from which most landscapes show their best side.
pub const DEFAULT_ANGLES: [f64; 2] = [-0.62, 0.68];
/// No picture has more pixels than this.
const MOST_PIXELS: usize = 1 << 24;

/// A surface, the camera that looks at it, and every buffer the view needs from frame to frame.
///
/// Sizes and places on the screen are device pixels; points are parameters of the loss. [`SurfaceView::render`] must
/// have been called after the last change before marbles, trail or picking are asked for: they read its depth buffer.
#[derive(Clone, Debug)]
pub struct SurfaceView {
    grid: Grid,
    camera: Camera,
    margin: f64,
    outline: f32,
    target: raster::Target,
    vertices: Vec<raster::Vertex>,
    facing: Vec<mesh::Facing>,
    trail: Trail,
    balls: Vec<Ball>,
    sprites: Vec<Sprite>,
}

impl Default for SurfaceView {
    fn default() -> Self {
        Self::new()
    }
}

impl SurfaceView {
    /// A flat surface of [`DEFAULT_SIDE`] in a view without pixels, seen from [`DEFAULT_ANGLES`].
    pub fn new() -> Self {
        Self::with_side(DEFAULT_SIDE)
    }

    /// The same with a grid of `side`×`side` vertices, 2 to 512.
    pub fn with_side(side: usize) -> Self {
        Self {
            grid: Grid::new(side),
            camera: Camera::new(DEFAULT_ANGLES[0], DEFAULT_ANGLES[1], [0, 0], 0.0),
            margin: 0.0,
            outline: 1.0,
            target: raster::Target::default(),
            vertices: Vec::new(),
            facing: Vec::new(),
            trail: Trail::default(),
            balls: Vec::new(),
            sprites: Vec::new(),
        }
    }

    /// Shows a loss over a frame (lowest and highest value of each parameter). NaN becomes a hole.
    pub fn set_heights(&mut self, frame: Frame, loss: impl Fn(f64, f64) -> f64) {
        self.grid.sample(frame, loss);
    }

    /// Sets the picture's size and the margin the box keeps from its edges, for labels. Returns the size taken: larger
    /// pictures than 16 million pixels are cut. A size of zero is allowed and shows nothing.
    pub fn resize(&mut self, width: usize, height: usize, margin: f64) -> [usize; 2] {
        let width = width.min(MOST_PIXELS);
        let height = height.min(MOST_PIXELS / width.max(1));
        self.margin = margin;
        self.target.resize(width, height);
        self.target.clear(0..height);
        let [yaw, pitch] = self.camera.angles();
        self.camera = Camera::new(yaw, pitch, [width, height], margin);
        [width, height]
    }

    /// Sets the width of the outline in pixels; the device pixel ratio is a good choice.
    pub fn set_outline(&mut self, width: f32) {
        self.outline = if width.is_finite() { width.clamp(0.0, 8.0) } else { 1.0 };
    }

    /// Turns by these angles in radians. Positive `yaw` turns the surface clockwise as seen from above; the pitch stays
    /// within [`super::PITCHES`].
    pub fn turn(&mut self, yaw: f64, pitch: f64) {
        let [from_yaw, from_pitch] = self.camera.angles();
        self.look(from_yaw + yaw, from_pitch + pitch);
    }

    /// Turns to these angles in radians.
    pub fn look(&mut self, yaw: f64, pitch: f64) {
        self.camera.look(yaw, pitch);
    }

    /// Yaw and pitch in radians.
    pub fn angles(&self) -> [f64; 2] {
        self.camera.angles()
    }

    /// Draws the surface into [`SurfaceView::pixels`].
    pub fn render(&mut self, palette: &Palette) {
        if self.target.nearness.is_empty() {
            return;
        }
        // Only what the last picture filled.
        let [_, top, _, bottom] = self.bounds();
        self.target.clear(top..bottom.max(top));
        mesh::project(&self.grid, &self.camera, &mut self.vertices);
        mesh::draw(&self.grid, self.camera.eye(), palette, &self.vertices, &mut self.facing, &mut self.target);
        outline::draw(&self.grid, palette, &self.vertices, &self.facing, self.outline, &mut self.target);
    }

    /// The rectangle outside which the picture is transparent: left, upper, right and lower edge in pixels.
    pub fn bounds(&self) -> [usize; 4] {
        let reach = self.outline + 1.0;
        let seen = self.vertices.iter().filter(|vertex| vertex.x.is_finite() && vertex.y.is_finite());
        let far = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
        let [left, top, right, bottom] = seen.fold(far, |[left, top, right, bottom], vertex| {
            [left.min(vertex.x), top.min(vertex.y), right.max(vertex.x), bottom.max(vertex.y)]
        });
        let [width, height] = self.size();
        let within = |place: f32, end: usize| (place.max(0.0) as usize).min(end);
        [
            within(left - reach, width),
            within(top - reach, height),
            within(right + reach + 1.0, width),
            within(bottom + reach + 1.0, height),
        ]
    }

    /// Pixels across and down.
    pub fn size(&self) -> [usize; 2] {
        [self.target.width, self.target.height]
    }

    /// The picture: straight-alpha RGBA, row by row from the top, transparent where there is no surface.
    pub fn pixels(&self) -> &[u8] {
        &self.target.pixels
    }

    /// Where a point of the surface is seen; `None` outside the frame and in holes.
    pub fn project(&self, point: [f64; 2]) -> Option<Spot> {
        let floor = self.grid.to_floor(point);
        self.grid.height(floor).map(|height| self.camera.project([floor[0], floor[1], height]))
    }

    /// Whether a spot is inside the picture and not hidden by the surface.
    pub fn is_visible(&self, spot: Spot) -> bool {
        marble::is_before(&self.target, spot, 0.03)
    }

    /// The parameters of the surface seen at a place on the screen; `None` beside the surface.
    pub fn pick(&self, x: f64, y: f64) -> Option<[f64; 2]> {
        pick::pick(&self.grid, &self.camera, &self.target, x, y)
    }

    /// How a marble rests on the surface and where it is seen; `None` where there is no surface.
    pub fn ball(&self, marble: &Marble) -> Option<Ball> {
        Ball::resting(&self.grid, &self.camera, marble)
    }

    /// Whether the middle of a resting marble is in front of the surface.
    pub fn is_ball_visible(&self, ball: &Ball) -> bool {
        ball.is_visible(&self.target)
    }

    /// Draws marbles, each into a sprite of its own in the order given; empty where there is no surface. Where sprites
    /// overlap they show the same, so each can replace the pixels below it.
    pub fn marbles(&mut self, marbles: &[Marble]) -> &[Sprite] {
        self.sprites.resize_with(marbles.len(), Sprite::default);
        self.balls.clear();
        self.balls.extend(marbles.iter().filter_map(|marble| Ball::resting(&self.grid, &self.camera, marble)));
        order::by_number(&mut self.balls, |ball| ball.spot.nearness);
        for (marble, sprite) in marbles.iter().zip(&mut self.sprites) {
            match Ball::resting(&self.grid, &self.camera, marble) {
                Some(ball) => sprite::draw(&ball, &self.balls, &self.camera, &self.target, sprite),
                None => *sprite = Sprite { pixels: core::mem::take(&mut sprite.pixels), ..Sprite::default() },
            }
        }
        &self.sprites
    }

    /// Follows iterates over the surface, in parameters, as polylines on the screen.
    pub fn trail(&mut self, points: &[[f64; 2]], joining: Joining) -> &Trail {
        self.trail.follow(&self.grid, &self.camera, &self.target, points, joining);
        &self.trail
    }

    /// Draws floor, back walls, ticks and labels, for a layer below the surface of the same size.
    pub fn draw_axes<DB: DrawingBackend>(
        &self,
        root: &DrawingArea<DB, Shift>,
        style: &AxesStyle,
    ) -> Result<(), DrawingAreaErrorKind<DB::ErrorType>> {
        axes::draw(&self.grid, &self.camera, root, style)
    }

    /// The grid behind the surface.
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// The camera.
    pub fn camera(&self) -> &Camera {
        &self.camera
    }
}
