//! Puts things in order with a few dozen instructions. The standard library's sorts are faster on long lists, but each
//! kind of list costs the download several kilobytes, and a panel needs a few ranks of its numbers, not all of them.

use core::cmp::Ordering;

/// Sorts a short list by a number, lowest first; equal ones keep their order. The time grows with the square of the length.
pub fn by_number<T>(items: &mut [T], number: impl Fn(&T) -> f64) {
    for end in 1..items.len() {
        let mut place = end;
        while place > 0 && number(&items[place - 1]).total_cmp(&number(&items[place])).is_gt() {
            items.swap(place - 1, place);
            place -= 1;
        }
    }
}

/// The value that would stand at `rank` (from 0) if the values were sorted, lowest first; none beyond their end. Reorders
/// them. After Hoare's "Find" (1961), parted in three so that equal values take no longer; the pivots are spread by a
/// fixed sequence, so that no pattern in the values makes it slow.
#[inline(never)]
pub fn value_at(values: &mut [f64], rank: usize) -> Option<f64> {
    let (mut from, mut to, mut spread) = (0, values.len(), 1_u32);
    while rank < to {
        spread = spread.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let pivot = values[from + (spread >> 8) as usize % (to - from)];
        let (below, above) = part(&mut values[from..to], pivot);
        if rank < from + below {
            to = from + below;
        } else if rank >= from + above {
            from += above;
        } else {
            return Some(pivot);
        }
    }
    None
}

/// Puts what is less than the pivot first and what is greater last; gives the places where its equals begin and end.
fn part(values: &mut [f64], pivot: f64) -> (usize, usize) {
    let (mut below, mut place, mut above) = (0, 0, values.len());
    while place < above {
        match values[place].total_cmp(&pivot) {
            Ordering::Less => {
                values.swap(below, place);
                below += 1;
                place += 1;
            }
            Ordering::Equal => place += 1,
            Ordering::Greater => {
                above -= 1;
                values.swap(place, above);
            }
        }
    }
    (below, above)
}

/// Sorts a long list, lowest first. A heap (Williams, 1964): n·log n steps for every list, and no memory.
pub fn ascending(items: &mut [u64]) {
    for root in (0..items.len() / 2).rev() {
        sink(items, root);
    }
    for end in (1..items.len()).rev() {
        items.swap(0, end);
        sink(&mut items[..end], 0);
    }
}

/// Moves an item down until none below it is greater.
fn sink(heap: &mut [u64], mut place: usize) {
    loop {
        let left = 2 * place + 1;
        let children = left..heap.len().min(left + 2);
        match children.max_by_key(|child| heap[*child]) {
            Some(child) if heap[child] > heap[place] => {
                heap.swap(place, child);
                place = child;
            }
            _ => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_rank_is_the_place_in_the_sorted_list(values in proptest::collection::vec(proptest::num::f64::ANY, 0..60)) {
            let mut sorted = values.clone();
            sorted.sort_by(f64::total_cmp);
            for rank in 0..=values.len() {
                let found = value_at(&mut values.clone(), rank).map(f64::to_bits);
                prop_assert_eq!(found, sorted.get(rank).copied().map(f64::to_bits));
            }
        }

        #[test]
        fn a_sorted_list_rises_and_keeps_equal_ones_in_order(numbers in proptest::collection::vec(0_i32..5, 0..30)) {
            let mut items: Vec<(i32, usize)> = numbers.into_iter().zip(0..).collect();
            let mut sorted = items.clone();
            sorted.sort_by_key(|item| item.0);
            by_number(&mut items, |item| f64::from(item.0));
            prop_assert_eq!(items, sorted);
        }
    }

    #[test]
    fn a_hundred_thousand_values_in_any_pattern_take_no_time() {
        let patterns: [fn(i32) -> i32; 4] = [|i| i, |i| -i, |i| (i - 50_000).abs(), |i| i % 2];
        for pattern in patterns {
            let mut values: Vec<f64> = (0..100_000).map(|i| f64::from(pattern(i))).collect();
            let middle = value_at(&mut values.clone(), 50_000);
            values.sort_by(f64::total_cmp);
            assert_eq!(middle, Some(values[50_000]));
        }
    }

    proptest! {
        #[test]
        fn a_long_list_ends_up_in_order(mut items in proptest::collection::vec(0_u64..50, 0..200)) {
            let mut sorted = items.clone();
            sorted.sort_unstable();
            ascending(&mut items);
            prop_assert_eq!(items, sorted);
        }
    }
}
