use std::fs;
use std::path::PathBuf;

use super::{Later, split};
use crate::program::{Outcome, command, output};

/// A module in which `later` and `practice` are reached by name, through the table and by an export, and themselves reach memory,
/// a global, the host and functions of the parts before them; `later` also reaches `practice` by name. Bodies of gates are long
/// enough to be worth moving.
const WHOLE: &str = r#"(module
  (import "host" "told" (func $told (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 8) "\05\00\00\00")
  (global $calls (mut i32) (i32.const 0))
  (table 4 4 funcref)
  (elem (i32.const 1) $"<app::later::Type as app::Trait>::method" $"app::now::method" $"<app::practice::Goal as app::Trait>::method")
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
  (func $"app::later::ask" (param i32) (result i32)
    (if (i32.eq (local.get 0) (i32.const 123456789)) (then (unreachable)))
    (if (i32.eq (local.get 0) (i32.const 987654321)) (then (unreachable)))
    (if (i32.eq (local.get 0) (i32.const 192837465)) (then (unreachable)))
    (i32.add (call $"app::practice::judge" (local.get 0)) (call $"app::practice::verdict" (local.get 0))))
  (func $"app::practice::judge" (param i32) (result i32)
    (if (i32.eq (local.get 0) (i32.const 123456789)) (then (unreachable)))
    (call $told (call $"app::practice::verdict" (local.get 0)))
    (i32.store (i32.const 8) (i32.add (i32.load (i32.const 8)) (call $"app::now::helper" (i32.const 2))))
    (i32.add (call $"app::later::deep" (local.get 0)) (call_indirect (type $method) (local.get 0) (i32.const 1))))
  (func $"app::practice::verdict" (param i32) (result i32)
    (if (i32.eq (local.get 0) (i32.const 123456789)) (then (unreachable)))
    (if (i32.eq (local.get 0) (i32.const 987654321)) (then (unreachable)))
    (if (i32.eq (local.get 0) (i32.const 192837465)) (then (unreachable)))
    (i32.mul (local.get 0) (i32.const 7777)))
  (func $"<app::practice::Goal as app::Trait>::method" (type $method)
    (if (i32.eq (local.get 0) (i32.const 123456789)) (then (unreachable)))
    (if (i32.eq (local.get 0) (i32.const 987654321)) (then (unreachable)))
    (if (i32.eq (local.get 0) (i32.const 192837465)) (then (unreachable)))
    (i32.add (call $"app::practice::judge" (local.get 0)) (i32.const 3333)))
  (func (export "byName") (param i32) (result i32) (call $"app::later::entry" (local.get 0)))
  (func (export "byTable") (param i32) (result i32) (call_indirect (type $method) (local.get 0) (i32.const 1)))
  (func (export "goal") (param i32) (result i32) (call_indirect (type $method) (local.get 0) (i32.const 3)))
  (func (export "ask") (param i32) (result i32) (call $"app::later::ask" (local.get 0)))
  (func (export "now") (param i32) (result i32) (call $"app::later::tiny" (call $"app::now::helper" (local.get 0))))
  (func (export "calls") (result i32) (global.get $calls))
  (export "itself" (func $"app::later::entry"))
  (export "judge" (func $"app::practice::judge")))"#;

/// Calls everything of the whole module and of its parts, and what only later parts can do also before those have come.
const COMPARE: &str = r#"
  const { readFileSync } = require("node:fs");
  const [whole, first, later, practice] = process.argv.slice(1).map((file) => new WebAssembly.Module(readFileSync(file)));
  const start = (module, told) => new WebAssembly.Instance(module, { host: { told: (value) => told.push(value) } }).exports;
  const names = ["now", "byName", "byTable", "itself", "ask", "judge", "goal"];
  const used = (exports, told) => JSON.stringify([[0, 1, 7].map((x) => names.map((name) => exports[name](x))), exports.calls(), told]);
  const can = (exports) => names.filter((name) => { try { exports[name](1); return true; } catch (e) { if (e instanceof WebAssembly.RuntimeError) return false; throw e; } });
  const join = (told, parts) => { const all = { first: start(first, told) }; for (const [name, part] of parts) all[name] = new WebAssembly.Instance(part, all).exports; return all.first; };
  const two = [["later", later]], three = [...two, ["practice", practice]];
  const [told, toldParts] = [[], []];
  const same = used(start(whole, told), told) === used(join(toldParts, three), toldParts);
  console.log(JSON.stringify([can(join([], [])), can(join([], two)), same, told.length]));"#;

const LATER: Later = Later { name: "later", gates: &["app::later"] };
const PRACTICE: Later = Later { name: "practice", gates: &["app::practice"] };

fn module() -> Vec<u8> {
    wat::parse_str(WHOLE).unwrap()
}

fn parts(later: &[Later]) -> Outcome<Vec<Vec<u8>>> {
    split(&module(), later)
}

#[test]
fn the_parts_together_do_what_the_whole_does_and_the_earlier_ones_alone_what_they_can() {
    let folder = std::env::temp_dir().join(format!("split-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let files: Vec<PathBuf> = ["whole", "first", "later", "practice"].iter().map(|name| folder.join(name)).collect();
    let modules = [module()].into_iter().chain(parts(&[LATER, PRACTICE]).unwrap());
    for (file, bytes) in files.iter().zip(modules) {
        fs::write(file, bytes).unwrap();
    }
    let said = output(command("node", &["-e", COMPARE]).args(&files));
    fs::remove_dir_all(folder).unwrap();
    let later = r#""now","byName","byTable","itself""#;
    assert_eq!(said.unwrap(), format!(r#"[["now"],[{later}],true,34]"#));
}

/// In which parts the numbers 1000, 100000 and 7777 stand, as the module writes them: of two functions of `later`, one of `practice`.
fn homes(later: &[Later]) -> [Vec<usize>; 3] {
    let parts = parts(later).unwrap();
    let has = |part: &[u8], value: [u8; 3]| part.windows(3).any(|window| window == value);
    [[0x41, 0xe8, 0x07], [0xa0, 0x8d, 0x06], [0x41, 0xe1, 0x3c]]
        .map(|value| (0..parts.len()).filter(|&part| has(&parts[part], value)).collect())
}

#[test]
fn what_moves_is_in_its_part_only() {
    assert_eq!(homes(&[LATER, PRACTICE]), [[1], [1], [2]]);
}

#[test]
fn without_a_part_of_its_own_a_function_stays_with_those_that_call_it() {
    assert_eq!(homes(&[]), [[0], [0], [0]]);
    assert_eq!(homes(&[LATER]), [[0], [1], [0]]);
    assert_eq!(homes(&[PRACTICE]), [[0], [0], [1]]);
}

#[test]
fn a_gate_that_nothing_is_behind_is_named() {
    for gate in ["app::late", "app::later::tin", "entry"] {
        let sentence = parts(&[LATER, Later { name: "practice", gates: &["app::practice", gate] }]).err().unwrap();
        assert!(sentence.contains(&format!("`{gate}`")), "{sentence}");
    }
}

#[test]
fn what_is_no_module_is_said() {
    assert!(split(b"no module", &[]).err().unwrap().starts_with("The core cannot be split: "));
}
