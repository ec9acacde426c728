// What algebra says about gradient descent on a bowl: the factor of each step, and every iterate without iterating.

/** @typedef {import("./types.js").Experiment} Experiment */

/**
 * The bowl's centre and the factor 1 − 2α, for losses of which they are known.
 * @param {Experiment} experiment
 * @returns {{ centre: number, factor: number } | undefined}
 */
export function bowlOf({ loss, optimizer }) {
  if (loss.name === undefined || optimizer.name !== "gradientDescent") return undefined;
  const centre = loss.name === "bowl" ? 0 : loss.name === "shiftedBowl" ? Number(loss["center"] ?? 3) : undefined;
  if (centre === undefined) return undefined;
  return { centre, factor: 1 - 2 * (optimizer.learningRate ?? 0) };
}

/** The iterate after so many steps. @param {{ centre: number, factor: number }} bowl @param {number} start @param {number} step */
export function iterateOf({ centre, factor }, start, step) {
  return centre + (start - centre) * factor ** step;
}
