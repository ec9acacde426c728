//! Whole numbers of any size, with the few operations that the digits of a float take.

use core::cmp::Ordering;

/// A whole number, 32 bits to a place, the lowest first, without zeros at the top.
#[derive(Clone, Debug, PartialEq)]
pub struct Big(Vec<u32>);

impl Big {
    /// A number of 64 bits.
    pub fn new(value: u64) -> Self {
        let mut big = Big(vec![value as u32, (value >> 32) as u32]);
        big.trim();
        big
    }

    /// The number times a small one.
    pub fn times(mut self, factor: u32) -> Self {
        let mut carry = 0;
        for place in &mut self.0 {
            let product = u64::from(*place) * u64::from(factor) + carry;
            *place = product as u32;
            carry = product >> 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
        self.trim();
        self
    }

    /// The number times 10 to a power.
    pub fn times_power_of_ten(self, power: u32) -> Self {
        (0..power).fold(self, |big, _| big.times(10))
    }

    /// The number times 2 to a power.
    pub fn shifted(self, power: u32) -> Self {
        let mut places = vec![0; (power / 32) as usize];
        places.extend(self.0);
        Big(places).times(1 << (power % 32))
    }

    /// The sum of two numbers.
    pub fn plus(&self, other: &Big) -> Self {
        let length = self.0.len().max(other.0.len()) + 1;
        let (mut sum, mut carry) = (Vec::with_capacity(length), 0);
        for place in 0..length {
            let total = self.place(place) + other.place(place) + carry;
            sum.push(total as u32);
            carry = total >> 32;
        }
        let mut sum = Big(sum);
        sum.trim();
        sum
    }

    /// Divides by a number that goes into this one less than ten times; the remainder stays here.
    pub fn take_digit(&mut self, divisor: &Big) -> u8 {
        let mut digit = 0;
        while self.compare(divisor).is_ge() && digit < 9 {
            self.subtract(divisor);
            digit += 1;
        }
        digit
    }

    /// Which of two numbers is larger.
    pub fn compare(&self, other: &Big) -> Ordering {
        let longer = self.0.len().cmp(&other.0.len());
        longer.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    /// Takes away a number that is not larger.
    fn subtract(&mut self, other: &Big) {
        let mut borrow = 0;
        for (index, place) in self.0.iter_mut().enumerate() {
            let taken = other.place(index) + borrow;
            borrow = u64::from(u64::from(*place) < taken);
            *place = (u64::from(*place) + (borrow << 32) - taken) as u32;
        }
        self.trim();
    }

    fn place(&self, index: usize) -> u64 {
        self.0.get(index).map_or(0, |place| u64::from(*place))
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}
