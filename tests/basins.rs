//! The map of starts against the runs themselves.

use downhill::basins::{ELSEWHERE, FLOWN, Map, ending, ending_of};
use downhill::losses::{LossSpec, catalogue, find};
use downhill::optimizers::OptimizerSpec;
use downhill::plain::Plain;
use downhill::trajectory::{Experiment, Stop, Trajectory, run};
use proptest::prelude::*;

fn optimizer(name: &str, rate: f64) -> OptimizerSpec {
    let fields = [("name", Plain::Text(name.into())), ("learningRate", Plain::Number(rate))];
    OptimizerSpec::from_plain(&Plain::Map(fields.map(|(name, value)| (name.into(), value)).to_vec())).unwrap()
}

fn experiment(loss: &str, rate: f64, steps: usize) -> Experiment {
    Experiment {
        loss: LossSpec::named(loss).unwrap(),
        optimizer: optimizer("gradientDescent", rate),
        start: find(loss).unwrap().start.to_vec(),
        steps,
        stop: Stop::default(),
        seed: 0,
        batch: None,
        shuffle: true,
    }
}

fn finished(experiment: &Experiment, width: usize, height: usize) -> Map {
    let mut map = Map::new(experiment, width, height).unwrap();
    map.sketch();
    map.decide(usize::MAX);
    map
}

fn run_from(start: Vec<f64>, experiment: &Experiment) -> Trajectory {
    run(&Experiment { start, ..experiment.clone() }).unwrap()
}

/// Whether the run from a start ends as the map says.
fn agrees(map: &Map, experiment: &Experiment, index: usize) -> bool {
    ending(&run_from(map.start(index), experiment), map.traps()) == map.ends()[index]
}

/// How many starts of a map have this end.
fn count(map: &Map, end: u8) -> usize {
    map.ends().iter().filter(|found| **found == end).count()
}

/// Where the sketch is made: every loss of two parameters, at rates that crawl, settle, and fly off.
fn sketched() -> impl Strategy<Value = Experiment> {
    let losses: Vec<_> =
        catalogue().filter(|entry| entry.dimension == 2).map(|entry| (entry.name, entry.learning_rate)).collect();
    (proptest::sample::select(losses), 0.3..4.0_f64, 10..250_usize)
        .prop_map(|((name, rate), factor, steps)| experiment(name, factor * rate, steps))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10))]

    #[test]
    fn a_marble_ends_as_the_map_says(experiment in sketched(), seed in 0..10_000_usize) {
        let map = finished(&experiment, 48, 48);
        let wrong: Vec<_> = (0..100).map(|k| (seed + k * 7919) % (48 * 48)).filter(|at| !agrees(&map, &experiment, *at)).collect();
        prop_assert!(wrong.is_empty(), "{:?} at {:?}", experiment, wrong);
    }
}

#[test]
fn every_start_of_himmelblau_ends_in_one_of_its_four_minima() {
    let map = finished(&experiment("himmelblau", 0.01, 200), 64, 64);
    let shares: Vec<usize> = (0..4).map(|minimum| count(&map, minimum)).collect();
    assert_eq!(shares.iter().sum::<usize>(), 64 * 64);
    assert!(shares.iter().all(|share| *share > 64 * 64 / 8), "{shares:?}");
}

#[test]
fn one_rate_is_stable_in_one_basin_and_not_in_another() {
    // Beyond 0.0149 the third minimum lets go of what comes near, while the first two still hold it.
    for (rate, held) in [(0.0145, true), (0.0155, false)] {
        let experiment = experiment("himmelblau", rate, 400);
        let map = finished(&experiment, 40, 40);
        assert_eq!(map.traps()[2].radius > 0.0, held);
        assert_eq!(count(&map, 2) > 0, held);
        assert!(count(&map, 0) > 0 && count(&map, 1) > 0);
    }
}

#[test]
fn the_ridge_of_the_saddle_parts_the_map_and_is_part_of_neither_side() {
    let experiment = experiment("saddle", 0.1, 200);
    // An odd number of rows has one on the ridge.
    let map = finished(&experiment, 33, 33);
    let row = |row: usize| &map.ends()[33 * row..33 * (row + 1)];
    assert!(row(16).iter().all(|end| *end == ELSEWHERE));
    assert!(row(15).iter().all(|end| *end == 1) && row(17).iter().all(|end| *end == 0));
}

#[test]
fn too_large_a_rate_makes_every_start_fly_off() {
    let map = finished(&experiment("ravine", 0.6, 25), 48, 48);
    assert_eq!(count(&map, FLOWN), 48 * 48);
}

#[test]
fn a_kink_holds_nothing_that_bounces_about_it() {
    let map = finished(&experiment("absolute", 0.3, 60), 200, 1);
    assert_eq!((map.size(), count(&map, ELSEWHERE)), ([200, 1], 200));
}

#[test]
fn a_plateau_is_left_within_so_many_steps_or_not() {
    let map = finished(&experiment("plateau", 0.1, 100), 81, 1);
    let middle = map.ends()[40];
    assert_eq!((middle, map.ends()[0], map.ends()[80]), (0, ELSEWHERE, ELSEWHERE));
}

#[test]
fn the_two_sides_of_a_double_well_have_their_own_colours() {
    let map = finished(&experiment("quartic", 0.01, 200), 100, 1);
    let border = map.ends().iter().position(|end| *end == 1).unwrap();
    assert!(map.ends()[..border].iter().all(|end| *end == 0) && map.ends()[border..].iter().all(|end| *end == 1));
    // The hill stands at 0.2046.
    assert!((map.start(border)[0] - 0.2046).abs() < 0.03);
}

#[test]
fn what_needs_no_map_ends_as_one_would_say() {
    for name in ["himmelblau", "rastrigin", "saddle", "quartic", "ravine"] {
        let experiment = experiment(name, 2.0 * find(name).unwrap().learning_rate, 120);
        let map = finished(&experiment, 24, 24);
        let loss = experiment.build_loss().unwrap();
        for (index, end) in map.ends().iter().enumerate() {
            let run = run_from(map.start(index), &experiment);
            assert_eq!(ending_of(&run, &experiment, loss.as_ref()), *end, "{name} from {:?}", map.start(index));
        }
    }
}

#[test]
fn other_methods_are_followed_one_by_one() {
    for (method, rate) in [("momentum", 0.005), ("adam", 0.2)] {
        let experiment = Experiment { optimizer: optimizer(method, rate), ..experiment("himmelblau", 0.01, 150) };
        let mut map = Map::new(&experiment, 12, 12).unwrap();
        assert!(!map.sketch());
        while !map.decide(7) {}
        assert!((0..144).all(|index| agrees(&map, &experiment, index)));
        assert!((0..4).all(|minimum| count(&map, minimum) > 0));
    }
}

#[test]
fn a_typed_function_has_no_minima_to_come_to() {
    let loss = LossSpec::Expression("x^2 + y^4".to_owned());
    let map = finished(&Experiment { loss, start: vec![1.0, 1.0], ..experiment("saddle", 0.1, 20) }, 8, 8);
    assert!(map.ends().iter().all(|end| *end == ELSEWHERE || *end == FLOWN));
}

#[test]
fn a_map_of_nonsense_is_small_and_does_not_panic() {
    let steps = Experiment { steps: 0, ..experiment("himmelblau", 0.0, 0) };
    assert_eq!(finished(&steps, 0, 0).size(), [1, 1]);
    let huge = experiment("rosenbrock", 1e6, 30);
    assert!(finished(&huge, 9, 9).ends().iter().all(|end| *end == FLOWN));
}
