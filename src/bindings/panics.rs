//! Breaks the core on demand, for the tests of what the page does then: only with the feature `panics`, which no published
//! site has. The page's `panicNext(place)` says how to break at a place, by `panic` or `stack`, or nothing.

#[cfg(feature = "panics")]
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

#[cfg(feature = "panics")]
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = panicNext, catch)]
    fn panic_next(place: &str) -> Result<Option<String>, JsValue>;
}

/// A place where the core may be made to break.
#[cfg(not(feature = "panics"))]
#[inline(always)]
pub(super) fn may_break(_place: &str) {}

/// A place where the core may be made to break. A page without `panicNext` breaks nothing.
#[cfg(feature = "panics")]
pub(super) fn may_break(place: &str) {
    match panic_next(place).ok().flatten().as_deref() {
        Some("panic") => panic!("{place}, as asked"),
        Some("stack") => drop(without_end(0)),
        _ => {}
    }
}

/// Calls itself until the browser's stack is used up.
#[cfg(feature = "panics")]
#[expect(unconditional_recursion, reason = "a stack without end is what is wanted")]
fn without_end(depth: u64) -> u64 {
    core::hint::black_box(without_end(core::hint::black_box(depth) + 1)) + 1
}
