//! A step allocates nothing, whatever the loss and the optimizer.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use downhill::losses::{self, LossSpec};
use downhill::optimizers::{self, OptimizerSpec};
use downhill::settings::Settings;
use downhill::trajectory::{Experiment, Stop, Walker};

thread_local! {
    static ALLOCATIONS: Cell<u64> = const { Cell::new(0) };
}

struct Counting;

// SAFETY: every call is handed on to the system's allocator unchanged; the counter allocates nothing.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.with(|count| count.set(count.get() + 1));
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

fn allocations_of(experiment: &Experiment) -> u64 {
    let mut walker = Walker::new(experiment).unwrap();
    let before = ALLOCATIONS.with(Cell::get);
    for _ in 0..100 {
        walker.advance();
    }
    ALLOCATIONS.with(Cell::get) - before
}

fn experiment(loss: LossSpec, start: &[f64], method: &optimizers::Entry) -> Experiment {
    Experiment {
        loss,
        optimizer: OptimizerSpec { name: method.name, settings: Settings::defaults(method.settings) },
        start: start.to_vec(),
        steps: 100,
        stop: Stop::default(),
        seed: 0,
        batch: None,
        shuffle: true,
    }
}

#[test]
fn no_optimizer_allocates_on_any_loss_of_the_catalogue() {
    for entry in losses::catalogue() {
        for method in optimizers::catalogue() {
            let experiment = experiment(LossSpec::named(entry.name).unwrap(), entry.start, method);
            assert_eq!(allocations_of(&experiment), 0, "{} on {}", method.name, entry.name);
        }
    }
}

#[test]
fn a_typed_function_is_walked_without_allocating() {
    let typed = LossSpec::Expression("(x - 1)^2 + 3 sin(y)^2 + |x y|".to_owned());
    for method in optimizers::catalogue() {
        assert_eq!(allocations_of(&experiment(typed.clone(), &[2.0, 1.0], method)), 0, "{}", method.name);
    }
}

#[test]
fn a_step_on_a_batch_allocates_nothing_however_the_samples_are_shuffled() {
    for name in ["regression", "logistic", "perceptron"] {
        let spec = LossSpec::named(name).unwrap();
        for method in optimizers::catalogue() {
            let batched = Experiment { batch: Some(2), ..experiment(spec.clone(), &[1.0, 1.0], method) };
            assert_eq!(allocations_of(&batched), 0, "{} on {name}", method.name);
        }
    }
}

#[test]
fn the_counter_counts() {
    let before = ALLOCATIONS.with(Cell::get);
    drop(std::hint::black_box(vec![1_u8]));
    assert!(ALLOCATIONS.with(Cell::get) > before);
}
