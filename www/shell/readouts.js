// The numbers of the current step: where it is, the loss, the slope, how far it still is, and what algebra predicts.

import { batchReadings } from "./batch-readouts.js";
import { bowlOf, iterateOf } from "./closed-form.js";
import { element, write } from "./dom.js";
import { minimaOf, wordsForAxes } from "./names.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** @param {Context} context @returns {Part} */
export function readouts(context) {
  const list = element("dl");
  const box = element("div", { class: "control readouts", "data-control": "readouts" }, list);
  const update = () => {
    const rows = readings(context);
    while (list.children.length > rows.length) list.lastElementChild?.remove();
    rows.forEach(([name, value], index) => {
      const row = list.children[index] ?? list.appendChild(element("div", {}, element("dt"), element("dd")));
      write(/** @type {Node} */ (row.firstChild), name);
      write(/** @type {Node} */ (row.lastChild), value);
    });
  };
  return { element: box, update };
}

/** Names with values. @param {Context} context @returns {[string, string][]} */
function readings(context) {
  const { model, words } = context;
  const { simulation, experiment } = model.main;
  const { numbers } = words;
  const step = Math.min(model.step, simulation.steps);
  const size = experiment.start.length;
  const { points, losses, gradientNorms } = model.main.record();
  const point = points.subarray(size * step, size * (step + 1));
  const fixed = (/** @type {number} */ value) => numbers.fixed(value, 4);
  /** @type {[string, string][]} */
  const rows = [[words.say("readout.step"), words.say("readout.of", { step: numbers.whole(step), steps: numbers.whole(simulation.steps) })]];
  wordsForAxes(experiment).forEach((name, axis) => rows.push([name, fixed(point[axis] ?? NaN)]));
  rows.push([words.say("readout.loss"), fixed(losses[step] ?? NaN)]);
  const gradient = simulation.gradient(step);
  if (size === 1) rows.push([words.say("readout.slope"), fixed(gradient[0] ?? NaN)]);
  else if (simulation.samples()) rows.push([words.say("readout.gradient"), numbers.point(gradient.map((value) => value || 0), 4)]);
  else rows.push([words.say("readout.gradientNorm"), fixed(gradientNorms[step] ?? NaN)]);
  rows.push(...batchReadings(context));
  const bowl = bowlOf(experiment);
  if (bowl) {
    rows.push([words.say("readout.distance"), fixed(Math.abs((point[0] ?? NaN) - bowl.centre))]);
    rows.push([words.say("readout.closedForm"), fixed(iterateOf(bowl, experiment.start[0] ?? NaN, step))]);
    return rows;
  }
  const distances = minimaOf(simulation).map((minimum) => Math.hypot(...minimum.map((value, axis) => value - (point[axis] ?? NaN))));
  if (distances.length > 0) rows.push([words.say("readout.distance"), fixed(Math.min(...distances))]);
  return rows;
}
