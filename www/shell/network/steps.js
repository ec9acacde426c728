// The steps of a training: those of every scene, and strides of ten mini-batches and of a whole pass over the digits.

import { element, mark } from "../dom.js";
import { transport } from "../transport.js";
import { TRAINING } from "./model.js";

/** @param {import("../types.js").Context} context @returns {import("../types.js").Part} */
export function trainingSteps(context) {
  const { model, player, words, locked } = context;
  const steps = transport(context);
  const stride = (/** @type {string} */ label, /** @type {() => number} */ count) =>
    element("button", { type: "button", class: `stride-${label}`, text: words.say(`network.${label}`), onclick: () => player.move(count()) });
  const buttons = [stride("ten", () => 10), stride("pass", () => Math.ceil(TRAINING / (model.experiment.batch ?? 1)))];
  steps.element.append(element("div", { class: "strides" }, ...buttons));
  /** @param {import("../types.js").Changes} changes */
  const update = (changes) => {
    steps.update(changes);
    for (const button of buttons) {
      button.disabled = locked.has("transport");
      mark(button, "aria-disabled", model.step >= model.last ? "true" : undefined);
    }
  };
  return { element: steps.element, update };
}
