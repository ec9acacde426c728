// The nudges as a to-do list: a table, the largest first, twenty rows to a page.

import { element, mark, write } from "../dom.js";

/** @typedef {import("./model.js").NetworkModel} NetworkModel */
/** @typedef {import("./types.js").View["order"]} Order */

const ROWS = 20;
const PARAMETERS = 13_002;
/** Numbers of one row. */
const WIDTH = 5;
const SIDE = 28;

/** The columns, and what a press on their heads puts the list in order by. @type {[string, Order | undefined][]} */
const COLUMNS = [["rank", undefined], ["layer", "layer"], ["which", undefined], ["now", undefined], ["way", "sign"], ["size", "size"]];

/** @param {import("../types.js").Context} context @returns {import("../types.js").Part} */
export function todoTable(context) {
  const { words } = context;
  const model = /** @type {NetworkModel} */ (context.model);
  const heads = COLUMNS.map(([name, order]) => {
    const label = words.say(`todo.${name}`);
    const inside = order ? element("button", { type: "button", class: "quiet", text: label, onclick: () => model.look({ order, from: 0 }) }) : label;
    return { order, cell: element("th", { scope: "col" }, inside) };
  });
  const body = element("tbody");
  const caption = element("caption");
  const grid = element("table", {}, caption, element("thead", {}, element("tr", {}, ...heads.map(({ cell }) => cell))), body);
  const turn = (/** @type {string} */ label, /** @type {() => number} */ from) =>
    element("button", { type: "button", text: words.say(`todo.${label}`), onclick: () => model.look({ from: from() }) });
  const pages = [turn("first", () => 0), turn("back", () => Math.max(0, model.looking.from - ROWS)), turn("on", () => model.looking.from + ROWS < PARAMETERS ? model.looking.from + ROWS : model.looking.from)];
  const pager = element("div", { class: "pages", role: "group", "aria-label": words.say("todo.pages") }, ...pages);
  const box = element("details", { class: "control table todo", "data-control": "todo", open: true },
    element("summary", { text: words.say("todo.title") }),
    element("p", { class: "note", text: words.say("todo.meaning") }),
    element("div", { class: "table-scroll", tabindex: "0", role: "group", "aria-label": words.say("todo.title") }, grid), pager);
  box.addEventListener("toggle", () => update());

  const update = () => {
    const { answer, looking: { from, order } } = model;
    for (const head of heads) mark(head.cell, "aria-sort", head.order === order ? (order === "layer" ? "ascending" : "descending") : undefined);
    const last = Math.min(from + ROWS, PARAMETERS);
    write(caption, words.say("todo.caption", { from: words.numbers.whole(from + 1), to: words.numbers.whole(last), all: words.numbers.whole(PARAMETERS), order: words.say(`todo.by.${order}`) }));
    pages.forEach((button, index) => mark(button, "aria-disabled", (index < 2 ? from === 0 : last === PARAMETERS) ? "true" : undefined));
    if (!box.open || !answer) return;
    const count = answer.rows.length / WIDTH;
    while (body.rows.length > count) body.deleteRow(-1);
    while (body.rows.length < count) body.append(newRow());
    for (let row = 0; row < count; row += 1) fill(body.rows[row], row + from + 1, answer.rows.subarray(WIDTH * row, WIDTH * (row + 1)), words);
  };
  return { element: box, update };
}

function newRow() {
  return element("tr", {}, element("th", { scope: "row" }), ...COLUMNS.slice(1).map(() => element("td")));
}

/** @param {HTMLTableRowElement | undefined} row @param {number} rank @param {Float32Array} numbers @param {import("../types.js").Words} words */
function fill(row, rank, [layer = 0, from = 0, to = 0, value = 0, nudge = 0], words) {
  if (!row) return;
  const pixel = { row: Math.floor(from / SIDE) + 1, column: (from % SIDE) + 1 };
  const which = from < 0 ? `bias.${layer}` : `weight.${layer}`;
  const texts = [
    words.numbers.whole(rank),
    words.say(`network.layer.${layer}`),
    words.say(`todo.${which}`, { ...pixel, from: from + 1, to: layer === 2 ? to : to + 1 }),
    words.numbers.fixed(value, 3),
    words.say(nudge > 0 ? "todo.up" : nudge < 0 ? "todo.down" : "todo.still"),
    words.numbers.short(Math.abs(nudge), 3),
  ];
  texts.forEach((text, index) => write(/** @type {Node} */ (row.cells[index]), text));
  mark(row, "data-way", nudge > 0 ? "up" : nudge < 0 ? "down" : undefined);
}
