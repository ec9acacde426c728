// The one table of parameters: address, hash and attributes are read and written by it.

import { controls, language, loss, name, number, numbers, oneOf, optimizer, optimizers, points, stop, truth, whole } from "./parameter-kinds.js";

/** @typedef {import("./types.js").Accepted} Accepted */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Known} Known */
/** @typedef {import("./parameter-kinds.js").Kind} Kind */

/** Longest text of one parameter, in bytes. */
const LONGEST = 2000;
export const THEMES = ["auto", "light", "dark", "projector"];

/** Every parameter, in the order in which they are applied and written. @type {Record<string, Kind>} */
export const PARAMETERS = {
  scene: oneOf((known) => known.scenes),
  preset: name,
  challenge: name,
  loss,
  optimizer,
  alpha: number(0, 1e6),
  beta: number(0, 1),
  others: optimizers,
  start: numbers(1, 2),
  steps: whole(0, 1e6),
  stop,
  seed: whole(0, Number.MAX_SAFE_INTEGER),
  batch: whole(1, 1e6),
  shuffle: truth,
  marbles: points,
  step: whole(0, 1e6),
  scale: oneOf(() => ["linear", "log"]),
  view: numbers(2, 2),
  hide: controls,
  lock: controls,
  lang: language,
  theme: oneOf(() => THEMES),
};

/**
 * The value of one parameter, or the fault in it; of a list of names both, if only some of them can be used.
 * @param {string} parameter
 * @param {string} text
 * @param {Known} known
 * @returns {{ value: unknown } | { fault: Fault, value?: unknown }}
 */
export function readParameter(parameter, text, known) {
  const kind = /** @type {Kind} */ (PARAMETERS[parameter]);
  const fault = (/** @type {Accepted} */ accepted, given = text) => ({ fault: { field: parameter, given: shorten(given), accepted } });
  if (new TextEncoder().encode(text).length > LONGEST) return fault({ code: "length", most: LONGEST });
  const value = kind.read(text, known);
  if (value === undefined) return fault(kind.accepted(known, text));
  const refused = kind.refused?.(text);
  return refused ? { ...fault(kind.accepted(known, text), refused), value } : { value };
}

/**
 * The values of several parameters; what cannot be used goes to the faults.
 * @param {Record<string, string>} texts
 * @param {Known} known
 * @param {Fault[]} faults
 * @returns {Record<string, any>}
 */
export function readParameters(texts, known, faults) {
  /** @type {Record<string, any>} */
  const values = {};
  for (const [parameter, text] of Object.entries(texts)) {
    if (!Object.hasOwn(PARAMETERS, parameter)) continue;
    const read = readParameter(parameter, text, known);
    if ("fault" in read) faults.push(read.fault);
    if ("value" in read) values[parameter] = read.value;
  }
  return values;
}

/** @param {string} parameter @param {unknown} value */
export function writeParameter(parameter, value) {
  return /** @type {Kind} */ (PARAMETERS[parameter]).write(value);
}

/** The parameters among the fields of a query or a hash. @param {string} text @returns {Record<string, string>} */
export function fromQuery(text) {
  const fields = new URLSearchParams(text.replace(/^[?#]/, ""));
  return Object.fromEntries([...fields].filter(([key]) => Object.hasOwn(PARAMETERS, key)));
}

/** A query with the characters that may stay readable left so. @param {Record<string, string>} parameters */
export function toQuery(parameters) {
  const readable = (/** @type {string} */ text) => encodeURIComponent(text).replace(/%(2C|3B|28|29|3D|2F|5E|2A)/g, decodeURIComponent);
  return Object.entries(parameters).map(([key, text]) => `${key}=${readable(text)}`).join("&");
}

/** The first characters of a text, for quoting. @param {string} text */
export function shorten(text) {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
