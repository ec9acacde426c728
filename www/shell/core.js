// The core, loaded once for the whole page, and its calls with faults turned into sentences for programmers.

import init, * as core from "./downhill-core.js";
import { englishWords } from "./labels.js";

/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Experiment} Experiment */
/** @typedef {import("../downhill.js").State} State */

export const { Panel, Simulation } = core;

/** @type {Promise<void> | undefined} */
let loading;

/** Loads the core; after a failure the next call tries again. @returns {Promise<void>} */
export function ready() {
  loading ??= init({ module_or_path: new URL("./downhill-core_bg.wasm", import.meta.url) }).then(
    () => undefined,
    (reason) => {
      loading = undefined;
      throw reason;
    },
  );
  return loading;
}

/** @type {Promise<void> | undefined} */
let everything;

/** Loads the core and whatever the first figure does without; after a failure the next call tries again. @returns {Promise<void>} */
export function whole() {
  everything ??= Promise.all([ready(), import("./later.js")]).then(
    () => undefined,
    (reason) => {
      everything = undefined;
      throw reason;
    },
  );
  return everything;
}

/** What the core threw, if it is a fault of the input; anything else goes on its way. @param {unknown} thrown @returns {Fault} */
export function asFault(thrown) {
  if (thrown && typeof thrown === "object" && "field" in thrown && "accepted" in thrown) return /** @type {Fault} */ (thrown);
  throw thrown;
}

/** An error whose message says which field, what it was and what is accepted. @param {Fault} fault */
export function errorOf(fault) {
  const message = englishWords.say("fault.field", { name: fault.field, sentence: englishWords.fault(fault) });
  return Object.assign(new Error(message), { fault });
}

/** @template T @param {() => T} call @returns {T} */
function spoken(call) {
  try {
    return call();
  } catch (thrown) {
    throw errorOf(asFault(thrown));
  }
}

/** @param {Experiment} experiment */
export const run = (experiment) => spoken(() => core.run(experiment));
/** @param {Experiment} experiment @param {State} [state] */
export const step = (experiment, state) => spoken(() => core.step(experiment, state));
/** @param {Experiment} experiment @param {number[]} [point] */
export const stability = (experiment, point) => spoken(() => core.stability(experiment, point));
/** What a typed function is; throws the core's fault. @param {string} text */
export const expression = (text) => core.expression(text);
/** A typed function in postfix order; throws the core's fault. @param {string} text */
export const expressionPostfix = (text) => core.expressionPostfix(text);

/** @type {import("./types.js").LossInfo[] | undefined} */
let losses;
/** @type {import("./types.js").OptimizerInfo[] | undefined} */
let optimizers;

/** The catalogue of losses, fetched from the core once. */
export const lossCatalogue = () => (losses ??= core.losses());
/** The list of optimizers, fetched from the core once. */
export const optimizerList = () => (optimizers ??= core.optimizers());
