//! The path of a run, with as few points as show it: canvas time goes into points, and a thousand steps may retrace one line.

use super::run_view::RunView;

/// Longest stretch of a path that is drawn, in steps before and after the marble.
pub const LONGEST: usize = 2_000;

/// Most iterates drawn as dots before, and after, the marble.
pub const MOST_DOTS: usize = 40;

/// Leaves out the points of a line that move the pen less than `least` pixels, and the parts that go back over the line
/// just drawn (a run that bounces between two places is one stroke). Ends at the first point that is not finite.
pub fn thinned(points: &mut dyn Iterator<Item = [f64; 2]>, least: f64) -> Vec<[f64; 2]> {
    let mut line: Vec<[f64; 2]> = Vec::new();
    let mut pen = [f64::NAN; 2];
    let mut pending = None;
    for point in points {
        if !super::clip::is_finite(&point) {
            break;
        }
        pending = None;
        match line[..] {
            [] => line.push(point),
            [.., last] if pen == last && near(last, point, least) => {
                pending = Some(point);
                continue;
            }
            [.., other, last] if near(pen, last, least) && near(point, other, least) => {}
            [.., other, last] if near(pen, other, least) && near(point, last, least) => {}
            [.., last] => {
                if pen != last && !near(pen, last, least) {
                    line.push(pen);
                }
                line.push(point);
            }
        }
        pen = point;
    }
    line.extend(pending);
    line
}

/// The iterates to draw as dots: those next to the marble first, `least` pixels apart, before it and after it.
pub fn dots(run: &RunView, project: impl Fn([f64; 2]) -> [f64; 2], least: f64) -> (Vec<[f64; 2]>, Vec<[f64; 2]>) {
    let row = run.row();
    let marble = project(run.place(row));
    let earlier = (row.saturating_sub(LONGEST)..row).rev();
    let later = row + 1..run.rows().min(row + LONGEST);
    (
        apart(earlier.map(|row| project(run.place(row))), marble, least),
        apart(later.map(|row| project(run.place(row))), marble, least),
    )
}

/// The places that are so many pixels apart from each other and from the first, as many as are drawn at most.
pub(super) fn apart(places: impl Iterator<Item = [f64; 2]>, from: [f64; 2], least: f64) -> Vec<[f64; 2]> {
    let mut kept: Vec<[f64; 2]> = Vec::new();
    for place in places.filter(super::clip::is_finite) {
        // Two before as well: a run that bounces between two places needs two dots.
        let beside = kept.iter().rev().take(2).chain([&from]);
        if kept.len() < MOST_DOTS && beside.into_iter().all(|other| !near(*other, place, least)) {
            kept.push(place);
        }
    }
    kept
}

fn near(a: [f64; 2], b: [f64; 2], least: f64) -> bool {
    (a[0] - b[0]).abs() < least && (a[1] - b[1]).abs() < least
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(points: &[[f64; 2]]) -> Vec<[f64; 2]> {
        thinned(&mut points.iter().copied(), 0.5)
    }

    #[test]
    fn a_thousand_bounces_between_two_places_are_one_stroke() {
        let bounces: Vec<[f64; 2]> = (0..1000).map(|k| [f64::from(k % 2) * 10.0, 0.0]).collect();
        assert_eq!(line(&bounces), [[0.0, 0.0], [10.0, 0.0]]);
    }

    #[test]
    fn a_line_that_leaves_a_stroke_it_went_back_over_starts_where_the_pen_is() {
        let points = [[0.0, 0.0], [10.0, 0.0], [0.0, 0.0], [0.0, 10.0]];
        assert_eq!(line(&points), points);
        let points = [[0.0, 0.0], [10.0, 0.0], [0.0, 0.0], [10.0, 0.0], [10.0, 10.0]];
        assert_eq!(line(&points), [[0.0, 0.0], [10.0, 0.0], [10.0, 10.0]]);
    }

    #[test]
    fn creeping_points_are_left_out_but_the_last_one_is_reached() {
        let creeping: Vec<[f64; 2]> = (0..=100).map(|k| [f64::from(k) * 0.124, 0.0]).collect();
        let thin = line(&creeping);
        assert!(thin.len() < 30);
        assert_eq!(thin.last(), Some(&[100.0 * 0.124, 0.0]));
    }

    #[test]
    fn the_line_ends_where_the_numbers_stop_being_finite() {
        assert_eq!(line(&[[0.0, 0.0], [9.0, 0.0], [f64::NAN, 0.0], [20.0, 0.0]]).len(), 2);
        assert!(line(&[[f64::INFINITY, 0.0], [0.0, 0.0]]).is_empty());
    }
}
