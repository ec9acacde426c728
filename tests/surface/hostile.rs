//! Losses, frames and sizes that no lesson would choose still give a picture.

use super::{LANDSCAPES, angles};
use downhill::plots::surface::{Joining, Marble, Palette, SurfaceView};

const LOSSES: [fn(f64, f64) -> f64; 11] = [
    |_, _| 0.0,
    |_, _| 1e308,
    |_, _| f64::INFINITY,
    |_, _| f64::NEG_INFINITY,
    |x, _| if x < 0.1 { f64::NAN } else { x },
    |x, _| if x < 0.1 { f64::INFINITY } else { x },
    |x, y| {
        if x.abs() + y.abs() < 0.05 { 1e308 } else { x * y }
    },
    |x, y| {
        if x.abs() + y.abs() < 0.05 { -1e308 } else { x * y }
    },
    |x, _| x * 1e308,
    |x, y| (1e3 * x * y).exp(),
    |x, y| 1.0 + 1e-16 * (x + y),
];

fn shows_something(view: &SurfaceView) -> bool {
    view.pixels().chunks(4).filter(|pixel| pixel[3] == 255).count() > 500
}

#[test]
fn every_hostile_loss_gives_a_picture() {
    let palette = Palette::light();
    for (index, loss) in LOSSES.into_iter().enumerate() {
        let mut view = SurfaceView::with_side(33);
        view.set_heights([[-1.0, 1.0]; 2], loss);
        view.resize(160, 120, 10.0);
        for [yaw, pitch] in angles().step_by(17) {
            view.look(yaw, pitch);
            view.render(&palette);
            assert!(shows_something(&view), "loss {index} at yaw {yaw}, pitch {pitch}");
            let tones = view.grid().tones();
            assert!(tones.iter().all(|tone| tone.is_nan() || (0.0..=1.0).contains(tone)));
        }
    }
}

#[test]
fn a_loss_without_any_value_gives_an_empty_picture() {
    let mut view = SurfaceView::with_side(9);
    view.set_heights([[-1.0, 1.0]; 2], |_, _| f64::NAN);
    view.resize(80, 60, 4.0);
    view.render(&Palette::light());
    assert!(view.pixels().iter().all(|&part| part == 0));
    assert_eq!(view.project([0.0, 0.0]), None);
}

#[test]
fn every_size_and_angle_is_survived() {
    let palette = Palette::dark();
    let marble = Marble { point: [1.0, 1.0], radius: 6.0, colour: [0; 3] };
    for [width, height] in [[0, 0], [0, 40], [40, 0], [1, 1], [2, 3], [8000, 1], [1, 8000], [usize::MAX, 2]] {
        for margin in [0.0, 30.0, f64::NAN, f64::INFINITY, -5.0] {
            let mut view = SurfaceView::with_side(9);
            view.set_heights(LANDSCAPES[0].0, LANDSCAPES[0].1);
            let [width, height] = view.resize(width.min(20_000), height, margin);
            for angle in [0.3, -1e308, f64::NAN, f64::INFINITY] {
                view.turn(angle, angle);
                view.set_outline(angle as f32);
                view.render(&palette);
                assert_eq!(view.pixels().len(), 4 * width * height);
                view.marbles(&[marble, marble]);
                view.trail(&[[0.0, 0.0], [1.0, 2.0]], Joining::OnSurface);
                view.pick(0.5, 0.5);
            }
        }
    }
}

#[test]
fn turning_keeps_the_angles_finite_and_the_pitch_in_bounds() {
    let mut view = SurfaceView::new();
    for step in 0..1000 {
        view.turn(1.3, if step % 90 < 50 { 0.2 } else { -0.2 });
        let [yaw, pitch] = view.angles();
        assert!(yaw.abs() <= std::f64::consts::PI && (0.1..1.5).contains(&pitch));
    }
}
