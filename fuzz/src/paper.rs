//! A backend that draws nothing and looks at everything: no coordinate far off the paper, no number that is none in a label.

use std::convert::Infallible;

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

/// How far beyond its edges something may reach, in sides of the paper; a number that has wrapped round is millions away.
const BEYOND: i64 = 3;

/// Paper of so many pixels.
pub struct Paper {
    size: (u32, u32),
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl Paper {
    pub fn new(size: (u32, u32)) -> Paper {
        Paper { size }
    }

    fn near(&self, (x, y): BackendCoord) {
        let side = i64::from(self.size.0.max(self.size.1)) + 100;
        let far = |place: i32| i64::from(place) < -BEYOND * side || i64::from(place) > (1 + BEYOND) * side;
        assert!(!far(x) && !far(y), "something is drawn at {x}, {y} on paper of {:?}", self.size);
    }
}

impl DrawingBackend for Paper {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, _color: BackendColor) -> Drawn {
        self.near(point);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _style: &S) -> Drawn {
        self.near(from);
        self.near(to);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, one: BackendCoord, other: BackendCoord, _style: &S, _fill: bool) -> Drawn {
        self.near(one);
        self.near(other);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _style: &S) -> Drawn {
        path.into_iter().for_each(|point| self.near(point));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, _style: &S, _fill: bool) -> Drawn {
        self.near(center);
        assert!(u64::from(radius) < 1_000, "a circle of radius {radius}");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, outline: I, _style: &S) -> Drawn {
        outline.into_iter().for_each(|point| self.near(point));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, _style: &S, place: BackendCoord) -> Drawn {
        self.near(place);
        assert!(!text.contains("NaN") && !text.contains("inf"), "a label says {text}");
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = 0.6 * style.size() * text.chars().count() as f64;
        Ok((width as u32, style.size() as u32))
    }
}
