// Fill: a program with fields where something is missing.

import { element } from "../../shell/dom.js";
import { listing } from "../listing.js";
import { answerField, textAt } from "./fields.js";

const BLANK = "___";

/** @param {import("../types.js").Fill} challenge @param {import("../types.js").Bench} bench @returns {import("../types.js").Answering} */
export function fill(challenge, bench) {
  const { words } = bench;
  const { given = [], template } = challenge;
  const count = template.join("\n").split(BLANK).length - 1;
  /** @type {HTMLInputElement[]} */
  const inputs = [];
  const lines = template.map((line, row) => withBlanks(line, () => {
    const place = { number: inputs.length + 1, count, line: given.length + row + 1 };
    const input = answerField(bench, { class: "blank", "aria-label": words.say("practice.blank", place), size: sizeOf(challenge, inputs.length) });
    inputs.push(input);
    return input;
  }));
  return {
    element: element("div", { class: "answering" }, listing(words, [...given, ...lines])),
    read: () => inputs.map(({ value }) => value),
    write: (answer) => inputs.forEach((input, index) => (input.value = textAt(answer, index))),
    reset: () => inputs.forEach((input) => (input.value = "")),
    solution: () => listing(words, [...given, ...filled(challenge)], { name: "practice.rightProgram" }),
    focus: () => inputs[0]?.focus(),
    quote: () => inputs.map(({ value }) => value.trim()).filter(Boolean).join(", "),
  };
}

/** A line with a field for each blank. @param {string} line @param {() => Node} field */
function withBlanks(line, field) {
  const whole = document.createDocumentFragment();
  line.split(BLANK).forEach((piece, index) => {
    if (index > 0) whole.append(field());
    whole.append(piece);
  });
  return whole;
}

/** Room for the right answer and a bit more, so that its length gives little away. @param {import("../types.js").Fill} challenge @param {number} index */
const sizeOf = ({ solution }, index) => Math.min(Math.max(Math.ceil((solution[index] ?? "").length / 6) * 6, 6), 30);

/** The lines with the solution in their blanks. @param {import("../types.js").Fill} challenge */
function filled({ template, solution }) {
  let index = 0;
  return template.map((line) => line.replaceAll(BLANK, () => solution[index++] ?? ""));
}
