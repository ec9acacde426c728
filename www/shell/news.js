// What a scene tells its host after an update: the experiment, the step, and how the run ended once it is at its end.

/** @typedef {import("./types.js").Changes} Changes */
/** @typedef {{ type: string, detail: object }} Event */

/** @param {import("./run-state.js").RunState} model @returns {(changes: Changes) => Event[]} */
export function newsOf(model) {
  let told = "";
  return (changes) => {
    const { simulation, experiment, record } = model.main;
    const step = Math.min(model.step, simulation.steps);
    const point = Array.from(record().points.subarray(step * simulation.dimension, (step + 1) * simulation.dimension));
    const now = JSON.stringify([step, point, simulation.outcome]);
    const moved = now !== told;
    // While the run plays its end is not told, even if it falls into the same frame.
    const arrived = moved && step === simulation.steps && !model.playing;
    if (!(model.playing && step === simulation.steps)) told = now;
    /** @type {Event[]} */
    const events = [];
    if (changes.experiment) events.push({ type: "change", detail: structuredClone(experiment) });
    if (moved) events.push({ type: "step", detail: { step, point, loss: record().losses[step] } });
    if (arrived) events.push({ type: "outcome", detail: { outcome: simulation.outcome, reason: simulation.reason } });
    return events;
  };
}
