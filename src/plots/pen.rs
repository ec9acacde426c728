//! The strokes all plots are made of: lines, dots, marbles and arrows, cut to the plot and few in number.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::prelude::DrawingBackend;
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, VPos};

use super::clip::{self, Pixel, nearest, rounded};
use super::ink;
use super::style::{Look, Rgb, size};

/// What drawing on a backend gives.
pub type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

/// Draws on an area, within these edges (left, top, right, bottom).
pub struct Pen<'a, B: DrawingBackend> {
    pub area: &'a DrawingArea<B, Shift>,
    pub look: &'a Look,
    pub edges: [f64; 4],
}

impl<B: DrawingBackend> Pen<'_, B> {
    /// A line of `width` CSS pixels.
    pub fn line(&self, points: &[[f64; 2]], color: Rgb, opacity: f64, width: f64) -> Drawn<B> {
        let style = self.look.stroke(color, opacity, width);
        for piece in clip::pieces(points, self.edges) {
            ink::path(self.area, &piece, style)?;
        }
        Ok(())
    }

    /// Dots of `radius` CSS pixels.
    pub fn dots(&self, centers: &[[f64; 2]], color: Rgb, opacity: f64, radius: f64) -> Drawn<B> {
        let style = color.rgba(opacity).filled();
        let radius = self.look.pixels(radius).round() as i32;
        for center in centers.iter().filter(|center| self.holds(**center)) {
            ink::circle(self.area, rounded(*center), radius, style)?;
        }
        Ok(())
    }

    /// A marble in a ring of paper; outside the plot an empty circle on its edge, nearest to where it went.
    pub fn marble(&self, center: [f64; 2], color: Rgb) -> Drawn<B> {
        if !clip::is_finite(&center) {
            return Ok(());
        }
        let place = rounded(nearest(center, self.edges));
        let radius = |css: f64| self.look.pixels(css).round() as i32;
        let paper = self.look.paper.rgba(1.0);
        if self.holds(center) {
            ink::circle(self.area, place, radius(size::MARBLE + size::RING), paper.filled())?;
            ink::circle(self.area, place, radius(size::MARBLE), color.rgba(1.0).filled())
        } else {
            let style = self.look.stroke(color, 1.0, size::ARROW);
            ink::circle(self.area, place, radius(size::DOT + 1.0), paper.filled())?;
            ink::circle(self.area, place, radius(size::DOT + 1.0), style)
        }
    }

    /// The mark of a minimum: a ring filled with paper.
    pub fn ring(&self, center: [f64; 2], color: Rgb) -> Drawn<B> {
        if !self.holds(center) {
            return Ok(());
        }
        let radius = self.look.pixels(size::MINIMUM).round() as i32;
        let paper = self.look.paper.rgba(1.0).filled();
        ink::circle(self.area, rounded(center), radius, paper)?;
        let style = self.look.stroke(color, 1.0, size::ARROW);
        ink::circle(self.area, rounded(center), radius, style)
    }

    /// An arrow from a marble, unless it is too short to look out from under it. Where it leaves the plot its head stands at
    /// the edge.
    pub fn arrow(&self, from: [f64; 2], to: [f64; 2], color: Rgb) -> Drawn<B> {
        if !clip::is_finite(&from) || !clip::is_finite(&to) {
            return Ok(());
        }
        let Some((start, end)) = clip::segment(from, to, self.edges) else {
            return Ok(());
        };
        let (dx, dy) = (end[0] - start[0], end[1] - start[1]);
        let length = libm::hypot(dx, dy);
        let seen = length - self.look.pixels(size::MARBLE + size::RING);
        if seen < self.look.pixels(4.0) {
            return Ok(());
        }
        let head = self.look.pixels(size::HEAD).min(seen);
        let (along, across) = ([dx / length, dy / length], [-dy / length, dx / length]);
        let neck = [end[0] - head * along[0], end[1] - head * along[1]];
        let barb = |side: f64| rounded([neck[0] + side * head * across[0], neck[1] + side * head * across[1]]);
        let shaft = self.look.stroke(color, 1.0, size::ARROW);
        ink::path(self.area, &[rounded(start), rounded(neck)], shaft)?;
        ink::polygon(self.area, vec![barb(0.45), rounded(end), barb(-0.45)], color.rgba(1.0))
    }

    /// A text anchored at a place.
    pub fn text(&self, text: &str, at: [f64; 2], color: Rgb, h: HPos, v: VPos) -> Drawn<B> {
        self.write(text, rounded(at), color, h, v)
    }

    /// A text anchored at a pixel.
    pub fn write(&self, text: &str, at: Pixel, color: Rgb, h: HPos, v: VPos) -> Drawn<B> {
        ink::text(self.area, text, &self.look.type_style(color, h, v), at)
    }

    /// Whether a place lies within the plot.
    pub fn holds(&self, center: [f64; 2]) -> bool {
        clip::is_finite(&center) && nearest(center, self.edges) == center
    }
}
