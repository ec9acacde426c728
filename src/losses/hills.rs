//! stub
use crate::losses::Entry;
pub const ENTRIES: &[Entry] = &[];
