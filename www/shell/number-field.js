// A field for an exact number: what can be read is used at once, what cannot is answered with a sentence when the reader is done.

import { element, freshId, listen, mark, write } from "./dom.js";
import { shorten } from "./parameters.js";

/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Words} Words */

/**
 * @param {{ label: string, words: Words, apply: (text: string) => Fault | undefined, wide?: boolean, code?: boolean }} field
 *   `apply` uses what was typed or says what is wrong with it
 */
export function textField({ label, words, apply, wide, code }) {
  const id = freshId("field");
  const input = element("input", {
    id, type: "text", class: wide ? "wide" : undefined, autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    inputmode: code ? undefined : "text", "aria-describedby": `${id}-error`,
  });
  const error = element("p", { id: `${id}-error`, class: "error", hidden: true });
  const box = element("div", { class: "field" }, element("label", { for: id, text: label }), input, error);
  let shown = "";

  /** @param {Fault | undefined} fault */
  const report = (fault) => {
    mark(input, "aria-invalid", fault ? "true" : undefined);
    error.hidden = !fault;
    // The core quotes the part of a long function that is wrong; anything else is quoted as it was typed.
    const given = fault?.accepted.code === "syntax" ? fault.given : shorten(input.value);
    write(error, fault ? words.fault({ ...fault, given }) : "");
  };
  const use = (/** @type {boolean} */ complain) => {
    if (input.value === shown) return;
    const fault = apply(input.value);
    if (!fault) shown = input.value;
    if (!fault || complain) report(fault);
  };
  listen(input, "input", () => use(false));
  listen(input, "change", () => {
    use(true);
    if (input.value === shown) report(undefined);
  });

  return {
    element: box,
    input,
    report,
    /** Shows a value, unless the reader is typing the same one in another way. @param {string} text @param {(typed: string) => boolean} [same] */
    show(text, same) {
      if (shown === text) return;
      const typing = isFocused(input) && same?.(input.value);
      shown = typing ? input.value : text;
      if (!typing) input.value = text;
      report(undefined);
    },
    /** @param {boolean} disabled */
    disable(disabled) {
      input.disabled = disabled;
    },
  };
}

/**
 * A field for one number.
 * @param {{ label: string, words: Words, apply: (value: number) => Fault | undefined, accepted: import("./types.js").Accepted }} field
 */
export function numberField({ label, words, apply, accepted }) {
  const read = (/** @type {string} */ text) => words.numbers.read(text);
  const field = textField({
    label,
    words,
    apply: (text) => {
      const value = read(text);
      return Number.isNaN(value) ? { field: "", given: text, accepted } : apply(value);
    },
  });
  return { ...field, showNumber: (/** @type {number} */ value) => field.show(words.numbers.exact(value), (text) => read(text) === value) };
}

/** @param {HTMLElement} node */
function isFocused(node) {
  return /** @type {ShadowRoot | Document} */ (node.getRootNode()).activeElement === node;
}
