// Fix: lines that stay as they are, and lines to be changed in a field of several lines that Tab leaves as any other.

import { element, freshId } from "../../shell/dom.js";
import { listing } from "../listing.js";

/** @typedef {import("../types.js").Bench} Bench */

/** @param {import("../types.js").Fix} challenge @param {Bench} bench @returns {import("../types.js").Answering} */
export function fix(challenge, bench) {
  const { words } = bench;
  const { given = [], broken } = challenge;
  const id = freshId("lines");
  const area = element("textarea", {
    id, rows: broken.length + 1, spellcheck: "false", autocomplete: "off", autocapitalize: "off", wrap: "off", maxlength: "4000",
    "aria-describedby": `${id}-note`,
    oninput: bench.changed,
    onkeydown: (/** @type {KeyboardEvent} */ event) => pressed(event, area, bench),
  });
  area.value = broken.join("\n");
  const before = given.length > 0 ? [listing(words, given, { name: "practice.given" })] : [];
  return {
    element: element("div", { class: "answering" }, ...before,
      element("label", { class: "control-label", for: id, text: words.say("practice.fix.label", { line: given.length + 1 }) }), area,
      element("p", { id: `${id}-note`, class: "note", text: words.say("practice.fix.keys") })),
    read: () => area.value.replace(/\s+$/, "").split("\n"),
    write: (answer) => {
      if (Array.isArray(answer) && answer.every((line) => typeof line === "string")) area.value = answer.join("\n");
    },
    reset: () => (area.value = broken.join("\n")),
    solution: () => listing(words, challenge.solution, { first: given.length + 1, name: "practice.rightProgram" }),
    focus: () => area.focus(),
  };
}

/** A new line begins as far in as the one before; Control or Command and Enter have it judged. @param {KeyboardEvent} event @param {HTMLTextAreaElement} area @param {Bench} bench */
function pressed(event, area, bench) {
  if (event.key !== "Enter" || event.isComposing || event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    bench.check();
    return;
  }
  const line = area.value.slice(0, area.selectionStart).split("\n").at(-1) ?? "";
  const indent = line.match(/^ */)?.[0] ?? "";
  if (indent === "" || event.shiftKey) return;
  event.preventDefault();
  area.setRangeText(`\n${indent}`, area.selectionStart, area.selectionEnd, "end");
  bench.changed();
}
