//! The trail of a program: where the watched variables stood after every complete change.

/// The watched variables and the points they made so far.
pub struct Trace {
    /// The place of each among the program's variables; none if the program does not have it.
    places: Vec<Option<usize>>,
    current: Vec<Option<f64>>,
    /// Which of them have changed since the last point.
    changed: Vec<bool>,
    points: Vec<f64>,
}

impl Trace {
    /// Watches the variables in these places.
    pub fn new(places: Vec<Option<usize>>) -> Self {
        let count = places.len();
        Trace { places, current: vec![None; count], changed: vec![false; count], points: Vec::new() }
    }

    /// Takes note of an assignment. A point is complete when each variable has changed, or when one changes again before
    /// the others did.
    pub fn assigned(&mut self, place: usize, value: f64) {
        let Some(index) = self.places.iter().position(|watched| *watched == Some(place)) else {
            return;
        };
        if self.changed[index] {
            self.complete();
        }
        self.current[index] = Some(value);
        self.changed[index] = true;
        if self.changed.iter().all(|changed| *changed) {
            self.complete();
        }
    }

    /// The points row by row, the last change included.
    pub fn points(mut self) -> Vec<f64> {
        if self.changed.contains(&true) {
            self.complete();
        }
        self.points
    }

    fn complete(&mut self) {
        if self.current.iter().all(Option::is_some) {
            self.points.extend(self.current.iter().flatten());
        }
        self.changed.fill(false);
    }
}
