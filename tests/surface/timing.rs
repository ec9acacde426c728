//! How long a frame takes; run with `cargo test --release --test surface -- --ignored --nocapture`.

use super::LANDSCAPES;
use downhill::plots::surface::{Joining, Marble, Palette, SurfaceView};
use std::time::Instant;

fn median(mut work: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..101)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[50]
}

#[test]
#[ignore = "prints times, proves nothing"]
fn times_of_a_frame_at_800_by_600() {
    let palette = Palette::light();
    for side in [40, 48, 64] {
        let mut view = SurfaceView::with_side(side);
        view.set_heights(LANDSCAPES[0].0, LANDSCAPES[0].1);
        view.resize(800, 600, 40.0);
        let turn = median(|| {
            view.turn(0.05, 0.0);
            view.render(&palette);
        });
        let marble = Marble { point: [1.0, 2.0], radius: 10.0, colour: [30, 90, 200] };
        let marble = median(|| _ = view.marbles(&[marble]).len());
        let points: Vec<[f64; 2]> = (0..1000).map(|i| [f64::from(i) * 0.005, f64::from(i).sin()]).collect();
        let trail = median(|| _ = view.trail(&points, Joining::OnSurface).runs.len());
        println!("{side}: turn {turn:.3} ms, marble {marble:.3} ms, trail of 1000 {trail:.3} ms");
    }
}
