//! A float as an exact fraction that gives its decimal digits one by one, and knows when they are enough.

use super::big::Big;

/// A float as a fraction below 1, with half the distances to its neighbours, all times the same number.
pub struct Scaled {
    rest: Big,
    whole: Big,
    above: Big,
    below: Big,
    /// The neighbours' halves lead back to an even float.
    even: bool,
}

impl Scaled {
    /// The fraction, and the power of ten it is to be multiplied by.
    pub fn new(value: f64) -> (Self, i32) {
        let bits = value.to_bits();
        let field = (bits >> 52) as i32 & 0x7ff;
        let fraction = bits & ((1 << 52) - 1);
        let mantissa = if field == 0 { fraction } else { fraction | 1 << 52 };
        let power = field.max(1) - 1075;
        // Below a power of two the floats lie twice as close.
        let closer = u32::from(fraction == 0 && field > 1);
        let (up, down) = (power.max(0) as u32, (-power).max(0) as u32);
        let mut scaled = Scaled {
            rest: Big::new(mantissa).shifted(up + 1 + closer),
            whole: Big::new(1).shifted(down + 1 + closer),
            above: Big::new(1).shifted(up + closer),
            below: Big::new(1).shifted(up),
            even: mantissa % 2 == 0,
        };
        let mut point = libm::ceil(libm::log10(value) - 1e-10) as i32;
        scaled.divide(point);
        if !scaled.reaches_whole() {
            return (scaled, point);
        }
        point += 1;
        scaled.whole = scaled.whole.times(10);
        (scaled, point)
    }

    /// Divides by 10 to a power.
    fn divide(&mut self, power: i32) {
        let size = power.unsigned_abs();
        if power >= 0 {
            self.whole = self.whole.clone().times_power_of_ten(size);
            return;
        }
        for part in [&mut self.rest, &mut self.above, &mut self.below] {
            *part = part.clone().times_power_of_ten(size);
        }
    }

    fn reaches_whole(&self) -> bool {
        let order = self.rest.plus(&self.above).compare(&self.whole);
        order.is_gt() || (self.even && order.is_eq())
    }

    /// The next digit after the point.
    pub fn next_digit(&mut self) -> u8 {
        for part in [&mut self.rest, &mut self.above, &mut self.below] {
            *part = part.clone().times(10);
        }
        self.rest.take_digit(&self.whole)
    }

    /// Whether the digits so far lead back to the float, and if so whether the last one, which is `odd` or even, is to be one
    /// higher.
    pub fn ends(&self, odd: bool) -> Option<bool> {
        let order = self.rest.compare(&self.below);
        let low = order.is_lt() || (self.even && order.is_eq());
        match (low, self.reaches_whole()) {
            (false, false) => None,
            (true, false) => Some(false),
            (false, true) => Some(true),
            (true, true) => Some(self.rest_rounds_up(odd)),
        }
    }

    /// Whether what is left is more than half a unit of the last digit, or just half and the digit is `odd`.
    pub fn rest_rounds_up(&self, odd: bool) -> bool {
        let order = self.rest.clone().times(2).compare(&self.whole);
        order.is_gt() || (odd && order.is_eq())
    }
}
