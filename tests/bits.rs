//! Native code and WebAssembly make the same trajectories to the last bit: both are held to one list of digests.
//!
//! The list is `tests/bits/digests.txt`, one line per loss and optimizer. After a change of the mathematics, write it
//! anew with `DOWNHILL_BITS=write cargo test --test bits` and look at what has changed.

use downhill::losses::{self, LossSpec};
use downhill::optimizers::{self, OptimizerSpec};
use downhill::settings::Settings;
use downhill::trajectory::{Experiment, Stop, run};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

const STEPS: usize = 300;

/// Typed functions that use every function the parser knows.
const TYPED: [&str; 3] = [
    "sin(3x) + cos(x)^2 + tanh(x - 1) + exp(-x^2) + log(x^2 + 1) + sqrt(x^2 + 0.1)",
    "(x^2)^0.7 + |y| + max(x, y)^2 + min(x * y, 3) + tan(x / 9)",
    "2^x + x^2 * y^2 - 0.3 x y + e^(y / 2) + pi",
];

fn experiments() -> Vec<(String, Experiment)> {
    let named = losses::catalogue().map(|entry| {
        let spec = LossSpec::named(entry.name).unwrap();
        (entry.name.to_owned(), spec, entry.start.to_vec(), entry.learning_rate)
    });
    let typed = TYPED.iter().map(|text| {
        let loss = LossSpec::Expression((*text).to_owned());
        let dimension = losses::build(&loss).unwrap().dimension();
        (text.replace(' ', ""), loss, vec![1.3, -0.7][..dimension].to_vec(), 0.05)
    });
    let all: Vec<_> = named.chain(typed).collect();
    let methods = || optimizers::catalogue();
    all.iter()
        .flat_map(|(name, loss, start, rate)| {
            methods().map(move |method| {
                let given = [("learningRate".to_owned(), downhill::plain::Plain::Number(*rate))];
                let given = if method.name == "newton" { &[][..] } else { &given[..] };
                let settings = Settings::read(method.settings, given, &[]).unwrap();
                let experiment = Experiment {
                    loss: loss.clone(),
                    optimizer: OptimizerSpec { name: method.name, settings },
                    start: start.clone(),
                    steps: STEPS,
                    stop: Stop::default(),
                    seed: 0,
                    batch: None,
                    shuffle: true,
                };
                (format!("{name} {}", method.name), experiment)
            })
        })
        .collect()
}

/// The FNV-1a digest of all bits of a run: points, losses and gradient norms.
fn digest(experiment: &Experiment) -> u64 {
    let run = run(experiment).unwrap();
    let numbers = run.points.iter().chain(&run.losses).chain(&run.gradient_norms);
    numbers
        .flat_map(|number| number.to_bits().to_le_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
fn every_loss_with_every_optimizer_gives_the_listed_bits() {
    let found: Vec<String> =
        experiments().iter().map(|(name, experiment)| format!("{name} {:016x}", digest(experiment))).collect();
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var("DOWNHILL_BITS").is_ok_and(|what| what == "write") {
        std::fs::write("tests/bits/digests.txt", found.join("\n") + "\n").unwrap();
        return;
    }
    let listed: Vec<&str> = include_str!("bits/digests.txt").lines().collect();
    assert_eq!(found, listed);
}
