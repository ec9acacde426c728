//! The outline: a thin smooth line along the rim of the surface and wherever it folds away from the eye.

use super::grid::{Grid, rises_along_diagonal};
use super::mesh::Facing;
use super::palette::{LIGHTS, Palette, TONES};
use super::raster::{Target, Vertex};

/// How much farther than the surface a line may lie and still be drawn, as a share of its distance.
const BIAS: f32 = 1.003;

/// Draws the edges between a face seen from above, one seen from below, and nothing, `width` pixels wide.
/// This also smooths the silhouette.
pub fn draw(grid: &Grid, palette: &Palette, vertices: &[Vertex], facing: &[Facing], width: f32, target: &mut Target) {
    let (side, cells) = (grid.side(), grid.side() - 1);
    let cell = |i: usize, j: usize| {
        if i < cells && j < cells { facing[j * cells + i] } else { Facing::default() }
    };
    let mut edge = |from: usize, to: usize| line(palette, &vertices[from], &vertices[to], width, target);
    for j in 0..side {
        for i in 0..side {
            let (here, corner) = (cell(i, j), j * side + i);
            if here.south != cell(i, j.wrapping_sub(1)).north {
                edge(corner, corner + 1);
            }
            if here.west != cell(i.wrapping_sub(1), j).east {
                edge(corner, corner + side);
            }
            if here.south != here.north {
                let corners = [corner, corner + 1, corner + side, corner + side + 1];
                if rises_along_diagonal(corners.map(|at| grid.tones()[at])) {
                    edge(corner, corner + side + 1);
                } else {
                    edge(corner + 1, corner + side);
                }
            }
        }
    }
}

/// A smooth line between two vertices, hidden where the surface is clearly nearer.
fn line(palette: &Palette, from: &Vertex, to: &Vertex, width: f32, target: &mut Target) {
    let steep = (to.y - from.y).abs() > (to.x - from.x).abs();
    let along = |vertex: &Vertex| {
        if steep { [vertex.y, vertex.x] } else { [vertex.x, vertex.y] }
    };
    let (from, to) = if along(from)[0] <= along(to)[0] { (from, to) } else { (to, from) };
    let ([start, across], [end, across_end]) = (along(from), along(to));
    let end_of_target = if steep { target.height } else { target.width };
    let length = (end - start).max(1e-6);
    let slope = (across_end - across) / length;
    // A slanting line is thinner than its extent across a row or column.
    let reach = 0.5 * width * (1.0 + slope * slope).sqrt() + 0.5;
    let [first, last] = [start, end].map(|place| ((place + 0.5).max(0.0) as usize).min(end_of_target));
    for major in first..last {
        let share = ((major as f32 + 0.5 - start) / length).clamp(0.0, 1.0);
        let blend = |a: f32, b: f32| a + (b - a) * share;
        let centre = blend(across, across_end);
        let near = blend(from.nearness, to.nearness) * BIAS;
        let light = blend(from.light, to.light) - palette.outline * LIGHTS as f32;
        let level = light.clamp(0.0, (LIGHTS - 1) as f32) as usize;
        let tone = blend(from.tone, to.tone).clamp(0.0, (TONES - 1) as f32) as usize;
        let [r, g, b, _] = palette.pixels()[level * TONES + tone];
        for minor in (centre - reach).max(0.0) as usize..(centre + reach).max(0.0) as usize + 1 {
            let cover = (reach - (minor as f32 + 0.5 - centre).abs()).clamp(0.0, 1.0);
            let (x, y) = if steep { (minor, major) } else { (major, minor) };
            if x < target.width && y < target.height && near >= target.nearness[y * target.width + x] {
                let at = 4 * (y * target.width + x);
                cover_pixel(&mut target.pixels[at..at + 4], [r, g, b], cover);
            }
        }
    }
}

/// Lays a colour over a straight-alpha pixel.
pub fn cover_pixel(pixel: &mut [u8], colour: [u8; 3], cover: f32) {
    let below = f32::from(pixel[3]) / 255.0 * (1.0 - cover);
    let alpha = cover + below;
    if alpha <= 0.0 {
        return;
    }
    for (part, over) in pixel.iter_mut().zip(colour) {
        *part = ((f32::from(over) * cover + f32::from(*part) * below) / alpha + 0.5) as u8;
    }
    pixel[3] = (alpha * 255.0 + 0.5) as u8;
}
