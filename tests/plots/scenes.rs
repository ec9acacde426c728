//! The figures of every scene of the course as it opens, at the end of its runs: a new scene is photographed without
//! further ado, and a new kind of panel asks here to be drawn.

use downhill::losses::Loss;
use downhill::plain::Plain;
use downhill::plots::{Layout, Look, Marks, Plane, Rgb, RunView, contour, curve, data, loss_curve};
use downhill::trajectory::{Experiment, Reason, Trajectory, run};
use serde_json::Value;

use super::look::light;
use super::sketch::svg;
use crate::scenes::{course, list, openings};

const SIZE: [u32; 2] = [320, 220];

/// Parts of a scene that are not drawn by the core, and those whose pictures are tested elsewhere.
const ELSEWHERE: [&str; 12] = [
    "basins",
    "readouts",
    "arithmetic",
    "table",
    "votes",
    "signs",
    "surface",
    "regimes",
    "ranking",
    "compass",
    "batchLegend",
    "variance",
];

struct Shown {
    loss: Box<dyn Loss>,
    run: Trajectory,
}

fn shown(experiment: &Value) -> Shown {
    let plain: Plain = serde_json::from_value(experiment.clone()).unwrap();
    let experiment = Experiment::from_plain(&plain).unwrap();
    Shown { loss: experiment.build_loss().unwrap(), run: run(&experiment).unwrap() }
}

fn view(look: &Look, index: usize, Shown { run, .. }: &Shown) -> RunView<'static> {
    let palette = [look.vanilla, look.momentum, Rgb(14, 154, 115), Rgb(194, 96, 154)];
    RunView {
        points: Vec::leak(run.points.clone()),
        losses: Vec::leak(run.losses.clone()),
        dimension: run.dimension,
        step: run.steps as f64,
        color: palette[index % palette.len()],
        diverged_at: (run.ending.reason == Reason::NotFinite).then_some(run.steps + 1),
        learning_rate: f64::NAN,
    }
}

/// The runs that a panel shows: `curve@1` those from number 1 on, up to the next panel of its kind.
fn range(panel: &str, panels: &[Value], count: usize) -> (String, usize, usize) {
    let split = |panel: &str| {
        let (kind, from) = panel.split_once('@').unwrap_or((panel, "0"));
        (kind.to_owned(), from.parse::<usize>().unwrap())
    };
    let (kind, from) = split(panel);
    let next = panels.iter().map(|other| split(other.as_str().unwrap()));
    let next = next.filter(|(other, start)| *other == kind && *start > from).map(|(_, start)| start).min();
    (kind, from.min(count - 1), next.unwrap_or(count).min(count))
}

/// The picture of a panel; nothing if it does not fit the loss's number of parameters.
fn picture(kind: &str, all: &[Shown], runs: &[RunView]) -> Option<String> {
    let look = light();
    let loss = all.first()?.loss.as_ref();
    let plane = |(width, height), view| Plane::new(Layout::new(width, height, &look), view);
    let marks = Marks::default();
    let most = runs.iter().map(|run| run.losses.len() - 1).max()?;
    match (kind, loss.dimension()) {
        ("curve", 1) => Some(svg(&look, SIZE, |area, size| {
            let plane = plane(size, curve::view(loss, runs));
            curve::draw_base(area, &look, &plane, loss, &[])?;
            curve::draw_overlay(area, &look, &plane, loss, runs, marks)
        })),
        ("contour", 2) => Some(svg(&look, SIZE, |area, size| {
            let plane = plane(size, contour::view(loss, runs));
            contour::draw_base(area, &look, &plane, loss, &[])?;
            contour::draw_overlay(area, &look, &plane, loss, runs, marks)
        })),
        ("lossCurve", _) => Some(svg(&look, SIZE, |area, size| {
            let plane = plane(size, loss_curve::view(runs, most, false, None));
            loss_curve::draw_base(area, &look, &plane)?;
            loss_curve::draw_overlay(area, &look, &plane, runs)
        })),
        ("data", _) => {
            let samples = loss.samples()?;
            let (rows, labels) = (data::targets(samples), data::labels(samples));
            let predict = |parameters: &[f64], x: f64| samples.prediction(parameters, x);
            let data = data::Data { rows: &rows, labels, predict: &predict, batch: None };
            Some(svg(&look, SIZE, |area, size| {
                let plane = plane(size, data::view(&data));
                data::draw_base(area, &look, &plane)?;
                data::draw_overlay(area, &look, &plane, &data, runs)
            }))
        }
        ("curve" | "contour", _) => None,
        _ if ELSEWHERE.contains(&kind) => None,
        _ => panic!("say in {} how a panel `{kind}` is drawn", file!()),
    }
}

#[test]
fn every_figure_of_every_scene_as_it_opens() {
    for scene in list(&course(), "scenes") {
        let Some((_, experiments)) = openings(scene).into_iter().next() else {
            continue;
        };
        let all: Vec<Shown> = experiments.iter().map(shown).collect();
        let panels = list(scene, "panels");
        for panel in panels {
            let panel = panel.as_str().unwrap();
            let (kind, from, to) = range(panel, panels, all.len());
            let look = light();
            let runs: Vec<RunView> = (from..to).map(|index| view(&look, index, &all[index])).collect();
            if let Some(picture) = picture(&kind, &all[from..to], &runs) {
                let name = format!("scene_{}_{}", scene["id"].as_str().unwrap(), panel.replace('@', "_"));
                insta::assert_snapshot!(name, picture);
            }
        }
    }
}
