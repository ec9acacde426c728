//! What the benchmarks measure against: a surface drawn by plotters alone, and a million steps on Himmelblau's function.
//!
//! Built natively it prints the time of the million steps; built for the browser it exports both.

use downhill::losses::LossSpec;
use downhill::optimizers::OptimizerSpec;
use downhill::plain::Plain;
use downhill::trajectory::{Experiment, Stop, Walker};

const STEPS: usize = 1_000_000;

/// Walks a million steps of gradient descent and returns the last point, so that nothing can be left out.
fn walk() -> Vec<f64> {
    let optimizer = Plain::Map(vec![
        ("name".to_owned(), Plain::Text("gradientDescent".to_owned())),
        ("learningRate".to_owned(), Plain::Number(0.01)),
    ]);
    let (Ok(loss), Ok(optimizer)) = (LossSpec::named("himmelblau"), OptimizerSpec::from_plain(&optimizer)) else {
        return Vec::new();
    };
    let experiment = Experiment {
        loss,
        optimizer,
        start: vec![-0.15, 0.67],
        steps: STEPS,
        stop: Stop::default(),
        seed: 0,
        batch: None,
        shuffle: true,
    };
    let Ok(mut walker) = Walker::new(&experiment) else {
        return Vec::new();
    };
    for _ in 0..STEPS {
        walker.advance();
    }
    walker.point().to_vec()
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    // The same number of repetitions as in the browser; the fastest is the one least disturbed.
    let fastest = (0..7)
        .map(|_| {
            let begin = std::time::Instant::now();
            let point = walk();
            (begin.elapsed().as_secs_f64() * 1000.0, point)
        })
        .min_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((milliseconds, point)) = fastest {
        println!("{{ \"milliseconds\": {milliseconds}, \"point\": {point:?} }}");
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod browser {
    use plotters::prelude::*;
    use plotters_canvas::CanvasBackend;
    use wasm_bindgen::prelude::wasm_bindgen;
    use web_sys::HtmlCanvasElement;

    /// A million steps; returns where they ended.
    #[wasm_bindgen]
    pub fn million_steps() -> Vec<f64> {
        super::walk()
    }

    /// Himmelblau's function on a grid of 40×40 cells with axes, drawn by plotters on a canvas as its documentation shows it.
    #[wasm_bindgen]
    pub fn surface_by_plotters(canvas: HtmlCanvasElement, yaw: f64) -> bool {
        draw(canvas, yaw).is_some()
    }

    fn draw(canvas: HtmlCanvasElement, yaw: f64) -> Option<()> {
        let root = CanvasBackend::with_canvas_object(canvas)?.into_drawing_area();
        root.fill(&WHITE).ok()?;
        let range = || (-6.0..6.0).step(0.3);
        let mut chart = ChartBuilder::on(&root).build_cartesian_3d(range(), 0.0..2200.0, range()).ok()?;
        chart.with_projection(|mut projection| {
            projection.yaw = yaw;
            projection.pitch = 0.6;
            projection.into_matrix()
        });
        chart.configure_axes().draw().ok()?;
        let height = |x: f64, z: f64| {
            let (a, b) = (x * x + z - 11.0, x + z * z - 7.0);
            a * a + b * b
        };
        let axis = || (0..=40).map(|i| -6.0 + 12.0 * f64::from(i) / 40.0);
        let surface = SurfaceSeries::xoz(axis(), axis(), height)
            .style_func(&|&height| HSLColor(0.6 - 0.6 * (height / 2200.0), 0.7, 0.5).mix(1.0).filled());
        chart.draw_series(surface).ok()?;
        root.present().ok()
    }
}
