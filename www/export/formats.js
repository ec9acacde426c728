// What each kind of file is made of, from the state of a scene; loaded when somebody saves for the first time.

import labels from "../text/en/labels.json?export";
import { addEnglish } from "../shell/labels.js";
import { expressionPostfix } from "../shell/core.js";
import { entryOf, formulaOf, wordsForAxes } from "../shell/names.js";
import { csvOf } from "./csv.js";
import { pythonProgram } from "./python-program.js";

addEnglish(labels);

/** @typedef {import("../shell/types.js").Context} Context */

export { pngOf, svgOf } from "./picture.js";

/** The iterates of every run in the picture. @param {Context} context */
export function csvFile({ model, words }) {
  const runs = model.runs.map((run, index) => ({ name: runName(index, run.experiment, words), ...run.record() }));
  const heads = { run: words.say("export.csv.run"), step: words.say("plot.step"), loss: words.say("plot.loss"), gradientNorm: words.say("readout.gradientNorm") };
  return new Blob([csvOf(runs, heads, wordsForAxes(model.experiment))], { type: "text/csv;charset=utf-8" });
}

/** The program of the run that the controls change. @param {Context} context @param {string[]} titles */
export function pythonFile({ model, words, link }, titles) {
  const { experiment, simulation } = model.main;
  const { loss } = experiment;
  const postfix = loss.expression === undefined ? undefined : expressionPostfix(loss.expression);
  const settings = (entryOf(loss)?.settings ?? []).map(({ name, default: usual }) => [name, /** @type {any} */ (loss)[name] ?? usual]);
  const samples = simulation.samples();
  const batches = experiment.batch === undefined ? undefined : batchesOf(simulation, experiment.steps);
  const text = pythonProgram({
    experiment,
    settings: { ...Object.fromEntries(settings), ...(samples && { data: pairs(samples) }) },
    about: [...titles, words.say("python.about", { link: link() })].join("\n"),
    words,
    ...(batches && { batches }),
    ...(postfix && { postfix, variables: variablesOf(postfix, experiment.start.length) }),
  });
  return new Blob([text], { type: "text/x-python;charset=utf-8" });
}

/** Most steps whose batches are written down. */
const MOST_BATCHES = 20_000;

/** The samples that each step looked at. @param {import("../shell/types.js").Simulation} simulation @param {number} steps */
const batchesOf = (simulation, steps) => Array.from({ length: Math.min(steps, MOST_BATCHES) }, (_, step) => Array.from(simulation.batch(step) ?? []));

/** @param {Float64Array} numbers x and y in turn */
const pairs = (numbers) => Array.from({ length: numbers.length / 2 }, (_, k) => [numbers[2 * k], numbers[2 * k + 1]]);

/** @param {number} index @param {import("../shell/types.js").Experiment} experiment @param {import("../shell/types.js").Words} words */
function runName(index, { loss, optimizer }, words) {
  return words.say("export.csv.name", { number: index + 1, formula: formulaOf(loss), optimizer: words.say(`optimizer.${optimizer.name}`), alpha: words.numbers.exact(optimizer.learningRate ?? 0) });
}

/** The variables of a typed function in the order of its coordinates; one that is not used can only be the other of a pair. @param {(number | string)[]} postfix @param {number} dimension */
function variablesOf(postfix, dimension) {
  const used = ["x", "y", "w", "w1", "w2", "θ"].filter((name) => postfix.includes(name));
  if (dimension === 1) return used.length > 0 ? used : ["x"];
  return used.some((name) => name.startsWith("w")) ? ["w1", "w2"] : ["x", "y"];
}
