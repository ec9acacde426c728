// Reorder: lines that are moved by mouse, by finger, with the keyboard or with buttons, their places announced.

import { element } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { listing } from "../listing.js";
import { draggable } from "./drag.js";
import { grabbing } from "./grab.js";

/** @typedef {import("../types.js").Reorder} Reorder */
/** @typedef {import("../types.js").Bench} Bench */
/** @typedef {import("../types.js").Answering} Answering */

/**
 * A list whose rows can be put into another order.
 * @typedef {object} Rows
 * @property {HTMLElement} list
 * @property {(row: HTMLElement) => number} place where a row stands, from 0
 * @property {(row: HTMLElement, place: number) => boolean} move whether the row has moved; it stays in the page meanwhile
 * @property {(key: string, row: HTMLElement) => void} tell announces what was done with a row
 */

/** @param {Reorder} challenge @param {Bench} bench @returns {Answering} */
export function reorder(challenge, bench) {
  const { words } = bench;
  const { given = [], program, shown } = challenge;
  const spoken = element("p", { class: "visually-hidden", "aria-live": "assertive" });
  const list = element("ol", { class: "lines", "aria-label": words.say("practice.reorder.label"), start: given.length + 1 });
  /** @type {Rows} */
  const rows = {
    list,
    place: (row) => [...list.children].indexOf(row),
    move: (row, place) => moved(list, row, place),
    tell: (key, row) => {
      const facts = { line: row.querySelector("code")?.textContent?.trim(), place: rows.place(row) + 1, count: list.children.length };
      spoken.textContent = words.say(`practice.reorder.${key}`, facts);
      refresh();
      bench.changed();
    },
  };
  const keys = grabbing(rows);
  const all = program.map((line, index) => rowOf(line, index, rows, keys, words));
  const refresh = () => [...list.children].forEach((row, place) => number(/** @type {HTMLElement} */ (row), place, list.children.length, words));
  const put = (/** @type {number[]} */ order) => {
    keys.release();
    list.replaceChildren(...order.map((index) => /** @type {HTMLElement} */ (all[index])));
    refresh();
  };
  put(shown);
  const before = given.length > 0 ? [listing(words, given, { name: "practice.given" })] : [];
  return {
    element: element("div", { class: "answering" }, ...before, element("p", { class: "note", text: words.say("practice.reorder.keys") }), list, spoken),
    read: () => [...list.children].map((row) => all.indexOf(/** @type {HTMLLIElement} */ (row))),
    write: (answer) => isOrder(answer, program.length) && put(answer),
    reset: () => put(shown),
    solution: () => listing(words, challenge.solution.map((index) => program[index] ?? ""), { first: given.length + 1, name: "practice.rightProgram" }),
    focus: () => list.querySelector("button")?.focus(),
  };
}

/** @param {string} line @param {number} index @param {Rows} rows @param {ReturnType<typeof grabbing>} keys @param {import("../../shell/labels.js").Words} words */
function rowOf(line, index, rows, keys, words) {
  const handle = element("button", { type: "button", class: "grip", "aria-pressed": "false", "aria-roledescription": words.say("practice.reorder.role") }, icon("grip"));
  const by = (/** @type {number} */ way, /** @type {"up" | "down"} */ name) => element("button", {
    type: "button", class: "quiet", "data-way": name,
    onclick: () => rows.move(row, rows.place(row) + way) && rows.tell("moved", row),
  }, icon(name));
  const row = element("li", { "data-line": index }, handle, element("code", { text: line }), by(-1, "up"), by(1, "down"));
  keys.attach(handle, row);
  draggable(handle, row, rows);
  return row;
}

/** Names a row's buttons after its line and place. @param {HTMLElement} row @param {number} place @param {number} count @param {import("../../shell/labels.js").Words} words */
function number(row, place, count, words) {
  const facts = { line: row.querySelector("code")?.textContent?.trim(), place: place + 1, count };
  row.querySelector(".grip")?.setAttribute("aria-label", words.say("practice.reorder.grip", facts));
  for (const way of ["up", "down"]) {
    const button = row.querySelector(`[data-way=${way}]`);
    button?.setAttribute("aria-label", words.say(`practice.reorder.${way}`, facts));
    button?.setAttribute("aria-disabled", String(place === (way === "up" ? 0 : count - 1)));
  }
}

/** Moves the rows in between instead: one that is taken out of the page loses the finger and the focus. @param {HTMLElement} list @param {HTMLElement} row @param {number} place */
function moved(list, row, place) {
  const others = [...list.children].filter((other) => other !== row);
  const from = [...list.children].indexOf(row);
  const to = Math.min(Math.max(place, 0), others.length);
  if (to === from) return false;
  if (to > from) row.before(...others.slice(from, to));
  else row.after(...others.slice(to, from));
  return true;
}

/** Whether it is each number below `count` once. @param {unknown} answer @param {number} count @returns {answer is number[]} */
function isOrder(answer, count) {
  return Array.isArray(answer) && answer.length === count && Array.from({ length: count }, (_, index) => index).every((index) => answer.includes(index));
}
