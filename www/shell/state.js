// The state of a scene as parameter values and back: what attributes, hash and copied links hold.

import { asFault, expression as readExpression } from "./core.js";
import { shorten, writeParameter } from "./parameters.js";
import { chosen, same, without } from "./plain.js";

/** @typedef {import("./types.js").Experiment} Experiment */
/** @typedef {import("./types.js").Known} Known */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Companion} Companion */
/** @typedef {import("./types.js").ViewOptions} ViewOptions */
/** @typedef {import("./run-state.js").RunState} RunState */
/** @typedef {Record<string, any>} Values */

/** Which parameter a field of the experiment comes from. @type {Record<string, string>} */
const PARAMETER_OF = { "optimizer.learningRate": "alpha", "optimizer.momentum": "beta" };

/** The values of everything a reader can change. @param {RunState} model @param {ViewOptions} view @returns {Values} */
export function valuesOf(model, view) {
  const { loss, optimizer, start, steps, stop, seed, batch, shuffle } = model.experiment;
  const marbles = model.companions.filter(({ settled }) => settled).map(({ override }) => override.start);
  /** @type {Values} */
  const values = { loss, optimizer: without(without(optimizer, "learningRate"), "momentum"), alpha: optimizer.learningRate };
  if (optimizer["momentum"] !== undefined) values["beta"] = optimizer["momentum"];
  const others = othersOf(model);
  if (others.length > 0) values["others"] = others;
  Object.assign(values, { start, steps });
  if (stop && Object.keys(stop).length > 0) values["stop"] = stop;
  Object.assign(values, given({ seed, batch, shuffle }));
  if (marbles.length > 0) values["marbles"] = marbles;
  values["step"] = model.step;
  if (view.logScale) values["scale"] = "log";
  if (view.angles) values["view"] = view.angles.map((angle) => Number(angle.toFixed(3)));
  return values;
}

/** The methods that race against the main run, where they share a budget. @param {RunState} model */
function othersOf(model) {
  return model.budgeted ? model.racing.slice(1).map((run) => run.experiment.optimizer) : [];
}

/** Other settings for them; other methods are not accepted. @param {RunState} model @param {import("./types.js").Optimizer[]} optimizers @returns {Fault | undefined} */
function raceAgainst(model, optimizers) {
  const names = othersOf(model).map(({ name }) => name);
  if (!same(optimizers.map(({ name }) => name), names)) return { field: "others", given: "", accepted: { code: "oneOf", names: [names.join(";")] } };
  return model.changeOptimizers([model.experiment.optimizer, ...optimizers]);
}

/**
 * Applies values to a model one after the other, so that one that cannot be used leaves the others in force.
 * @param {RunState} model
 * @param {Values} values
 * @param {Known} known
 * @returns {Fault[]}
 */
export function applyValues(model, values, known) {
  /** @type {Fault[]} */
  const faults = [];
  const attempt = (/** @type {string} */ name, /** @type {() => Fault | undefined} */ action) => {
    const present = valuesOf(model, { logScale: false, angles: undefined })[name];
    const fault = values[name] === undefined || same(values[name], present) ? undefined : action();
    if (fault) faults.push({ ...fault, field: PARAMETER_OF[fault.field] ?? name, given: shorten(writeParameter(name, values[name])) });
  };
  const optimizer = () => model.experiment.optimizer;
  attempt("loss", () => chooseLoss(model, values["loss"], known));
  attempt("optimizer", () =>
    model.attempt(complete({ ...model.experiment, optimizer: { ...rate(optimizer()), ...values["optimizer"] } }, known)));
  attempt("alpha", () => model.change({ optimizer: { ...optimizer(), learningRate: values["alpha"] } }));
  if (hasMomentum(optimizer().name, known)) {
    attempt("beta", () => model.change({ optimizer: { ...optimizer(), momentum: values["beta"] } }));
  }
  attempt("others", () => raceAgainst(model, values["others"]));
  for (const field of ["start", "steps", "stop", "seed", "batch", "shuffle"]) attempt(field, () => model.change({ [field]: values[field] }));
  attempt("marbles", () => placeMarbles(model, values["marbles"]));
  if (values["step"] !== undefined) model.go(values["step"]);
  return faults;
}

/**
 * Another loss, with the start and the learning rate it is usually met with, if the present ones do not fit.
 * @param {RunState} model
 * @param {any} loss
 * @param {Known} known
 * @returns {Fault | undefined}
 */
export function chooseLoss(model, loss, known) {
  const { experiment } = model;
  const entry = known.losses.find(({ name }) => name === loss.name);
  if (entry) {
    if (experiment.loss.name === entry.name) return changeLoss(model, loss);
    const learningRate = experiment.optimizer.name === "newton" ? experiment.optimizer.learningRate : entry.learningRate;
    const optimizer = { ...experiment.optimizer, learningRate };
    return model.attempt(wholeLoss({ ...experiment, loss, optimizer, start: entry.start }), []);
  }
  const { dimension, fault } = describe(loss.expression);
  if (fault) return { ...fault, field: "loss" };
  const start = dimension === experiment.start.length ? experiment.start : dimension === 1 ? [2] : [1.5, 1];
  return model.attempt(wholeLoss({ ...experiment, loss, start }), []);
}

/** Other settings of the same loss. A batch that fits no longer gives way to all samples. @param {RunState} model @param {any} loss */
function changeLoss(model, loss) {
  const fault = model.change({ loss });
  return fault?.field === "batch" ? model.attempt(wholeLoss({ ...model.experiment, loss })) : fault;
}

/** The experiment with every update looking at the whole loss. @param {Experiment} experiment */
function wholeLoss(experiment) {
  return /** @type {Experiment} */ (without(without(experiment, "batch"), "shuffle"));
}

/** The fields that have a value. @param {Record<string, unknown>} fields */
function given(fields) {
  return chosen(fields, (_, value) => value !== undefined);
}

/**
 * The same experiment with every setting of its optimizer written out, but for the decay of the learning rate, which few runs have.
 * @param {Experiment} experiment
 * @param {Known} known
 * @returns {Experiment}
 */
export function complete(experiment, known) {
  const info = known.optimizers.find(({ name }) => name === experiment.optimizer?.name);
  if (!info) return experiment;
  const defaults = Object.fromEntries(info.settings.filter(({ name }) => name !== "learningRateDecay").map((setting) => [setting.name, setting.default]));
  return { ...experiment, optimizer: { ...defaults, ...experiment.optimizer } };
}

/** @param {string} optimizer @param {Known} known */
function hasMomentum(optimizer, known) {
  return known.optimizers.some(({ name, settings }) => name === optimizer && settings.some((setting) => setting.name === "momentum"));
}

/** @param {string} text @returns {{ dimension: number, fault?: Fault }} */
function describe(text) {
  try {
    return { dimension: readExpression(text).dimension };
  } catch (thrown) {
    return { dimension: 0, fault: asFault(thrown) };
  }
}

/** @param {RunState} model @param {number[][]} points */
function placeMarbles(model, points) {
  const colour = model.colour;
  model.colour = points.length;
  const fault = model.attempt(model.experiment, points.map((start, index) => ({ override: { start }, settled: true, colour: index })));
  if (fault) model.colour = colour;
  return fault;
}

/** What another optimizer takes over from the present one. @param {import("./types.js").Optimizer} optimizer */
function rate({ learningRate }) {
  return { learningRate };
}
