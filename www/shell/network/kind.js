// The network as a kind of model: how a scene with `"model": "network"` is made, restored, told about and controlled.

import { share } from "../share.js";
import { shorten, writeParameter } from "../parameters.js";
import { same } from "../plain.js";
import { batchControl } from "./batch.js";
import { networkLive } from "./live.js";
import { NetworkModel } from "./model.js";
import { rateControl } from "./rate.js";
import { trainingSteps } from "./steps.js";

/** @typedef {import("../types.js").Fault} Fault */
/** @typedef {import("../state.js").Values} Values */
/** @typedef {import("../news.js").Event} Event */

/** @type {import("../parts.js").ModelKind} */
export const networkKind = {
  make: (scene) => new NetworkModel(scene),
  live: networkLive,
  news: (model) => newsOf(/** @type {NetworkModel} */ (model)),
  values: (model) => valuesOf(/** @type {NetworkModel} */ (model)),
  apply: (model, values) => applyValues(/** @type {NetworkModel} */ (model), values),
  controls: { alpha: rateControl, batch: batchControl, transport: trainingSteps, share },
};

/** @param {NetworkModel} model @returns {Values} */
function valuesOf({ experiment: { optimizer, steps, seed, batch }, step }) {
  return { alpha: optimizer.learningRate, steps, seed, batch, step };
}

/** @param {NetworkModel} model @param {Values} values @returns {Fault[]} */
function applyValues(model, values) {
  /** @type {Fault[]} */
  const faults = [];
  for (const name of ["alpha", "steps", "seed", "batch"]) {
    if (values[name] === undefined || same(values[name], valuesOf(model)[name])) continue;
    const fields = name === "alpha" ? { optimizer: { ...model.experiment.optimizer, learningRate: values[name] } } : { [name]: values[name] };
    const fault = model.change(fields);
    if (fault) faults.push({ ...fault, field: name, given: shorten(writeParameter(name, values[name])) });
  }
  if (values["step"] !== undefined) model.go(values["step"]);
  return faults;
}

/** Tells of the steps that the worker has made; the 13,002 numbers of the point stay with it. @param {NetworkModel} model @returns {(changes: import("../types.js").Changes) => Event[]} */
function newsOf(model) {
  let told = -1;
  return (changes) => {
    /** @type {Event[]} */
    const events = [];
    if (changes.experiment) events.push({ type: "change", detail: structuredClone(model.experiment) });
    const { answer } = model;
    if (!answer || answer.step === told) return events;
    told = answer.step;
    events.push({ type: "step", detail: { step: told, point: [], loss: answer.marks.at(-4) } });
    if (told === model.last && !model.playing) events.push({ type: "outcome", detail: { outcome: "running", reason: "steps" } });
    return events;
  };
}
