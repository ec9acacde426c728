// The samples as a list of fields: each can be changed, removed and given the other label, and new ones added, by keyboard alone.

import { addRow, flipRow, hasLabels, moveRow, removeRow, reportTo, rowsOf, rowsSetting, takeRows } from "./data-rows.js";
import { element, mark, write } from "./dom.js";
import { icon } from "./icons.js";
import { wordsForData } from "./names.js";
import { numberField } from "./number-field.js";
import { settingField } from "./setting-field.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("./data-rows.js").Row} Row */

/** More samples than that are not listed one by one. */
const LISTED = 40;

/** @param {Context} context @returns {Part} */
export function dataControl(context) {
  const { model, words, locked } = context;
  const head = element("div", { class: "sample-row head", "aria-hidden": "true" }, element("span"), element("span"));
  const list = element("ol", { class: "samples" });
  const note = element("p", { class: "note" });
  const error = element("p", { class: "error", role: "status" });
  const add = element("button", { type: "button", class: "quiet", text: words.say("data.add"), onclick: () => append() });
  /** All samples as one text, for those who have them in a file. @type {import("./setting-field.js").Field | undefined} */
  let asText;
  const whole = element("details", {}, element("summary", { text: words.say("data.asText") }));
  const box = element("fieldset", { class: "control data", "data-control": "data" },
    element("legend", { class: "control-label", text: words.say("data.title") }), head, list, note, error, add, whole);
  /** @type {ReturnType<typeof rowFields>[]} */
  let fields = [];
  let kind = "";

  const append = () => {
    if (addRow(context, between(rowsOf(model)))) return;
    update({ experiment: true, step: true, playing: true, view: true });
    fields.at(-1)?.focus();
  };
  reportTo(model, (fault) => write(error, fault ? words.fault(fault) : ""));

  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    const rows = rowsOf(model);
    box.hidden = rows.length === 0;
    const labels = hasLabels(model);
    const wanted = `${Math.min(rows.length, LISTED)} ${labels}`;
    if (wanted !== kind) {
      kind = wanted;
      // Fields that stay keep the reader's place.
      fields = rows.slice(0, LISTED).map((_, index) => rowFields(context, index, labels));
      list.replaceChildren(...fields.map(({ element }) => element));
      wordsForData(context).forEach((name, index) => write(/** @type {Node} */ (head.children[index]), name));
    }
    fields.forEach((field, index) => field.show(/** @type {Row} */ (rows[index])));
    write(note, [remark(rows, labels), rows.length > LISTED ? "data.more" : ""].filter(Boolean).map((key) => words.say(key, { listed: LISTED, count: words.numbers.whole(rows.length) })).join(" "));
    if (!asText && rows.length > 0) {
      asText = settingField(/** @type {any} */ (rowsSetting(model)), context, (rows) => takeRows(context, rows));
      whole.append(asText.element);
    }
    asText?.show(rows);
    for (const input of /** @type {NodeListOf<HTMLInputElement | HTMLButtonElement>} */ (box.querySelectorAll("input, button"))) input.disabled = locked.has("data");
  };
  return { element: box, update };
}

/** The fields of one sample. @param {Context} context @param {number} index @param {boolean} labels */
function rowFields(context, index, labels) {
  const { words, model } = context;
  const number = index + 1;
  const limit = rowsSetting(model)?.highest ?? 1e6;
  const accepted = { code: "number", lowest: -limit, highest: limit };
  const field = (/** @type {0 | 1} */ axis) => numberField({
    label: words.say("data.field", { name: wordsForData(context)[axis], number }),
    words, accepted,
    apply: (value) => {
      const [x, y] = rowsOf(model)[index] ?? [0, 0];
      return moveRow(context, index, axis === 0 ? [value, y] : [x, value]);
    },
  });
  const x = field(0);
  const y = labels ? undefined : field(1);
  const flip = labels ? element("button", { type: "button", class: "flip", onclick: () => flipRow(context, index) }) : undefined;
  const remove = element("button", { type: "button", class: "quiet", "aria-label": words.say("data.remove", { number }), title: words.say("data.remove", { number }), onclick: () => removeRow(context, index) }, icon("clear"));
  const show = (/** @type {Row} */ row) => {
    x.showNumber(row[0]);
    y?.showNumber(row[1]);
    if (!flip) return;
    write(flip, words.say(`data.label.${row[1]}`));
    mark(flip, "aria-label", words.say("data.flip", { number, label: row[1] }));
  };
  return { element: element("li", { class: "sample-row" }, x.element, y?.element ?? flip, remove), show, focus: () => x.input.focus() };
}

/** What these samples cannot teach a line, if there is something. @param {Row[]} rows @param {boolean} labels */
function remark(rows, labels) {
  if (rows.length === 1) return "data.one";
  if (rows.every(([x]) => x === rows[0]?.[0])) return "data.oneInput";
  if (!labels) return "";
  const [zeros, ones] = [0, 1].map((label) => rows.filter((row) => row[1] === label).map(([x]) => x));
  if (!zeros?.length || !ones?.length) return "data.oneLabel";
  const apart = Math.max(...zeros) < Math.min(...ones) || Math.max(...ones) < Math.min(...zeros);
  return apart ? "data.apart" : "";
}

/** A new sample in the middle of the others. @param {Row[]} rows @returns {Row} */
function between(rows) {
  const middle = (/** @type {number[]} */ values) => Number(((Math.min(...values) + Math.max(...values)) / 2).toPrecision(4));
  return [middle(rows.map(([x]) => x)), middle(rows.map(([, y]) => y))];
}
