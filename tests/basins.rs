//! The map of starts against the runs themselves.

use downhill::basins::{ELSEWHERE, FLOWN, Map, Trap, ending};
use downhill::losses::{Entry, LossSpec, catalogue, find};
use downhill::optimizers::OptimizerSpec;
use downhill::plain::Plain;
use downhill::trajectory::{Experiment, Outcome, Stop, run};
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
    }
}

fn finished(experiment: &Experiment, width: usize, height: usize) -> Map {
    let mut map = Map::new(experiment, width, height).unwrap();
    map.sketch();
    map.decide(usize::MAX);
    map
}

/// Whether the run from a start ends as the map says.
fn agrees(map: &Map, experiment: &Experiment, index: usize) -> bool {
    let run = run(&Experiment { start: map.start(index), ..experiment.clone() }).unwrap();
    ending(&run, map.traps()) == map.ends()[index]
}

/// Where the sketch is made: every loss of two parameters, at rates that crawl, settle, and fly off.
fn sketched() -> impl Strategy<Value = Experiment> {
    let losses: Vec<_> = catalogue().filter(|entry| entry.dimension == 2).map(|entry| (entry.name, entry.learning_rate)).collect();
    (proptest::sample::select(losses), 0.3..4.0_f64, 10..250_usize)
        .prop_map(|((name, rate), factor, steps)| experiment(name, factor * rate, steps))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_marble_ends_as_the_map_says(experiment in sketched(), seed in 0..10_000_usize) {
        let map = finished(&experiment, 96, 96);
        let wrong: Vec<_> = (0..200).map(|k| (seed + k * 7919) % (96 * 96)).filter(|at| !agrees(&map, &experiment, *at)).collect();
        prop_assert!(wrong.is_empty(), "{:?} at {:?}", experiment, wrong);
    }
}

#[test]
#[ignore = "a measurement"]
fn timing() {
    for entry in catalogue() {
        for factor in [0.3, 1.0, 2.0, 4.0] {
            let e = experiment(entry.name, entry.learning_rate * factor, 200);
            let mut best = [f64::INFINITY; 2];
            let mut doubt = 0;
            for _ in 0..3 {
                let begin = std::time::Instant::now();
                let mut map = Map::new(&e, 512, 512).unwrap();
                let t0 = begin.elapsed();
                map.sketch();
                let sketch = begin.elapsed().as_secs_f64() * 1e3;
                doubt = map.in_doubt();
                map.decide(usize::MAX);
                let whole = begin.elapsed().as_secs_f64() * 1e3;
                let _ = t0;
                best = [best[0].min(sketch), best[1].min(whole)];
            }
            println!("{:14} ×{factor}: sketch {:7.2} whole {:7.2} doubt {}", entry.name, best[0], best[1], doubt);
        }
    }
}
