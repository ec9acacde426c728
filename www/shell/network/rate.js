// The learning rate of a training: a logarithmic slider and a field for the exact number. Curvature paints no bands here:
// nobody works out 13,002 × 13,002 second derivatives.

import { element, freshId, listen, mark } from "../dom.js";
import { numberField } from "../number-field.js";
import { PLACES, RateScale } from "../rate-scale.js";

/** @param {import("../types.js").Context} context @returns {import("../types.js").Part} */
export function rateControl({ scene, model, words, locked }) {
  const id = freshId("alpha");
  const scale = new RateScale(...(scene.rates ?? [0.01, 100]));
  const slider = element("input", { id, type: "range", class: "plain-range", min: "0", max: PLACES, step: "1" });
  const change = (/** @type {number} */ learningRate) => model.change({ optimizer: { ...model.experiment.optimizer, learningRate } });
  const field = numberField({ label: words.say("control.alphaShort"), words, apply: change, accepted: { code: "number", lowest: 0, highest: 1e6 } });
  field.input.setAttribute("aria-label", words.say("control.alphaExact"));
  const use = (/** @type {number} */ rate) => field.report(change(rate));
  listen(slider, "input", () => use(scale.rate(Number(slider.value))));
  listen(slider, "keydown", (event) => {
    const way = { ArrowRight: 1, ArrowUp: 1, PageUp: 10, ArrowLeft: -1, ArrowDown: -1, PageDown: -10 }[event.key];
    if (way === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    use(scale.next(model.experiment.optimizer.learningRate ?? 0, Math.sign(way), Math.abs(way)));
  });
  /** @param {import("../types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    const rate = model.experiment.optimizer.learningRate ?? 0;
    slider.value = String(scale.place(rate));
    mark(slider, "aria-valuetext", words.numbers.short(rate));
    slider.disabled = locked.has("alpha");
    field.disable(locked.has("alpha"));
    field.showNumber(rate);
  };
  const box = element("div", { class: "control rate", "data-control": "alpha" },
    element("label", { for: id, class: "control-label", text: words.say("control.alpha") }),
    element("div", { class: "rate-row" }, element("div", { class: "rate-slider" }, slider), field.element));
  return { element: box, update };
}
