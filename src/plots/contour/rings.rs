//! Marching squares: the closed outlines of the region where a sampled loss reaches a level.
//!
//! The grid is framed by values below every level, at the place of its own border, so that every outline is
//! closed and the region lies on the same side of all of them. The parts along that frame are marked as hidden.

use super::grid::Grid;

/// One closed outline: its corners in pixels, each with whether the line from it to the next one is hidden.
pub type Ring = Vec<([f64; 2], bool)>;

/// Where no line begins.
const NOWHERE: u32 = u32::MAX;

/// The outlines of the region in which a value is at least `level`. Values that are not a number belong nowhere.
pub fn rings(grid: &Grid, level: f64) -> Vec<Ring> {
    let march = March { grid, level, across: grid.columns + 2 };
    let mut next = march.links();
    let mut rings = Vec::new();
    for start in 0..next.len() {
        let mut ring = Ring::new();
        let mut edge = start;
        while next[edge].0 != NOWHERE {
            let (following, hidden) = std::mem::replace(&mut next[edge], (NOWHERE, false));
            ring.push((march.crossing(edge), hidden));
            edge = following as usize;
        }
        if !ring.is_empty() {
            rings.push(ring);
        }
    }
    rings
}

/// One level's walk over the framed grid. An edge has an even number if it goes right from its corner, an odd one if down.
struct March<'a> {
    grid: &'a Grid,
    level: f64,
    /// Corners of the framed grid in a row.
    across: usize,
}

impl March<'_> {
    /// For each edge that the outline crosses, the edge it crosses next, and whether the way there is hidden.
    fn links(&self) -> Vec<(u32, bool)> {
        let (across, down) = (self.across, self.grid.rows + 2);
        let mut next = vec![(NOWHERE, false); 2 * across * down];
        for row in 0..down - 1 {
            for column in 0..across - 1 {
                self.link_cell(column, row, &mut next);
            }
        }
        next
    }

    fn link_cell(&self, column: usize, row: usize, next: &mut [(u32, bool)]) {
        let at = row * self.across + column;
        let values = [at, at + 1, at + self.across + 1, at + self.across].map(|corner| self.grid.framed[corner]);
        let inside = values.map(|value| value >= self.level);
        if inside == [true; 4] || inside == [false; 4] {
            return;
        }
        let upper_left = 2 * at;
        let edges = [upper_left, upper_left + 3, upper_left + 2 * self.across, upper_left + 1];
        let hidden = values.iter().any(|value| !value.is_finite());
        // Once round the cell: where the walk leaves the region a line begins, which ends where it comes in again: at the
        // next place if the region is one piece here, at the previous one if it is two.
        let joined = values.iter().sum::<f64>() / 4.0 >= self.level;
        for side in 0..4 {
            if inside[side] && !inside[(side + 1) % 4] {
                let comes_in = |k: &usize| !inside[*k] && inside[(*k + 1) % 4];
                let found = if joined {
                    (1..4).map(|k| (side + k) % 4).find(comes_in)
                } else {
                    (1..4).map(|k| (side + 4 - k) % 4).find(comes_in)
                };
                if let Some(end) = found {
                    next[edges[side]] = (edges[end] as u32, hidden);
                }
            }
        }
    }

    /// The pixel at which the outline crosses an edge.
    fn crossing(&self, edge: usize) -> [f64; 2] {
        let (column, row) = (edge / 2 % self.across, edge / 2 / self.across);
        let (to_column, to_row) = if edge & 1 == 0 { (column + 1, row) } else { (column, row + 1) };
        let value = |column: usize, row: usize| self.grid.framed[row * self.across + column];
        let (from, to) = (value(column, row), value(to_column, to_row));
        let share = (self.level - from) / (to - from);
        // Where one end is not finite the line keeps to the other one.
        let share = if share.is_nan() { f64::from(u8::from(!from.is_finite())) } else { share.clamp(0.0, 1.0) };
        let between = |from: usize, to: usize, last: usize| {
            let place = |corner: usize| (corner.max(1) - 1).min(last) as f64;
            place(from) + share * (place(to) - place(from))
        };
        self.grid.pixel(between(column, to_column, self.grid.columns - 1), between(row, to_row, self.grid.rows - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::losses::Loss;
    use crate::plots::plane::{Layout, Plane, View};

    struct Of(fn(f64, f64) -> f64);

    impl Loss for Of {
        fn dimension(&self) -> usize {
            2
        }
        fn value(&self, point: &[f64]) -> f64 {
            self.0(point[0], point[1])
        }
        fn gradient(&self, point: &[f64], _: &mut [f64]) -> f64 {
            self.value(point)
        }
        fn frame(&self) -> Vec<[f64; 2]> {
            vec![[-2.0, 2.0]; 2]
        }
    }

    fn outlines(loss: fn(f64, f64) -> f64, level: f64) -> Vec<Ring> {
        let layout = Layout { left: 0, top: 0, right: 400, bottom: 400, size: (400, 400) };
        let plane = Plane::new(layout, View::linear([-2.0, 2.0], [-2.0, 2.0]));
        rings(&Grid::sample(&Of(loss), &plane, 4.0), level)
    }

    /// Twice the signed area would be the sum; a hole has the other sign.
    fn area(ring: &Ring) -> f64 {
        let corners = ring.iter().zip(ring.iter().cycle().skip(1));
        corners.map(|((a, _), (b, _))| (a[0] * b[1] - a[1] * b[0]) / 2.0).sum()
    }

    #[test]
    fn a_bowl_s_rim_has_a_round_hole_wound_the_other_way() {
        let rings = outlines(|x, y| x * x + y * y, 1.0);
        let mut areas: Vec<f64> = rings.iter().map(area).collect();
        areas.sort_by(f64::total_cmp);
        let (rim, hole) = (areas[1].abs(), areas[0].abs());
        let (large, small) = if rim > hole { (rim, hole) } else { (hole, rim) };
        assert_eq!(areas.len(), 2);
        assert!(areas[0] < 0.0 && areas[1] > 0.0);
        assert!((large - 160_000.0).abs() < 1.0);
        assert!((small - std::f64::consts::PI * 10_000.0).abs() < 60.0);
    }

    #[test]
    fn a_line_is_hidden_along_the_frame_only() {
        let rings = outlines(|x, _| x, 0.5);
        let shown: Vec<_> = rings.iter().flatten().filter(|(_, hidden)| !hidden).collect();
        assert_eq!(rings.len(), 1);
        assert!(shown.len() >= 99);
        assert!(shown.iter().all(|(corner, _)| (corner[0] - 250.0).abs() < 1e-9));
    }

    #[test]
    fn a_hole_where_the_loss_is_undefined_has_no_line_round_it() {
        let rings = outlines(|x, y| (x * x + y * y - 1.0).sqrt(), -1.0);
        assert_eq!(rings.len(), 2);
        assert!(rings.iter().flatten().all(|(_, hidden)| *hidden));
    }

    #[test]
    fn a_checkerboard_s_outlines_are_all_closed() {
        let rings = outlines(|x, y| libm::sin(60.0 * x) * libm::sin(47.0 * y), 0.1);
        assert!(rings.len() > 50);
        assert!(rings.iter().all(|ring| ring.len() >= 3));
    }
}
