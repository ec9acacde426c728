// The figure of how far batch gradients are from the full one, against the size of the batch.

import { element, write } from "./dom.js";
import { Drawing } from "./panels.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").FigurePart} FigurePart */

/** @param {string} _kind @param {Context} context @param {[number, number]} runs @returns {FigurePart} */
export function varianceFigure(_kind, context, runs) {
  const { words, model } = context;
  const drawing = new Drawing("variance", context, runs);
  const name = element("span", { class: "figure-name" });
  const node = element("figure", { class: "figure", "data-kind": "variance" }, element("figcaption", {}, name), drawing.stage);
  const update = (/** @type {import("./types.js").Changes} */ changes) => {
    const { simulation } = model.main;
    node.hidden = !simulation.samples();
    if (node.hidden) return;
    drawing.update(changes);
    write(name, words.say("figure.variance", { step: words.numbers.whole(Math.min(model.step, simulation.steps)) }));
  };
  return { kind: "variance", element: node, drawing, update, dispose: () => drawing.dispose() };
}
