//! A dashed line, cut to the plot before it is cut into dashes: there may be a billion of them outside.

use plotters::prelude::DrawingBackend;

use crate::plots::clip::{self, Pixel};
use crate::plots::ink;
use crate::plots::pen::{Drawn, Pen};
use crate::plots::style::Rgb;

/// Length of a dash and of the gap after it, in CSS pixels.
const DASH: f64 = 6.0;
const GAP: f64 = 4.0;

/// A dashed line of `width` CSS pixels.
pub fn line<B: DrawingBackend>(pen: &Pen<B>, points: &[[f64; 2]], color: Rgb, width: f64) -> Drawn<B> {
    let style = pen.look.stroke(color, 1.0, width);
    for piece in clip::pieces(points, pen.edges) {
        for dash in dashes(&piece, pen.look.pixels(DASH), pen.look.pixels(GAP)) {
            ink::path(pen.area, &dash, style)?;
        }
    }
    Ok(())
}

/// The dashes of a line, each with the corners that it goes round.
fn dashes(line: &[Pixel], dash: f64, gap: f64) -> Vec<Vec<Pixel>> {
    let mut dashes = Vec::new();
    let mut current: Vec<Pixel> = line.first().into_iter().copied().collect();
    let (mut is_dash, mut left) = (true, dash);
    for pair in line.windows(2) {
        let [from, to] = [pair[0], pair[1]].map(|(x, y)| [f64::from(x), f64::from(y)]);
        let long = libm::hypot(to[0] - from[0], to[1] - from[1]);
        let mut gone = 0.0;
        while long - gone > left {
            gone += left;
            let at = clip::rounded([0, 1].map(|axis| from[axis] + (to[axis] - from[axis]) * gone / long));
            if is_dash {
                current.push(at);
                dashes.push(std::mem::take(&mut current));
            } else {
                current = vec![at];
            }
            is_dash = !is_dash;
            left = if is_dash { dash } else { gap };
        }
        left -= long - gone;
        if is_dash {
            current.push(pair[1]);
        }
    }
    if current.len() > 1 {
        dashes.push(current);
    }
    dashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_thirty_is_three_dashes_with_gaps_of_four() {
        assert_eq!(dashes(&[(0, 0), (26, 0)], 6.0, 4.0), [[(0, 0), (6, 0)], [(10, 0), (16, 0)], [(20, 0), (26, 0)]]);
    }

    #[test]
    fn a_dash_goes_round_a_corner_and_a_gap_skips_one() {
        let line = [(0, 0), (4, 0), (4, 4), (4, 7), (10, 7)];
        assert_eq!(dashes(&line, 6.0, 4.0), [vec![(0, 0), (4, 0), (4, 2)], vec![(4, 6), (4, 7), (9, 7)]]);
    }

    #[test]
    fn a_line_without_length_is_no_dash() {
        assert_eq!(dashes(&[], 6.0, 4.0), Vec::<Vec<Pixel>>::new());
        assert_eq!(dashes(&[(3, 3)], 6.0, 4.0), Vec::<Vec<Pixel>>::new());
    }
}
