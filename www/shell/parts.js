// The pieces that scenes are made of, by name: those of the first figure at once, the others when `later.js` has come.

import { learningRate } from "./learning-rate.js";
import { optimizerControl } from "./optimizer-control.js";
import { share } from "./share.js";
import { startControl } from "./start-control.js";
import { transport } from "./transport.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("./types.js").FigurePart} FigurePart */
/** @typedef {(context: Context) => Part} Maker */
/** @typedef {(kind: string, context: Context, runs: [number, number]) => FigurePart} FigureMaker */

/** The controls in the order in which every scene has them. */
const CONTROL_ORDER = ["loss", "scaling", "settings", "measurements", "start", "drops", "alpha", "optimizer", "batch", "budget", "transport", "share", "data", "steps", "export", "history"];

/** Controls of every scene, whatever its knobs. */
const ALWAYS = ["alpha", "optimizer", "transport", "share"];

/** @type {Record<string, Maker>} */
const controls = {
  start: startControl,
  alpha: learningRate,
  optimizer: (context) => optimizerControl(context, context.scene.knobs.includes("optimizer")),
  transport,
  share,
};

/** Readings in the order of their registration. @type {Record<string, Maker>} */
const readings = {};

/** Remarks that stand before the live sentence. @type {Record<string, Maker>} */
const remarks = {};

/** Figures that are not drawn in the usual way. @type {Record<string, FigureMaker>} */
const figures = {};

/**
 * What a scene is about that is no run of the core: how it is made, spoken of, told about, kept in links and controlled.
 * @typedef {object} ModelKind
 * @property {(scene: import("./types.js").Scene) => import("./run-state.js").RunState} make
 * @property {(context: Context) => Part & { announce: (sentence: string) => void }} live
 * @property {(model: import("./run-state.js").RunState) => (changes: import("./types.js").Changes) => import("./news.js").Event[]} news
 * @property {(model: import("./run-state.js").RunState, view: import("./types.js").ViewOptions) => import("./state.js").Values} values
 * @property {(model: import("./run-state.js").RunState, values: import("./state.js").Values, known: import("./types.js").Known) => import("./types.js").Fault[]} apply
 * @property {Record<string, Maker>} controls all that its scenes have
 * @property {Record<string, import("./export.js").FileMaker>} files what can be saved, by the ending of the file
 */

/** @type {Record<string, ModelKind>} */
const models = {};

/** Kinds of panels that are figures; `figures` may draw them in a way of its own. */
const drawings = ["curve", "surface", "contour", "lossCurve"];

/** Adds pieces that have come later. @param {{ controls: Record<string, Maker>, readings: Record<string, Maker>, remarks: Record<string, Maker>, figures: Record<string, FigureMaker>, drawings: string[], always: string[], models: Record<string, ModelKind> }} more */
export function addParts(more) {
  Object.assign(controls, more.controls);
  Object.assign(readings, more.readings);
  Object.assign(remarks, more.remarks);
  Object.assign(figures, more.figures);
  drawings.push(...more.drawings, ...Object.keys(more.figures));
  ALWAYS.push(...more.always);
  Object.assign(models, more.models);
}

/** What a scene is about, if that is no run of the core. @param {import("./types.js").Scene} scene @returns {ModelKind | undefined} */
export function modelOf({ model }) {
  return model === undefined ? undefined : models[model];
}

/** The controls of a scene that are there by now, by name and in order. @param {Context} context @returns {[string, Maker][]} */
export function controlsOf({ scene, hidden }) {
  const own = modelOf(scene)?.controls;
  if (own) return pick(own, CONTROL_ORDER.filter((name) => !hidden.has(name)));
  const wanted = (/** @type {string} */ name) => ALWAYS.includes(name) || scene.knobs.some((knob) => knob === name || knob.startsWith(`${name}.`));
  return pick(controls, CONTROL_ORDER.filter((name) => wanted(name) && !hidden.has(name)));
}

/** The readings of a scene that are there by now. @param {Context} context @returns {[string, Maker][]} */
export function readingsOf({ scene, hidden }) {
  return pick(readings, Object.keys(readings).filter((name) => scene.panels.includes(name) && !hidden.has(name)));
}

/** The remarks of a scene that are there by now. @param {Context} context @returns {[string, Maker][]} */
export function remarksOf({ scene, hidden }) {
  const named = (/** @type {string} */ name) => name === "slope" ? scene.curve?.arrow === true : scene.panels.includes(name);
  return pick(remarks, Object.keys(remarks).filter((name) => named(name) && !hidden.has(name)));
}

/**
 * The figures of a scene: kind, the runs it shows (from the first to before the second number), and its maker if it has its own.
 * `"curve@1"` shows the runs from number 1 on; a figure ends where the next one of its kind begins.
 * @param {import("./types.js").Scene} scene
 * @returns {{ kind: string, runs: [number, number], make: FigureMaker | undefined }[]}
 */
export function figuresOf({ panels }) {
  const named = panels.map((panel) => {
    const [kind = "", from = "0"] = panel.split("@");
    return { kind, from: Number(from) };
  }).filter(({ kind }) => drawings.includes(kind));
  return named.map(({ kind, from }) => {
    const next = named.filter((other) => other.kind === kind && other.from > from).map((other) => other.from);
    return { kind, runs: [from, Math.min(...next, Infinity)], make: figures[kind] };
  });
}

/** @param {Record<string, Maker>} makers @param {string[]} names @returns {[string, Maker][]} */
function pick(makers, names) {
  return names.flatMap((name) => (makers[name] ? [[name, makers[name]]] : []));
}
