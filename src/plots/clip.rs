//! Cuts a line to the plot while its numbers are still `f64`: plotters' pixels would wrap round.

/// A pixel of the backend.
pub type Pixel = (i32, i32);

/// The pieces of a line that lie within a box (left, top, right, bottom), rounded to pixels. The line ends at its
/// first point that is not finite.
pub fn pieces(points: &[[f64; 2]], edges: [f64; 4]) -> Vec<Vec<Pixel>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<Pixel> = Vec::new();
    let mut before: Option<[f64; 2]> = None;
    for point in points.iter().take_while(|point| is_finite(point)) {
        let Some(from) = before.replace(*point) else {
            continue;
        };
        let Some((start, end)) = segment(from, *point, edges) else {
            continue;
        };
        let (first, last) = (rounded(start), rounded(end));
        if piece.last() != Some(&first) {
            finish(&mut piece, &mut pieces);
            piece.push(first);
        }
        if piece.last() != Some(&last) {
            piece.push(last);
        }
    }
    finish(&mut piece, &mut pieces);
    pieces
}

/// The part of a segment within a box (left, top, right, bottom), after Liang and Barsky; none if it misses the box.
pub fn segment(from: [f64; 2], to: [f64; 2], edges: [f64; 4]) -> Option<([f64; 2], [f64; 2])> {
    let [left, top, right, bottom] = edges;
    let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
    let mut enter = 0.0_f64;
    let mut leave = 1.0_f64;
    for (speed, room) in [(-dx, from[0] - left), (dx, right - from[0]), (-dy, from[1] - top), (dy, bottom - from[1])] {
        if speed > 0.0 {
            leave = leave.min(room / speed);
        } else if speed < 0.0 {
            enter = enter.max(room / speed);
        } else if room < 0.0 {
            return None;
        }
    }
    let at = |share: f64| [from[0] + share * dx, from[1] + share * dy];
    // Held within the box, since far outside it rounding is coarser than a pixel.
    (enter <= leave).then(|| {
        let end = if leave < 1.0 { at(leave) } else { to };
        (nearest(at(enter), edges), nearest(end, edges))
    })
}

/// The nearest place within a box (left, top, right, bottom).
pub fn nearest([x, y]: [f64; 2], [left, top, right, bottom]: [f64; 4]) -> [f64; 2] {
    [x.max(left).min(right), y.max(top).min(bottom)]
}

/// Whether both coordinates are finite.
pub fn is_finite(point: &[f64; 2]) -> bool {
    point.iter().all(|coordinate| coordinate.is_finite())
}

/// The pixel that holds a place.
pub fn rounded([x, y]: [f64; 2]) -> Pixel {
    (x.round() as i32, y.round() as i32)
}

fn finish(piece: &mut Vec<Pixel>, pieces: &mut Vec<Vec<Pixel>>) {
    if piece.len() > 1 {
        pieces.push(std::mem::take(piece));
    }
    piece.clear();
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BOX: [f64; 4] = [0.0, 0.0, 100.0, 50.0];

    #[test]
    fn a_line_through_the_box_is_cut_at_both_sides() {
        let cut = pieces(&[[-100.0, 25.0], [200.0, 25.0]], BOX);
        assert_eq!(cut, [[(0, 25), (100, 25)]]);
    }

    #[test]
    fn a_line_that_leaves_and_returns_is_two_pieces() {
        let cut = pieces(&[[50.0, 25.0], [150.0, 25.0], [150.0, 30.0], [50.0, 30.0]], BOX);
        assert_eq!(cut, [[(50, 25), (100, 25)], [(100, 30), (50, 30)]]);
    }

    #[test]
    fn a_line_ends_at_its_first_point_that_is_not_finite() {
        let cut = pieces(&[[10.0, 10.0], [20.0, 10.0], [f64::NAN, 10.0], [30.0, 10.0], [40.0, 10.0]], BOX);
        assert_eq!(cut, [[(10, 10), (20, 10)]]);
    }

    proptest! {
        #[test]
        fn whatever_the_numbers_the_pieces_stay_within_the_box(
            points in proptest::collection::vec([proptest::num::f64::ANY, proptest::num::f64::ANY], 0..20),
        ) {
            for piece in pieces(&points, BOX) {
                for (x, y) in piece {
                    prop_assert!((0..=100).contains(&x) && (0..=50).contains(&y));
                }
            }
        }

        #[test]
        fn a_line_within_the_box_is_left_as_it_is(
            points in proptest::collection::vec([0.0..100.0, 0.0..50.0], 2..20),
        ) {
            let mut expected: Vec<Pixel> = points.iter().copied().map(rounded).collect();
            expected.dedup();
            let cut = pieces(&points, BOX);
            prop_assert_eq!(cut.concat(), if expected.len() > 1 { expected } else { Vec::new() });
        }
    }
}
