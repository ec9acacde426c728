//! The box behind the surface: floor, back walls, ticks and labels, drawn through plotters with the surface's own camera.

use plotters::coord::Shift;
use plotters::prelude::*;

use super::camera::{Camera, HEIGHT};
use super::grid::Grid;
use super::labels::Labels;
use super::rule::{Rule, floor_rule, height_rule, near_sides};
use super::ticks;
use crate::plots::ink;

/// How the axes look and what they say. Sizes are pixels of the picture.
pub struct AxesStyle<'a> {
    /// Edges of the box that carry ticks.
    pub line: RGBAColor,
    /// Grid lines and the other edges.
    pub grid: RGBAColor,
    /// Labels.
    pub text: RGBAColor,
    /// Font family.
    pub font: &'a str,
    /// Font size.
    pub font_size: f64,
    /// Width of lines.
    pub stroke: u32,
    /// Names of first parameter, second parameter and loss.
    pub names: [&'a str; 3],
    /// Writes a number.
    pub number: &'a dyn Fn(f64) -> String,
}

type Outcome<DB> = Result<(), DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Draws the axes. Everything lies behind the surface or beside it, so this belongs on a layer below the surface's.
pub fn draw<DB: DrawingBackend>(
    grid: &Grid,
    camera: &Camera,
    root: &DrawingArea<DB, Shift>,
    style: &AxesStyle,
) -> Outcome<DB> {
    let (width, height) = root.dim_in_pixel();
    let near = near_sides(camera);
    let rules = [0, 1].map(|axis| floor_rule(camera, near, axis));
    let upright = height_rule(camera);
    let values = [0, 1].map(|axis| {
        let room = rules[axis].length / (3.2 * style.font_size);
        ticks::round_numbers(grid.frame()[axis], (room as usize).clamp(2, 6))
    });
    let heights = ticks::heights(grid.tone(), ((upright.length / (2.6 * style.font_size)) as usize).clamp(2, 5));
    let places = [0, 1].map(|axis| {
        let floor = |&value: &f64| grid.to_floor([value; 2])[axis];
        values[axis].iter().map(floor).collect::<Vec<f64>>()
    });
    let levels: Vec<f64> = heights.iter().map(|&(_, height)| height * HEIGHT).collect();
    draw_box(camera, root, style, &places, &levels)?;

    let mut labels = Labels::new(style.font, style.font_size, style.text, [f64::from(width), f64::from(height)]);
    let named = [(&rules[0], style.names[0]), (&rules[1], style.names[1])];
    for (rule, name) in named {
        let widest = 0.5 * labels.width("−0.0") * rule.outward[0].abs();
        labels.write(
            root,
            name,
            rule.beside(camera, 0.5, rule.clearance(camera, 0.5) + 1.9 * style.font_size + widest),
            rule.outward,
        )?;
    }
    labels.write(root, style.names[2], above(upright.beside(camera, 1.0, 0.0), 0.6 * style.font_size), [0.0, -1.0])?;
    let written = |value: f64| (style.number)(value);
    let upright_ticks = heights.iter().map(|&(loss, height)| (written(loss), height)).collect();
    let [across, along] = [0, 1].map(|axis| {
        let at = |(&value, &place): (&f64, &f64)| (written(value), 0.5 * (place + 1.0));
        values[axis].iter().zip(&places[axis]).map(at).collect::<Vec<_>>()
    });
    for (rule, marks) in [(&upright, upright_ticks), (&rules[0], across), (&rules[1], along)] {
        draw_rule(camera, root, style, &mut labels, rule, marks)?;
    }
    Ok(())
}

/// Floor and back walls with their grid lines.
fn draw_box<DB: DrawingBackend>(
    camera: &Camera,
    root: &DrawingArea<DB, Shift>,
    style: &AxesStyle,
    places: &[Vec<f64>; 2],
    levels: &[f64],
) -> Outcome<DB> {
    let eye = camera.eye();
    let sheet = |corners: [[f64; 3]; 4]| -> Outcome<DB> {
        let pixels: Vec<(i32, i32)> = corners.iter().map(|&corner| pixel(camera, corner)).collect();
        let outline = [&pixels[..], &pixels[..1]].concat();
        ink::path(root, &outline, style.grid.stroke_width(style.stroke))
    };
    let line = |from: [f64; 3], to: [f64; 3]| {
        ink::path(root, &[pixel(camera, from), pixel(camera, to)], style.grid.stroke_width(style.stroke))
    };
    sheet([[-1.0, -1.0, 0.0], [1.0, -1.0, 0.0], [1.0, 1.0, 0.0], [-1.0, 1.0, 0.0]])?;
    for (axis, other) in [(0, 1), (1, 0)] {
        let at = |along: f64, across: f64, height: f64| {
            let mut point = [0.0, 0.0, height];
            (point[axis], point[other]) = (along, across);
            point
        };
        for &place in &places[axis] {
            line(at(place, -1.0, 0.0), at(place, 1.0, 0.0))?;
        }
        // Walls whose inner side faces the eye are behind the surface.
        for side in [-1.0, 1.0].into_iter().filter(|side| side * eye[other] < 1.0) {
            sheet([at(-1.0, side, 0.0), at(1.0, side, 0.0), at(1.0, side, HEIGHT), at(-1.0, side, HEIGHT)])?;
            for &level in levels {
                line(at(-1.0, side, level), at(1.0, side, level))?;
            }
            for &place in &places[axis] {
                line(at(place, side, 0.0), at(place, side, HEIGHT))?;
            }
        }
    }
    Ok(())
}

/// An edge with its ticks and their labels.
fn draw_rule<DB: DrawingBackend>(
    camera: &Camera,
    root: &DrawingArea<DB, Shift>,
    style: &AxesStyle,
    labels: &mut Labels,
    rule: &Rule,
    marks: Vec<(String, f64)>,
) -> Outcome<DB> {
    if rule.length < 2.0 * style.font_size {
        return Ok(());
    }
    let stroke = style.line.stroke_width(style.stroke);
    ink::path(root, &rule.ends.map(|end| pixel(camera, end)), stroke)?;
    for (text, share) in marks {
        let clear = rule.clearance(camera, share);
        let [from, to, label] = [0.0, 0.35, 0.6].map(|ems| rule.beside(camera, share, clear + ems * style.font_size));
        ink::path(root, &[round(from), round(to)], stroke)?;
        labels.write(root, &text, label, rule.outward)?;
    }
    Ok(())
}

fn above([x, y]: [f64; 2], distance: f64) -> [f64; 2] {
    [x, y - distance]
}

fn pixel(camera: &Camera, point: [f64; 3]) -> (i32, i32) {
    let spot = camera.project(point);
    round([spot.x, spot.y])
}

fn round([x, y]: [f64; 2]) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}
