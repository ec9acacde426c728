//! A slow, independent answer to "what is seen there": one ray against every triangle of the surface.

use downhill::plots::surface::{HEIGHT, SurfaceView};

type Point = [f64; 3];

/// The triangles of a surface in the world.
pub struct Reference {
    triangles: Vec<[Point; 3]>,
}

/// Where a ray meets the surface first.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    pub distance: f64,
    pub floor: [f64; 2],
}

impl Reference {
    pub fn of(view: &SurfaceView) -> Self {
        let (side, tones) = (view.grid().side(), view.grid().tones());
        let vertex = |i: usize, j: usize| {
            let place = |k: usize| 2.0 * k as f64 / (side - 1) as f64 - 1.0;
            [place(i), place(j), f64::from(tones[j * side + i]) * HEIGHT]
        };
        let mut triangles = Vec::new();
        for j in 0..side - 1 {
            for i in 0..side - 1 {
                let [a, b, c, d] = [vertex(i, j), vertex(i + 1, j), vertex(i, j + 1), vertex(i + 1, j + 1)];
                if (a[2] - d[2]).abs() <= (b[2] - c[2]).abs() {
                    triangles.extend([[a, b, d], [a, d, c]]);
                } else {
                    triangles.extend([[a, b, c], [b, d, c]]);
                }
            }
        }
        triangles.retain(|corners| corners.iter().all(|corner| corner[2].is_finite()));
        Self { triangles }
    }

    /// The first triangle on the line of sight through a place on the screen.
    pub fn look(&self, view: &SurfaceView, x: f64, y: f64) -> Option<Hit> {
        let eye = view.camera().eye();
        let spot = downhill::plots::surface::Spot { x, y, nearness: 0.2 };
        let way = minus(view.camera().unproject(spot), eye);
        let hits = self.triangles.iter().filter_map(|triangle| meet(eye, way, triangle));
        hits.min_by(f64::total_cmp).map(|share| {
            let at = [0, 1, 2].map(|i| eye[i] + share * way[i]);
            Hit { distance: share * 5.0, floor: [at[0], at[1]] }
        })
    }
}

/// How far along a ray a triangle is met (Möller and Trumbore), in lengths of `way`.
fn meet(eye: Point, way: Point, &[a, b, c]: &[Point; 3]) -> Option<f64> {
    let (ab, ac) = (minus(b, a), minus(c, a));
    let normal = cross(way, ac);
    let volume = dot(ab, normal);
    let from = minus(eye, a);
    let u = dot(from, normal) / volume;
    let side = cross(from, ab);
    let v = dot(way, side) / volume;
    let share = dot(ac, side) / volume;
    (u >= 0.0 && v >= 0.0 && u + v <= 1.0 && share > 0.0).then_some(share)
}

fn minus(a: Point, b: Point) -> Point {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

fn dot(a: Point, b: Point) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn cross(a: Point, b: Point) -> Point {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}
