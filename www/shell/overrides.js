// What a run takes over from the run it is compared with.

import { optimizerList } from "./core.js";
import { entryOf } from "./names.js";

/** @typedef {import("./types.js").Experiment} Experiment */
/** @typedef {import("./types.js").Override} Override */

/**
 * An experiment with the fields of an override in place of its own. Another loss or optimizer keeps the settings that both
 * have and the override does not give, so that measurements and learning rates stay linked.
 * @param {Experiment} experiment
 * @param {Override} override
 * @returns {Experiment}
 */
export function overridden(experiment, override) {
  const { loss, optimizer } = override;
  return {
    ...experiment,
    ...override,
    ...(loss && { loss: linked(loss, experiment.loss, entryOf(loss)?.settings) }),
    ...(optimizer && { optimizer: linked(optimizer, experiment.optimizer, optimizerList().find(({ name }) => name === optimizer.name)?.settings) }),
  };
}

/** Gradient evaluations that one step of an experiment costs. @param {Experiment} experiment */
export function costOf({ optimizer, start }) {
  const info = optimizerList().find(({ name }) => name === optimizer.name);
  return (info?.evaluations ?? 1) + (info?.evaluationsPerParameter ?? 0) * start.length;
}

/** A run with as many steps as it can pay with what another one spends. @param {Experiment} own @param {Experiment} other @returns {Experiment} */
export function paid(own, other) {
  const cost = costOf(own);
  return cost === costOf(other) ? own : { ...own, steps: Math.floor((other.steps * costOf(other)) / cost) };
}

/**
 * @template {{ name?: string | undefined }} T
 * @param {T} own
 * @param {T} other
 * @param {{ name: string }[]} [settings] those that `own` can have
 * @returns {T}
 */
function linked(own, other, settings = []) {
  const values = /** @type {Record<string, unknown>} */ (other);
  const shared = settings.map(({ name }) => name).filter((name) => values[name] !== undefined);
  return { ...Object.fromEntries(shared.map((name) => [name, values[name]])), ...own };
}
