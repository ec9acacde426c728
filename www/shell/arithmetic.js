// The arithmetic of the current step, written out with its real numbers: how this iterate came from the one before it.

import { element } from "./dom.js";
import { memoryAfter, slopeFollowed } from "./memory.js";
import { wordsForAxes } from "./names.js";
import { subscript } from "./numbers.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {{ name: string, slopeName: string, k: number, x: number, next: number, g: number, v: number, vBefore: number, s: number, sBefore: number, curvature: number | undefined }} Coordinate */
/** @typedef {(value: number) => string} Show */
/** @typedef {(c: Coordinate, setting: (name: string) => number, n: Show) => string[][]} Rule lines, each a chain of equal terms */

/** @param {Context} context @returns {Part} */
export function arithmetic(context) {
  const { model, words } = context;
  const title = element("p", { class: "control-label" });
  const lines = element("div", { class: "lines" });
  const box = element("div", { class: "control arithmetic", "data-control": "arithmetic" }, title, lines);
  const update = () => {
    const { simulation, experiment } = model.main;
    const step = Math.min(model.step, simulation.steps);
    const from = Math.max(step - 1, 0);
    box.hidden = simulation.steps === 0;
    if (box.hidden) return;
    title.textContent = words.say(step === 0 ? "arithmetic.first" : "arithmetic.step", { step });
    const rule = RULES[experiment.optimizer.name] ?? plain;
    const setting = (/** @type {string} */ name) => Number(experiment.optimizer[name]);
    const show = (/** @type {number} */ value) => words.numbers.short(value, 5);
    const chains = coordinates(context, from).flatMap((coordinate) => rule(coordinate, setting, show));
    lines.replaceChildren(...chains.map((chain) => element("p", { class: "chain" }, ...chain.map((term, index) => element("span", { text: index ? `= ${term}` : term })))));
  };
  return { element: box, update };
}

/** The numbers of the step from `k`, per parameter. @param {Context} context @param {number} k @returns {Coordinate[]} */
function coordinates({ model }, k) {
  const { simulation, experiment } = model.main;
  const size = experiment.start.length;
  const { points } = model.main.record();
  const gradient = slopeFollowed(simulation, k);
  const after = memoryAfter(model.main, k);
  const before = k > 0 ? memoryAfter(model.main, k - 1) : undefined;
  const curvature = size === 1 ? simulation.curvature(k)?.[0] : undefined;
  return wordsForAxes(experiment).map((name, axis) => ({
    name,
    slopeName: size === 1 ? "f′" : experiment.batch ? `∂L_B/∂${name}` : `∂L/∂${name}`,
    k,
    x: points[size * k + axis] ?? NaN,
    next: points[size * (k + 1) + axis] ?? NaN,
    g: gradient[axis] ?? NaN,
    v: after?.first[axis] ?? NaN,
    vBefore: before?.first[axis] ?? (k > 0 ? NaN : 0),
    s: after?.second[axis] ?? NaN,
    sBefore: before?.second[axis] ?? (k > 0 ? NaN : 0),
    curvature,
  }));
}

/** @param {Coordinate} c @param {number} k */
const iterate = (c, k) => `${c.name}${subscript(k)}`;
/** @param {Coordinate} c */
const slope = (c) => (c.slopeName === "f′" ? `f′(${iterate(c, c.k)})` : c.slopeName);
/** A number that follows a sign or a dot, in brackets if negative. @param {number} value @param {Show} n */
const factor = (value, n) => (value < 0 ? `(${n(value)})` : n(value));

/** @type {Rule} */
const plain = (c, setting, n) => {
  const decay = setting("learningRateDecay");
  const [symbol, number] = decay > 0
    ? [`α / (1 + d · ${c.k})`, `${n(setting("learningRate"))} / (1 + ${n(decay)} · ${c.k})`]
    : ["α", n(setting("learningRate"))];
  return [[iterate(c, c.k + 1), `${iterate(c, c.k)} − ${symbol} · ${slope(c)}`, `${n(c.x)} − ${number} · ${factor(c.g, n)}`, n(c.next)]];
};

/** @type {Rule} */
const momentum = (c, setting, n) => [
  ["v", `β · v + ${slope(c)}`, `${n(setting("momentum"))} · ${factor(c.vBefore, n)} + ${factor(c.g, n)}`, n(c.v)],
  [iterate(c, c.k + 1), `${iterate(c, c.k)} − α · v`, `${n(c.x)} − ${n(setting("learningRate"))} · ${factor(c.v, n)}`, n(c.next)],
];

/** @type {Rule} */
const nesterov = (c, setting, n) => [
  ["v", `β · v + ${slope(c)}`, `${n(setting("momentum"))} · ${factor(c.vBefore, n)} + ${factor(c.g, n)}`, n(c.v)],
  [iterate(c, c.k + 1), `${iterate(c, c.k)} − α · (${slope(c)} + β · v)`, `${n(c.x)} − ${n(setting("learningRate"))} · (${n(c.g)} + ${n(setting("momentum"))} · ${factor(c.v, n)})`, n(c.next)],
];

/** @type {Rule} */
const adagrad = (c, setting, n) => [
  ["s", `s + (${slope(c)})²`, `${n(c.sBefore)} + ${factor(c.g, n)}²`, n(c.s)],
  [iterate(c, c.k + 1), `${iterate(c, c.k)} − α · ${slope(c)} / (√s + ε)`, `${n(c.x)} − ${n(setting("learningRate"))} · ${factor(c.g, n)} / ${n(Math.sqrt(c.s))}`, n(c.next)],
];

/** @type {Rule} */
const rmsprop = (c, setting, n) => [
  ["s", `ρ · s + (1 − ρ) · (${slope(c)})²`, `${n(setting("decay"))} · ${n(c.sBefore)} + ${n(1 - setting("decay"))} · ${factor(c.g, n)}²`, n(c.s)],
  [iterate(c, c.k + 1), `${iterate(c, c.k)} − α · ${slope(c)} / (√s + ε)`, `${n(c.x)} − ${n(setting("learningRate"))} · ${factor(c.g, n)} / ${n(Math.sqrt(c.s))}`, n(c.next)],
];

/** @type {Rule} */
const adam = (c, setting, n) => {
  const [mean, square] = [c.v / (1 - setting("beta1") ** (c.k + 1)), c.s / (1 - setting("beta2") ** (c.k + 1))];
  const [b1, b2] = [setting("beta1"), setting("beta2")];
  return [
    ["m", `β₁ · m + (1 − β₁) · ${slope(c)}`, `${n(b1)} · ${factor(c.vBefore, n)} + ${n(1 - b1)} · ${factor(c.g, n)}`, n(c.v)],
    ["s", `β₂ · s + (1 − β₂) · (${slope(c)})²`, `${n(b2)} · ${n(c.sBefore)} + ${n(1 - b2)} · ${factor(c.g, n)}²`, n(c.s)],
    [iterate(c, c.k + 1), `${iterate(c, c.k)} − α · m̂ / (√ŝ + ε)`, `${n(c.x)} − ${n(setting("learningRate"))} · ${factor(mean, n)} / ${n(Math.sqrt(square))}`, n(c.next)],
  ];
};

/** @type {Rule} */
const newton = (c, setting, n) =>
  c.curvature === undefined
    ? [[iterate(c, c.k + 1), `${iterate(c, c.k)} − α · (H⁻¹∇L)`, `${n(c.x)} − ${n(setting("learningRate"))} · ${factor((c.x - c.next) / setting("learningRate"), n)}`, n(c.next)]]
    : [[iterate(c, c.k + 1), `${iterate(c, c.k)} − α · ${slope(c)} / f″(${iterate(c, c.k)})`, `${n(c.x)} − ${n(setting("learningRate"))} · ${factor(c.g, n)} / ${factor(c.curvature, n)}`, n(c.next)]];

/** @type {Record<string, Rule>} */
const RULES = { gradientDescent: plain, momentum, nesterov, adagrad, rmsprop, adam, newton };
