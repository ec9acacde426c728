// To which minimum the start in hand belongs, in a sentence: the map at one place.

import { element, write } from "../dom.js";
import { minimaOf } from "../names.js";
import { ELSEWHERE, FLOWN } from "./map-canvas.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Part} Part */

/** Losses that differ by less count as equal. */
const EQUAL = 1e-9;

/** @param {Context} context @returns {Part} */
export function fate({ model, words }) {
  const node = element("p", { class: "fate" });
  /** @param {import("../types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    const { simulation, experiment } = model.main;
    const minima = minimaOf(simulation);
    node.hidden = minima.length === 0 || experiment.start.length > 2;
    if (node.hidden) return;
    const losses = minima.map((point) => simulation.value(Float64Array.from(point)));
    const [sentence, facts] = said(simulation.ending(), losses);
    const place = (/** @type {number} */ index) => words.numbers.point(minima[index] ?? [], 3);
    write(node, words.say(`fate.${sentence}`, {
      number: facts.own + 1,
      point: place(facts.own),
      lower: place(facts.lowest),
      steps: words.numbers.whole(experiment.steps),
    }));
  };
  return { element: node, update };
}

/** Which sentence fits an end, given the losses of the minima. @param {number} end @param {number[]} losses @returns {[string, { own: number, lowest: number }]} */
function said(end, losses) {
  const lowest = losses.indexOf(Math.min(...losses));
  if (end === FLOWN) return ["flown", { own: 0, lowest }];
  if (end === ELSEWHERE) return ["elsewhere", { own: 0, lowest }];
  const facts = { own: end, lowest };
  if (losses.length === 1) return ["only", facts];
  return [(losses[end] ?? 0) - (losses[lowest] ?? 0) > EQUAL ? "trap" : "lowest", facts];
}
