// The start, one field per parameter, for those who know the number they want.

import { element, write } from "./dom.js";
import { wordsForAxes } from "./names.js";
import { numberField } from "./number-field.js";
import { place } from "./placing.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

const ACCEPTED = { code: "number", lowest: -1e12, highest: 1e12 };

/** @param {Context} context @returns {Part} */
export function startControl(context) {
  const { model, words, locked } = context;
  const row = element("div", { class: "fields" });
  const box = element("fieldset", { class: "control start", "data-control": "start" }, element("legend", { class: "control-label", text: words.say("control.start") }), row);
  /** @type {ReturnType<typeof numberField>[]} */
  let fields = [];
  const apply = (/** @type {number} */ axis, /** @type {number} */ value) => {
    if (Math.abs(value) > ACCEPTED.highest) return { field: "start", given: String(value), accepted: ACCEPTED };
    const start = [...model.experiment.start];
    start[axis] = value;
    return place(context, start);
  };
  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    const { start } = model.experiment;
    if (fields.length !== start.length) {
      fields = start.map((_, axis) => numberField({ label: "", words, apply: (value) => apply(axis, value), accepted: ACCEPTED }));
      row.replaceChildren(...fields.map((field) => field.element));
    }
    const names = wordsForAxes(model.experiment);
    fields.forEach((field, axis) => {
      write(/** @type {Node} */ (field.element.querySelector("label")), words.say("control.startOf", { name: names[axis] }));
      field.showNumber(start[axis] ?? 0);
      field.disable(locked.has("start"));
    });
  };
  return { element: box, update };
}
