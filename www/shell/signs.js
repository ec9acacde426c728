// Where the slope of an error comes from: what each measurement adds to it, for each run, and the slopes step by step.

import { element } from "./dom.js";
import { entryOf } from "./names.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("./types.js").Run} Run */

/** Measurements and steps that are written out. */
const MOST_TERMS = 6;
const MOST_STEPS = 10;

/** @param {Context} context @returns {Part} */
export function signs(context) {
  const { model, words } = context;
  const lines = element("div", { class: "lines" });
  const box = element("div", { class: "control signs", "data-control": "signs" },
    element("p", { class: "control-label", text: words.say("signs.title") }), lines);
  const update = () => {
    const runs = model.runs.filter((run) => !run.faint && KINDS[run.experiment.loss.name ?? ""]);
    box.hidden = runs.length === 0;
    lines.replaceChildren(...runs.flatMap((run) => [chain(run, context), slopes(run, context)]));
  };
  return { element: box, update };
}

/** What one measurement adds: as it is written, and its value. @type {Record<string, { written: string, value: (difference: number) => number }>} */
const KINDS = {
  absoluteError: { written: "sign", value: Math.sign },
  squaredError: { written: "2 · ", value: (difference) => 2 * difference },
};

/** The slope at the present point, measurement by measurement. @param {Run} run @param {Context} context */
function chain(run, { model, words }) {
  const { numbers } = words;
  const { written, value } = /** @type {NonNullable<typeof KINDS[string]>} */ (KINDS[run.experiment.loss.name ?? ""]);
  const step = Math.floor(model.positionOf(run) + 1e-9);
  const theta = run.record().points[step] ?? NaN;
  const all = /** @type {number[]} */ (/** @type {any} */ (run.experiment.loss)["measurements"] ?? entryOf(run.experiment.loss)?.settings[0]?.default ?? []);
  const shown = all.slice(0, MOST_TERMS);
  const more = all.length > shown.length ? [" …"] : [];
  const short = (/** @type {number} */ number) => numbers.short(number, 5);
  const term = (/** @type {number} */ m) => `${written}(${short(theta)} − ${m < 0 ? `(${short(m)})` : short(m)})`;
  const added = (/** @type {number} */ m) => { const v = value(theta - m); return v < 0 ? `(${short(v)})` : short(v); };
  const sum = run.simulation.gradient(step)[0] ?? NaN;
  const terms = [
    words.say(`signs.${run.experiment.loss.name}`),
    `= ${[...shown.map(term), ...more].join(" + ")}`,
    `= ${[...shown.map(added), ...more].join(" + ")}`,
    `= ${signed(sum, short)}`,
  ];
  return element("p", { class: "chain" }, ...terms.map((text) => element("span", { text })));
}

/** The slopes up to the present step. @param {Run} run @param {Context} context */
function slopes(run, { model, words }) {
  const step = Math.floor(model.positionOf(run) + 1e-9);
  const from = Math.max(0, step - MOST_STEPS + 1);
  const short = (/** @type {number} */ number) => words.numbers.short(number, 3);
  const list = Array.from({ length: step - from + 1 }, (_, k) => signed(run.simulation.gradient(from + k)[0] ?? NaN, short));
  return element("p", { class: "note", text: words.say("signs.slopes", { list: `${from > 0 ? "…, " : ""}${list.join(", ")}` }) });
}

/** With its sign, a plus included. @param {number} value @param {(value: number) => string} short */
const signed = (value, short) => (value > 0 ? `+${short(value)}` : short(value));
