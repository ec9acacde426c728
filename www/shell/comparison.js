// The list of runs shown together: what is different about each, and how it ends.

import { element } from "./dom.js";
import { formulaOf } from "./names.js";
import { same } from "./plain.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** @param {Context} context @returns {Part} */
export function comparison({ scene, model, words }) {
  const list = element("ul");
  const box = element("div", { class: "control marbles" }, element("p", { class: "control-label", text: words.say("comparison.title") }), list);
  const update = () => {
    // The ranking says the same, and more.
    box.hidden = model.runs.length < 2 || scene.panels.includes("ranking");
    if (box.hidden) return;
    const alike = model.runs.every((run) => same(run.experiment.loss, model.experiment.loss));
    list.replaceChildren(...model.runs.map((run) => {
      const step = Math.floor(model.positionOf(run) + 1e-9);
      const size = run.experiment.start.length;
      const { batch } = run.experiment;
      const text = words.say(!alike ? "comparison.loss" : batch === undefined ? "comparison.run" : "comparison.batched", {
        formula: formulaOf(run.experiment.loss),
        batch,
        optimizer: words.say(`optimizer.${run.experiment.optimizer.name}`),
        alpha: run.experiment.optimizer.learningRate,
        step: words.numbers.whole(step),
        point: words.numbers.point(run.record().points.subarray(size * step, size * (step + 1)), 5),
        loss: words.numbers.short(run.record().losses[step] ?? NaN, 4),
      });
      return element("li", {}, element("span", { class: "swatch", "data-colour": run.faint ? "faint" : run.colour, "aria-hidden": "true" }), element("span", { text }));
    }));
  };
  return { element: box, update };
}
