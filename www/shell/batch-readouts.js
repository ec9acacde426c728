// The numbers of a run on batches: the epoch, the samples seen, what that cost, and the loss of the batch that comes next.

/** @typedef {import("./types.js").Context} Context */

/** Batches drawn for the measured variance. */
const DRAWS = 400;

/** Names with values; none where every step looks at all samples. @param {Context} context @returns {[string, string][]} */
export function batchReadings({ model, words }) {
  const { simulation } = model.main;
  const losses = simulation.batchLosses();
  const all = (simulation.samples()?.length ?? 0) / 2;
  if (!losses || all === 0) return [];
  const { numbers } = words;
  const step = Math.min(model.step, simulation.steps);
  const perEpoch = simulation.stepsPerEpoch;
  const epoch = Math.floor(step / perEpoch);
  const size = model.experiment.batch ?? all;
  const seen = epoch * all + (step % perEpoch) * size;
  const next = losses[step];
  const variance = simulation.batchVariance(step, Uint32Array.of(size), DRAWS)?.[0];
  return [
    [words.say("readout.epoch"), words.say("readout.epochOf", { epoch: numbers.whole(epoch), step: step % perEpoch, steps: perEpoch })],
    [words.say("readout.seen"), numbers.whole(seen)],
    [words.say("readout.cost"), numbers.short(seen / all, 4)],
    ...(next === undefined ? [] : /** @type {[string, string][]} */ ([[words.say("readout.batchLoss"), numbers.fixed(next, 4)]])),
    [words.say("readout.variance"), numbers.short(size === all ? 0 : variance ?? NaN, 3)],
  ];
}
