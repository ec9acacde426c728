//! How parts reach each other: earlier ones by exports, later ones through slots of the table.

use walrus::{
    FunctionBuilder, FunctionId, FunctionKind, ImportedFunction, LocalFunction, LocalId, Module, TableId, ir::Value,
};

use super::plan::Plan;
use super::shared;

/// Puts ways in the place of the functions of later parts that a part calls by name.
pub fn lead(module: &mut Module, table: TableId, plan: &Plan, part: usize, ids: &[FunctionId]) {
    for place in plan.ways(part) {
        let way = way_in(module, ids[place], table, plan.entries[&place]);
        module.funcs.get_mut(ids[place]).kind = FunctionKind::Local(way);
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

/// Exports the functions of a part that later ones call.
pub fn export(module: &mut Module, plan: &Plan, part: usize, ids: &[FunctionId]) {
    for place in plan.given(part) {
        module.exports.add(&shared('f', plan.number(place)), ids[place]);
    }
}

/// Imports under a name the functions of an earlier part that a part calls, also those that the earlier one imports itself.
pub fn import(module: &mut Module, name: &str, plan: &Plan, [from, by]: [usize; 2], ids: &[FunctionId]) {
    for place in plan.taken(from, by) {
        let id = ids[place];
        let ty = module.funcs.get(id).ty();
        if let FunctionKind::Import(own) = &module.funcs.get(id).kind {
            module.imports.delete(own.import);
        }
        let import = module.imports.add(name, &shared('f', plan.number(place)), id);
        module.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
}
