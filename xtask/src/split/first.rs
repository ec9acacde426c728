//! The first part: the functions of later parts leave empty slots, and it exports all that those need.

use walrus::{ElementItems, ExportItem, FunctionBuilder, Module};

use super::plan::{Plan, function_table};
use super::{functions, grow, shared, ways};

/// Takes the functions of later parts out and exports what they need.
pub fn cut(module: &mut Module, plan: &Plan) {
    let ids = functions(module);
    let Ok((table, _)) = function_table(module) else {
        return;
    };
    empty_slots(module, plan);
    grow(module, table, plan);
    ways::lead(module, table, plan, 0, &ids);
    export_stores(module);
    ways::export(module, plan, 0, &ids);
    walrus::passes::gc::run(module);
}

/// In the slots of functions of later parts stands one that traps, until they are filled.
fn empty_slots(module: &mut Module, plan: &Plan) {
    let mut empty = FunctionBuilder::new(&mut module.types, &[], &[]);
    empty.func_body().unreachable();
    let empty = empty.finish(Vec::new(), &mut module.funcs);
    for segment in module.elements.iter_mut() {
        if let ElementItems::Functions(listed) = &mut segment.items {
            listed.iter_mut().filter(|id| !plan.is_in(id.index(), 0)).for_each(|id| *id = empty);
        }
    }
}

/// Exports the memory, the tables and the globals.
fn export_stores(module: &mut Module) {
    let memories = module.memories.iter().map(|memory| ('m', ExportItem::Memory(memory.id())));
    let tables = module.tables.iter().map(|table| ('t', ExportItem::Table(table.id())));
    let globals = module.globals.iter().map(|global| ('g', ExportItem::Global(global.id())));
    let whole: Vec<Vec<(char, ExportItem)>> = vec![memories.collect(), tables.collect(), globals.collect()];
    for list in whole {
        for (place, (kind, item)) in list.into_iter().enumerate() {
            module.exports.add(&shared(kind, place), item);
        }
    }
}
