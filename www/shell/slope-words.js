// The slope under the point in words: "slope 4.2, positive: step left", where the arrow of the next step is drawn.

import { element, write } from "./dom.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** A slope below this share of the frame's steepness is flat ground. */
const FLAT = 1e-9;

/** @param {Context} context @returns {Part} */
export function slopeWords(context) {
  const box = element("p", { class: "slope-words" });
  const update = () => {
    box.hidden = context.model.experiment.start.length !== 1;
    if (!box.hidden) write(box, sentence(context));
  };
  return { element: box, update };
}

/** @param {Context} context */
function sentence({ model, words }) {
  const { simulation, experiment } = model.main;
  const slope = simulation.gradient(Math.min(model.step, simulation.steps))[0] ?? 0;
  const rate = experiment.optimizer.learningRate ?? 0;
  const sign = Math.abs(slope) < FLAT ? "zero" : slope > 0 ? "positive" : "negative";
  const plain = experiment.optimizer.name === "gradientDescent" ? `slope.${sign}.step` : `slope.${sign}`;
  return words.sayFirst([plain, `slope.${sign}`], { slope: words.numbers.short(slope, 4), alpha: rate, move: words.numbers.short(-rate * slope, 4) });
}
