//! Runs and pictures with little ceremony.

use downhill::losses::{Loss, LossSpec, build, find};
use downhill::plain::Plain;
use downhill::plots::{Drawn, Look, Rgb, RunView};
use downhill::settings::Settings;
use downhill::trajectory::{Experiment, Trajectory, run};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::prelude::{IntoDrawingArea, SVGBackend};

/// A loss of the catalogue with its defaults.
pub fn loss(name: &str) -> Box<dyn Loss> {
    let settings = Settings::defaults(find(name).unwrap().settings);
    build(&LossSpec::Named { name: name.to_owned(), settings }).unwrap()
}

/// A run on a loss of the catalogue.
pub fn descent(name: &str, optimizer: &str, rate: f64, start: &[f64], steps: usize) -> Trajectory {
    let text = |text: &str| Plain::Text(text.to_owned());
    let map = |fields: Vec<(&str, Plain)>| {
        Plain::Map(fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
    };
    let plain = map(vec![
        ("loss", map(vec![("name", text(name))])),
        ("optimizer", map(vec![("name", text(optimizer)), ("learningRate", Plain::Number(rate))])),
        ("start", Plain::List(start.iter().map(|x| Plain::Number(*x)).collect())),
        ("steps", Plain::Number(steps as f64)),
    ]);
    run(&Experiment::from_plain(&plain).unwrap()).unwrap()
}

/// A trajectory that stands at a step.
pub fn at(run: &Trajectory, step: f64, color: Rgb) -> RunView<'_> {
    RunView {
        points: &run.points,
        losses: &run.losses,
        dimension: run.dimension,
        step,
        color,
        diverged_at: None,
        learning_rate: 0.1,
    }
}

/// An area of the look's pixels, `width` by `height` CSS pixels, as SVG.
pub fn svg(
    look: &Look,
    [width, height]: [u32; 2],
    draw: impl FnOnce(&DrawingArea<SVGBackend, Shift>, (u32, u32)) -> Drawn<SVGBackend<'static>>,
) -> String {
    let pixels = |css: u32| look.pixels(f64::from(css)) as u32;
    let size = (pixels(width), pixels(height));
    let mut text = String::new();
    {
        let area = SVGBackend::with_string(&mut text, size).into_drawing_area();
        draw(&area, size).unwrap();
        area.present().unwrap();
    }
    // Shown at its size in CSS pixels.
    let fine = format!(r#"width="{}" height="{}""#, size.0, size.1);
    text.replacen(&fine, &format!(r#"width="{width}" height="{height}""#), 1)
}
