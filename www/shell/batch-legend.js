// What the marks of a run on batches mean, in words beside each mark.

import { element } from "./dom.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** Each mark with the name under which the style sheet draws it. */
const MARKS = ["sample", "full", "batch", "dot", "epoch", "measured"];

/** @param {Context} context @returns {Part} */
export function batchLegend({ model, words }) {
  const list = element("ul", { class: "batch-legend", "aria-label": words.say("batches.legend") },
    ...MARKS.map((mark) => element("li", {}, element("span", { class: "mark", "data-mark": mark, "aria-hidden": "true" }), element("span", { text: words.say(`batches.${mark}`) }))));
  const update = () => {
    list.hidden = model.experiment.batch === undefined;
  };
  return { element: list, update };
}
