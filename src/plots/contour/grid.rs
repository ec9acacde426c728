//! A loss sampled over a plot, and the levels at which its contours are drawn.

use crate::losses::Loss;
use crate::plots::plane::Plane;
use crate::plots::surface::Tone;

/// Bands between the lowest and the highest loss worth seeing; as many as the surface shows.
pub const BANDS: usize = 16;

/// Most cells along one side.
const MOST: f64 = 200.0;

/// Values of a loss at the corners of equal cells that fill a plot, row by row from the top, in a frame of values below
/// every other: one corner more on each side, which lies where its neighbour in the plot does.
pub struct Grid {
    pub columns: usize,
    pub rows: usize,
    /// `(columns + 2) · (rows + 2)` numbers, those of the frame minus infinity.
    pub framed: Vec<f64>,
    edges: [f64; 4],
}

impl Grid {
    /// Samples a loss of two parameters every `cell` pixels, at most 200 times along a side.
    pub fn sample(loss: &dyn Loss, plane: &Plane, cell: f64) -> Grid {
        let edges = plane.layout.edges();
        let count = |length: f64| (length / cell).ceil().clamp(1.0, MOST) as usize + 1;
        let (columns, rows) = (count(edges[2] - edges[0]), count(edges[3] - edges[1]));
        let framed = vec![f64::NEG_INFINITY; (columns + 2) * (rows + 2)];
        let mut grid = Grid { columns, rows, framed, edges };
        for row in 0..rows {
            for column in 0..columns {
                let value = loss.value(&plane.unproject(grid.pixel(column as f64, row as f64)));
                grid.framed[(row + 1) * (columns + 2) + column + 1] = value;
            }
        }
        grid
    }

    /// The pixel of a corner, or of a place between corners.
    pub fn pixel(&self, column: f64, row: f64) -> [f64; 2] {
        let [left, top, right, bottom] = self.edges;
        let across = column / (self.columns - 1) as f64;
        let down = row / (self.rows - 1) as f64;
        [left + (right - left) * across, top + (bottom - top) * down]
    }

    /// The losses between the bands, rising: equally high on the surface of the same loss, dense where the loss is low.
    pub fn levels(&self) -> Vec<f64> {
        let tone = Tone::for_losses(&mut self.framed.clone());
        let mut levels: Vec<f64> = (1..BANDS).map(|band| tone.loss(band as f64 / BANDS as f64)).collect();
        levels.dedup();
        if levels.len() < BANDS - 1 { Vec::new() } else { levels }
    }
}
