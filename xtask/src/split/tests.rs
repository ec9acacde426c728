use std::fs;
use std::path::PathBuf;

use super::{Parts, split};
use crate::program::{command, output};

/// A module in which `later` is reached by name, through the table and by an export, and itself reaches memory, a global, the
/// host and functions of the first part. Bodies of gates are long enough to be worth moving.
const WHOLE: &str = r#"(module
  (import "host" "told" (func $told (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 8) "\05\00\00\00")
  (global $calls (mut i32) (i32.const 0))
  (table 3 3 funcref)
  (elem (i32.const 1) $"<app::later::Type as app::Trait>::method" $"app::now::method")
  (type $method (func (param i32) (result i32)))
  (func $"app::now::helper" (param i32) (result i32)
    (global.set $calls (i32.add (global.get $calls) (i32.const 1)))
    (i32.mul (local.get 0) (i32.load (i32.const 8))))
  (func $"app::now::method" (type $method) (i32.sub (local.get 0) (i32.const 1)))
  (func $"app::later::deep" (param i32) (result i32)
    (call $told (local.get 0))
    (i32.add (call $"app::now::helper" (local.get 0)) (i32.const 1000)))
  (func $"app::later::entry" (param i32) (result i32)
    (if (i32.eq (local.get 0) (i32.const 123456789)) (then (unreachable)))
    (if (i32.eqz (local.get 0)) (then (return (i32.const -1))))
    (i32.store (i32.const 8) (i32.add (i32.load (i32.const 8)) (i32.const 1)))
    (i32.add (call $"app::later::deep" (local.get 0)) (call_indirect (type $method) (local.get 0) (i32.const 2))))
  (func $"<app::later::Type as app::Trait>::method" (type $method)
    (if (i32.eq (local.get 0) (i32.const 123456789)) (then (unreachable)))
    (i32.add (call $"app::later::deep" (i32.add (local.get 0) (i32.const 100000)))
      (i32.add (i32.load (i32.const 8)) (i32.mul (i32.mul (local.get 0) (i32.const 100000)) (i32.const 100000)))))
  (func $"app::later::tiny" (param i32) (result i32) (local.get 0))
  (func (export "byName") (param i32) (result i32) (call $"app::later::entry" (local.get 0)))
  (func (export "byTable") (param i32) (result i32) (call_indirect (type $method) (local.get 0) (i32.const 1)))
  (func (export "now") (param i32) (result i32) (call $"app::later::tiny" (call $"app::now::helper" (local.get 0))))
  (func (export "calls") (result i32) (global.get $calls))
  (export "itself" (func $"app::later::entry")))"#;

/// Calls everything of the whole module and of its parts, and what only the later part can do also before that has come.
const COMPARE: &str = r#"
  const { readFileSync } = require("node:fs");
  const [whole, first, later] = process.argv.slice(1).map((file) => new WebAssembly.Module(readFileSync(file)));
  const start = (module, told) => new WebAssembly.Instance(module, { host: { told: (value) => told.push(value) } }).exports;
  const used = ({ byName, byTable, itself, now, calls }, told) => JSON.stringify([[0, 1, 7].map((x) => [byName(x), byTable(x), itself(x), now(x)]), calls(), told]);
  const [told, toldParts] = [[], []];
  const parts = start(first, toldParts);
  const early = [() => parts.now(3), () => parts.byName(1), () => parts.byTable(1), () => parts.itself(1)].map((call) => { try { return call(); } catch (e) { return e.constructor.name; } });
  const fresh = start(first, toldParts);
  new WebAssembly.Instance(later, { first: fresh });
  console.log(JSON.stringify([early, used(start(whole, told), told) === used(fresh, toldParts), told.length]));"#;

fn module() -> Vec<u8> {
    wat::parse_str(WHOLE).unwrap()
}

#[test]
fn the_parts_together_do_what_the_whole_does_and_the_first_alone_what_it_can() {
    let Parts { first, later } = split(&module(), &["app::later"]).unwrap();
    let folder = std::env::temp_dir().join(format!("split-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let files: Vec<PathBuf> = ["whole", "first", "later"].iter().map(|name| folder.join(name)).collect();
    for (file, bytes) in files.iter().zip([module(), first, later]) {
        fs::write(file, bytes).unwrap();
    }
    let said = output(command("node", &["-e", COMPARE]).args(&files));
    fs::remove_dir_all(folder).unwrap();
    let trap = "\"RuntimeError\"";
    assert_eq!(said.unwrap(), format!("[[15,{trap},{trap},{trap}],true,7]"));
}

#[test]
fn what_moves_is_in_the_later_part_only() {
    let Parts { first, later } = split(&module(), &["app::later"]).unwrap();
    let has = |part: &[u8], value: [u8; 3]| part.windows(3).any(|window| window == value);
    // The numbers 1000 and 100000 as the module writes them.
    let [deep, method] = [[0x41, 0xe8, 0x07], [0xa0, 0x8d, 0x06]];
    assert_eq!([has(&first, deep), has(&first, method)], [false; 2]);
    assert_eq!([has(&later, deep), has(&later, method)], [true; 2]);
}

#[test]
fn a_gate_that_nothing_is_behind_is_named() {
    for gate in ["app::late", "app::later::tin", "entry"] {
        let sentence = split(&module(), &["app::later", gate]).err().unwrap();
        assert!(sentence.contains(&format!("`{gate}`")), "{sentence}");
    }
}

#[test]
fn what_is_no_module_is_said() {
    assert!(split(b"no module", &[]).err().unwrap().starts_with("The core cannot be split: "));
}
