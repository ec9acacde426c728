//! Fields of a challenge as lists of texts and of places.

use crate::fault::{Accepted, Fault};
use crate::plain::Plain;

/// Most items of a list in a challenge or an answer.
const MOST: usize = 400;

/// The field `name`, `Null` if it is missing.
pub fn field<'a>(of: &'a Plain, name: &str) -> &'a Plain {
    of.get(name).unwrap_or(&Plain::Null)
}

/// The items of a list; none of a list that is left out.
///
/// # Errors
/// A fault of `name` if this is no list, or one of more than 400 items.
pub fn items<'a>(list: &'a Plain, name: &str) -> Result<&'a [Plain], Fault> {
    match list {
        Plain::Null => Ok(&[]),
        Plain::List(items) if items.len() <= MOST => Ok(items),
        other => Err(Fault::new(name, other, Accepted::Text)),
    }
}

/// The texts of a list.
///
/// # Errors
/// A fault of `name` if this is no list of texts.
pub fn texts(list: &Plain, name: &str) -> Result<Vec<String>, Fault> {
    items(list, name)?.iter().map(|item| item.text(name).map(str::to_owned)).collect()
}

/// A list in which each place from 0 to below `count` stands once.
///
/// # Errors
/// A fault of `name` if this is no such list.
pub fn order(list: &Plain, name: &str, count: usize) -> Result<Vec<usize>, Fault> {
    let highest = count.saturating_sub(1) as f64;
    let fault = || Fault::new(name, list, Accepted::Numbers { fewest: count, most: count, lowest: 0.0, highest });
    let places: Option<Vec<usize>> = items(list, name)?
        .iter()
        .map(|item| item.whole(name, 0, highest as u64).ok().map(|place| place as usize))
        .collect();
    let places = places.filter(|places| places.len() == count && (0..count).all(|place| places.contains(&place)));
    places.ok_or_else(fault)
}
