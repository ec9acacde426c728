// What is wrong with a message that the page around has meant for the scene: which field, what it was, and what is accepted there.

import { PARAMETERS, shorten } from "./parameters.js";

/** @typedef {import("./types.js").Accepted} Accepted */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {Record<string, unknown>} Fields */

/** Longest message, in characters of JSON, and longest text by which an answer is known again. */
const LONGEST = 20_000;
const LONGEST_ID = 100;
const MOST_STEPS = 1e6;

/** @param {unknown} value @returns {value is Fields} */
export function isFields(value) {
  return typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

/** What an answer may be known by again. @param {unknown} id */
export function isId(id) {
  return id === undefined || typeof id === "number" || (typeof id === "string" && id.length <= LONGEST_ID);
}

/** What is wrong with a message whatever it asks for. @param {Fields} asked @param {string[]} types what can be asked @returns {Fault | undefined} */
export function wrongMessage(asked, types) {
  if (!isShort(asked)) return wrong("message", "", { code: "length", most: LONGEST });
  if (!isId(asked["id"])) return wrong("id", asked["id"], { code: "id", most: LONGEST_ID });
  const { type } = asked;
  return typeof type === "string" && types.includes(type) ? undefined : wrong("type", type, { code: "oneOf", names: types });
}

/** Texts are wanted under the names of parameters; `null` takes one back. @param {unknown} parameters @param {boolean} takesBack @returns {Fault | undefined} */
export function wrongParameters(parameters, takesBack) {
  if (!isFields(parameters)) return wrong("parameters", parameters, { code: "object" });
  for (const [name, text] of Object.entries(parameters)) {
    if (!Object.hasOwn(PARAMETERS, name)) return wrong("parameters", name, { code: "oneOf", names: Object.keys(PARAMETERS) });
    if (typeof text !== "string" && !(takesBack && text === null)) return wrong(name, text, { code: "quoted" });
  }
  return undefined;
}

/** @param {unknown} count of steps @returns {Fault | undefined} */
export function wrongCount(count) {
  if (Number.isInteger(count) && Math.abs(Number(count)) <= MOST_STEPS) return undefined;
  return wrong("count", count, { code: "wholeNumber", lowest: -MOST_STEPS, highest: MOST_STEPS });
}

/** @param {unknown} experiment @returns {Fault | undefined} */
export function wrongExperiment(experiment) {
  return isFields(experiment) ? undefined : wrong("experiment", experiment, { code: "object" });
}

/** @param {string} field @param {unknown} value @param {Accepted} accepted @returns {Fault} */
function wrong(field, value, accepted) {
  return { field, given: shorten(typeof value === "string" ? value : JSON.stringify(value) ?? ""), accepted };
}

/** Plain data of a bounded size; cyclic data and large numbers have no JSON. @param {Fields} data */
function isShort(data) {
  try {
    return JSON.stringify(data).length <= LONGEST;
  } catch {
    return false;
  }
}
