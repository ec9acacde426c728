//! The nearest face is the one drawn, and a finger lands on it, at every angle.

use super::reference::{Hit, Reference};
use super::{LANDSCAPES, angles, coarse_view};
use downhill::plots::surface::{Palette, SurfaceView};

/// Half a pixel's worth of a hundredth: what rounding may move an edge by.
const EDGE: [[f64; 2]; 5] = [[0.0, 0.0], [0.01, 0.0], [-0.01, 0.0], [0.0, 0.01], [0.0, -0.01]];

fn agree(view: &SurfaceView, picked: Option<[f64; 2]>, seen: Option<Hit>) -> bool {
    match (picked, seen) {
        (None, None) => true,
        (Some(point), Some(hit)) => {
            let floor = view.grid().to_floor(point);
            // A hundredth of a cell, where half a cell would do.
            (0..2).all(|axis| (floor[axis] - hit.floor[axis]).abs() < 0.02 / 17.0)
        }
        _ => false,
    }
}

#[test]
fn what_is_drawn_and_picked_is_what_a_ray_meets_first() {
    let palette = Palette::light();
    for landscape in LANDSCAPES {
        let mut view = coarse_view(landscape);
        let reference = Reference::of(&view);
        let (mut met, mut looked) = (0, 0);
        for (turn, [yaw, pitch]) in angles().enumerate() {
            view.look(yaw, pitch);
            view.render(&palette);
            for probe in 0..16 {
                // Pixels scattered over the picture, others at every turn.
                let x = ((probe * 37 + turn * 11) % 160) as f64 + 0.5;
                let y = ((probe * 53 + turn * 29) % 120) as f64 + 0.5;
                let picked = view.pick(x, y);
                let near = |[dx, dy]: [f64; 2]| agree(&view, picked, reference.look(&view, x + dx, y + dy));
                assert!(EDGE.into_iter().any(near), "yaw {yaw} pitch {pitch} at {x}, {y}");
                looked += 1;
                met += usize::from(picked.is_some());
            }
        }
        assert!(met * 5 > looked, "the surface fills too little of the picture to prove anything");
    }
}

#[test]
fn picking_where_a_visible_point_is_seen_gives_the_point_back() {
    let palette = Palette::light();
    for landscape in LANDSCAPES {
        let mut view = SurfaceView::new();
        view.set_heights(landscape.0, landscape.1);
        view.resize(400, 300, 20.0);
        let mut seen = 0;
        for [yaw, pitch] in angles().step_by(7) {
            view.look(yaw, pitch);
            view.render(&palette);
            for probe in 0..40 {
                let floor = [0.05 * f64::from(probe) - 0.98, (f64::from(probe) * 0.37).sin() * 0.97];
                let spot = view.project(view.grid().from_floor(floor)).unwrap();
                let Some(point) = view.pick(spot.x, spot.y) else {
                    continue;
                };
                let back = view.grid().to_floor(point);
                let there = view.project(point).unwrap();
                // The pixel's middle, not the spot, is what is picked: it projects back into the same pixel.
                assert!((there.x - spot.x.floor() - 0.5).abs() < 0.01, "{there:?} {spot:?}");
                assert!((there.y - spot.y.floor() - 0.5).abs() < 0.01, "{there:?} {spot:?}");
                let off = (back[0] - floor[0]).abs().max((back[1] - floor[1]).abs());
                seen += usize::from(off < 1.0 / 63.0);
            }
        }
        assert!(seen > 500, "{seen} of 1400 points are seen");
    }
}

#[test]
fn beside_the_surface_nothing_is_picked_and_nothing_is_painted_but_the_smooth_rim() {
    let mut view = coarse_view(LANDSCAPES[0]);
    view.render(&Palette::dark());
    for x in [-1.0, 0.0, 159.9, 160.0, f64::NAN, f64::INFINITY] {
        assert_eq!(view.pick(x, 0.5), None);
    }
    for (index, pixel) in view.pixels().chunks(4).enumerate() {
        let (x, y) = ((index % 160) as f64, (index / 160) as f64);
        if view.pick(x, y).is_some() {
            assert_eq!(pixel[3], 255);
        }
    }
}
