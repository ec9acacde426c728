//! What is written at trails, so that no text lies upon another one.

use plotters::style::text_anchor::{HPos, VPos};

use super::path::Path;
use crate::digits::fixed;
use crate::plots::style::{Look, size};

/// Steps that are numbered, the start included.
const NUMBERED: usize = 6;

/// Share of the text's colour in a number; the rest is the trail's.
pub const INK: f64 = 0.55;

/// Width of a letter and height of a line, in heights of the type.
const LETTER: f64 = 0.62;
const LINE: f64 = 1.05;

/// Every text is held at its middle.
pub const CENTRED: (HPos, VPos) = (HPos::Center, VPos::Center);

/// Where texts stand already.
pub struct Labels<'a> {
    look: &'a Look,
    edges: [f64; 4],
    taken: Vec<(String, [f64; 4])>,
}

impl<'a> Labels<'a> {
    /// No texts, and room for them within these edges (left, top, right, bottom).
    pub fn new(look: &'a Look, edges: [f64; 4]) -> Self {
        Labels { look, edges, taken: Vec::new() }
    }

    /// The middle of a text: at the first of these places that is free, moved into the picture; none if all are taken.
    pub fn place(&mut self, text: &str, wanted: impl Iterator<Item = [f64; 2]>) -> Option<[f64; 2]> {
        let half = [self.half_width(text), self.look.ems(LINE / 2.0)];
        let [left, top, right, bottom] = self.edges;
        let inside = |value: f64, low: f64, high: f64| value.min(high).max(low);
        for [x, y] in wanted {
            let x = inside(x, left + half[0], right - half[0]);
            let y = inside(y, top + half[1], bottom - half[1]);
            let found = [x - half[0], y - half[1], x + half[0], y + half[1]];
            if self.taken.iter().all(|(_, other)| !overlap(other, &found)) {
                self.taken.push((text.to_owned(), found));
                return Some([x, y]);
            }
        }
        None
    }

    /// From the middle of a text to its end, in pixels.
    pub fn half_width(&self, text: &str) -> f64 {
        self.look.ems(LETTER * text.chars().count() as f64 / 2.0)
    }

    /// The numbers of a trail's first steps with the places for them, as far as those are apart; the same number stands only
    /// once at a place.
    pub fn numbers(&mut self, path: &Path) -> Vec<([f64; 2], String)> {
        let mut numbers = Vec::new();
        let mut before = [f64::INFINITY; 2];
        let least = self.look.ems(LINE);
        for (step, place) in path.places.iter().take(NUMBERED).enumerate() {
            let text = fixed(step as f64, 0, '.');
            let wanted = self.around(*place);
            let apart = libm::hypot(place[0] - before[0], place[1] - before[1]) >= least;
            if !apart || !self.holds(*place) || self.says(&text, &wanted) {
                continue;
            }
            before = *place;
            numbers.extend(self.place(&text, wanted.into_iter()).map(|middle| (middle, text)));
        }
        numbers
    }

    /// Below a place, beside and above it.
    fn around(&self, [x, y]: [f64; 2]) -> [[f64; 2]; 6] {
        let away = self.look.pixels(size::MARBLE + size::RING) + self.look.ems(0.55);
        let side = 0.8 * away;
        [[0.0, away], [-side, side], [side, side], [0.0, away + self.look.ems(LINE)], [side, -side], [-side, -side]]
            .map(|[right, down]| [x + right, y + down])
    }

    fn says(&self, text: &str, places: &[[f64; 2]]) -> bool {
        let near = |[left, top, right, bottom]: &[f64; 4]| {
            places.iter().any(|[x, y]| (*left..=*right).contains(x) && (*top..=*bottom).contains(y))
        };
        self.taken.iter().any(|(other, at)| other == text && near(at))
    }

    fn holds(&self, [x, y]: [f64; 2]) -> bool {
        let [left, top, right, bottom] = self.edges;
        (left..=right).contains(&x) && (top..=bottom).contains(&y)
    }
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}
