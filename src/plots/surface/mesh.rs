//! The lit surface: vertices seen by the camera, cells drawn from near to far.

use super::camera::{Camera, HEIGHT};
use super::grid::{Grid, rises_along_diagonal};
use super::palette::{LIGHTS, Palette, TONES};
use super::raster::{Target, Vertex};

/// Where the light comes from: right, up, towards the eye. From the upper left, half behind the reader's shoulder.
const LIGHT: [f64; 3] = [-0.52, 0.62, 0.59];
/// Light that falls everywhere, and what the lamp adds where it falls straight.
const AMBIENT: f32 = 0.30;
const LAMP: f32 = 0.46;
/// Gloss where the surface mirrors the lamp into the eye.
const GLOSS: f32 = 0.10;
/// Faces seen from below get this share of the light.
const UNDERSIDE: f32 = 0.62;

/// Projects and lights every vertex.
pub fn project(grid: &Grid, camera: &Camera, vertices: &mut Vec<Vertex>) {
    let [across, down, away] = camera.rows();
    let light = unit(camera.into_world(LIGHT));
    let halfway = unit(camera.into_world([LIGHT[0], LIGHT[1], LIGHT[2] + 1.0]));
    let side = grid.side();
    let step = 2.0 / (side - 1) as f32;
    vertices.clear();
    for (j, (tones, normals)) in grid.tones().chunks(side).zip(grid.normals().chunks(side)).enumerate() {
        let y = j as f32 * step - 1.0;
        vertices.extend(tones.iter().zip(normals).enumerate().map(|(i, (&tone, normal))| {
            let (x, z) = (i as f32 * step - 1.0, tone * HEIGHT as f32);
            let see = |row: &[f32; 4]| row[0] * x + row[1] * y + row[2] * z + row[3];
            let nearness = 1.0 / see(&away);
            Vertex {
                x: see(&across) * nearness,
                y: see(&down) * nearness,
                nearness,
                tone: tone * (TONES - 1) as f32 + 0.5,
                light: brightness(normal, &light, &halfway) * (LIGHTS - 1) as f32 + 0.5,
            }
        }));
    }
}

/// The light, 0 to 1, on a face with this normal.
#[inline(always)]
fn brightness(normal: &[f32; 3], light: &[f32; 3], halfway: &[f32; 3]) -> f32 {
    let dot = |a: &[f32; 3], b: &[f32; 3]| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    // Half of the lamp's light bends round edges, so that no slope goes black.
    let fall = (0.5 + 0.5 * dot(normal, light)).max(0.0);
    let mirror = dot(normal, halfway).max(0.0);
    let second = mirror * mirror;
    let (fourth, eighth) = (second * second, second * second * second * second);
    (AMBIENT + LAMP * fall * fall.sqrt() + GLOSS * eighth * eighth * fourth).min(1.0)
}

fn unit(direction: [f64; 3]) -> [f32; 3] {
    let length = direction.iter().map(|part| part * part).sum::<f64>().sqrt();
    direction.map(|part| (part / length) as f32)
}

/// How the faces along the four sides of a cell are seen: 1 from above, -1 from below, 0 not at all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Facing {
    /// Along the side of lower second parameter.
    pub south: i8,
    /// Along the side of higher second parameter.
    pub north: i8,
    /// Along the side of lower first parameter.
    pub west: i8,
    /// Along the side of higher first parameter.
    pub east: i8,
}

/// Draws every cell, two triangles each, roughly from near to far so that hidden pixels are seldom shaded.
/// `facing` is filled with one entry a cell.
pub fn draw(
    grid: &Grid,
    eye: [f64; 3],
    palette: &Palette,
    vertices: &[Vertex],
    facing: &mut Vec<Facing>,
    target: &mut Target,
) {
    let cells = grid.side() - 1;
    let order = |i: usize, near_first: bool| if near_first { i } else { cells - 1 - i };
    facing.clear();
    facing.resize(cells * cells, Facing::default());
    for j in 0..cells {
        let j = order(j, eye[1] < 0.0);
        for i in 0..cells {
            let i = order(i, eye[0] < 0.0);
            let corner = j * grid.side() + i;
            let [a, b] = [&vertices[corner], &vertices[corner + 1]];
            let [c, d] = [&vertices[corner + grid.side()], &vertices[corner + grid.side() + 1]];
            if (a.nearness + b.nearness + c.nearness + d.nearness).is_nan() {
                continue;
            }
            facing[j * cells + i] = if rises_along_diagonal([a.tone, b.tone, c.tone, d.tone]) {
                let [south, north] = [draw_half(palette, [a, b, d], target), draw_half(palette, [a, d, c], target)];
                Facing { south, north, west: north, east: south }
            } else {
                let [south, north] = [draw_half(palette, [a, b, c], target), draw_half(palette, [b, d, c], target)];
                Facing { south, north, west: south, east: north }
            };
        }
    }
}

#[inline(always)]
fn draw_half(palette: &Palette, [a, b, c]: [&Vertex; 3], target: &mut Target) -> i8 {
    let area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if area < 0.0 {
        target.fill(palette, [a, b, c]);
        return 1;
    }
    let below = |vertex: &Vertex| Vertex { light: vertex.light * UNDERSIDE, ..*vertex };
    target.fill(palette, [&below(a), &below(b), &below(c)]);
    -1
}
