// The living instance of the core: made from its compiled parts, which are kept so that another one can be made from them.

import glue from "./downhill-core.js";

/** @typedef {import("./downhill-core.js").Glue} Glue */

/** The compiled parts by name; each imports what those before it export and fills gaps that they have left. @type {Map<string, WebAssembly.Module>} */
const parts = new Map();

/** What the parts of the living instance export. @type {Record<string, WebAssembly.Exports>} */
let exported = {};

/** The living instance's functions; there from the first part on. */
export let core = /** @type {Glue} */ ({});
/** Its classes. An object of one instance is of no use to another one. */
export let { Chart, Panel, Simulation, Trails } = core;

/** Adds a compiled part to the living instance. @param {string} name @param {WebAssembly.Module} part */
export function join(name, part) {
  parts.set(name, part);
  if (name !== "first") exported[name] = new WebAssembly.Instance(part, exported).exports;
  else begin(part);
}

/** @param {WebAssembly.Module} first */
function begin(first) {
  core = glue();
  const { exports } = new WebAssembly.Instance(first, core.imports());
  core.take({ exports });
  exported = { first: exports };
  ({ Chart, Panel, Simulation, Trails } = core);
}
