// The living instance of the core: made from its compiled parts, watched, and made anew from them when it has come to an end.

import glue from "./downhill-core.js";
import { CoreLost } from "./core-lost.js";
import { giveUp, goOn } from "./supervisor.js";

/** @typedef {import("./downhill-core.js").Glue} Glue */

/**
 * Who holds objects of the core: `again` takes new ones of another instance, for the last whole picture or for the beginning,
 * `seen` says whether it is in view, and `giveUp` does without and shows the panel that says so, which is made from what the holder knows of its state.
 * @typedef {{ seen: () => boolean, again: (fromTheBeginning: boolean) => void, giveUp?: (panel: (words: import("./labels.js").Words, state: object) => HTMLElement) => void }} Holder
 */

/** Everybody who holds objects of the core. @type {Set<Holder>} */
export const holders = new Set();

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
  const fresh = glue();
  const { exports } = new WebAssembly.Instance(first, fresh.imports());
  fresh.take({ exports: watched(exports) });
  core = fresh;
  exported = { first: exports };
  ({ Chart, Panel, Simulation, Trails } = core);
}

/**
 * The same functions, the last of which is the one that throws. What is wrong with an input is returned, and the glue throws
 * it; so an exception has left the core's stack and memory in a state of which nothing can be said.
 * @param {WebAssembly.Exports} exports
 */
function watched(exports) {
  /** @type {CoreLost | undefined} */
  let lost;
  const guard = (/** @type {string} */ name, /** @type {Function} */ call) => (/** @type {unknown[]} */ ...given) => {
    // There is nothing to give back to memory that goes as a whole.
    if (lost && name.endsWith("_free")) return undefined;
    if (lost) throw lost;
    try {
      return call(...given);
    } catch (thrown) {
      throw (lost ??= follow(thrown));
    }
  };
  return Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, typeof value === "function" ? guard(name, value) : value]));
}

/** Lets another instance follow, at once for the next call, and for all who hold objects as soon as the script that runs has ended. @param {unknown} thrown */
function follow(thrown) {
  const lost = new CoreLost(thrown);
  let follows = true;
  try {
    for (const part of parts) join(...part);
  } catch {
    // There is no memory for another one.
    follows = false;
  }
  queueMicrotask(() => (follows ? goOn(lost) : giveUp(lost)));
  return lost;
}
