// The samples of a loss that is made of data: reading them, and changing them one at a time.

import { entryOf } from "./names.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./run-state.js").RunState} RunState */
/** @typedef {[number, number]} Row input and target */

/** Who shows what is wrong with samples, per model. @type {WeakMap<RunState, (fault: Fault | undefined) => void>} */
const reporters = new WeakMap();

/** Has faults of samples shown, wherever they were changed. @param {RunState} model @param {(fault: Fault | undefined) => void} report */
export const reportTo = (model, report) => void reporters.set(model, report);

/** The setting that holds samples, if the present loss has one. @param {RunState} model */
export const rowsSetting = ({ experiment: { loss } }) => entryOf(loss)?.settings.find(({ name }) => name === "data");

/** Whether the targets are the labels 0 and 1. @param {RunState} model */
export const hasLabels = (model) => rowsSetting(model)?.labels === true;

/** The samples in force; none of a loss that is not made of data. @param {RunState} model @returns {Row[]} */
export function rowsOf({ main: { simulation } }) {
  const numbers = simulation.samples() ?? [];
  return Array.from({ length: numbers.length / 2 }, (_, index) => [numbers[2 * index] ?? NaN, numbers[2 * index + 1] ?? NaN]);
}

/** Takes other samples; if they cannot be used, everything stays and the fault is returned. @param {Context} context @param {Row[]} rows @returns {Fault | undefined} */
export function takeRows({ model, player }, rows) {
  player.pause();
  // Samples that were drawn at random give way to those given here.
  const { sample: _, ...loss } = /** @type {any} */ (model.experiment.loss);
  const data = hasLabels(model) ? rows.map(([x, y]) => [x, y < 0.5 ? 0 : 1]) : rows;
  const fault = model.change({ loss: { ...loss, data } });
  reporters.get(model)?.(fault);
  return fault;
}

/** @param {Context} context @param {number} index @param {Row} row */
export function moveRow(context, index, row) {
  return replaceRow(context, "moved", index, row);
}

/** @param {Context} context @param {Row} row */
export function addRow(context, row) {
  const rows = rowsOf(context.model);
  return told(context, "added", rows.length, takeRows(context, [...rows, row]));
}

/** @param {Context} context @param {number} index */
export function removeRow(context, index) {
  return told(context, "removed", index, takeRows(context, rowsOf(context.model).toSpliced(index, 1)));
}

/** Gives a labelled sample the other label. @param {Context} context @param {number} index */
export function flipRow(context, index) {
  const [x, y] = rowsOf(context.model)[index] ?? [0, 0];
  return replaceRow(context, "flipped", index, [x, 1 - y]);
}

/** A sample that has gone since its controls were last brought up to date stays gone. @param {Context} context @param {string} deed @param {number} index @param {Row} row */
function replaceRow(context, deed, index, row) {
  const rows = rowsOf(context.model);
  return index < rows.length ? told(context, deed, index, takeRows(context, rows.with(index, row))) : undefined;
}

/** Says what was done, or why it could not be. @param {Context} context @param {string} deed @param {number} index @param {Fault | undefined} fault */
function told(context, deed, index, fault) {
  const { words, model } = context;
  const rows = rowsOf(model);
  const facts = { number: index + 1, count: rows.length, point: words.numbers.point(rows[index] ?? [], 5) };
  context.announce(fault ? words.fault(fault) : words.say(`data.${deed}`, facts));
  return fault;
}
