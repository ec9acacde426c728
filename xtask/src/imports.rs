//! Short names for what the core imports of its glue: wasm-bindgen's own are long, end in sixteen digits that nothing compresses,
//! and stand in both files that a page loads first.

use std::fmt::Display;

use walrus::ModuleConfig;

use crate::program::Outcome;

/// The module and its glue, with the same short name in both for each function that the one imports of the other.
///
/// # Errors
/// One sentence if the module cannot be read, or the glue does not give each function once.
pub fn shortened(module: &[u8], glue: &str) -> Outcome<(Vec<u8>, String)> {
    let unread = |reason: &dyn Display| format!("The core's imports cannot be named: {reason}.");
    let mut config = ModuleConfig::new();
    let mut module =
        config.generate_synthetic_names_for_anonymous_items(false).parse(module).map_err(|reason| unread(&reason))?;
    let mut glue = glue.to_owned();
    for (place, import) in module.imports.iter_mut().enumerate() {
        let long = format!(" {}:", import.name);
        if glue.matches(&long).count() != 1 {
            return Err(unread(&format_args!("the glue does not give `{}` once", import.name)));
        }
        import.name = format!("i{place}");
        glue = glue.replacen(&long, &format!(" {}:", import.name), 1);
    }
    Ok((module.emit_wasm(), glue))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = r#"(module
      (import "./core.js" "__wbg_get_2080c49015e35254" (func (param i32)))
      (import "./core.js" "__wbg_get_d7176cfb76d71114" (func (result i32)))
      (func (export "call") (call 0 (call 1))))"#;

    fn named(glue: &str) -> Outcome<String> {
        let (module, glue) = shortened(&wat::parse_str(MODULE).unwrap(), glue)?;
        let module = walrus::Module::from_buffer(&module).unwrap();
        let names: Vec<String> = module.imports.iter().map(|import| import.name.clone()).collect();
        assert_eq!(names, ["i0", "i1"]);
        Ok(glue)
    }

    #[test]
    fn both_have_the_same_names() {
        let glue = "{ __wbg_get_d7176cfb76d71114: () => 7, __wbg_get_2080c49015e35254: f }";
        assert_eq!(named(glue).unwrap(), "{ i1: () => 7, i0: f }");
    }

    #[test]
    fn glue_that_lacks_one_is_refused() {
        let lacks = named("{ __wbg_get_2080c49015e35254: f }").unwrap_err();
        assert!(lacks.contains("does not give `__wbg_get_d7176cfb76d71114` once"), "{lacks}");
    }
}
