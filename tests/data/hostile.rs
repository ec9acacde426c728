//! Data that nobody would wish for: no sample, one, the same over and over, ten thousand, and no numbers at all.

use super::*;
use downhill::fault::Accepted;

/// Everything a panel asks a loss for, at a few points; panics are what this is about.
fn everything(description: Value) {
    let (spec, loss) = (spec(description.clone()), loss(description.clone()));
    let frame = loss.frame();
    assert!(frame.iter().all(|[low, high]| low.is_finite() && low < high), "{description}: {frame:?}");
    for minimum in spec.minima() {
        assert!(minimum.iter().all(|value| value.is_finite()) && loss.value(&minimum).is_finite(), "{description}");
    }
    for point in [[0.0, 0.0], [frame[0][0], frame[1][1]], [1e12, -1e12], [f64::NAN, f64::INFINITY]] {
        let (mut gradient, mut hessian) = ([0.0; 2], [0.0; 4]);
        loss.gradient(&point, &mut gradient);
        loss.hessian(&point, &mut hessian);
        let samples = loss.samples().unwrap();
        samples.batch_gradient(&point, &[0], &mut gradient);
        samples.contribution(&point, 0).unwrap();
        samples.prediction(&point, f64::MAX);
    }
    let ended = run(&experiment(json!({
        "loss": description, "optimizer": { "name": "gradientDescent", "learningRate": 1000 },
        "start": [1, 1], "steps": 20, "batch": 1,
    })));
    assert!(ended.unwrap().points.iter().all(|value| value.is_finite()));
}

#[test]
fn one_sample_equal_samples_and_samples_on_one_line_are_no_trouble() {
    for data in [
        &[(2.0, 1.0)][..],
        &[(2.0, 1.0), (2.0, 1.0), (2.0, 1.0)],
        &[(0.1, 1.0), (0.1, 4.0), (0.1, -9.0)],
        &[(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)],
        &[(1e6, 1e6), (-1e6, -1e6)],
        &[(1e-300, 1.0), (2e-300, 3.0)],
        &[(0.0, 0.0), (-0.0, 0.0)],
    ] {
        every_loss(data).into_iter().for_each(|(description, _)| everything(description));
    }
}

#[test]
fn ten_thousand_samples_are_no_trouble() {
    let data: Vec<(f64, f64)> = (0..10_000).map(|i| (f64::from(i % 100) / 10.0, f64::from(i % 37) - 18.0)).collect();
    every_loss(&data).into_iter().for_each(|(description, _)| everything(description));
    everything(json!({ "name": "regression", "sample": 10_000 }));
}

#[test]
fn where_the_lowest_point_is_not_one_point_none_is_stated() {
    for description in [
        json!({ "name": "regression", "data": [[2, 1]] }),
        json!({ "name": "regression", "data": [[2, 1], [2, 5]] }),
        json!({ "name": "regression", "residual": "absolute", "data": [[2, 1], [2, 5]], "standardize": true }),
        // Labels that a threshold parts: the lowest point lies at infinity.
        json!({ "name": "logistic", "data": [[-1, 0], [1, 1]] }),
        json!({ "name": "logistic", "data": [[-1, 1], [0, 1], [0, 0], [1, 0]] }),
        json!({ "name": "logistic", "data": [[1, 1], [2, 1]] }),
        json!({ "name": "logistic", "data": [[1, 0], [1, 1]] }),
        json!({ "name": "perceptron" }),
    ] {
        assert!(spec(description.clone()).minima().is_empty(), "{description}");
    }
}

#[test]
fn what_is_no_data_is_answered_with_what_is() {
    let read = |data: Value| {
        let plain: Plain = serde_json::from_value(json!({ "name": "logistic", "data": data })).unwrap();
        LossSpec::from_plain(&plain).unwrap_err()
    };
    let many: Vec<Value> = (0..10_001).map(|i| json!([i, 0])).collect();
    for data in [
        json!([]),
        json!([[]]),
        json!([[1]]),
        json!([[1, 0, 0]]),
        json!([1, 0]),
        json!("1 0"),
        json!([["1", 0]]),
        json!([[1, 2]]),
        json!([[1e7, 0]]),
        json!(many),
    ] {
        let fault = read(data.clone());
        assert_eq!(fault.field, "data");
        assert!(matches!(fault.accepted, Accepted::Rows { most: 10_000, labels: true, .. }), "{data}: {fault}");
        assert!(fault.given.chars().count() <= 61);
    }
}

#[test]
fn a_batch_of_none_of_more_than_all_or_of_no_samples_is_refused() {
    let fault = |loss: Value, start: Value, batch: Value| {
        let description = json!({
            "loss": loss, "optimizer": { "name": "gradientDescent" }, "start": start, "steps": 3, "batch": batch,
        });
        Experiment::from_plain(&serde_json::from_value(description).unwrap()).unwrap_err()
    };
    let penguins = || json!({ "name": "regression" });
    for batch in [json!(0), json!(4), json!(-1), json!(1.5), json!("2"), json!(1e300), json!(true)] {
        let fault = fault(penguins(), json!([350, 10]), batch.clone());
        assert_eq!(fault.field, "batch");
        assert!(matches!(fault.accepted, Accepted::WholeNumber { lowest: 1.0, .. }), "{batch}: {fault}");
    }
    let too_many = fault(penguins(), json!([350, 10]), json!(4));
    assert_eq!(too_many.accepted, Accepted::WholeNumber { lowest: 1.0, highest: 3.0 });
    assert_eq!(fault(json!({ "name": "bowl" }), json!([5]), json!(1)).accepted, Accepted::Samples);
    let shuffled = json!({
        "loss": penguins(), "optimizer": { "name": "gradientDescent" }, "start": [350, 10], "steps": 3, "shuffle": 1,
    });
    let fault = Experiment::from_plain(&serde_json::from_value(shuffled).unwrap()).unwrap_err();
    assert_eq!((fault.field.as_str(), fault.accepted), ("shuffle", Accepted::Truth));
}
