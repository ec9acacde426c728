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
    if (typeof value === "number" && typeof usual === "number") formula = formula.replaceAll(new RegExp(`\\b${name}\\b`, "g"), String(value).replace("-", "−"));
  }
  if (loss["residual"] === "absolute") formula = formula.replace(/\((.*)\)²/, "|$1|");
  if (loss["reduction"] === "mean") formula = formula.replace("Σ", "1/n Σ");
  return formula.replaceAll("− −", "+ ");
}

/** The names of the parameters, such as `x` and `y`. @param {Pick<Experiment, "loss" | "start">} experiment @returns {string[]} */
export function wordsForAxes({ loss, start }) {
  const text = loss.expression ?? entryOf(loss)?.formula ?? "";
  if (start.length === 1) return [text.includes("θ") ? "θ" : /w_?1|w₁/.test(text) ? "w₁" : text.includes("w") ? "w" : "x"];
  if (text.includes("b + w·x")) return ["b", "w"];
  return /w_?[12]|w[₁₂]/.test(text) ? ["w₁", "w₂"] : ["x", "y"];
}

/** What the input and the target of a scene's samples are called. @param {{ scene: { id: string }, words: import("./labels.js").Words }} context @returns {[string, string]} */
export function wordsForData({ scene, words }) {
  const [input = "", output = ""] = ["input", "output"].map((name) => words.sayFirst([`axis.${scene.id}.${name}`, `axis.${name}`]));
  return [input, output];
}

/** The catalogue's entry of a loss. @param {Loss} loss */
export function entryOf(loss) {
  return lossCatalogue().find(({ name }) => name === loss.name);
}

/** @type {WeakMap<import("./types.js").Simulation, number[][]>} */
const known = new WeakMap();

/** Where the loss of a run is lowest, as far as that is known. @param {import("./types.js").Simulation} simulation @returns {number[][]} */
export function minimaOf(simulation) {
  let minima = known.get(simulation);
  if (!minima) {
    const numbers = simulation.minima();
    minima = Array.from({ length: numbers.length / simulation.dimension }, (_, index) => Array.from(numbers.subarray(index * simulation.dimension, (index + 1) * simulation.dimension)));
    known.set(simulation, minima);
  }
  return minima;
}
