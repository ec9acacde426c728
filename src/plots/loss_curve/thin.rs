//! Keeps a line of very many steps to two points a column, so that drawing it takes no longer than drawing a short one.

use crate::plots::clip;

/// At most two points for each column of that width, its lowest and its highest, in their order; and the last point. Ends
/// at the first point that is not finite.
pub fn thinned(points: &mut dyn Iterator<Item = [f64; 2]>, column: f64) -> Vec<[f64; 2]> {
    let mut line: Vec<[f64; 2]> = Vec::new();
    let mut open: Option<[[f64; 2]; 2]> = None;
    let mut last = None;
    let place = |x: f64| (x / column).floor();
    for point in points.take_while(clip::is_finite) {
        last = Some(point);
        match &mut open {
            Some([lowest, highest]) if place(lowest[0]) == place(point[0]) => {
                if point[1] > lowest[1] {
                    *lowest = point;
                }
                if point[1] < highest[1] {
                    *highest = point;
                }
            }
            _ => close(open.replace([point, point]), &mut line),
        }
    }
    close(open, &mut line);
    line.extend(last.filter(|last| line.last() != Some(last)));
    line
}

fn close(column: Option<[[f64; 2]; 2]>, line: &mut Vec<[f64; 2]>) {
    let Some([a, b]) = column else { return };
    let (first, second) = if a[0] <= b[0] { (a, b) } else { (b, a) };
    line.push(first);
    if first != second {
        line.push(second);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_thousand_steps_are_at_most_two_points_per_column() {
        let mut wild = (0..100_000).map(|k| [f64::from(k) * 0.006, libm::sin(f64::from(k)) * 100.0]);
        assert!(thinned(&mut wild, 1.0).len() <= 2 * 600 + 1);
    }

    #[test]
    fn few_points_are_left_as_they_are() {
        let points = [[0.5, 3.0], [10.5, 2.0], [20.5, 1.0]];
        assert_eq!(thinned(&mut points.into_iter(), 1.0), points);
    }
}
