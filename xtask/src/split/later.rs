//! The later part: the moved functions, with everything else imported, and the slots of the table that they fill.

use walrus::ir::Value;
use walrus::{
    ConstExpr, ElementItems, ElementKind, FunctionId, FunctionKind, GlobalId, GlobalKind, ImportedFunction, Module,
    TableId,
};

use super::plan::{Plan, function_table};
use super::{FIRST, functions, grow, shared};

/// Leaves only the moved functions.
pub fn cut(module: &mut Module, plan: &Plan) {
    let ids = functions(module);
    let Ok((table, _)) = function_table(module) else {
        return;
    };
    forget(module);
    import_stores(module);
    for &place in &plan.called {
        import_function(module, ids[place], place);
    }
    grow(module, table, plan);
    fill(module, table, plan, &ids);
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
fn import_stores(module: &mut Module) {
    for (place, memory) in module.memories.iter_mut().enumerate() {
        memory.import = Some(module.imports.add(FIRST, &shared('m', place), memory.id()));
    }
    for (place, table) in module.tables.iter_mut().enumerate() {
        table.import = Some(module.imports.add(FIRST, &shared('t', place), table.id()));
    }
    let globals: Vec<GlobalId> = module.globals.iter().map(|global| global.id()).collect();
    for (place, id) in globals.into_iter().enumerate() {
        let import = module.imports.add(FIRST, &shared('g', place), id);
        module.globals.get_mut(id).kind = GlobalKind::Import(import);
    }
}

/// A function of the first part, also one that it imports itself.
fn import_function(module: &mut Module, id: FunctionId, place: usize) {
    let ty = module.funcs.get(id).ty();
    if let FunctionKind::Import(own) = &module.funcs.get(id).kind {
        module.imports.delete(own.import);
    }
    let import = module.imports.add(FIRST, &shared('f', place), id);
    module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
}

/// Puts the moved functions into their slots, neighbours in one segment.
fn fill(module: &mut Module, table: TableId, plan: &Plan, ids: &[FunctionId]) {
    let mut segments: Vec<(usize, Vec<FunctionId>)> = Vec::new();
    for (&slot, &place) in &plan.slots {
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
