// The four grades that a reader gives to what they wrote, each with the time after which the card would come again.

import { element } from "../shell/dom.js";
import { GRADES } from "./schedule.js";
import { inWords } from "./times.js";

/** @typedef {import("../shell/labels.js").Words} Words */
/** @typedef {typeof GRADES[number]} Grade */

/**
 * @param {Words} words
 * @param {Record<Grade, import("../progress/types.js").CardState>} outcomes
 * @param {number} now
 * @param {(grade: Grade) => void} give
 */
export function grading(words, outcomes, now, give) {
  const buttons = GRADES.map((grade, index) => element("button", { type: "button", class: "grade", "data-grade": grade, "aria-keyshortcuts": String(index + 1), onclick: () => give(grade) },
    element("span", { class: "grade-name" }, element("kbd", { "aria-hidden": "true", text: String(index + 1) }), element("span", { text: words.say(`recall.${grade}`) })),
    element("span", { class: "grade-when", text: words.say("recall.when", { when: inWords(outcomes[grade].due - now, words.language) }) })));
  return element("fieldset", { class: "grading" },
    element("legend", { class: "control-label", text: words.say("recall.judge") }),
    element("div", { class: "grades" }, ...buttons),
    element("p", { class: "note", text: words.say("recall.keys") }));
}

/** The grade that a key gives, if it gives one and nobody is typing. @param {KeyboardEvent} event @returns {Grade | undefined} */
export function gradeOfKey(event) {
  const target = event.composedPath()[0];
  const typing = target instanceof Element && target.matches("input, textarea, select");
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  return GRADES[["1", "2", "3", "4"].indexOf(event.key)];
}
