// The core, loaded once for the whole page, and its calls with faults turned into sentences for programmers.

import { compiled } from "./compiling.js";
import { CoreLost } from "./core-lost.js";
import { core, join } from "./instance.js";
import { englishWords } from "./labels.js";

/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Experiment} Experiment */
/** @typedef {import("../downhill.js").State} State */

export { CoreLost } from "./core-lost.js";
export { Chart, Panel, Simulation, Trails, holders } from "./instance.js";

/** A loading of which everybody waits for the same try; after a failure the next call tries again. @template T @param {() => Promise<T>} load */
function once(load) {
  /** @type {Promise<T> | undefined} */
  let loading;
  return () => (loading ??= load().catch((reason) => {
    loading = undefined;
    throw reason;
  }));
}

/** Loads the first part of the core, which is enough for the first figure. */
export const ready = once(async () => join("first", await compiled("downhill-core_bg.wasm")));

/** Loads the core and whatever the first figure does without. */
export const whole = once(async () => {
  await foremost;
  await Promise.all([laterPart(), import("./later.js")]);
  arrived();
});

/** Loads what only practice needs, after everything else. */
export const practice = once(async () => {
  await whole();
  join("practice", await compiled("downhill-practice_bg.wasm"));
});

const laterPart = once(async () => {
  const [part] = await Promise.all([compiled("downhill-later_bg.wasm"), ready()]);
  join("later", part);
});

let arrived = () => {};
/** Resolves when everything has been loaded, by whichever try. @type {Promise<void>} */
export const everything = new Promise((resolve) => (arrived = resolve));

/** Ends when the first figure stands, if one is on its way. @type {Promise<unknown>} */
let foremost = Promise.resolve();

/** Opens the first figure before anything else is fetched. @param {Promise<unknown>} opened */
export function letFirst(opened) {
  foremost = opened.catch(() => undefined);
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

/**
 * For other pages' scripts: the core's end is an ordinary error to them, which their console may show; the next call is answered.
 * @template {(...given: any[]) => any} Call
 * @param {Call} call
 * @returns {Call}
 */
export function plainly(call) {
  return /** @type {Call} */ ((...given) => {
    try {
      return call(...given);
    } catch (thrown) {
      throw thrown instanceof CoreLost ? new Error(thrown.message, { cause: thrown.cause }) : thrown;
    }
  });
}

/** @param {Experiment} experiment */
export const run = (experiment) => spoken(() => core.run(experiment));
/** @param {Experiment} experiment @param {State} [state] */
export const step = (experiment, state) => spoken(() => core.step(experiment, state));
/** @param {Experiment} experiment @param {number[]} [point] */
export const stability = (experiment, point) => spoken(() => core.stability(experiment, point));
/** Searches the settings with which a run gets lowest within a budget; throws the core's fault. @param {Experiment} experiment @param {number} budget */
export const tune = (experiment, budget) => core.tune(experiment, budget);
/** What a typed function is; throws the core's fault. @param {string} text */
export const expression = (text) => core.expression(text);
/** A typed function in postfix order; throws the core's fault. @param {string} text */
export const expressionPostfix = (text) => core.expressionPostfix(text);

/** What an answer to a challenge is worth, and what it does. @param {import("./downhill-core.js").Challenge} challenge @param {unknown} answer */
export const judge = (challenge, answer) => spoken(() => core.judge(challenge, answer));
/** What may be drawn of a challenge before any answer, and what the right one does. @param {import("./downhill-core.js").Challenge} challenge */
export const outline = (challenge) => spoken(() => core.outline(challenge));
/** The points for solving a challenge. @param {number} xp @param {boolean} shown whether its solution had been shown */
export const award = (xp, shown) => core.award(xp, shown);
/** The code on a reader's summary. @param {string} name @param {string} challenges with their points, one a line @param {number} solved @param {number} xp @param {number} day since 1 January 1970 */
export const completionCode = (name, challenges, solved, xp, day) => core.completionCode(name, challenges, solved, xp, day);

/** @type {import("./types.js").LossInfo[] | undefined} */
let losses;
/** @type {import("./types.js").OptimizerInfo[] | undefined} */
let optimizers;

/** The catalogue of losses, fetched from the core once. */
export const lossCatalogue = () => (losses ??= core.losses());
/** The catalogue of losses, each with the region worth seeing and its minima. */
export function lossesWithRegions() {
  const regions = core.lossRegions();
  return lossCatalogue().map((info, index) => ({ ...info, .../** @type {import("./downhill-core.js").LossRegion} */ (regions[index]) }));
}
/** The list of optimizers, fetched from the core once. */
export const optimizerList = () => (optimizers ??= core.optimizers());
