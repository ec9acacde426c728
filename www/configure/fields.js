// The fields of the configurator: choices and texts, each for one parameter, and what is wrong with it.

import { element, freshId, mark, write } from "../shell/dom.js";

/**
 * @typedef {object} Field
 * @property {HTMLElement} element
 * @property {() => string} read the parameter as text, empty for none
 * @property {(text: string) => void} show
 * @property {(sentence: string) => void} complain says what is wrong, or with an empty sentence that nothing is
 */

/** A choice. @param {string} label @param {[string, string][]} options value and name @param {() => void} changed @returns {Field & { offer: (options: [string, string][]) => void }} */
export function choice(label, options, changed) {
  const id = freshId("choice");
  const select = element("select", { id, onchange: changed });
  const offer = (/** @type {[string, string][]} */ list) => select.replaceChildren(...list.map(([value, text]) => element("option", { value, text })));
  offer(options);
  const { box, complain } = framed(id, label, select);
  const show = (/** @type {string} */ text) => {
    // A method with settings, say, is not among the choices.
    if (![...select.options].some(({ value }) => value === text)) select.append(element("option", { value: text, text }));
    select.value = text;
  };
  return { element: box, read: () => select.value, show, complain, offer };
}

/** A text. @param {string} label @param {() => void} changed @returns {Field} */
export function textField(label, changed) {
  const id = freshId("text");
  const input = element("input", { id, type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false", oninput: changed });
  const { box, complain } = framed(id, label, input);
  return { element: box, read: () => input.value.trim(), show: (text) => (input.value = text), complain };
}

/** @param {string} id @param {string} label @param {HTMLElement} control */
function framed(id, label, control) {
  const error = element("p", { id: `${id}-error`, class: "error", hidden: true });
  const complain = (/** @type {string} */ sentence) => {
    error.hidden = sentence === "";
    write(error, sentence);
    mark(control, "aria-invalid", sentence ? "true" : undefined);
    mark(control, "aria-describedby", sentence ? error.id : undefined);
  };
  return { box: element("div", { class: "field" }, element("label", { for: id, text: label }), control, error), complain };
}
