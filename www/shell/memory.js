// What an optimizer remembers at each step of a run, recomputed from the run's gradients for the written-out arithmetic.

/** @typedef {import("./types.js").Run} Run */
/** @typedef {{ first: number[], second: number[] }} Memory the running mean (or sum) of gradients, and of their squares */

/** Longest run that is followed from its start. */
const LONGEST = 2000;

/** The slope that the update after `step` follows: with mini-batches, its batch's. @param {import("./types.js").Simulation} simulation @param {number} step */
export const slopeFollowed = (simulation, step) => simulation.batchGradient(step) ?? simulation.gradient(step);

/**
 * The memory after the update from `step` to `step + 1`, one number per parameter; nothing for very long runs.
 * @param {Run} run
 * @param {number} step
 * @returns {Memory | undefined}
 */
export function memoryAfter({ experiment, simulation }, step) {
  if (step > LONGEST || experiment.optimizer.name === "gradientDescent" || experiment.optimizer.name === "newton") return undefined;
  const update = updateOf(experiment.optimizer);
  const first = experiment.start.map(() => 0);
  const second = experiment.start.map(() => 0);
  for (let k = 0; k <= step; k += 1) {
    slopeFollowed(simulation, k).forEach((slope, axis) => {
      [first[axis], second[axis]] = update(first[axis] ?? 0, second[axis] ?? 0, slope);
    });
  }
  return { first, second };
}

/**
 * @param {import("./types.js").Optimizer} optimizer
 * @returns {(first: number, second: number, slope: number) => [number, number]}
 */
function updateOf(optimizer) {
  const setting = (/** @type {string} */ name) => Number(optimizer[name]);
  switch (optimizer.name) {
    case "momentum":
    case "nesterov":
      return (v, s, g) => [setting("momentum") * v + g, s];
    case "adagrad":
      return (v, s, g) => [v, s + g * g];
    case "rmsprop":
      return (v, s, g) => [v, setting("decay") * s + (1 - setting("decay")) * g * g];
    case "adam":
      return (v, s, g) => [setting("beta1") * v + (1 - setting("beta1")) * g, setting("beta2") * s + (1 - setting("beta2")) * g * g];
    default:
      return (v, s) => [v, s];
  }
}
