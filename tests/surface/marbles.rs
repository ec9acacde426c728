//! A marble is seen exactly when no face stands before it.

use super::reference::Reference;
use super::{LANDSCAPES, angles, coarse_view};
use downhill::plots::surface::{Marble, Palette};

#[test]
fn a_marble_is_hidden_exactly_when_the_surface_is_nearer() {
    let palette = Palette::light();
    let (mut shown, mut hidden) = (0, 0);
    for landscape in LANDSCAPES {
        let mut view = coarse_view(landscape);
        let reference = Reference::of(&view);
        for (turn, [yaw, pitch]) in angles().enumerate() {
            view.look(yaw, pitch);
            view.render(&palette);
            for probe in 0..6 {
                let angle = (turn * 6 + probe) as f64;
                let floor = [0.95 * (angle * 0.731).sin(), 0.95 * (angle * 1.137).cos()];
                let point = view.grid().from_floor(floor);
                let marble = Marble { point, radius: 5.0, colour: [255, 0, 0] };
                let ball = view.ball(&marble).unwrap();
                let (x, y) = (ball.spot.x.floor() + 0.5, ball.spot.y.floor() + 0.5);
                let front = 1.0 / ball.spot.nearness - ball.reach;
                let gap = reference.look(&view, x, y).map_or(f64::INFINITY, |hit| hit.distance - front);
                if gap.abs() < 0.3 * ball.reach {
                    continue;
                }
                assert_eq!(view.is_ball_visible(&ball), gap > 0.0, "yaw {yaw} pitch {pitch}");
                let sprite = &view.marbles(&[marble])[0];
                let (column, row) = (x as usize - sprite.left, y as usize - sprite.top);
                let pixel = &sprite.pixels[4 * (row * sprite.width + column)..][..4];
                if gap > 0.0 {
                    assert!(pixel[3] == 255 && pixel[0] > 2 * pixel[1], "{pixel:?}");
                    shown += 1;
                } else {
                    assert!(pixel[0] < 60 && pixel[3] < 160, "{pixel:?}");
                    hidden += 1;
                }
            }
        }
    }
    assert!(shown > 1000 && hidden > 200, "{shown} shown, {hidden} hidden");
}

#[test]
fn a_marble_rests_on_the_surface_without_sinking_into_it() {
    let view = coarse_view(LANDSCAPES[1]);
    let marble = Marble { point: [-2.0, 0.0], radius: 12.0, colour: [0, 0, 255] };
    let ball = view.ball(&marble).unwrap();
    for step in 0..100 {
        let across = 0.02 * f64::from(step) - 0.99;
        let height = view.grid().height([ball.middle[0], across]).unwrap();
        let apart = (across - ball.middle[1]).hypot(height - ball.middle[2]);
        assert!(apart > 0.97 * ball.reach, "{apart} {}", ball.reach);
    }
}

#[test]
fn overlapping_sprites_show_the_same_pixels() {
    let mut view = coarse_view(LANDSCAPES[2]);
    view.render(&Palette::light());
    let marble = |x: f64, colour| Marble { point: [x, 0.3], radius: 9.0, colour };
    let sprites = view.marbles(&[marble(0.0, [200, 0, 0]), marble(0.15, [0, 0, 200])]);
    let [a, b] = [&sprites[0], &sprites[1]];
    let left = a.left.max(b.left);
    let right = (a.left + a.width).min(b.left + b.width);
    let top = a.top.max(b.top);
    let bottom = (a.top + a.height).min(b.top + b.height);
    assert!(right > left && bottom > top);
    for y in top..bottom {
        for x in left..right {
            let [p, q] = [a, b].map(|s| &s.pixels[4 * ((y - s.top) * s.width + x - s.left)..][..4]);
            assert_eq!(p, q);
        }
    }
}

#[test]
fn no_marble_outside_the_frame_in_holes_or_without_a_size() {
    let mut view = coarse_view(([[-1.0, 1.0]; 2], |x, y| (x + 0.5).ln() + y));
    view.render(&Palette::light());
    let marble = |x: f64, radius: f64| Marble { point: [x, 0.0], radius, colour: [9; 3] };
    let none = [marble(-0.9, 5.0), marble(1.5, 5.0), marble(f64::NAN, 5.0), marble(0.5, f64::NAN), marble(0.5, -1.0)];
    assert!(view.marbles(&none).iter().all(|sprite| sprite.width == 0 && sprite.pixels.is_empty()));
    let huge = view.marbles(&[marble(0.5, 1e308)]);
    assert!(huge[0].pixels.len() <= 160 * 120 * 4);
}
