// The figure of the samples and the model fitted to them; where a scene lets its data be edited, samples can be taken in hand.

import { rowsOf } from "./data-rows.js";
import { samplesInHand } from "./data-hand.js";
import { element, write } from "./dom.js";
import { Drawing } from "./panels.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").FigurePart} FigurePart */

/** @param {string} _kind @param {Context} context @param {[number, number]} runs @returns {FigurePart} */
export function dataFigure(_kind, context, runs) {
  const { scene, words, model, hidden } = context;
  const drawing = new Drawing("data", context, runs);
  const name = element("span", { class: "figure-name" });
  const node = element("figure", { class: "figure", "data-kind": "data" }, element("figcaption", {}, name), drawing.stage);
  const hand = scene.knobs.includes("data") && !hidden.has("data") ? samplesInHand(drawing, context) : undefined;
  const update = (/** @type {import("./types.js").Changes} */ changes) => {
    node.hidden = rowsOf(model).length === 0;
    if (node.hidden) return;
    drawing.update(changes);
    if (!changes.experiment) return;
    write(name, words.sayFirst([`figure.data.${model.experiment.loss.name}`, "figure.data"]));
    hand?.();
  };
  return { kind: "data", element: node, drawing, update, dispose: () => drawing.dispose() };
}
