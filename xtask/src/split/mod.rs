//! Splits a WebAssembly module in two: what a page needs at once, and what it loads later into the same memory.
//!
//! Gates are functions that only the later part needs, given by the beginnings of their names. What can be reached through gates alone moves
//! to the later part. The first part calls it through slots of the function table, which are empty until the later part has been
//! instantiated with the first part's exports as its imports.

mod first;
mod later;
mod plan;
#[cfg(test)]
mod tests;

use walrus::{FunctionId, Module, ModuleConfig, TableId};

use crate::program::Outcome;
use plan::Plan;

/// The name under which the later part imports what the first one exports.
const FIRST: &str = "first";

/// The two parts of a module.
pub struct Parts {
    pub first: Vec<u8>,
    pub later: Vec<u8>,
}

/// Splits a module whose functions have names.
///
/// # Errors
/// One sentence if the module cannot be read, or a gate is no function of it.
pub fn split(module: &[u8], gates: &[&str]) -> Outcome<Parts> {
    let mut first = read(module)?;
    let mut later = read(module)?;
    let plan = Plan::new(&first, gates)?;
    first::cut(&mut first, &plan);
    later::cut(&mut later, &plan);
    Ok(Parts { first: first.emit_wasm(), later: later.emit_wasm() })
}

fn read(module: &[u8]) -> Outcome<Module> {
    let read = ModuleConfig::new().generate_synthetic_names_for_anonymous_items(false).parse(module);
    read.map_err(|reason| format!("The core cannot be split: {reason}."))
}

/// Makes room in the table for the functions that the first part calls by name.
fn grow(module: &mut Module, table: TableId, plan: &Plan) {
    let table = module.tables.get_mut(table);
    table.initial = (plan.new_slots + plan.entries.len()) as u64;
    table.maximum = table.maximum.map(|most| most.max(table.initial));
}

/// The functions in the order of the module. Both parts are read from the same bytes, so a place in this list means the same
/// function in both.
fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(|function| function.id()).collect()
}

/// The name under which the first part exports something to the later one.
fn shared(kind: char, place: usize) -> String {
    format!("${kind}{place}")
}
