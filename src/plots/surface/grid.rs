//! The landscape as heights on a square grid, with the triangles that every part of the view agrees upon.

use super::camera::HEIGHT;
use super::tone::Tone;

/// The region of the two parameters worth seeing: lowest and highest value of each.
pub type Frame = [[f64; 2]; 2];

/// Heights of a loss on `side`×`side` vertices over a frame, row by row, the first parameter running fastest.
#[derive(Clone, Debug)]
pub struct Grid {
    side: usize,
    frame: Frame,
    tone: Tone,
    /// 0 (lowest) to 1 (highest); NaN where the loss is undefined.
    tones: Vec<f32>,
    normals: Vec<[f32; 3]>,
    losses: Vec<f64>,
    sorted: Vec<f64>,
}

impl Grid {
    /// A flat grid of `side` vertices a side, at least 2 and at most 512.
    pub fn new(side: usize) -> Self {
        let mut grid = Self {
            side: side.clamp(2, 512),
            frame: [[-1.0, 1.0]; 2],
            tone: Tone::for_losses(&mut Vec::new()),
            tones: Vec::new(),
            normals: Vec::new(),
            losses: Vec::new(),
            sorted: Vec::new(),
        };
        grid.sample(grid.frame, |_, _| 0.0);
        grid
    }

    /// Samples a loss over a frame. NaN becomes a hole, infinities and wild values stand at the ends of the range.
    pub fn sample(&mut self, frame: Frame, loss: impl Fn(f64, f64) -> f64) {
        self.frame = frame.map(safe_interval);
        let last = (self.side - 1) as f64;
        let at = |axis: usize, i: usize| {
            let [low, high] = self.frame[axis];
            low + (high - low) * (i as f64 / last)
        };
        self.losses.clear();
        for j in 0..self.side {
            self.losses.extend((0..self.side).map(|i| loss(at(0, i), at(1, j))));
        }
        self.sorted.clone_from(&self.losses);
        self.tone = Tone::for_losses(&mut self.sorted);
        self.tones.clear();
        self.tones.extend(self.losses.iter().map(|&loss| self.tone.height(loss).map_or(f32::NAN, |tone| tone as f32)));
        self.compute_normals();
    }

    fn compute_normals(&mut self) {
        self.normals.clear();
        let (side, last) = (self.side, self.side - 1);
        for j in 0..side {
            for i in 0..side {
                let here = self.tones[j * side + i];
                let slope = |lower: usize, upper: usize, cells: usize| {
                    let or_here = |tone: f32| if tone.is_nan() { here } else { tone };
                    let rise = or_here(self.tones[upper]) - or_here(self.tones[lower]);
                    rise * HEIGHT as f32 * last as f32 / (2.0 * cells as f32)
                };
                let (west, east) = (i.saturating_sub(1), (i + 1).min(last));
                let (south, north) = (j.saturating_sub(1), (j + 1).min(last));
                let across = slope(j * side + west, j * side + east, east - west);
                let along = slope(south * side + i, north * side + i, north - south);
                let length = (1.0 + across * across + along * along).sqrt();
                self.normals.push([-across / length, -along / length, 1.0 / length]);
            }
        }
    }

    /// Vertices a side.
    pub fn side(&self) -> usize {
        self.side
    }

    /// The region shown.
    pub fn frame(&self) -> Frame {
        self.frame
    }

    /// The map from loss to height.
    pub fn tone(&self) -> &Tone {
        &self.tone
    }

    /// Heights of the vertices, 0 to 1, NaN in holes.
    pub fn tones(&self) -> &[f32] {
        &self.tones
    }

    /// Upward unit normals of the vertices, in the world.
    pub fn normals(&self) -> &[[f32; 3]] {
        &self.normals
    }

    /// Where parameters lie on the floor of the box, −1 to 1 inside the frame.
    pub fn to_floor(&self, point: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|axis| {
            let [low, high] = self.frame[axis];
            (point[axis] - low) / (high - low) * 2.0 - 1.0
        })
    }

    /// The parameters at a place on the floor of the box: the inverse of [`Grid::to_floor`].
    pub fn from_floor(&self, floor: [f64; 2]) -> [f64; 2] {
        [0, 1].map(|axis| {
            let [low, high] = self.frame[axis];
            low + (high - low) * 0.5 * (floor[axis] + 1.0)
        })
    }

    /// Height in the world above a place on the floor, on the very triangle drawn there; `None` outside and in holes.
    pub fn height(&self, floor: [f64; 2]) -> Option<f64> {
        if !floor.iter().all(|place| place.abs() <= 1.0 + 1e-9) {
            return None;
        }
        let last = self.side - 1;
        let cell = floor.map(|place| (place + 1.0) * 0.5 * last as f64);
        let [i, j] = cell.map(|place| (place.max(0.0) as usize).min(last - 1));
        let (u, v) = (cell[0] - i as f64, cell[1] - j as f64);
        let corner = |i: usize, j: usize| f64::from(self.tones[j * self.side + i]);
        let [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i, j + 1), corner(i + 1, j + 1)];
        let tone = if rises_along_diagonal([a as f32, b as f32, c as f32, d as f32]) {
            if u >= v { a + u * (b - a) + v * (d - b) } else { a + v * (c - a) + u * (d - c) }
        } else if u + v <= 1.0 {
            a + u * (b - a) + v * (c - a)
        } else {
            d + (1.0 - u) * (c - d) + (1.0 - v) * (b - d)
        };
        tone.is_finite().then_some(tone * HEIGHT)
    }
}

/// Whether a cell with corners `[low-low, high-low, low-high, high-high]` is split from its first to its last corner.
/// The flatter diagonal is taken: ridges and valleys then run along edges instead of zigzagging.
pub fn rises_along_diagonal([a, b, c, d]: [f32; 4]) -> bool {
    (a - d).abs() <= (b - c).abs()
}

/// The interval itself if it is finite and of positive length, or the nearest thing to it that is.
fn safe_interval([low, high]: [f64; 2]) -> [f64; 2] {
    let tame = |end: f64, instead: f64| {
        if end.is_nan() { instead } else { end.clamp(-1e12, 1e12) }
    };
    let (low, high) = (tame(low.min(high), -1.0), tame(high.max(low), 1.0));
    let least = 1e-9 * low.abs().max(high.abs()).max(1.0);
    if high - low >= least { [low, high] } else { [low - least, high + least] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plane_is_met_exactly_between_vertices() {
        let mut grid = Grid::new(20);
        grid.sample([[-2.0, 4.0], [0.0, 1.0]], |x, y| x + 2.0 * y);
        let height = grid.height(grid.to_floor([1.2345, 0.321])).unwrap();
        assert!((height / HEIGHT - (1.2345 + 0.642 + 2.0) / 8.0).abs() < 1e-6);
        assert_eq!(grid.height([1.2, 0.0]), None);
    }

    #[test]
    fn undefined_losses_are_holes() {
        let mut grid = Grid::new(11);
        grid.sample([[-1.0, 1.0]; 2], |x, y| if x < 0.0 { f64::NAN } else { x + y });
        assert_eq!(grid.height([-0.5, 0.3]), None);
        assert!(grid.height([0.5, 0.3]).is_some());
        assert!(grid.normals().iter().flatten().filter(|part| part.is_nan()).count() < 11 * 11 * 2);
    }

    #[test]
    fn hostile_frames_become_usable_ones() {
        for frame in [[0.0, 0.0], [f64::NAN, 1.0], [f64::NEG_INFINITY, f64::INFINITY], [3.0, -3.0], [1e308, 1e308]] {
            let [low, high] = safe_interval(frame);
            assert!(low.is_finite() && high.is_finite() && low < high, "{frame:?}");
        }
    }
}
