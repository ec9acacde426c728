// How many digits a step looks at, how many steps there are, and the seed that decides the first weights and the order of the digits.

import { element } from "../dom.js";
import { numberField } from "../number-field.js";
import { TRAINING } from "./model.js";

/** @type {["batch" | "steps" | "seed", number, number][]} */
const FIELDS = [["batch", 1, TRAINING], ["steps", 0, 100_000], ["seed", 0, Number.MAX_SAFE_INTEGER]];

/** @param {import("../types.js").Context} context @returns {import("../types.js").Part} */
export function batchControl({ model, words, locked }) {
  const fields = FIELDS.map(([name, lowest, highest]) => {
    const accepted = { code: "wholeNumber", lowest, highest };
    return { name, ...numberField({ label: words.say(`network.${name}`), words, accepted, apply: (value) => model.change({ [name]: value }) }) };
  });
  /** @param {import("../types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    for (const field of fields) {
      field.showNumber(Number(model.experiment[field.name]));
      field.disable(locked.has("batch"));
    }
  };
  const box = element("fieldset", { class: "control batch", "data-control": "batch" },
    element("legend", { class: "control-label", text: words.say("network.settings") }),
    element("div", { class: "fields" }, ...fields.map((field) => field.element)));
  return { element: box, update };
}
