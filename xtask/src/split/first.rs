//! The first part: moved functions leave empty slots, and ways in through the table where something calls them by name.

use walrus::{
    ElementItems, ExportItem, FunctionBuilder, FunctionId, FunctionKind, LocalFunction, LocalId, Module, TableId,
    ir::Value,
};

use super::plan::{Plan, function_table};
use super::{functions, grow, shared};

/// Takes the moved functions out and exports what they need.
pub fn cut(module: &mut Module, plan: &Plan) {
    let ids = functions(module);
    let Ok((table, _)) = function_table(module) else {
        return;
    };
    empty_slots(module, plan);
    grow(module, table, plan);
    for (&place, &slot) in &plan.entries {
        let way = way_in(module, ids[place], table, slot);
        module.funcs.get_mut(ids[place]).kind = FunctionKind::Local(way);
    }
    export(module, plan, &ids);
    walrus::passes::gc::run(module);
}

/// In the slots of moved functions stands one that traps, until the later part fills them.
fn empty_slots(module: &mut Module, plan: &Plan) {
    let mut empty = FunctionBuilder::new(&mut module.types, &[], &[]);
    empty.func_body().unreachable();
    let empty = empty.finish(Vec::new(), &mut module.funcs);
    for segment in module.elements.iter_mut() {
        if let ElementItems::Functions(listed) = &mut segment.items {
            listed.iter_mut().filter(|id| plan.moved.contains(&id.index())).for_each(|id| *id = empty);
        }
    }
}

/// A function that hands its arguments to the function in a slot of the table.
fn way_in(module: &mut Module, id: FunctionId, table: TableId, slot: usize) -> LocalFunction {
    let ty = module.funcs.get(id).ty();
    let (params, results) = module.types.params_results(ty);
    let (params, results) = (params.to_vec(), results.to_vec());
    let args: Vec<LocalId> = params.iter().map(|&ty| module.locals.add(ty)).collect();
    let mut way = FunctionBuilder::new(&mut module.types, &params, &results);
    let mut body = way.func_body();
    for &arg in &args {
        body.local_get(arg);
    }
    body.const_(Value::I32(slot as i32)).call_indirect(ty, table);
    way.local_func(args)
}

/// Exports the memory, the tables, the globals, and the functions that the moved ones call.
fn export(module: &mut Module, plan: &Plan, ids: &[FunctionId]) {
    let memories = module.memories.iter().map(|memory| ('m', ExportItem::Memory(memory.id())));
    let tables = module.tables.iter().map(|table| ('t', ExportItem::Table(table.id())));
    let globals = module.globals.iter().map(|global| ('g', ExportItem::Global(global.id())));
    let whole: Vec<Vec<(char, ExportItem)>> = vec![memories.collect(), tables.collect(), globals.collect()];
    for list in whole {
        for (place, (kind, item)) in list.into_iter().enumerate() {
            module.exports.add(&shared(kind, place), item);
        }
    }
    for &place in &plan.called {
        module.exports.add(&shared('f', place), ids[place]);
    }
}
