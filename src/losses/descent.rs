//! Plain gradient descent from many starts at once, in single precision: a sketch of where each one ends.
//!
//! It is told which discs nothing leaves again, and follows a start only until it has come to one of them.

use core::array::from_fn;

use crate::losses::Formula;
use crate::number::{LANES, Lanes, Wide};

/// What counts as an end, and how to get there.
pub struct Descent<'a> {
    /// The learning rate.
    pub rate: f64,
    /// Updates between two looks at where a run has come.
    pub every: usize,
    /// How often is looked, at most.
    pub looks: usize,
    /// Regions that no run leaves again.
    pub discs: &'a [Disc],
}

/// All points nearer to `center` than `radius`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disc {
    /// The middle; of a loss of one parameter the second number is 0.
    pub center: [f64; 2],
    /// How far it reaches.
    pub radius: f64,
}

/// Where one start has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arrival {
    /// In which disc; none if it has come to none, or flown off.
    pub disc: Option<u8>,
    /// Whether its numbers are beyond single precision.
    pub flown: bool,
    /// After how many looks.
    pub looks: u8,
}

impl Disc {
    /// Whether a point lies within.
    pub fn holds(&self, point: [f64; 2]) -> bool {
        let [dx, dy] = from_fn(|axis| point[axis] - self.center[axis]);
        dx * dx + dy * dy < self.radius * self.radius
    }
}

impl Descent<'_> {
    /// Follows the starts `(xs[i], y)` of a formula in `N` ≤ 2 parameters; `ends` has as many places.
    pub fn row<F: Formula<N>, const N: usize>(&self, formula: &F, xs: &[f64], y: f64, ends: &mut [Arrival]) {
        let y = Wide::splat(y as f32);
        for (xs, ends) in xs.chunks(LANES).zip(ends.chunks_mut(LANES)) {
            let x = from_fn(|lane| xs.get(lane).or(xs.last()).map_or(f32::NAN, |x| *x as f32));
            let (at, looks) = self.follow(formula, [Wide::new(x), y]);
            let ([x, y], looks) = (at.map(Wide::to_array), looks.to_array());
            for (lane, end) in ends.iter_mut().enumerate() {
                *end = self.arrival([x[lane], y[lane]], looks[lane]);
            }
        }
    }

    /// Where eight starts have come when the last of them has arrived, and after how many looks each of them had.
    #[inline(always)]
    fn follow<F: Formula<N>, const N: usize>(&self, formula: &F, mut at: [Wide; 2]) -> ([Wide; 2], Wide) {
        let rate = Wide::splat(self.rate as f32);
        let mut looks = Wide::splat(0.0);
        for _ in 0..self.looks {
            for _ in 0..self.every {
                let parameters = Lanes::variables(at);
                let [gx, gy] = formula.value::<Lanes>(&from_fn(|axis| parameters[axis])).gradient();
                at = [at[0] - gx * rate, at[1] - gy * rate];
            }
            let on_its_way = self.on_its_way(at);
            if !on_its_way.any() {
                break;
            }
            looks += on_its_way & Wide::splat(1.0);
        }
        (at, looks)
    }

    /// All bits of a lane if its point is finite and in no disc, else none.
    #[inline(always)]
    fn on_its_way(&self, [x, y]: [Wide; 2]) -> Wide {
        // What is not finite times 0 is not 0.
        let zero = x * Wide::splat(0.0) + y * Wide::splat(0.0);
        self.discs.iter().fold(zero.simd_eq(Wide::splat(0.0)), |outside, disc| {
            let (dx, dy) = (x - Wide::splat(disc.center[0] as f32), y - Wide::splat(disc.center[1] as f32));
            outside & (dx * dx + dy * dy).simd_ge(Wide::splat((disc.radius * disc.radius) as f32))
        })
    }

    fn arrival(&self, point: [f32; 2], looks: f32) -> Arrival {
        let flown = !point.iter().all(|value| value.is_finite());
        let disc = self.discs.iter().position(|disc| !flown && disc.holds(point.map(f64::from)));
        // At most 256 discs and looks are told apart.
        Arrival { disc: disc.map(|index| index as u8), flown, looks: looks as u8 }
    }
}
