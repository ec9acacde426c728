// How the samples vote on the next step: what each adds to the gradient, their sum, and the move that follows from it.

import { rowsOf } from "./data-rows.js";
import { element, mark, write } from "./dom.js";
import { wordsForAxes, wordsForData } from "./names.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** Numbers per sample: x, y, prediction, residual, loss, and its share of ∂L/∂b and ∂L/∂w. */
const WIDTH = 7;
/** Those that are shown: the loss of a sample alone is in the sum of the readouts. */
const SHOWN = [0, 1, 2, 3, 5, 6];
/** More samples than that are not shown one by one. */
const LISTED = 40;

/** @param {Context} context @returns {Part} */
export function votes(context) {
  const { model, words } = context;
  const caption = element("caption");
  const head = element("tr");
  const body = element("tbody");
  const foot = element("tfoot");
  const grid = element("table", {}, caption, element("thead", {}, head), body, foot);
  const title = element("p", { class: "control-label" });
  const scroller = element("div", { class: "table-scroll", tabindex: "0", role: "group", "aria-label": words.say("votes.title") }, grid);
  const box = element("div", { class: "control votes", "data-control": "votes" }, title, scroller);

  const update = () => {
    const { simulation } = model.main;
    const step = Math.min(model.step, simulation.steps);
    const numbers = simulation.contributions(step);
    box.hidden = !numbers;
    if (!numbers) return;
    const loss = /** @type {any} */ (model.experiment.loss);
    const count = rowsOf(model).length;
    write(title, words.say("votes.step", { step }));
    write(caption, [
      words.sayFirst([`votes.${loss.name}.${loss.residual ?? "squared"}`, `votes.${loss.name}`]),
      loss.standardize ? words.say("votes.standardized") : "",
      count > LISTED ? words.say("data.more", { listed: LISTED, count: words.numbers.whole(count) }) : "",
    ].filter(Boolean).join(" "));
    const names = wordsForAxes(model.experiment);
    fill(head, "th", [...wordsForData(context), words.say(`votes.prediction`), words.say("votes.residual"), ...names.map((name) => `∂/∂${name}`)]);
    const batch = simulation.batch(step);
    const used = batch && new Set(batch);
    const rows = Array.from({ length: Math.min(count, LISTED) }, (_, index) => SHOWN.map((place) => numbers[WIDTH * index + place] ?? NaN));
    while (body.children.length > rows.length) body.lastElementChild?.remove();
    rows.forEach((row, index) => {
      const line = /** @type {HTMLElement} */ (body.children[index] ?? body.appendChild(element("tr")));
      fill(line, "td", row.map((value, place) => shown(value, place, words)));
      mark(line, "data-unused", used && !used.has(index) ? "" : undefined);
    });
    showSums(context, step, foot);
  };
  return { element: box, update };
}

/** The gradient, and for plain descent what the next step makes of it. @param {Context} context @param {number} step @param {HTMLElement} foot */
function showSums({ model, words }, step, foot) {
  const { simulation, experiment, record } = model.main;
  const rate = experiment.optimizer.learningRate ?? NaN;
  const gradient = Array.from(simulation.batchGradient(step) ?? simulation.gradient(step));
  const plain = experiment.optimizer.name === "gradientDescent";
  const { points } = record();
  const next = Array.from(points.subarray(2 * step + 2, 2 * step + 4));
  /** @type {[string, string[]][]} */
  const lines = [[words.say("votes.sum"), gradient.map((value) => signed(value, words))]];
  if (plain) lines.push([words.say("votes.move", { alpha: rate }), gradient.map((value) => signed(-rate * value, words))]);
  if (next.length === 2) lines.push([words.say("votes.next", { names: wordsForAxes(experiment).join(", ") }), next.map((value) => words.numbers.short(value, 6))]);
  while (foot.children.length > lines.length) foot.lastElementChild?.remove();
  lines.forEach(([name, values], index) => {
    const line = foot.children[index] ?? foot.appendChild(element("tr", {}, element("th", { scope: "row", colspan: 4 }), element("td"), element("td")));
    [name, ...values].forEach((text, place) => write(/** @type {Node} */ (line.children[place]), text));
  });
}

/** @param {HTMLElement} line @param {"th" | "td"} tag @param {string[]} texts */
function fill(line, tag, texts) {
  texts.forEach((text, place) => {
    const cell = line.children[place] ?? line.appendChild(tag === "th" ? element("th", { scope: "col" }) : place === 0 ? element("th", { scope: "row" }) : element("td"));
    write(cell, text);
  });
}

/** A residual and a vote with their sign, other numbers as they are. @param {number} value @param {number} place @param {import("./types.js").Words} words */
function shown(value, place, words) {
  const rounded = Number(value.toFixed(3));
  return place >= 3 ? signed(rounded, words) : words.numbers.short(rounded, 6);
}

/** @param {number} value @param {import("./types.js").Words} words */
function signed(value, { numbers }) {
  const text = numbers.short(value === 0 ? 0 : value, 4);
  return value > 0 ? `+${text}` : text;
}
