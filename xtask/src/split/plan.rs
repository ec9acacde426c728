//! Which functions move to the later part, and by which ways the parts reach each other.

use std::collections::{BTreeMap, BTreeSet};

use walrus::ir::{Value, Visitor, dfs_in_order};
use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionId, FunctionKind, LocalFunction, Module, TableId,
};

use super::functions;
use crate::program::Outcome;

/// Fewest bytes of a gate that is not named itself. Smaller functions weigh less than the way to them, and the compiler gives
/// one small body to several functions, of which a gate may be only one.
const SMALLEST: usize = 40;

/// Functions are given by their places in the module, table slots by their numbers.
pub struct Plan {
    /// The functions that move.
    pub moved: BTreeSet<usize>,
    /// The slots of the function table in which the moved functions stand; those from `new_slots` on are added to the table.
    pub slots: BTreeMap<usize, usize>,
    /// The size of the table before.
    pub new_slots: usize,
    /// The moved functions that the first part calls by name, each with its slot.
    pub entries: BTreeMap<usize, usize>,
    /// The functions of the first part that the moved ones call by name.
    pub called: BTreeSet<usize>,
}

impl Plan {
    /// # Errors
    /// One sentence naming a gate that is no function of the module, or saying what the splitting does not know how to do.
    pub fn new(module: &Module, gates: &[&str]) -> Outcome<Self> {
        let ids = functions(module);
        let place = |id: &FunctionId| id.index();
        let calls: Vec<BTreeSet<usize>> =
            ids.iter().map(|&id| called_by(module, id).iter().map(place).collect()).collect();
        let in_table: Vec<(usize, usize)> =
            table_slots(module)?.into_iter().map(|(slot, id)| (slot, place(&id))).collect();
        let exported = module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        });
        let outside: BTreeSet<usize> = exported.chain(module.start).map(|id| place(&id)).collect();
        let gates = gate_places(module, &ids, gates)?;

        let roots = outside.iter().copied().chain(in_table.iter().map(|(_, place)| *place));
        let stay = reached(roots, &calls, &gates);
        let needed = reached(gates.iter().copied(), &calls, &BTreeSet::new());
        let moved: BTreeSet<usize> =
            needed.difference(&stay).copied().filter(|&place| is_local(module, ids[place])).collect();

        let called_by_all =
            |callers: &BTreeSet<usize>| callers.iter().flat_map(|&place| &calls[place]).copied().collect();
        let from_first: BTreeSet<usize> = called_by_all(&stay);
        let from_later: BTreeSet<usize> = called_by_all(&moved);
        let new_slots = function_table(module)?.1;
        let entered: Vec<usize> = from_first.union(&outside).copied().filter(|place| moved.contains(place)).collect();
        let entries: BTreeMap<usize, usize> = entered.into_iter().zip(new_slots..).collect();
        let kept_slots = in_table.into_iter().filter(|(_, place)| moved.contains(place));
        let slots = kept_slots.chain(entries.iter().map(|(&place, &slot)| (slot, place))).collect();
        let called = from_later.difference(&moved).copied().collect();
        Ok(Plan { moved, slots, new_slots, entries, called })
    }
}

/// What can be reached from `roots` without passing a gate.
fn reached(roots: impl Iterator<Item = usize>, calls: &[BTreeSet<usize>], gates: &BTreeSet<usize>) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<usize> = roots.collect();
    while let Some(place) = next.pop() {
        if !gates.contains(&place) && reached.insert(place) {
            next.extend(&calls[place]);
        }
    }
    reached
}

fn is_local(module: &Module, id: FunctionId) -> bool {
    matches!(module.funcs.get(id).kind, FunctionKind::Local(_))
}

/// The functions that are gates: those whose names are one of `gates`, or lie in a module or a type of
/// that name, such as `<Type as Trait>::name`.
fn gate_places(module: &Module, ids: &[FunctionId], gates: &[&str]) -> Outcome<BTreeSet<usize>> {
    let mut places = BTreeSet::new();
    for gate in gates {
        let before = places.len();
        places.extend(ids.iter().enumerate().filter(|(_, id)| is_gate(module, **id, gate)).map(|(place, _)| place));
        if places.len() == before {
            return Err(format!(
                "The core cannot be split at `{gate}`: no function of it has such a name, or none that is large."
            ));
        }
    }
    Ok(places)
}

fn is_gate(module: &Module, id: FunctionId, gate: &str) -> bool {
    let function = module.funcs.get(id);
    let FunctionKind::Local(body) = &function.kind else {
        return false;
    };
    let size = body.original_range.as_ref().map_or(0, |range| range.len());
    let name = function.name.as_deref().unwrap_or_default();
    let inside = name.trim_start_matches('<').strip_prefix(gate);
    name == gate || size >= SMALLEST && inside.is_some_and(|rest| rest.starts_with("::"))
}

/// The functions that a function calls by name.
fn called_by(module: &Module, id: FunctionId) -> Vec<FunctionId> {
    struct Calls(Vec<FunctionId>);
    impl Visitor<'_> for Calls {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.0.push(*id);
        }
    }
    let mut calls = Calls(Vec::new());
    if let FunctionKind::Local(body) = &module.funcs.get(id).kind {
        dfs_in_order(&mut calls, body, LocalFunction::entry_block(body));
    }
    calls.0
}

/// The table that holds functions, and its size.
pub fn function_table(module: &Module) -> Outcome<(TableId, usize)> {
    let holding = module.elements.iter().find_map(|segment| match (&segment.kind, &segment.items) {
        (ElementKind::Active { table, .. }, ElementItems::Functions(_)) => Some(*table),
        _ => None,
    });
    let table = holding.ok_or("The core cannot be split: it has no table of functions.")?;
    Ok((table, module.tables.get(table).initial as usize))
}

/// The functions in the table, each with its slot.
fn table_slots(module: &Module) -> Outcome<Vec<(usize, FunctionId)>> {
    let mut slots = Vec::new();
    for segment in module.elements.iter() {
        let (ElementKind::Active { offset: ConstExpr::Value(Value::I32(start)), .. }, ElementItems::Functions(ids)) =
            (&segment.kind, &segment.items)
        else {
            return Err("The core cannot be split: its table is filled in a way that is not foreseen.".to_owned());
        };
        slots.extend((*start as usize..).zip(ids.iter().copied()));
    }
    Ok(slots)
}
