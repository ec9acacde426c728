//! The bindings as JavaScript meets them, in a browser: plain data in, plain data out, faults thrown, panels drawn.
#![cfg(target_arch = "wasm32")]

use downhill::bindings::{Panel, Simulation, module, practice};
use js_sys::{Array, Float64Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

wasm_bindgen_test_configure!(run_in_browser);

fn value(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn get(object: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(object.clone(), |value, name| Reflect::get(&value, &name.into()).unwrap())
}

fn number(object: &JsValue, path: &str) -> f64 {
    get(object, path).as_f64().unwrap()
}

fn text(object: &JsValue, path: &str) -> String {
    get(object, path).as_string().unwrap()
}

const BOWL: &str = r#"{ "loss": { "name": "bowl" }, "optimizer": { "name": "gradientDescent", "learningRate": 0.1 },
    "start": [5], "steps": 25 }"#;

const VALLEYS: &str = r#"{ "loss": { "name": "himmelblau" }, "optimizer": { "name": "adam", "learningRate": 0.1 },
    "start": [-0.15, 0.67], "steps": 40 }"#;

#[wasm_bindgen_test]
fn a_run_has_a_row_for_the_start_and_one_for_each_step() {
    let run: JsValue = module::run(value(BOWL).into()).unwrap().into();
    let losses: Float64Array = get(&run, "losses").unchecked_into();
    assert_eq!((losses.length(), number(&run, "steps"), number(&run, "dimension")), (26, 25.0, 1.0));
    assert_eq!((losses.get_index(0), losses.get_index(1)), (25.0, 16.0));
    assert_eq!(text(&run, "outcome"), "running");
}

#[wasm_bindgen_test]
fn steps_taken_one_by_one_through_plain_states_end_where_the_run_ends() {
    let run: JsValue = module::run(value(VALLEYS).into()).unwrap().into();
    let mut state = JsValue::UNDEFINED;
    for _ in 0..40 {
        let plain = if state.is_undefined() { state } else { value(&String::from(JSON::stringify(&state).unwrap())) };
        state = module::step(value(VALLEYS).into(), Some(plain.into())).unwrap().into();
    }
    let points: Float64Array = get(&run, "points").unchecked_into();
    assert_eq!(number(&state, "step"), 40.0);
    assert_eq!(number(&state, "point.0"), points.get_index(80));
    assert_eq!(number(&state, "point.1"), points.get_index(81));
}

#[wasm_bindgen_test]
fn a_malformed_experiment_throws_what_field_it_was_and_what_is_accepted() {
    let bad = value(r#"{ "loss": { "name": "bowel" }, "optimizer": { "name": "adam" }, "start": [1], "steps": 3 }"#);
    let fault = module::run(bad.into()).err().unwrap();
    assert_eq!((text(&fault, "field"), text(&fault, "given")), ("loss.name".into(), "bowel".into()));
    assert_eq!(text(&fault, "accepted.code"), "oneOf");
    let names: Array = get(&fault, "accepted.names").unchecked_into();
    assert!(names.includes(&"bowl".into(), 0));
}

#[wasm_bindgen_test]
fn nothing_that_is_no_plain_data_gets_in() {
    let circle = Object::new();
    Reflect::set(&circle, &"loss".into(), &circle).unwrap();
    let nonsense =
        [JsValue::UNDEFINED, JsValue::NULL, 3.into(), "x".into(), circle.into(), js_sys::Symbol::for_("s").into()];
    for value in nonsense {
        assert!(module::run(value.into()).is_err());
    }
}

#[wasm_bindgen_test]
fn a_list_without_end_is_refused_at_once_and_a_typed_array_is_a_list() {
    let experiment = value(BOWL);
    Reflect::set(&experiment, &"start".into(), &Array::new_with_length(u32::MAX)).unwrap();
    assert!(module::run(experiment.clone().into()).is_err());
    Reflect::set(&experiment, &"start".into(), &Float64Array::from(&[5.0][..])).unwrap();
    assert!(module::run(experiment.into()).is_ok());
}

#[wasm_bindgen_test]
fn the_thresholds_of_the_bowl_are_a_half_and_one() {
    let found: JsValue = module::stability(value(BOWL).into(), None).unwrap().into();
    assert_eq!((number(&found, "monotoneBelow"), number(&found, "divergesAbove")), (0.5, 1.0));
}

#[wasm_bindgen_test]
fn the_infos_of_every_loss_make_an_experiment_that_runs() {
    let infos: Array = JsValue::from(downhill::bindings::infos::loss_infos()).unchecked_into();
    assert!(infos.length() >= 24);
    for info in infos.iter() {
        let experiment = value(r#"{ "loss": {}, "optimizer": { "name": "gradientDescent" }, "steps": 5 }"#);
        Reflect::set(&get(&experiment, "loss"), &"name".into(), &get(&info, "name")).unwrap();
        Reflect::set(&experiment, &"start".into(), &get(&info, "start")).unwrap();
        assert!(module::run(experiment.into()).is_ok(), "{}", text(&info, "name"));
    }
}

#[wasm_bindgen_test]
fn a_mistyped_function_is_answered_with_the_place_of_the_mistake() {
    let fault = module::expression("x^2 + * 3").err().unwrap();
    assert_eq!((text(&fault, "accepted.code"), number(&fault, "accepted.position")), ("syntax".into(), 6.0));
}

const BATCHES: &str = r#"{ "loss": { "name": "regression", "reduction": "mean", "sample": 25 }, "start": [0, 0],
    "optimizer": { "name": "gradientDescent", "learningRate": 0.05 }, "steps": 9, "batch": 10, "seed": 3 }"#;

#[wasm_bindgen_test]
fn a_run_on_batches_tells_its_samples_its_batches_and_their_gradients() {
    let run = Simulation::new(value(BATCHES).into()).unwrap();
    assert_eq!((run.samples().unwrap().length(), run.steps_per_epoch()), (50, 3.0));
    assert_eq!([0, 1, 2].map(|step| run.batch(step).unwrap().length()), [10, 10, 5]);
    assert_eq!(run.batch_losses().unwrap().length(), 9);
    let votes = run.contributions(4).unwrap().to_vec();
    assert_eq!(votes.len(), 7 * 25);
    let sum: f64 = votes.chunks(7).map(|vote| vote[5]).sum();
    assert!((sum - run.gradient(4)[0]).abs() < 1e-12);
    // One step of plain descent is the learning rate times the batch's gradient.
    let (points, slope) = (run.points().to_vec(), run.batch_gradient(4).unwrap().to_vec());
    assert!((points[8] - 0.05 * slope[0] - points[10]).abs() < 1e-15);
    assert_eq!(run.predict(0, &[1.0, f64::NAN]).to_vec()[0], 0.0);
    let variance = run.batch_variance(0, &[1, 25, 26], 100).unwrap().to_vec();
    assert!(variance[0] > 1.0 && variance[1] < 1e-20 && variance[2].is_nan());
    assert_eq!(run.minima().length(), 2);
}

#[wasm_bindgen_test]
fn beyond_its_end_and_without_samples_a_run_tells_nothing_and_harms_nothing() {
    let run = Simulation::new(value(BATCHES).into()).unwrap();
    assert!(run.contributions(99).is_none() && run.batch_gradient(99).is_none());
    assert!(run.batch_variance(99, &[1], 1).is_none() && run.predict(99, &[1.0]).to_vec()[0].is_nan());
    let bowl = Simulation::new(value(BOWL).into()).unwrap();
    assert!(bowl.samples().is_none() && bowl.contributions(0).is_none() && bowl.batch(0).is_none());
    assert!(bowl.batch_losses().is_none() && bowl.batch_gradient(0).is_none());
    assert_eq!((bowl.steps_per_epoch(), bowl.minima().to_vec()), (1.0, vec![0.0]));
}

#[wasm_bindgen_test]
fn the_settings_of_losses_tell_their_options_switches_and_rows() {
    let infos: Array = JsValue::from(downhill::bindings::infos::loss_infos()).unchecked_into();
    let regression = infos.iter().find(|info| text(info, "name") == "regression").unwrap();
    let settings: Array = get(&regression, "settings").unchecked_into();
    let named = |name: &str| settings.iter().find(|setting| text(setting, "name") == name).unwrap();
    assert_eq!(
        (text(&named("residual"), "default"), text(&named("residual"), "options.1")),
        ("squared".into(), "absolute".into())
    );
    assert_eq!(get(&named("standardize"), "default"), JsValue::FALSE);
    assert_eq!((number(&named("data"), "default.1.1"), number(&named("data"), "most")), (353.0, 10_000.0));
}

fn canvas() -> HtmlCanvasElement {
    let document = web_sys::window().unwrap().document().unwrap();
    document.create_element("canvas").unwrap().unchecked_into()
}

fn layers(kind: &str) -> Vec<HtmlCanvasElement> {
    (0..Panel::layers(kind)).map(|_| canvas()).collect()
}

/// Pixels of a canvas that are not transparent.
fn painted(canvas: &HtmlCanvasElement) -> usize {
    let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    let image = context.get_image_data(0.0, 0.0, width, height).unwrap();
    image.data().0.chunks(4).filter(|pixel| pixel[3] > 0).count()
}

#[wasm_bindgen_test]
fn every_panel_draws_both_layers_and_redraws_the_lower_one_only_when_it_must() {
    for (kind, json) in [
        ("curve", BOWL),
        ("lossCurve", BATCHES),
        ("contour", VALLEYS),
        ("surface", VALLEYS),
        ("data", BATCHES),
        ("variance", BATCHES),
    ] {
        let layers = layers(kind);
        let mut panel = Panel::new(kind, layers.clone()).unwrap();
        let simulation = Simulation::new(value(json).into()).unwrap();
        panel.resize(400.0, 300.0, 2.0);
        panel.add(&simulation, "vanilla".into(), 3.0);
        assert!(panel.draw(), "{kind} draws its lower layer first");
        let painted: Vec<usize> = layers.iter().map(painted).collect();
        assert!(painted.iter().all(|&pixels| pixels > 100), "{kind} leaves a layer empty: {painted:?}");
        panel.set_step(0, 4.5);
        assert!(!panel.draw(), "{kind} draws its lower layer again for nothing");
    }
}

/// Every part of every pixel of a canvas.
fn pixels(canvas: &HtmlCanvasElement) -> Vec<u8> {
    let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().unchecked_into();
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    context.get_image_data(0.0, 0.0, width, height).unwrap().data().0
}

const EXPLODING: &str = r#"{ "loss": { "name": "himmelblau" }, "optimizer": { "name": "gradientDescent", "learningRate": 0.04 },
    "start": [3.3, -2.5], "steps": 40 }"#;

#[wasm_bindgen_test]
fn after_many_drawings_the_layers_show_what_a_single_drawing_shows() {
    let all = value(r#"{ "tangent": true, "arrow": true, "compass": true }"#);
    for (kind, json) in [
        ("curve", BOWL),
        ("lossCurve", BATCHES),
        ("lossCurve", EXPLODING),
        ("contour", VALLEYS),
        ("contour", EXPLODING),
        ("contour", BATCHES),
        ("surface", VALLEYS),
        ("surface", EXPLODING),
        ("data", BATCHES),
        ("variance", BATCHES),
    ] {
        for (width, height, ratio) in [(400.0, 300.0, 1.0), (301.0, 211.0, 1.5), (9.0, 90.0, 1.0)] {
            let simulation = Simulation::new(value(json).into()).unwrap();
            let panel = |layers: &[HtmlCanvasElement]| {
                let mut panel = Panel::new(kind, layers.to_vec()).unwrap();
                panel.resize(width, height, ratio);
                panel.options(all.clone().into()).unwrap();
                panel.add(&simulation, "vanilla".into(), 0.0);
                panel
            };
            let (old, new) = (layers(kind), layers(kind));
            let mut used = panel(&old);
            for frame in 0..30 {
                used.set_step(0, f64::from(frame * 7 % 40) + 0.4);
                used.turn(0.3, if frame % 2 == 0 { 0.4 } else { -0.4 });
                if frame == 20 {
                    // Larger in between, and back again.
                    used.resize(1.7 * width, 1.2 * height, ratio);
                    used.draw();
                    used.resize(width, height, ratio);
                }
                used.draw();
            }
            let mut fresh = panel(&new);
            fresh.set_view(used.yaw(), used.pitch());
            fresh.set_step(0, f64::from(29 * 7 % 40) + 0.4);
            fresh.draw();
            for (layer, (old, new)) in old.iter().zip(&new).enumerate() {
                let differing = pixels(old).iter().zip(pixels(new)).filter(|(one, other)| **one != *other).count();
                assert_eq!(
                    differing, 0,
                    "{kind} at {width}×{height}, layer {layer}: something of earlier drawings is left"
                );
            }
        }
    }
}

#[wasm_bindgen_test]
fn what_is_picked_at_the_place_of_a_point_is_that_point() {
    for (kind, json, point) in
        [("curve", BOWL, vec![2.0]), ("contour", VALLEYS, vec![1.0, -2.0]), ("surface", VALLEYS, vec![3.0, 2.0])]
    {
        let mut panel = Panel::new(kind, layers(kind)).unwrap();
        let simulation = Simulation::new(value(json).into()).unwrap();
        panel.resize(600.0, 450.0, 1.0);
        panel.add(&simulation, "vanilla".into(), 0.0);
        panel.draw();
        let place = panel.project(&point).unwrap();
        let picked = panel.pick(place[0], place[1]).unwrap();
        for (found, wanted) in picked.iter().zip(&point) {
            assert!((found - wanted).abs() < 0.15, "{kind}: {picked:?} is not {point:?}");
        }
        assert!(panel.pick(-50.0, f64::NAN).is_none());
    }
}

#[wasm_bindgen_test]
fn a_panel_without_size_or_runs_draws_nothing_and_harms_nothing() {
    let mut panel = Panel::new("surface", layers("surface")).unwrap();
    panel.resize(f64::NAN, -3.0, f64::INFINITY);
    assert!(!panel.draw());
    assert!(Panel::new("pie", layers("pie")).is_err());
    assert!(Panel::new("surface", vec![canvas()]).is_err());
}

#[wasm_bindgen_test]
fn an_answer_is_judged_with_its_reason_its_facts_and_both_trails_and_half_the_points_stay() {
    let challenge = || -> practice::ChallengeObject {
        value(
            r#"{ "kind": "fix", "loss": { "name": "bowl" }, "variables": ["x"], "given": ["x = 5"],
                "program": ["x = x - 0.1 * 2 * x"], "broken": ["x = x + 0.1 * 2 * x"] }"#,
        )
        .into()
    };
    let verdict: JsValue = practice::judge(challenge(), value(r#"["x = x - lr * 2 * x"]"#)).unwrap().into();
    assert_eq!((get(&verdict, "solved"), text(&verdict, "reason")), (false.into(), "unknownName".into()));
    assert_eq!((text(&verdict, "facts.name"), number(&verdict, "facts.line")), ("lr".into(), 2.0));
    assert_eq!((number(&verdict, "yours.points.0"), number(&verdict, "right.points.1")), (5.0, 4.0));
    let outline: JsValue = practice::outline(challenge()).unwrap().into();
    assert_eq!((number(&outline, "start.0"), number(&outline, "given.points.1")), (5.0, 6.0));
    assert_eq!(text(&practice::judge(challenge(), 3.into()).err().unwrap(), "field"), "answer");
    assert_eq!((practice::award(10, false), practice::award(10, true)), (10, 5));
}
