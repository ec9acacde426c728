//! How far a run is from its reference, and what counts as far.

use downhill::trajectory::Trajectory;

/// What values are compared to: themselves, unless they pass close to zero.
///
/// A coordinate that swings through zero is the small difference of large ones and keeps their rounding error, so a
/// value counts as no smaller than a thousandth of the largest one of its kind so far in the run.
#[derive(Default)]
struct Scale(f64);

impl Scale {
    /// The largest error of values of one kind at one step. All coordinates of a point are of one kind.
    fn errors(&mut self, found: &[f64], wanted: &[f64]) -> f64 {
        self.0 = wanted.iter().fold(self.0, |largest, value| largest.max(value.abs()));
        let pairs = found.iter().zip(wanted);
        pairs.map(|(&f, &w)| self.error(f, w)).fold(0.0, f64::max)
    }

    fn error(&self, found: f64, wanted: f64) -> f64 {
        let scale = wanted.abs().max(self.0 / 1000.0);
        match (found - wanted).abs() {
            0.0 => 0.0,
            gap if gap.is_nan() => f64::INFINITY,
            gap => gap / scale,
        }
    }
}

/// The largest error of points and of losses at the steps given, each relative to its scale.
pub fn worst<'a>(found: &Trajectory, wanted: impl Iterator<Item = (usize, &'a [f64], f64)>) -> f64 {
    let (mut points, mut losses, mut worst) = (Scale::default(), Scale::default(), 0.0_f64);
    for (step, point, loss) in wanted {
        let Some(&ours) = found.losses.get(step) else {
            // A run that ended early agrees with nothing.
            return f64::INFINITY;
        };
        worst = worst.max(points.errors(found.point(step), point));
        worst = worst.max(losses.errors(&[ours], &[loss]));
    }
    worst
}

/// Fails with every row whose error is above `limit`, and prints the largest error.
pub fn hold(limit: f64, errors: impl Iterator<Item = (String, f64)>) {
    let errors: Vec<_> = errors.collect();
    let largest = errors.iter().map(|(_, error)| *error).fold(0.0, f64::max);
    println!("{} runs, largest error {largest:e}", errors.len());
    let wrong: Vec<_> =
        errors.iter().filter(|(_, error)| *error > limit).map(|(title, error)| format!("{error:e} {title}")).collect();
    assert!(wrong.is_empty(), "off by more than {limit:e}:\n{}", wrong.join("\n"));
}
