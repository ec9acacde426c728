//! A canvas that is drawn on anew from frame to frame, and the parts of it that are drawn on: only they have to be cleared.
//!
//! To clear a whole canvas can cost more than to draw what moves on it.

use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// A rectangle in device pixels: left, upper, right and lower edge.
pub(super) type Area = [f64; 4];

/// Upright bands of a canvas, for each of which it is known between which rows something may be.
const BANDS: usize = 16;
/// Pixels that are better cleared for nothing than by a rectangle more.
const SPARE: f64 = 4000.0;

const NOTHING: [f64; 2] = [f64::INFINITY, f64::NEG_INFINITY];

/// Where on a canvas something may be, shared by the layer and what draws on it.
#[derive(Clone)]
pub(super) struct Used(Rc<Bands>);

struct Bands {
    /// Something may be anywhere.
    whole: Cell<bool>,
    width: Cell<f64>,
    rows: [Cell<[f64; 2]>; BANDS],
}

impl Used {
    /// Takes in a rectangle.
    #[inline(never)]
    pub(super) fn add(&self, [left, top, right, bottom]: Area) {
        let Bands { width, rows, .. } = &*self.0;
        let width = width.get();
        // What lies beside the canvas is counted to its first or last band; a cast turns NaN into 0.
        let [first, last] = [left, right].map(|edge| ((edge / width) as usize).min(BANDS - 1));
        for band in rows.iter().take(last + 1).skip(first) {
            let [highest, lowest] = band.get();
            band.set([highest.min(top), lowest.max(bottom)]);
        }
    }

    /// Takes in the whole canvas.
    pub(super) fn add_everything(&self) {
        self.0.whole.set(true);
    }
}

/// A canvas with the parts of it that are used.
pub(super) struct Layer {
    canvas: HtmlCanvasElement,
    used: Used,
}

impl Deref for Layer {
    type Target = HtmlCanvasElement;

    fn deref(&self) -> &HtmlCanvasElement {
        &self.canvas
    }
}

impl Layer {
    /// A canvas of which it is not known yet what is on it.
    pub(super) fn new(canvas: HtmlCanvasElement) -> Layer {
        let rows = [const { Cell::new(NOTHING) }; BANDS];
        let bands = Bands { whole: Cell::new(true), width: Cell::new(1.0), rows };
        Layer { canvas, used: Used(Rc::new(bands)) }
    }

    /// What is to be told where something is drawn.
    pub(super) fn used(&self) -> Used {
        self.used.clone()
    }

    /// The two-dimensional context; none while the browser has lost or refuses it. What answers to "2d"
    /// is taken at its word: the page may hand in a canvas that writes down what is drawn, for a picture of lines.
    pub(super) fn context(&self) -> Option<CanvasRenderingContext2d> {
        Some(self.canvas.get_context("2d").ok()??.unchecked_into())
    }

    /// The context of the canvas, on which nothing is left.
    pub(super) fn cleared(&self) -> Option<CanvasRenderingContext2d> {
        let context = self.context()?;
        context.reset_transform().ok()?;
        self.take_used(&mut |[left, top, right, bottom]| context.clear_rect(left, top, right - left, bottom - top));
        Some(context)
    }

    /// Hands over rectangles of whole pixels outside which nothing is, and counts from now on anew.
    pub(super) fn take_used(&self, take: &mut dyn FnMut(Area)) {
        let Bands { whole, width: band, rows } = &*self.used.0;
        let (width, height) = (f64::from(self.canvas.width()), f64::from(self.canvas.height()));
        // Of another width nothing is left, as a canvas that changes its size is blank.
        band.set((width / BANDS as f64).max(1.0));
        let mut open = whole.take().then_some([0.0, 0.0, width, height]);
        for (index, rows) in rows.iter().enumerate() {
            let [top, bottom] = rows.replace(NOTHING);
            let [left, right] = [index, index + 1].map(|edge| (edge as f64 * band.get()).min(width));
            let area: Area = [left.floor(), top.floor().max(0.0), right.ceil(), bottom.ceil().min(height)];
            if pixels(area) > 0.0 {
                open = Some(match open {
                    Some(before) if pixels(both(before, area)) <= pixels(before) + pixels(area) + SPARE => {
                        both(before, area)
                    }
                    before => {
                        before.into_iter().for_each(&mut *take);
                        area
                    }
                });
            }
        }
        open.into_iter().for_each(take);
    }
}

/// The smallest rectangle that has both in it.
pub(super) fn both(one: Area, other: Area) -> Area {
    [one[0].min(other[0]), one[1].min(other[1]), one[2].max(other[2]), one[3].max(other[3])]
}

/// The pixels of a rectangle; none if an edge lies beyond the one across.
fn pixels([left, top, right, bottom]: Area) -> f64 {
    (right - left).max(0.0) * (bottom - top).max(0.0)
}
