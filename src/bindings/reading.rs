//! JavaScript's values read as plain data: what is no data is refused, and so is what has no end.
//!
//! `serde-wasm-bindgen` could read them, too, but its messages of what was unexpected bring the standard library's
//! formatting of floats along, a tenth of the whole core.

use js_sys::{Array, Float64Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::plain::{DEEPEST, Plain};

/// Most values in one piece of data: a start of as many parameters as there may be, several times over.
const MOST_VALUES: usize = 100_000;

/// Reads a value; none if it is no plain data, contains itself, or is too large.
pub(super) fn read(value: &JsValue) -> Option<Plain> {
    let mut left = MOST_VALUES;
    read_at(value, 0, &mut left)
}

fn read_at(value: &JsValue, depth: usize, left: &mut usize) -> Option<Plain> {
    *left = left.checked_sub(1)?;
    if depth > DEEPEST || value.is_function() || value.is_symbol() || value.is_bigint() {
        None
    } else if value.is_undefined() || value.is_null() {
        Some(Plain::Null)
    } else if let Some(truth) = value.as_bool() {
        Some(Plain::Bool(truth))
    } else if let Some(number) = value.as_f64() {
        Some(Plain::Number(number))
    } else if let Some(text) = value.as_string() {
        Some(Plain::Text(text))
    } else if let Some(numbers) = value.dyn_ref::<Float64Array>() {
        read_numbers(numbers, left)
    } else if Array::is_array(value) {
        read_list(value.unchecked_ref(), depth, left)
    } else {
        read_fields(value, depth, left)
    }
}

fn read_numbers(numbers: &Float64Array, left: &mut usize) -> Option<Plain> {
    *left = left.checked_sub(numbers.length() as usize)?;
    Some(Plain::List(numbers.to_vec().into_iter().map(Plain::Number).collect()))
}

fn read_list(list: &Array, depth: usize, left: &mut usize) -> Option<Plain> {
    // A list may claim any length without having an item.
    if list.length() as usize > *left {
        return None;
    }
    (0..list.length()).map(|index| read_at(&list.get(index), depth + 1, left)).collect::<Option<_>>().map(Plain::List)
}

fn read_fields(object: &JsValue, depth: usize, left: &mut usize) -> Option<Plain> {
    let names = Reflect::own_keys(object).ok()?;
    if names.length() as usize > *left {
        return None;
    }
    let fields = names.iter().filter_map(|name| name.as_string().map(|text| (text, name)));
    fields
        .map(|(text, name)| Some((text, read_at(&Reflect::get(object, &name).ok()?, depth + 1, left)?)))
        .collect::<Option<_>>()
        .map(Plain::Map)
}
