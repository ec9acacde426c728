//! The map of the heavy ball's regimes over αλ and β, with the place of each direction of a loss.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::DrawingBackend;
use plotters::style::text_anchor::{HPos, VPos};

use super::pen::{Drawn, Pen};
use super::plane::{Plane, View};
use super::style::{Look, Rgb, size};
use super::{chart, clip, ink};
use crate::regime::diverges_above;

/// Largest αλ on the map: a little beyond where a momentum of 1 would still hold.
const WIDEST: f64 = 4.2;

/// Corners along one border.
const CORNERS: u32 = 64;

/// Share of a region's colour; the rest is paper.
const TINT: f64 = 0.24;

/// Width of a letter in heights of the type, on the generous side.
const LETTER: f64 = 0.62;

/// One direction of a loss on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// αλ: learning rate times curvature.
    pub product: f64,
    /// β.
    pub momentum: f64,
    /// What the direction's curvature is called, such as λ₁.
    pub name: &'static str,
}

/// The ranges of the map, the same for every loss.
pub fn view() -> View {
    View::linear([0.0, WIDEST], [0.0, 1.0])
}

/// A region: its corners, its colour, its name and where the name stands.
struct Region<'a> {
    outline: Vec<[f64; 2]>,
    color: Rgb,
    name: &'a str,
    label: [f64; 2],
    /// Room for the name, in units of αλ.
    room: f64,
}

/// Paper, axes, and the four regions with their names where these fit.
pub fn draw_base<B: DrawingBackend>(area: &DrawingArea<B, Shift>, look: &Look, plane: &Plane) -> Drawn<B> {
    if !chart::draw_ground(area, look, plane)? {
        return Ok(());
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    for region in regions(look) {
        let outline: Vec<[f64; 2]> = region.outline.iter().map(|corner| plane.project(*corner)).collect();
        let corners = outline.iter().map(|corner| clip::rounded(*corner)).collect();
        ink::polygon(area, corners, look.paper.mix(region.color, TINT).rgba(1.0))?;
        pen.line(&outline, look.paper.mix(region.color, 0.8), 1.0, size::GRID)?;
        let letters = region.name.chars().count() as f64;
        if look.ems(LETTER * letters) < region.room * plane.pixels_per_unit()[0] {
            let ink = region.color.mix(look.text, 0.55);
            pen.text(region.name, plane.project(region.label), ink, HPos::Center, VPos::Center)?;
        }
    }
    chart::draw_axes(area, look, plane, "αλ", "β")
}

/// The regions between the borders `β = (1 − √(αλ))²`, on which the two roots meet, and `αλ = 2 + 2β`.
fn regions(look: &Look) -> [Region<'_>; 4] {
    let [settle, zigzag, diverge] = look.bands;
    let words = &look.words.regimes;
    // √(αλ) goes from 1 to 0 along the left branch and from 1 to 2 along the right one; √β is its distance from 1.
    let branch = |side: f64| {
        (0..=CORNERS).map(move |k| f64::from(k) / f64::from(CORNERS)).map(move |gap| {
            let root = 1.0 + side * gap;
            [root * root, gap * gap]
        })
    };
    let limit = |momentum: f64| [diverges_above(momentum), momentum];
    let region = |outline: Vec<[f64; 2]>, color, name, label, room| Region { outline, color, name, label, room };
    [
        region(branch(1.0).chain([limit(1.0), limit(0.0)]).collect(), zigzag, &words[2], [1.72, 0.035], 0.66),
        region(vec![limit(0.0), limit(1.0), [WIDEST, 1.0], [WIDEST, 0.0]], diverge, &words[3], [3.4, 0.32], 1.4),
        region(branch(-1.0).chain([[0.0, 0.0]]).collect(), settle, &words[0], [0.32, 0.06], 0.55),
        region(
            branch(-1.0).collect::<Vec<_>>().into_iter().rev().chain(branch(1.0)).collect(),
            look.momentum,
            &words[1],
            [1.6, 0.8],
            1.8,
        ),
    ]
}

/// The places of the directions, joined: they share their momentum.
pub fn draw_overlay<B: DrawingBackend>(
    area: &DrawingArea<B, Shift>,
    look: &Look,
    plane: &Plane,
    places: &[Place],
    color: Rgb,
) -> Drawn<B> {
    if !plane.layout.has_room(look) {
        return Ok(());
    }
    let pen = Pen { area, look, edges: plane.layout.edges() };
    let pixels: Vec<[f64; 2]> = places.iter().map(|place| plane.project([place.product, place.momentum])).collect();
    pen.line(&pixels, color, 1.0, size::TRAIL)?;
    for (place, pixel) in places.iter().zip(&pixels) {
        pen.marble(*pixel, color)?;
        let [x, y] = clip::nearest(*pixel, pen.edges);
        if clip::is_finite(pixel) {
            let below = y - pen.edges[1] < look.ems(2.0);
            let (gap, anchor) = if below { (1.0, VPos::Top) } else { (-1.0, VPos::Bottom) };
            pen.text(
                place.name,
                [x, y + gap * look.pixels(size::MARBLE + size::RING + 1.0)],
                look.text,
                HPos::Center,
                anchor,
            )?;
        }
    }
    Ok(())
}
