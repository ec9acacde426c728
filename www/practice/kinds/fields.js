// Predict and numeric: a field for each value that is asked for, the program shown above where it is to be read.

import { element, freshId } from "../../shell/dom.js";
import { listing } from "../listing.js";

/** @typedef {import("../types.js").Predict} Predict */
/** @typedef {import("../types.js").Bench} Bench */
/** @typedef {import("../types.js").Answering} Answering */

/** @param {Predict} challenge @param {Bench} bench @returns {Answering} */
export function fields(challenge, bench) {
  const { words } = bench;
  const { asks, given = [], program } = challenge;
  const inputs = asks.map(() => answerField(bench));
  const rows = asks.map(({ name }, index) => {
    const input = /** @type {HTMLInputElement} */ (inputs[index]);
    return element("div", { class: "ask" },
      // What is seen, `x =`, is a part of what is read out: the name is said once.
      element("label", { for: input.id }, element("span", { class: "visually-hidden", text: words.say("practice.value") }), element("code", { text: name }), element("span", { "aria-hidden": "true", text: " =" })),
      input);
  });
  const shown = challenge.kind === "predict" ? [listing(words, [...given, ...program])] : [];
  return {
    element: element("div", { class: "answering" }, ...shown, element("div", { class: "asks" }, ...rows)),
    read: () => inputs.map(({ value }) => value),
    write: (answer) => inputs.forEach((input, index) => (input.value = textAt(answer, index))),
    reset: () => inputs.forEach((input) => (input.value = "")),
    solution: () => element("p", { class: "values" }, ...asks.map(({ name }, index) => element("code", { text: `${name} = ${challenge.solution[index] ?? ""}` }))),
    focus: () => inputs[0]?.focus(),
    quote: () => asks.map(({ name }, index) => named(name, textAt(inputs.map(({ value }) => value), index))).join(", "),
  };
}

/** A field whose Enter key has the answer judged. @param {Bench} bench @param {Record<string, unknown>} [properties] */
export function answerField(bench, properties = {}) {
  return element("input", {
    id: freshId("answer"), type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false", maxlength: "200",
    oninput: bench.changed,
    onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" || event.isComposing) return;
      event.preventDefault();
      bench.check();
    },
    ...properties,
  });
}

/** One of several kept texts, if it is one. @param {unknown} answer @param {number} index */
export function textAt(answer, index) {
  const text = Array.isArray(answer) ? answer[index] : undefined;
  return typeof text === "string" ? text : "";
}

/** What was typed, with its name unless the reader has typed that, too. @param {string} name @param {string} text */
function named(name, text) {
  const typed = text.trim();
  return typed === "" || typed.includes("=") ? typed : `${name} = ${typed}`;
}
