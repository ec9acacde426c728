//! A later part: its functions, with everything else imported, and the slots of the table that they fill.

use walrus::ir::Value;
use walrus::{ConstExpr, ElementItems, ElementKind, FunctionId, GlobalId, GlobalKind, Module, TableId};

use super::plan::{Plan, function_table};
use super::{functions, grow, shared, ways};

/// Leaves only the functions of a part; `names` are those of the parts before it.
pub fn cut(module: &mut Module, plan: &Plan, part: usize, names: &[&str]) {
    let ids = functions(module);
    let Ok((table, _)) = function_table(module) else {
        return;
    };
    forget(module);
    if let Some(first) = names.first() {
        import_stores(module, first);
    }
    for (from, name) in names.iter().enumerate() {
        ways::import(module, name, plan, [from, part], &ids);
    }
    grow(module, table, plan);
    ways::lead(module, table, plan, part, &ids);
    ways::export(module, plan, part, &ids);
    fill(module, table, plan.slots(part), &ids);
    walrus::passes::gc::run(module);
}

/// Drops what belongs to the first part: exports, the start, what lies in memory and in the tables.
fn forget(module: &mut Module) {
    module.start = None;
    for id in module.exports.iter().map(|export| export.id()).collect::<Vec<_>>() {
        module.exports.delete(id);
    }
    for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        module.data.delete(id);
    }
    for id in module.elements.iter().map(|element| element.id()).collect::<Vec<_>>() {
        module.elements.delete(id);
    }
    module.memories.iter_mut().for_each(|memory| memory.data_segments = Default::default());
    module.tables.iter_mut().for_each(|table| table.elem_segments = Default::default());
}

/// Memory, tables and globals are those of the first part.
fn import_stores(module: &mut Module, first: &str) {
    for (place, memory) in module.memories.iter_mut().enumerate() {
        memory.import = Some(module.imports.add(first, &shared('m', place), memory.id()));
    }
    for (place, table) in module.tables.iter_mut().enumerate() {
        table.import = Some(module.imports.add(first, &shared('t', place), table.id()));
    }
    let globals: Vec<GlobalId> = module.globals.iter().map(|global| global.id()).collect();
    for (place, id) in globals.into_iter().enumerate() {
        let import = module.imports.add(first, &shared('g', place), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}

/// Puts functions into their slots, neighbours in one segment.
fn fill(module: &mut Module, table: TableId, slots: impl Iterator<Item = (usize, usize)>, ids: &[FunctionId]) {
    let mut segments: Vec<(usize, Vec<FunctionId>)> = Vec::new();
    for (slot, place) in slots {
        match segments.last_mut() {
            Some((start, list)) if *start + list.len() == slot => list.push(ids[place]),
            _ => segments.push((slot, vec![ids[place]])),
        }
    }
    for (start, list) in segments {
        let kind = ElementKind::Active { table, offset: ConstExpr::Value(Value::I32(start as i32)) };
        let segment = module.elements.add(kind, ElementItems::Functions(list));
        module.tables.get_mut(table).elem_segments.insert(segment);
    }
}
