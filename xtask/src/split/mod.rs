//! Splits a WebAssembly module into parts: what a page needs at once, and what it loads later into the same memory.
//!
//! Gates are functions that only a later part needs, given by the beginnings of their names. What can be reached through the gates of
//! a part, and not without them, moves there. The parts are loaded in their order, each with the exports of those before it as its imports; what an
//! earlier part calls of a later one it calls through slots of the function table, which are empty until the later part fills them.

mod first;
mod later;
mod plan;
#[cfg(test)]
mod tests;
mod ways;

use walrus::{FunctionId, Module, ModuleConfig, TableId};

use crate::program::Outcome;
use plan::Plan;

/// The name under which later parts import what the first one exports.
const FIRST: &str = "first";

/// A part that is loaded later.
pub struct Later<'a> {
    /// The name under which the parts after it import what it exports.
    pub name: &'a str,
    /// The functions that only it and the parts after it need.
    pub gates: &'a [&'a str],
}

/// Splits a module whose functions have names: the part that is loaded first, then the later ones in their order.
///
/// # Errors
/// One sentence if the module cannot be read, or a gate is no function of it.
pub fn split(module: &[u8], later: &[Later]) -> Outcome<Vec<Vec<u8>>> {
    let whole = read(module)?;
    let plan = Plan::new(&whole, &later.iter().map(|part| part.gates).collect::<Vec<_>>())?;
    let names: Vec<&str> = [FIRST].into_iter().chain(later.iter().map(|part| part.name)).collect();
    let part = |number: usize| {
        let mut part = read(module)?;
        match number {
            0 => first::cut(&mut part, &plan),
            _ => later::cut(&mut part, &plan, number, &names[..number]),
        }
        Ok(part.emit_wasm())
    };
    (0..names.len()).map(part).collect()
}

fn read(module: &[u8]) -> Outcome<Module> {
    let read = ModuleConfig::new().generate_synthetic_names_for_anonymous_items(false).parse(module);
    read.map_err(|reason| format!("The core cannot be split: {reason}."))
}

/// Makes room in the table for the functions that earlier parts call by name.
fn grow(module: &mut Module, table: TableId, plan: &Plan) {
    let table = module.tables.get_mut(table);
    table.initial = (plan.new_slots + plan.entries.len()) as u64;
    table.maximum = table.maximum.map(|most| most.max(table.initial));
}

/// The functions in the order of the module. All parts are read from the same bytes, so a place in this list means the same
/// function in each.
fn functions(module: &Module) -> Vec<FunctionId> {
    module.funcs.iter().map(|function| function.id()).collect()
}

/// The name under which a part exports something to later ones.
fn shared(kind: char, number: usize) -> String {
    format!("${kind}{number}")
}
