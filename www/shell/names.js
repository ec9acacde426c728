// What the parameters of a loss are called, and how a loss is written down.

import { lossCatalogue } from "./core.js";

/** @typedef {import("./types.js").Experiment} Experiment */
/** @typedef {import("../downhill.js").Loss} Loss */

/** The formula of a loss, its settings filled in. @param {Loss} loss @returns {string} */
export function formulaOf(loss) {
  if (loss.expression !== undefined) return loss.expression;
  const entry = entryOf(loss);
  let formula = entry?.formula ?? loss.name;
  for (const { name, default: usual } of entry?.settings ?? []) {
    const value = /** @type {any} */ (loss)[name] ?? usual;
    if (typeof value === "number") formula = formula.replaceAll(new RegExp(`\\b${name}\\b`, "g"), String(value).replace("-", "−"));
  }
  return formula.replaceAll("− −", "+ ");
}

/** The names of the parameters, such as `x` and `y`. @param {Experiment} experiment @returns {string[]} */
export function wordsForAxes({ loss, start }) {
  const text = loss.expression ?? entryOf(loss)?.formula ?? "";
  if (start.length === 1) return [text.includes("θ") ? "θ" : /w_?1|w₁/.test(text) ? "w₁" : "x"];
  return /w_?[12]|w[₁₂]/.test(text) ? ["w₁", "w₂"] : ["x", "y"];
}

/** The catalogue's entry of a loss. @param {Loss} loss */
export function entryOf(loss) {
  return lossCatalogue().find(({ name }) => name === loss.name);
}

/** Where the loss is lowest, as far as the catalogue says so for these settings. @param {Loss} loss @returns {number[][]} */
export function minimaOf(loss) {
  const entry = entryOf(loss);
  if (!entry) return [];
  const usual = entry.settings.every(({ name, default: value }) => {
    const given = /** @type {any} */ (loss)[name];
    return given === undefined || String(given) === String(value);
  });
  return usual ? entry.minima : [];
}
