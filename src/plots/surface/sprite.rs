//! Pictures of marbles: shaded spheres cut off where the surface is nearer, with their contact shadows.

use super::camera::{Camera, Spot};
use super::marble::Ball;
use super::outline::cover_pixel;
use super::raster::Target;

/// How dark the middle of the contact shadow is.
const SHADOW: f64 = 0.5;
/// From the sphere's middle towards the light: right, up, towards the eye.
const LIGHT: [f64; 3] = [-0.49, 0.60, 0.63];

/// A small picture to be put at a place on a layer above the surface.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sprite {
    /// Pixels from the left edge of the view.
    pub left: usize,
    /// Pixels from the upper edge of the view.
    pub top: usize,
    /// Pixels across; 0 when nothing is to be drawn.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
    /// Straight-alpha RGBA, as `putImageData` takes it.
    pub pixels: Vec<u8>,
}

/// Draws the box round `ball` with every ball that reaches into it, so that overlapping sprites agree.
pub fn draw(ball: &Ball, all: &[Ball], camera: &Camera, target: &Target, sprite: &mut Sprite) {
    let columns = around(ball.spot.x, room(ball), 0, target.width);
    let rows = around(ball.spot.y, room(ball), 0, target.height);
    (sprite.left, sprite.width) = (columns.start, columns.len());
    (sprite.top, sprite.height) = (rows.start, rows.len());
    sprite.pixels.clear();
    sprite.pixels.resize(4 * sprite.width * sprite.height, 0);
    if sprite.width == 0 {
        return;
    }
    for ball in all {
        let middle = middle_of_shadow(ball, camera);
        paint(ball, room(ball), sprite, |ball, x, y| {
            let nearness = f64::from(target.nearness[y * target.width + x]);
            let spot = Spot { x: x as f64 + 0.5, y: y as f64 + 0.5, nearness };
            let dark = if nearness > 0.0 { shadow(ball, camera, middle, spot) } else { 0.0 };
            ([8, 8, 24], dark)
        });
    }
    for ball in all {
        paint(ball, ball.radius + 1.0, sprite, |ball, x, y| sphere(ball, x, y, target.nearness[y * target.width + x]));
    }
}

/// How far a ball and its shadow reach from its middle, in pixels.
fn room(ball: &Ball) -> f64 {
    2.2 * ball.radius + 2.0
}

/// Lays colours with a cover of 0 to 1 over the part of the sprite that is no farther than `room` from a ball's middle.
fn paint(ball: &Ball, room: f64, sprite: &mut Sprite, colour: impl Fn(&Ball, usize, usize) -> ([u8; 3], f64)) {
    let columns = around(ball.spot.x, room, sprite.left, sprite.width);
    let rows = around(ball.spot.y, room, sprite.top, sprite.height);
    let pixels = sprite.pixels.as_chunks_mut::<4>().0;
    for y in rows {
        for x in columns.clone() {
            let (colour, cover) = colour(ball, sprite.left + x, sprite.top + y);
            if cover > 0.0 {
                cover_pixel(&mut pixels[y * sprite.width + x], colour, cover as f32);
            }
        }
    }
}

/// The rows or columns of a picture, which has so many from `start`, within `room` of a place; counted from the picture's edge.
#[inline(never)]
fn around(place: f64, room: f64, start: usize, count: usize) -> core::ops::Range<usize> {
    let edge = |place: f64| (place.max(0.0) as usize).clamp(start, start + count) - start;
    edge(place - room)..edge(place + room)
}

/// The middle of a ball's shadow, drawn out away from the light.
fn middle_of_shadow(ball: &Ball, camera: &Camera) -> [f64; 3] {
    let away = camera.into_world([0.35 * ball.reach, 0.0, 0.0]);
    [ball.middle[0] + away[0], ball.middle[1] + away[1], ball.middle[2]]
}

/// How dark a ball's shadow lies on the surface at a spot: darkest where the ball touches.
fn shadow(ball: &Ball, camera: &Camera, middle: [f64; 3], spot: Spot) -> f64 {
    let place = camera.unproject(spot);
    let [x, y] = [0, 1].map(|i| (place[i] - middle[i]) / (1.45 * ball.reach));
    let below = (middle[2] - place[2]) / (2.5 * ball.reach);
    let fade = (1.0 - x * x - y * y).max(0.0) * (1.0 - below * below).max(0.0);
    SHADOW * fade * fade.sqrt()
}

fn to_the_24th(value: f64) -> f64 {
    let second = value * value;
    let eighth = second * second * second * second;
    eighth * eighth * eighth
}

/// The colour of a ball in a pixel and how much of the pixel it covers.
fn sphere(ball: &Ball, x: usize, y: usize, surface: f32) -> ([u8; 3], f64) {
    let right = (x as f64 + 0.5 - ball.spot.x) / ball.radius;
    let up = (ball.spot.y - y as f64 - 0.5) / ball.radius;
    let out = right * right + up * up;
    let rim = (1.0 - out.sqrt()) * ball.radius + 0.5;
    if rim <= 0.0 {
        return ([0; 3], 0.0);
    }
    let front = (1.0 - out).max(0.0).sqrt();
    let distance = 1.0 / ball.spot.nearness - front * ball.reach;
    // A soft edge, a tenth of a radius deep, where the surface cuts the ball.
    let before = if surface > 0.0 { (1.0 / f64::from(surface) - distance) / (0.1 * ball.reach) + 0.5 } else { 1.0 };
    let lamp = right * LIGHT[0] + up * LIGHT[1] + front * LIGHT[2];
    let mirrored = 2.0 * lamp * front - LIGHT[2];
    let gloss = to_the_24th(mirrored.max(0.0));
    let body = 0.40 + 0.62 * (0.5 + 0.5 * lamp) * (0.5 + 0.5 * lamp) + 0.10 * lamp.max(0.0)
        - 0.16 * (1.0 - front) * (1.0 - front) * (1.0 - front);
    let colour = ball
        .colour
        .map(|part| (f64::from(part) * body + (255.0 - f64::from(part) * body) * 0.9 * gloss).clamp(0.0, 255.0) as u8);
    (colour, rim.min(1.0) * before.clamp(0.0, 1.0))
}
