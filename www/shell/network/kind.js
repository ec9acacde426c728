// The network as a kind of model: how a scene with `"model": "network"` is made, restored, told about and controlled.

import { exportControl } from "../export.js";
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
  controls: { alpha: rateControl, batch: batchControl, transport: trainingSteps, share, export: exportControl },
  files: {
    png: (context, { pngOf }) => pngOf(context.figures(), titlesOf(context)),
    svg: (context, { svgOf }) => svgOf(context.figures(), titlesOf(context)),
    csv: measurements,
  },
};

/** The title of a picture, and what is trained in it. @param {import("../types.js").Context} context */
function titlesOf({ scene, model: { experiment, step }, words }) {
  const { optimizer, batch, seed } = experiment;
  const facts = { alpha: words.numbers.exact(optimizer.learningRate ?? 0), batch: words.numbers.whole(batch ?? 1), seed, step: words.numbers.whole(step) };
  return [words.say(`scene.${scene.id}`), words.say("network.run", facts)];
}

/** Cost and accuracy as they were measured on the way. @param {import("../types.js").Context} context */
function measurements({ model, words }) {
  const marks = /** @type {NetworkModel} */ (model).answer?.marks ?? new Float32Array();
  const heads = ["cost", "accuracy"].map((kind) => ["training", "held"].map((on) => `${words.say(`figure.${kind}`)}: ${words.say(`network.${on}`)}`));
  const [[cost, heldCost], [right, heldRight]] = /** @type {[string[], string[]]} */ (heads);
  const lines = [[words.say("plot.step"), cost, right, heldCost, heldRight].map((head) => `"${head}"`)];
  for (let at = 0; at < marks.length; at += 5) lines.push(Array.from(marks.subarray(at, at + 5), (number) => number.toPrecision(9)));
  return new Blob([lines.map((line) => `${line.join(",")}\r\n`).join("")], { type: "text/csv;charset=utf-8" });
}

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
