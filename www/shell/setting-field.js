// One setting of a loss as a control: a number, numbers or pairs to type, names to choose from, or a box to tick.

import { element, freshId } from "./dom.js";
import { textField } from "./number-field.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("../downhill.js").Setting} Setting */
/** @typedef {import("../downhill.js").LossSetting} LossSetting */
/** @typedef {{ element: HTMLElement, show(value: Setting): void, disable(disabled: boolean): void }} Field */

/**
 * @param {LossSetting} setting
 * @param {Context} context
 * @param {(value: any) => Fault | undefined} apply
 * @returns {Field}
 */
export function settingField(setting, { words }, apply) {
  const label = words.sayFirst([`setting.${setting.name}`, setting.name]);
  if (setting.options) return choiceField(label, setting.options, words, apply);
  if (typeof setting.default === "boolean") return switchField(label, apply);
  return valuesField(label, setting, words, apply);
}

/** @param {string} label @param {string[]} options @param {import("./types.js").Words} words @param {(value: string) => unknown} apply @returns {Field} */
export function choiceField(label, options, words, apply) {
  const id = freshId("choice");
  const select = element("select", { id, onchange: () => apply(select.value) },
    ...options.map((value) => element("option", { value, text: words.sayFirst([`option.${value}`, value]) })));
  return {
    element: element("div", { class: "field" }, element("label", { for: id, text: label }), select),
    show: (value) => void (select.value = String(value)),
    disable: (disabled) => void (select.disabled = disabled),
  };
}

/** @param {string} label @param {(value: boolean) => unknown} apply @returns {Field} */
export function switchField(label, apply) {
  const input = element("input", { type: "checkbox", onchange: () => apply(input.checked) });
  return {
    element: element("label", { class: "field switch" }, input, element("span", { text: label })),
    show: (value) => void (input.checked = value === true),
    disable: (disabled) => void (input.disabled = disabled),
  };
}

/** @param {string} label @param {LossSetting} setting @param {import("./types.js").Words} words @param {(value: any) => Fault | undefined} apply @returns {Field} */
function valuesField(label, { name, default: usual, lowest = -1e12, highest = 1e12, most = 1, labels }, words, apply) {
  const list = Array.isArray(usual);
  const pairs = list && Array.isArray(usual[0]);
  const code = pairs ? (labels ? "labelled" : "rows") : list ? "numbers" : "number";
  const numbersIn = (/** @type {string} */ part) => part.trim().split(list ? /[\s;]+|,\s/ : /$^/).filter(Boolean).map((each) => words.numbers.read(each));
  const field = textField({
    label,
    words,
    wide: pairs,
    apply: (text) => {
      const values = pairs ? text.split(";").filter((part) => part.trim()).map(numbersIn) : numbersIn(text);
      const bad = values.length === 0 || values.flat().some(Number.isNaN);
      return bad ? { field: name, given: text, accepted: { code, fewest: 1, most, lowest, highest } } : apply(list ? values : values[0]);
    },
  });
  const written = (/** @type {any} */ value) => [value].flat().map((/** @type {any} */ part) => [part].flat().map((number) => words.numbers.exact(number)).join(" ")).join(pairs ? "; " : " ");
  return { ...field, show: (value) => field.show(written(value), (typed) => typed.trim() === written(value)) };
}
