//! Which functions belong to which part, and by which ways the parts reach each other.

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

/// Functions are given by their places in the module, table slots and parts by their numbers; 0 is the part that is loaded first.
pub struct Plan {
    /// The part of each function.
    part: Vec<usize>,
    /// The functions that each function calls by name.
    calls: Vec<BTreeSet<usize>>,
    /// The functions that are called from outside.
    outside: BTreeSet<usize>,
    /// The functions of the table, by their slots; those from `new_slots` on are added to it.
    slots: BTreeMap<usize, usize>,
    /// The size of the table before.
    pub new_slots: usize,
    /// The functions that an earlier part calls by name, each with its slot.
    pub entries: BTreeMap<usize, usize>,
    /// The functions that a later part calls by name, each with a number under which it is exported.
    numbers: BTreeMap<usize, usize>,
}

impl Plan {
    /// `gates` of the second part, of the third and so on.
    ///
    /// # Errors
    /// One sentence naming a gate that is no function of the module, or saying what the splitting does not know how to do.
    pub fn new(module: &Module, gates: &[&[&str]]) -> Outcome<Self> {
        let ids = functions(module);
        let place = |id: &FunctionId| id.index();
        let calls: Vec<BTreeSet<usize>> =
            ids.iter().map(|&id| called_by(module, id).iter().map(place).collect()).collect();
        let slots: BTreeMap<usize, usize> =
            table_slots(module)?.into_iter().map(|(slot, id)| (slot, place(&id))).collect();
        let exported = module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        });
        let outside: BTreeSet<usize> = exported.chain(module.start).map(|id| place(&id)).collect();
        let gates: Vec<BTreeSet<usize>> =
            gates.iter().map(|names| gate_places(module, &ids, names)).collect::<Outcome<_>>()?;

        let roots = outside.iter().chain(slots.values()).copied().collect();
        let part = parts(&ids.iter().map(|&id| is_local(module, id)).collect::<Vec<_>>(), &calls, roots, &gates);
        let mut plan = Plan {
            part,
            calls,
            outside,
            slots,
            new_slots: function_table(module)?.1,
            entries: BTreeMap::new(),
            numbers: BTreeMap::new(),
        };
        let entered: BTreeSet<usize> = (0..=gates.len()).flat_map(|part| plan.ways(part)).collect();
        plan.entries = entered.into_iter().zip(plan.new_slots..).collect();
        plan.slots.extend(plan.entries.iter().map(|(&place, &slot)| (slot, place)));
        let given: BTreeSet<usize> = (0..=gates.len()).flat_map(|part| plan.given(part)).collect();
        plan.numbers = given.into_iter().zip(0..).collect();
        Ok(plan)
    }

    /// Whether a function belongs to a part.
    pub fn is_in(&self, place: usize, part: usize) -> bool {
        self.part[place] == part
    }

    /// The functions of later parts that a part calls by name, or that are called from outside.
    pub fn ways(&self, part: usize) -> BTreeSet<usize> {
        let from_outside = self.outside.iter().filter(|_| part == 0).copied();
        self.called_from(part).chain(from_outside).filter(|&place| self.part[place] > part).collect()
    }

    /// The functions of one part that a later one calls by name.
    pub fn taken(&self, from: usize, by: usize) -> BTreeSet<usize> {
        self.called_from(by).filter(|&place| self.part[place] == from).collect()
    }

    /// The functions of one part that later ones call by name.
    pub fn given(&self, part: usize) -> BTreeSet<usize> {
        let later = part + 1..=self.part.iter().copied().max().unwrap_or(0);
        later.flat_map(|by| self.taken(part, by)).collect()
    }

    /// The number of a function that later parts call by name.
    pub fn number(&self, place: usize) -> usize {
        self.numbers[&place]
    }

    /// The slots of the table that hold functions of a part, with those.
    pub fn slots(&self, part: usize) -> impl Iterator<Item = (usize, usize)> {
        self.slots.iter().filter(move |(_, place)| self.part[**place] == part).map(|(&slot, &place)| (slot, place))
    }

    fn called_from(&self, part: usize) -> impl Iterator<Item = usize> {
        let callers = self.calls.iter().enumerate().filter(move |(place, _)| self.part[*place] == part);
        callers.flat_map(|(_, called)| called).copied()
    }
}

/// The part of each function: the earliest in which it can be reached without passing a gate of a later one. What the host
/// gives and what nothing reaches stays in the first.
fn parts(
    is_local: &[bool],
    calls: &[BTreeSet<usize>],
    mut roots: BTreeSet<usize>,
    gates: &[BTreeSet<usize>],
) -> Vec<usize> {
    let mut parts = vec![None; calls.len()];
    for part in 0..=gates.len() {
        let later: BTreeSet<usize> = gates[part..].iter().flatten().copied().collect();
        for place in reached(roots.iter().copied(), calls, &later) {
            parts[place].get_or_insert(if is_local[place] { part } else { 0 });
        }
        roots.extend(gates.get(part).into_iter().flatten());
    }
    parts.into_iter().map(|part| part.unwrap_or(0)).collect()
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
