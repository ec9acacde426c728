//! The trail follows the surface, breaks where it is hidden, and survives runs that leave.

use super::{LANDSCAPES, angles, coarse_view};
use downhill::plots::surface::{Joining, Palette, Spot};

#[test]
fn runs_cover_all_corners_and_alternate_between_visible_and_hidden() {
    let mut view = coarse_view(LANDSCAPES[2]);
    let palette = Palette::light();
    let points: Vec<[f64; 2]> = (0..30).map(|i| [1.9 * f64::from(i).sin(), 1.9 * f64::from(i).cos()]).collect();
    for joining in [Joining::OnSurface, Joining::Straight] {
        for [yaw, pitch] in angles().step_by(7) {
            view.look(yaw, pitch);
            view.render(&palette);
            let trail = view.trail(&points, joining).clone();
            assert_eq!(trail.dots.len(), 30);
            assert!(trail.corners.iter().flatten().all(|place| place.is_finite()));
            assert_eq!(trail.runs.first().map(|run| run.start), Some(0));
            assert_eq!(trail.runs.last().map(|run| run.end), Some(trail.corners.len()));
            for pair in trail.runs.windows(2) {
                assert_eq!(pair[0].end, pair[1].start + 1);
                assert_ne!(pair[0].visible, pair[1].visible);
            }
        }
    }
}

#[test]
fn a_point_is_visible_exactly_when_the_surface_picked_there_is_not_nearer() {
    let mut view = coarse_view(LANDSCAPES[0]);
    let palette = Palette::light();
    let (mut shown, mut hidden) = (0, 0);
    for [yaw, pitch] in angles() {
        view.look(yaw, pitch);
        view.render(&palette);
        let floor = [0.9 * (yaw * 5.0).sin(), 0.9 * (yaw * 3.0 + pitch).cos()];
        let spot = view.project(view.grid().from_floor(floor)).unwrap();
        let Some(there) = view.pick(spot.x, spot.y).and_then(|point| view.project(point)) else {
            continue;
        };
        let behind = 1.0 / spot.nearness - 1.0 / there.nearness;
        if behind < 0.01 {
            assert!(view.is_visible(spot));
            shown += 1;
        } else if behind > 0.04 {
            assert!(!view.is_visible(spot));
            hidden += 1;
        }
    }
    assert!(shown > 100 && hidden > 10, "{shown} {hidden}");
}

#[test]
fn leaving_the_frame_ends_the_trail_at_its_border() {
    let mut view = coarse_view(LANDSCAPES[1]);
    view.render(&Palette::light());
    let leaving = [[-2.0, 0.5], [-2.0, 50.0], [f64::NAN, 0.0], [1e300, -1e300], [f64::INFINITY, 1.0]];
    let trail = view.trail(&leaving, Joining::OnSurface).clone();
    assert_eq!(trail.dots.len(), 1);
    let border = view.project([-2.0, 3.0]).unwrap();
    let last = trail.corners.last().unwrap();
    assert!((f64::from(last[0]) - border.x).hypot(f64::from(last[1]) - border.y) < 2.0);
    assert!(view.trail(&[], Joining::Straight).runs.is_empty());
    assert!(!view.is_visible(Spot { x: f64::NAN, y: 0.0, nearness: 0.1 }));
}
