//! Trainings: that they learn, and that each is the same again however one comes to a step.

use downhill::network::{Settings, Trainer};

use super::digits;

const USUAL: Settings = Settings { seed: 1, batch: 10, rate: 1.0 };

#[test]
fn within_four_passes_nine_of_ten_digits_never_seen_are_read() {
    let mut trainer = Trainer::new(digits(), USUAL);
    assert!(trainer.mark().held_out.accuracy < 0.25, "it knew before");
    trainer.go(3600, usize::MAX);
    let best = trainer.marks().iter().map(|mark| mark.held_out.accuracy).fold(0.0, f32::max);
    assert!(best >= 0.9, "{best}");
    assert!(trainer.mark().training.cost < 0.2 * trainer.marks()[0].training.cost);
}

#[test]
fn a_step_is_the_same_whichever_way_one_comes_to_it() {
    let straight = at(&[530]);
    assert_eq!(at(&[200, 530]), straight);
    assert_eq!(at(&[610, 530]), straight);
    assert_eq!(at(&[610, 0, 530]), straight);
}

fn at(stops: &[usize]) -> Vec<u32> {
    let mut trainer = Trainer::new(digits(), USUAL);
    for stop in stops {
        trainer.go(*stop, usize::MAX);
        assert_eq!(trainer.step(), *stop);
    }
    trainer.weights().flat().into_iter().map(f32::to_bits).collect()
}

#[test]
fn other_settings_begin_anew_and_the_same_ones_go_on() {
    let mut trainer = Trainer::new(digits(), USUAL);
    trainer.go(30, usize::MAX);
    trainer.set(USUAL);
    assert_eq!(trainer.step(), 30);
    trainer.set(Settings { rate: 0.5, ..USUAL });
    assert_eq!((trainer.step(), trainer.marks().len()), (0, 1));
}

#[test]
fn a_long_way_goes_in_pieces() {
    let mut trainer = Trainer::new(digits(), USUAL);
    for expected in [40, 80, 100, 100] {
        trainer.go(100, 40);
        assert_eq!(trainer.step(), expected);
    }
}

#[test]
fn measurements_lie_close_at_first_and_are_made_once() {
    let mut trainer = Trainer::new(digits(), USUAL);
    trainer.go(320, usize::MAX);
    trainer.go(5, usize::MAX);
    trainer.go(320, usize::MAX);
    let steps: Vec<usize> = trainer.marks().iter().map(|mark| mark.step).collect();
    assert_eq!(steps, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 200, 300]);
}

#[test]
fn a_batch_of_none_or_of_too_many_is_one_or_all() {
    for (batch, images) in [(0, 1), (1_000_000, 9000)] {
        let mut trainer = Trainer::new(digits(), Settings { batch, ..USUAL });
        assert_eq!(trainer.next_batch().len(), images);
        trainer.go(1, usize::MAX);
        assert_eq!(trainer.step(), 1);
    }
}

#[test]
fn no_learning_rate_leads_out_of_the_numbers() {
    for rate in [0.0, 1e6, 1e30] {
        let mut trainer = Trainer::new(digits(), Settings { rate, ..USUAL });
        trainer.go(50, usize::MAX);
        let mark = trainer.mark();
        assert!(mark.held_out.cost.is_finite() && (0.0..=1.0).contains(&mark.held_out.accuracy), "{mark:?}");
    }
}
