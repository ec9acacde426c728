// Where the marble starts: what a click, a drag or an arrow key on a figure does to the runs.

import { roundNumber } from "./rate-scale.js";
import { MOST_RUNS } from "./run-state.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Companion} Companion */

/**
 * Puts the start of the main run somewhere. Where marbles are collected, one that has been released stays where it ended
 * and a new one is placed.
 * @param {Context} context
 * @param {number[]} point
 * @returns {Fault | undefined}
 */
export function place({ scene, model, player }, point) {
  player.pause();
  const start = point.map(tidy);
  if (!scene.marbles || model.position === 0) {
    const keepsEnd = model.position >= model.last;
    if (!keepsEnd) model.go(0);
    return model.change({ start });
  }
  const released = { override: { start: model.experiment.start }, settled: true, colour: model.colour };
  const companions = [...model.companions.filter(({ settled }) => settled), released].slice(1 - MOST_RUNS);
  const colour = model.colour;
  model.colour = freeColour(companions);
  model.position = 0;
  const fault = model.attempt({ ...model.experiment, start }, companions);
  if (fault) model.colour = colour;
  return fault;
}

/** Moves the start by a share of the frame along each axis. @param {Context} context @param {number[]} shares */
export function nudge(context, shares) {
  const { simulation, experiment } = context.model.main;
  const frame = simulation.frame;
  const moved = experiment.start.map((value, axis) => {
    const low = /** @type {number} */ (frame[2 * axis]);
    const high = /** @type {number} */ (frame[2 * axis + 1]);
    const unit = roundNumber((high - low) / 200);
    return Math.round(value / unit + 200 * (shares[axis] ?? 0) * ((high - low) / 200 / unit)) * unit;
  });
  return place(context, moved);
}

/** Forgets all marbles but the one in hand. @param {Context} context */
export function clearMarbles({ model, player }) {
  player.pause();
  model.colour = 0;
  model.position = 0;
  model.attempt(model.experiment, []);
}

/** @param {Companion[]} companions */
function freeColour(companions) {
  const taken = new Set(companions.map(({ colour }) => colour));
  return [...Array(MOST_RUNS).keys()].find((colour) => !taken.has(colour)) ?? 0;
}

/** Four decimals are finer than a finger. @param {number} value */
function tidy(value) {
  return Math.abs(value) < 1e4 ? Number(value.toFixed(4)) : Number(value.toPrecision(8));
}
