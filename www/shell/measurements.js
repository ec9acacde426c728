// The measurements of an error, to be edited: as a list of numbers, or one by one.

import { element, freshId } from "./dom.js";
import { entryOf } from "./names.js";
import { settingField } from "./setting-field.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** Measurements that have a button each. */
const MOST_BUTTONS = 12;

/** @param {Context} context @returns {Part} */
export function measurements(context) {
  const { model, words, locked, player } = context;
  const id = freshId("measurements");
  const each = element("span", { class: "each" });
  /** @type {ReturnType<typeof settingField> | undefined} */
  let field;

  const change = (/** @type {number[]} */ values) => {
    player.pause();
    return model.change({ loss: /** @type {any} */ ({ ...model.experiment.loss, measurements: values }) });
  };
  const add = element("button", { type: "button", class: "measurement", text: words.say("measurements.add"), onclick: () => {
    const values = valuesOf(context);
    // A new one next to the largest, so that it is seen; the reader then writes what it should be.
    change([...values, Math.ceil(Math.max(...values)) + 1]);
    field?.element.querySelector("input")?.focus();
  } });
  const remove = (/** @type {number} */ index) => {
    change(valuesOf(context).toSpliced(index, 1));
    add.focus();
  };
  const chip = (/** @type {number} */ value, /** @type {number} */ index) => {
    const text = words.numbers.exact(value);
    return element("button", { type: "button", class: "measurement", "aria-label": words.say("measurements.remove", { value: text }), disabled: locked.has("measurements"), onclick: () => remove(index) },
      text, element("span", { "aria-hidden": "true", text: " ×" }));
  };

  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    const setting = entryOf(model.experiment.loss)?.settings.find(({ name }) => name === "measurements");
    box.hidden = !setting;
    if (!setting) return;
    if (!field) {
      field = settingField(setting, context, change);
      box.prepend(field.element);
      field.element.querySelector("label")?.setAttribute("id", id);
    }
    const values = valuesOf(context);
    field.show(values);
    field.disable(locked.has("measurements"));
    add.disabled = locked.has("measurements");
    // The only one cannot be taken away, and many are better edited as text.
    each.replaceChildren(...(values.length > 1 && values.length <= MOST_BUTTONS ? values.map(chip) : []));
  };
  const box = element("div", { class: "control measurements", "data-control": "measurements" },
    element("div", { class: "chips", role: "group", "aria-labelledby": id }, each, add));
  return { element: box, update };
}

/** @param {Context} context @returns {number[]} */
export function valuesOf({ model }) {
  const { loss } = model.experiment;
  const usual = entryOf(loss)?.settings.find(({ name }) => name === "measurements")?.default;
  return /** @type {any} */ (loss)["measurements"] ?? usual ?? [];
}
