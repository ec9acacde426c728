//! Traps: balls about the minima that no run leaves again.

use core::f64::consts::TAU;

use crate::losses::Loss;
use crate::trajectory::Experiment;

/// Smallest radius that is tried, as a share of the frame.
const SMALLEST: f64 = 1e-4;

/// Largest one.
const LARGEST: f64 = 0.5;

/// Each radius that is tried is so many times the one before it.
const GROWTH: f64 = 1.2;

/// Directions in which a ball is probed.
const DIRECTIONS: usize = 24;

/// Least slope towards the minimum, as a share of what the curvature at the bottom lets expect: on flatter ground a run is
/// on its way, not there.
const SLOPE: f64 = 0.1;

/// Largest step, as a share of the one that would lead just as far away from the minimum again.
const STEP: f64 = 0.99;

/// A ball about a minimum.
#[derive(Clone, Debug, PartialEq)]
pub struct Trap {
    /// The minimum.
    pub center: Vec<f64>,
    /// Its reach; 0 if runs at this learning rate do not stay about this minimum.
    pub radius: f64,
}

impl Trap {
    /// The largest ball about a minimum of `loss` within which an update `θ − rate·∇L` comes nearer to it, found by probing.
    pub fn about(loss: &dyn Loss, minimum: Vec<f64>, rate: f64) -> Self {
        let size = loss.frame().iter().fold(0.0_f64, |most, [low, high]| most.max(high - low));
        let mut probe = Probe { loss, rate, point: minimum.clone(), gradient: minimum.clone(), minimum: &minimum };
        let mut radius = 0.0;
        let mut next = SMALLEST * size;
        let least = SLOPE * probe.gentlest(next);
        while next <= LARGEST * size && probe.holds(next, least) {
            radius = next;
            next *= GROWTH;
        }
        Trap { center: minimum, radius }
    }

    /// Whether a point lies within.
    pub fn holds(&self, point: &[f64]) -> bool {
        let square = point.iter().zip(&self.center).map(|(a, b)| (a - b) * (a - b)).sum::<f64>();
        square < self.radius * self.radius
    }
}

/// The traps about the minima that are known of an experiment's loss, in the catalogue's order.
pub fn traps(experiment: &Experiment, loss: &dyn Loss) -> Vec<Trap> {
    let rate = bound(experiment);
    experiment.loss.minima().into_iter().map(|minimum| Trap::about(loss, minimum, rate)).collect()
}

/// The learning rate that bounds the traps: that of gradient descent. Other methods make steps of their own length, so for
/// them a trap is where the slope leads to the minimum.
pub(super) fn bound(experiment: &Experiment) -> f64 {
    let optimizer = &experiment.optimizer;
    if optimizer.name == "gradientDescent" { optimizer.settings.number("learningRate") } else { 0.0 }
}

/// Measures the slope on spheres about a minimum.
struct Probe<'a> {
    loss: &'a dyn Loss,
    rate: f64,
    minimum: &'a [f64],
    point: Vec<f64>,
    gradient: Vec<f64>,
}

impl Probe<'_> {
    /// The curvature with which a sphere rises where it rises least.
    fn gentlest(&mut self, radius: f64) -> f64 {
        (0..self.directions()).fold(f64::INFINITY, |least, k| least.min(self.slopes(radius, k)[0])) / (radius * radius)
    }

    /// Whether from all over a sphere the next point lies nearer to the minimum, and not by next to nothing.
    fn holds(&mut self, radius: f64, curvature: f64) -> bool {
        let least = curvature * radius * radius;
        (0..self.directions()).all(|k| {
            let [inward, square] = self.slopes(radius, k);
            inward > 0.0 && inward >= least && self.rate * square <= 2.0 * STEP * inward
        })
    }

    /// (θ − m)·∇L and |∇L|² at one of the points of a sphere.
    fn slopes(&mut self, radius: f64, direction: usize) -> [f64; 2] {
        let angle = TAU * direction as f64 / self.directions() as f64;
        for (axis, (place, middle)) in self.point.iter_mut().zip(self.minimum).enumerate() {
            // A sphere of more than two dimensions is not drawn; its first two are enough for a picture.
            let way = [libm::cos(angle), libm::sin(angle), 0.0][axis.min(2)];
            *place = middle + radius * way;
        }
        self.loss.gradient(&self.point, &mut self.gradient);
        let outward = self.point.iter().zip(self.minimum).zip(&self.gradient);
        let inward = outward.map(|((place, middle), slope)| (place - middle) * slope).sum();
        [inward, self.gradient.iter().map(|slope| slope * slope).sum()]
    }

    fn directions(&self) -> usize {
        if self.minimum.len() == 1 { 2 } else { DIRECTIONS }
    }
}
