// The ranking of a race: for each run its settings to change, what it spent, where it ended, and its place by loss and by distance.

import { optimizerList } from "./core.js";
import { element, mark, write } from "./dom.js";
import { minimaOf } from "./names.js";
import { numberField } from "./number-field.js";
import { tuning } from "./tune.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("./types.js").Run} Run */
/** @typedef {{ loss: number, distance: number, evaluations: number, steps: number }} Result */

/** The columns that the rows can be sorted by, with the number that decides. @type {Record<string, (result: Result, index: number) => number>} */
const COLUMNS = {
  method: (_, index) => index,
  loss: ({ loss }) => loss,
  distance: ({ distance }) => distance,
  steps: ({ steps }) => steps,
  evaluations: ({ evaluations }) => evaluations,
};

/** @param {Context} context @returns {Part} */
export function ranking(context) {
  const { model, words } = context;
  const sentence = element("p", { class: "winners", role: "status" });
  const hint = element("p", { class: "hint" });
  // On phones the rows are no rows on the screen; the roles keep them rows for screen readers.
  const body = element("tbody", { role: "rowgroup" });
  let sortedBy = "method";
  const heads = Object.keys(COLUMNS).map((column) => element("th", { scope: "col", role: "columnheader", "data-column": column },
    element("button", { type: "button", class: "sorter", text: words.say(`ranking.${column}`), onclick: () => sort(column) })));
  heads.splice(3, 0, element("th", { scope: "col", role: "columnheader", text: words.say("ranking.settings") }));
  const scroller = element("div", { class: "table-scroll", role: "region", tabindex: "0", "aria-label": words.say("ranking.title") },
    element("table", { class: "ranking-table", role: "table" }, element("caption", { class: "visually-hidden", text: words.say("ranking.title") }), element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...heads)), body));
  const tune = tuning(context);
  const box = element("div", { class: "control ranking", "data-control": "ranking" },
    element("p", { class: "control-label", text: words.say("ranking.title") }), hint, scroller, sentence, tune.element);
  /** @type {ReturnType<typeof rowOf>[]} */
  let rows = [];
  /** Those that the rows tell; the runs may be others until the next frame. @type {Result[]} */
  let results = [];
  let shown = "";

  const sort = (/** @type {string} */ column) => {
    sortedBy = column;
    order();
  };
  const order = () => {
    const key = COLUMNS[sortedBy] ?? COLUMNS["method"];
    const sorted = rows.map((row, index) => ({ row: row.element, number: key?.(/** @type {Result} */ (results[index]), index) ?? 0 })).toSorted((a, b) => a.number - b.number);
    body.replaceChildren(...sorted.map(({ row }) => row));
    for (const head of heads) if (head.dataset["column"]) mark(head, "aria-sort", head.dataset["column"] === sortedBy ? "ascending" : "none");
  };
  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    const names = model.racing.map((run) => run.experiment.optimizer.name).join();
    if (names !== shown) rows = model.racing.map((run, index) => rowOf(run.experiment.optimizer.name, index, context));
    results = model.racing.map(resultOf);
    rows.forEach((row, index) => row.update(/** @type {Run} */ (model.racing[index]), results, index));
    // Rows keep their places while somebody types in one of them.
    if (names !== shown || !body.matches(":focus-within")) order();
    shown = names;
    write(hint, words.say("ranking.main", { method: words.say(`optimizer.${model.experiment.optimizer.name}`) }));
    write(sentence, winners(model.racing, results, words));
    tune.update(changes);
  };
  return { element: box, update, dispose: () => tune.dispose?.() };
}

/** Where a run ended and what it cost; infinitely bad if it did not get to its last step. @param {Run} run @returns {Result} */
function resultOf({ experiment, simulation, record }) {
  const { steps, gradientEvaluations: evaluations } = simulation;
  const { points, losses } = record();
  if (simulation.outcome === "diverged") return { loss: Infinity, distance: Infinity, evaluations, steps };
  const end = points.subarray(-experiment.start.length);
  const far = (/** @type {number[]} */ minimum) => Math.hypot(...minimum.map((value, axis) => value - (end[axis] ?? NaN)));
  return { loss: losses.at(-1) ?? Infinity, distance: Math.min(...minimaOf(simulation).map(far)), evaluations, steps };
}

/** The place among all, from 1; equal ones share it. @param {number[]} all @param {number} own */
const placeOf = (all, own) => 1 + all.filter((other) => other < own).length;

/** One row: a method, its settings as fields, what it spent and where it ended. @param {string} name @param {number} index @param {Context} context */
function rowOf(name, index, { model, words, locked }) {
  const known = optimizerList().find((info) => info.name === name)?.settings ?? [];
  const method = words.say(`optimizer.${name}`);
  const change = (/** @type {string} */ setting, /** @type {number} */ value) => {
    if (index === 0) return model.change({ optimizer: { ...model.experiment.optimizer, [setting]: value } });
    const run = model.racing[index];
    return run && model.changeOptimizer(index, { ...run.experiment.optimizer, [setting]: value });
  };
  const fields = known.map(({ name: setting, default: usual, lowest, highest }) => {
    const field = numberField({
      label: words.sayFirst([`setting.short.${setting}`, `setting.${setting}`]),
      words,
      accepted: { code: "number", lowest, highest },
      apply: (value) => change(setting, value),
    });
    mark(field.input, "aria-label", words.say("ranking.field", { method, setting: words.sayFirst([`setting.${setting}`, `setting.short.${setting}`]) }));
    return { setting, usual, field };
  });
  const cells = Object.keys(COLUMNS).slice(1).map((column) => element("td", { role: "cell", "data-column": column, "data-label": words.say(`ranking.${column}`) }));
  const row = element("tr", { role: "row", "data-method": name },
    element("th", { scope: "row", role: "rowheader" }, element("span", { class: "swatch", "data-colour": name, "aria-hidden": "true" }), method),
    ...cells.slice(0, 2), element("td", { role: "cell", "data-column": "settings" }, element("div", { class: "fields" }, ...fields.map(({ field }) => field.element))), ...cells.slice(2));
  const { numbers } = words;
  const placed = (/** @type {number} */ value, /** @type {number[]} */ all) =>
    Number.isFinite(value) ? words.say("ranking.placed", { place: placeOf(all, value), value: numbers.short(value, 3) }) : words.say("ranking.flewOff");
  const update = (/** @type {Run} */ run, /** @type {Result[]} */ results, /** @type {number} */ at) => {
    const own = /** @type {Result} */ (results[at]);
    for (const { setting, usual, field } of fields) {
      field.showNumber(Number(run.experiment.optimizer[setting] ?? usual));
      field.disable(locked.has("optimizer") || (setting === "learningRate" && locked.has("alpha")));
    }
    const texts = [placed(own.loss, results.map(({ loss }) => loss)), placed(own.distance, results.map(({ distance }) => distance)), numbers.whole(own.steps), numbers.whole(own.evaluations)];
    cells.forEach((cell, column) => write(cell, texts[column] ?? ""));
  };
  return { element: row, update };
}

/** Who wins by loss and who by distance. @param {Run[]} runs @param {Result[]} results @param {import("./types.js").Words} words */
function winners(runs, results, words) {
  const first = (/** @type {number[]} */ values) => runs.filter((_, index) => Number.isFinite(values[index]) && values[index] === Math.min(...values))
    .map((run) => words.say(`optimizer.${run.experiment.optimizer.name}`)).join(", ");
  const [byLoss, byDistance] = [first(results.map(({ loss }) => loss)), first(results.map(({ distance }) => distance))];
  if (!byLoss) return words.say("ranking.nobody");
  if (!byDistance) return words.say("ranking.byLoss", { byLoss });
  return words.say(byLoss === byDistance ? "ranking.both" : "ranking.winners", { byLoss, byDistance });
}
