// What a host has frozen: it is shown, switched off and explained, and a student's link or a preset leaves it alone.

import { element } from "./dom.js";

/** @typedef {import("./types.js").Part} Part */

/** The parameters that each control changes. @type {Record<string, string[]>} */
const CHANGES = {
  presets: ["preset"],
  loss: ["loss"],
  settings: ["loss"],
  data: ["loss"],
  measurements: ["loss"],
  start: ["start", "marbles"],
  drops: ["marbles"],
  alpha: ["alpha"],
  optimizer: ["optimizer", "beta", "others"],
  batch: ["batch", "shuffle", "seed"],
  budget: ["steps"],
  steps: ["steps", "stop"],
  transport: ["step"],
};

/** The parameters of frozen controls. @param {Iterable<string>} locked */
export const frozen = (locked) => Array.from(locked).flatMap((name) => CHANGES[name] ?? []);

/** A control of which everything is switched off, whatever it does itself. @param {Part} part @param {import("./types.js").Words} words @returns {Part} */
export function freeze(part, words) {
  const note = element("p", { class: "note frozen", text: words.say("control.locked") });
  const update = (/** @type {import("./types.js").Changes} */ changes) => {
    part.update(changes);
    for (const control of part.element.querySelectorAll("button, input, select, textarea")) control.toggleAttribute("disabled", true);
    // A control that has drawn itself anew may have dropped it.
    if (note.parentNode !== part.element) part.element.append(note);
  };
  return { ...part, update };
}
