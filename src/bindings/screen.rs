//! A canvas as plotters sees it: `plotters-canvas`, on a grid finer than the screen's and with text measured by the canvas.
//!
//! plotters rounds every coordinate to whole units. With eight units to a CSS pixel a marble moves smoothly and a curve
//! has no steps. `plotters-canvas` measures text with an element of the page, which costs a layout per label and breaks a
//! strict Content-Security-Policy; the canvas can measure by itself.

use std::cell::RefCell;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontTransform,
};
use plotters_canvas::CanvasBackend;
use web_sys::CanvasRenderingContext2d;

use super::brush::Brush;
use super::layer::{Layer, Used};

/// Gives the points of a path one by one. (A `dyn Iterator` would bring along every method an iterator has.)
type Points<'a> = &'a mut dyn FnMut() -> Option<BackendCoord>;

/// Units of plotters to one CSS pixel.
pub(super) const UNITS: f64 = 8.0;

type Drawn = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

/// A drawing backend on one canvas.
pub(super) struct Screen {
    brush: RefCell<Brush>,
    used: Used,
    size: (u32, u32),
    /// Device pixels to one unit.
    fine: f64,
}

impl Screen {
    /// Clears a layer whose bitmap has `ratio` device pixels to a CSS pixel, and gets ready to draw on it.
    pub(super) fn clear(layer: &Layer, ratio: f64) -> Option<Self> {
        Screen::on(layer, layer.cleared()?, ratio, "source-over")
    }

    /// Gets ready to draw under what is on the layer: there, what is drawn first lies on top.
    pub(super) fn under(layer: &Layer, ratio: f64) -> Option<Self> {
        Screen::on(layer, layer.context()?, ratio, "destination-over")
    }

    fn on(layer: &Layer, context: CanvasRenderingContext2d, ratio: f64, order: &str) -> Option<Self> {
        let fine = ratio / UNITS;
        context.set_transform(fine, 0.0, 0.0, fine, 0.0, 0.0).ok()?;
        context.set_global_composite_operation(order).ok()?;
        context.set_line_join("round");
        let units = |pixels: u32| (f64::from(pixels) / fine).round() as u32;
        Some(Screen {
            size: (units(layer.width()), units(layer.height())),
            used: layer.used(),
            brush: RefCell::new(Brush::new(context)),
            fine,
        })
    }

    /// Takes note that something is drawn from one place to another, with so much around it, in units of plotters.
    #[inline(never)]
    fn reach(&self, from: (f64, f64), to: (f64, f64), around: f64) {
        let edges = [
            from.0.min(to.0) - around,
            from.1.min(to.1) - around,
            from.0.max(to.0) + around,
            from.1.max(to.1) + around,
        ];
        let [left, top, right, bottom] = edges.map(|edge| edge * self.fine);
        // Two more pixels for soft edges, whichever browser makes them.
        self.used.add([left - 2.0, top - 2.0, right + 2.0, bottom + 2.0]);
    }

    /// A horizontal or vertical line, moved to the middle of a row or column of the screen so that it is crisp.
    fn crisp_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) {
        let width = (f64::from(style.stroke_width()) * self.fine).round().max(1.0);
        let half = if width % 2.0 == 1.0 { 0.5 } else { 0.0 };
        let fine = self.fine;
        let snap = |value: i32| ((f64::from(value) * fine - half).round() + half) / fine;
        let (mut start, mut end) = (exact(from), exact(to));
        if from.0 == to.0 {
            (start.0, end.0) = (snap(from.0), snap(to.0));
        }
        if from.1 == to.1 {
            (start.1, end.1) = (snap(from.1), snap(to.1));
        }
        self.reach(start, end, width / fine);
        let brush = self.brush.get_mut();
        brush.set_stroke(style.color(), width / fine);
        brush.context.begin_path();
        brush.context.move_to(start.0, start.1);
        brush.context.line_to(end.0, end.1);
        brush.context.stroke();
    }

    /// Begins a path and goes along it with a line so wide, or round an area where it has no width; false if it has no point.
    #[inline(never)]
    fn trace(&self, points: Points, width: Option<f64>) -> bool {
        let context = &self.brush.borrow().context;
        let Some(start) = points().map(exact) else {
            return false;
        };
        context.begin_path();
        context.move_to(start.0, start.1);
        let mut last = start;
        while let Some(next) = points().map(exact) {
            self.reach(last, next, width.unwrap_or(0.0));
            context.line_to(next.0, next.1);
            last = next;
        }
        if width.is_none() {
            self.reach(last, start, 0.0);
        }
        true
    }

    fn stroke(&mut self, points: Points, color: BackendColor, width: u32) {
        let width = f64::from(width);
        if color.alpha > 0.0 && self.trace(points, Some(width)) {
            let brush = self.brush.get_mut();
            brush.set_stroke(color, width);
            brush.context.stroke();
        }
    }

    fn fill(&mut self, points: Points, color: BackendColor) {
        if color.alpha > 0.0 && self.trace(points, None) {
            let brush = self.brush.get_mut();
            brush.set_fill(color);
            brush.context.fill();
        }
    }
}

fn exact((x, y): BackendCoord) -> (f64, f64) {
    (f64::from(x), f64::from(y))
}

fn is_seen(style: &impl BackendStyle) -> bool {
    style.color().alpha > 0.0
}

/// Cosine and sine of a turn.
fn turn(transform: FontTransform) -> [f64; 2] {
    match transform {
        FontTransform::None => [1.0, 0.0],
        FontTransform::Rotate90 => [0.0, 1.0],
        FontTransform::Rotate180 => [-1.0, 0.0],
        FontTransform::Rotate270 => [0.0, -1.0],
    }
}

fn aligned(a: BackendCoord, b: BackendCoord) -> bool {
    a.0 == b.0 || a.1 == b.1
}

impl DrawingBackend for Screen {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        if !aligned(from, to) {
            let mut ends = [from, to].into_iter();
            self.stroke(&mut || ends.next(), style.color(), style.stroke_width());
        } else if is_seen(style) {
            self.crisp_line(from, to, style);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let mut path = path.into_iter();
        let (Some(first), Some(second)) = (path.next(), path.next()) else {
            return Ok(());
        };
        match path.next() {
            None => self.draw_line(first, second, style),
            Some(third) => {
                let mut whole = [first, second, third].into_iter().chain(path);
                self.stroke(&mut || whole.next(), style.color(), style.stroke_width());
                Ok(())
            }
        }
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Drawn {
        let mut corners = [from, (to.0, from.1), to, (from.0, to.1), from].into_iter();
        if fill {
            self.fill(&mut || corners.next(), style.color());
        } else {
            self.stroke(&mut || corners.next(), style.color(), style.stroke_width());
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        if !is_seen(style) {
            return Ok(());
        }
        let (x, y) = exact(center);
        self.reach((x, y), (x, y), f64::from(radius) + f64::from(style.stroke_width()));
        let brush = self.brush.get_mut();
        brush.context.begin_path();
        // Only a negative radius is refused, and there is none.
        let _ = brush.context.arc(x, y, f64::from(radius), 0.0, std::f64::consts::TAU);
        if fill {
            brush.set_fill(style.color());
            brush.context.fill();
        } else {
            brush.set_stroke(style.color(), f64::from(style.stroke_width()));
            brush.context.stroke();
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let mut path = path.into_iter();
        self.fill(&mut || path.next(), style.color());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        // How far letters reach only the browser knows.
        self.used.add_everything();
        let brush = self.brush.get_mut();
        // At its size in device pixels, where letters are hinted well.
        brush.set_font(style, style.size() * self.fine);
        brush.set_fill(style.color());
        let align = match style.anchor().h_pos {
            HPos::Left => "left",
            HPos::Center => "center",
            HPos::Right => "right",
        };
        let baseline = match style.anchor().v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        };
        brush.set_anchor(align, baseline);
        let (x, y) = (f64::from(at.0) * self.fine, f64::from(at.1) * self.fine);
        let [cosine, sine] = turn(style.transform());
        let (context, fine) = (&brush.context, self.fine);
        // A browser that refuses a transform or a text has lost its context; the next draw begins afresh.
        let _ = context.set_transform(cosine, sine, -sine, cosine, x, y);
        let _ = context.fill_text(text, 0.0, 0.0);
        let _ = context.set_transform(fine, 0.0, 0.0, fine, 0.0, 0.0);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let mut brush = self.brush.borrow_mut();
        brush.set_font(style, style.size() * self.fine);
        let width = brush.context.measure_text(text).map_or(0.0, |measured| measured.width());
        Ok(((width / self.fine).ceil() as u32, style.size().ceil() as u32))
    }
}
