// Two buttons for starts: a nudge so small that only a ridge feels it, and eight marbles dropped at random.

import { element } from "../dom.js";
import { place } from "../placing.js";
import { MOST_RUNS } from "../run-state.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Part} Part */

/** How far a nudge goes along the last parameter. */
const NUDGE = 0.01;

/** @param {Context} context @returns {Part} */
export function drops(context) {
  const { model, words, player, locked } = context;
  let seed = 0;
  const nudge = () => {
    const start = [...model.experiment.start];
    start.push((start.pop() ?? 0) + NUDGE);
    if (!place(context, start)) player.run();
  };
  const scatter = () => {
    player.pause();
    seed += 1;
    const [first = [], ...others] = scattered(model.main.simulation.frame, seed);
    model.colour = 0;
    const companions = others.map((start, index) => ({ override: { start }, settled: true, colour: index + 1 }));
    if (!model.attempt({ ...model.experiment, start: first }, companions)) model.go(model.last);
  };
  const disabled = locked.has("start");
  const button = (/** @type {string} */ name, /** @type {() => void} */ onclick, /** @type {Record<string, unknown>} */ facts) =>
    element("button", { type: "button", "data-drop": name, disabled, text: words.say(`drops.${name}`, facts), onclick });
  const box = element("div", { class: "control drops", "data-control": "drops", role: "group", "aria-label": words.say("drops.title") },
    button("nudge", nudge, { by: words.numbers.short(NUDGE, 3) }), button("random", scatter, { count: MOST_RUNS }));
  return { element: box, update: () => {} };
}

/** Points all over a frame, the same for the same seed. @param {ArrayLike<number>} frame @param {number} seed */
function scattered(frame, seed) {
  const next = random(seed);
  return Array.from({ length: MOST_RUNS }, () => Array.from({ length: frame.length / 2 }, (_, axis) => {
    const [low = 0, high = 1] = [frame[2 * axis], frame[2 * axis + 1]];
    return Number((low + (high - low) * next()).toFixed(3));
  }));
}

/** Numbers from 0 to 1, after Marsaglia's xorshift. @param {number} seed */
function random(seed) {
  let state = (seed * 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
