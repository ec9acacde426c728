//! What a model predicts, as a line across the plot.

use super::Data;
use crate::plots::plane::Plane;
use crate::plots::style::Look;

/// Distance of the inputs at which the model is asked, in CSS pixels.
const APART: f64 = 1.5;

/// Most of them, whatever the size of the plot.
const MOST: f64 = 4000.0;

/// A point this near to the line through its neighbours, in pixels of the backend, is left out: rounding, no bend.
const STRAIGHT: f64 = 1e-4;

/// The pixels of the predictions from the left edge to the right one. A straight line is two points.
pub fn of(look: &Look, plane: &Plane, data: &Data, parameters: &[f64]) -> Vec<[f64; 2]> {
    let [left, top, right, _] = plane.layout.edges();
    let count = ((right - left) / look.pixels(APART)).clamp(2.0, MOST) as usize;
    let mut line: Vec<[f64; 2]> = Vec::with_capacity(count + 1);
    for k in 0..=count {
        let across = left + (right - left) * k as f64 / count as f64;
        let x = plane.unproject([across, top])[0];
        let point = [across, plane.project([x, (data.predict)(parameters, x)])[1]];
        if let [.., before, last] = line[..]
            && bend(before, last, point) < STRAIGHT
        {
            line.pop();
        }
        line.push(point);
    }
    line
}

/// How far the middle point is above or below the line through the other two; NaN if one of them is.
fn bend(from: [f64; 2], middle: [f64; 2], to: [f64; 2]) -> f64 {
    let share = (middle[0] - from[0]) / (to[0] - from[0]);
    (from[1] + share * (to[1] - from[1]) - middle[1]).abs()
}
