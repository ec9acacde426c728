// Programs on the page: numbered lines in a monospace face, read line by line.

import { element } from "../shell/dom.js";

/** @typedef {import("../shell/labels.js").Words} Words */

/**
 * Lines of a program; a line may be a piece of the page instead of a text.
 * @param {Words} words
 * @param {(string | Node)[]} lines
 * @param {{ first?: number, name?: string }} [options] the number of the first line, and what the listing is called
 */
export function listing(words, lines, { first = 1, name = "practice.program" } = {}) {
  const rows = lines.map((line) => element("li", {}, element("code", {}, line === "" ? " " : line)));
  // Long lines scroll; a keyboard scrolls what it can reach.
  return element("div", { class: "listing", role: "group", tabindex: "0", "aria-label": words.say(name) }, element("ol", { start: first }, ...rows));
}
