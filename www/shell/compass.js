// How far the steepest way down points away from the minimum: the angle between −∇f and the direction to it, in words.

import { element, mark, write } from "./dom.js";
import { minimaOf } from "./names.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** Angles below this, in degrees, count as none. */
const NONE = 0.05;

/** @param {Context} context @returns {Part} */
export function compass(context) {
  const box = element("p", { class: "compass-words" });
  const update = () => {
    const angle = angleOf(context);
    box.hidden = angle === undefined;
    if (angle === undefined) return;
    const key = Number.isNaN(angle) ? "there" : angle < NONE ? "straight" : "apart";
    write(box, context.words.say(`compass.${key}`, { angle: context.words.numbers.fixed(angle, 1) }));
    mark(box, "data-angle", Number.isNaN(angle) ? undefined : angle.toFixed(2));
  };
  return { element: box, update };
}

/** In degrees; NaN where there is no way left to go, undefined where no minimum is known. @param {Context} context */
function angleOf({ model }) {
  const { simulation, experiment, record } = model.main;
  const size = experiment.start.length;
  const step = Math.min(model.step, simulation.steps);
  const point = record().points.subarray(size * step, size * (step + 1));
  const ways = minimaOf(simulation).map((minimum) => minimum.map((value, axis) => value - (point[axis] ?? NaN)));
  const [way] = ways.toSorted((a, b) => Math.hypot(...a) - Math.hypot(...b));
  if (!way || size < 2) return undefined;
  const down = Array.from(simulation.gradient(step), (slope) => -slope);
  const product = way.reduce((sum, value, axis) => sum + value * (down[axis] ?? 0), 0);
  const cosine = product / (Math.hypot(...way) * Math.hypot(...down));
  return (Math.acos(Math.min(Math.max(cosine, -1), 1)) * 180) / Math.PI;
}
