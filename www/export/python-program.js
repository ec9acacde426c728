// A Python program that reproduces a run: plain Python, no packages, to be read, changed and run again.

import { dataLoss } from "./python-data.js";
import { dualTools } from "./python-duals.js";
import { LOSSES } from "./python-losses.js";
import { block, indented, literal, rows, snake } from "./python-text.js";
import { named, pythonOf } from "./python-typed.js";
import { updateOf } from "./python-updates.js";

/** @typedef {import("../downhill.js").Experiment} Experiment */
/** @typedef {import("./python-losses.js").PythonLoss} PythonLoss */
/** @typedef {{ say(key: string, facts?: Record<string, unknown>): string }} Say */
/**
 * What the program is written from: the experiment with every setting, the loss's settings, the words of its comments; of a
 * typed function its postfix order and its variables; and of a run in batches the samples of each step.
 * @typedef {{ experiment: Experiment, about: string, settings: Record<string, unknown>, words: Say, postfix?: (number | string)[], variables?: string[], batches?: number[][] }} Source
 */

/** Steps of which each one is printed; of longer runs only every so manieth. */
const PRINTED = 50;
/** What the standard library's `math` has of what formulas use. */
const MATH = ["cos", "cosh", "exp", "hypot", "isfinite", "log1p", "pi", "sin", "sinh", "sqrt", "tanh"];

/** @param {Source} source @returns {string} */
export function pythonProgram(source) {
  const { experiment, about, words } = source;
  const { expression } = experiment.loss;
  const curved = experiment.optimizer.name === "newton";
  const loss = lossOf(source);
  const helpers = loss.helpers ?? [];
  const duals = expression !== undefined || curved ? dualTools([...helpers, loss.loss].join("\n"), words.say("python.dual")) : [];
  const tools = duals.join("\n");
  const pieces = [
    ...duals,
    ...helpers.filter((helper) => !tools.includes(helper.split("(")[0] + "(")),
    block(`def loss(${loss.of.join(", ")})`, loss.loss),
    expression === undefined ? block(`def gradient(${(loss.arguments ?? loss.of).join(", ")})`, loss.gradient) : block("def gradient(*point)", GRADIENT, words.say("python.gradient")),
    ...(curved ? [block("def hessian(*point)", HESSIAN, words.say("python.hessian"))] : []),
    block("def usable(*point)", USABLE, words.say("python.usable")),
    [`# ${words.say("python.go")}`, ...loop(source, loss.of)].join("\n"),
  ];
  const body = pieces.join("\n\n\n");
  return `${comment(about)}\n\n${imports(body, duals.length > 0)}\n\n${settingsOf(source).join("\n")}\n\n\n${body}\n`;
}

/** @param {Source} source @returns {PythonLoss} */
function lossOf({ experiment, settings, postfix, variables = [] }) {
  const { name } = experiment.loss;
  if (name !== undefined) return LOSSES[name] ?? dataLoss(name, settings);
  const of = variables.map(named);
  return { of, loss: `return ${pythonOf(postfix ?? [], of)}`, gradient: "" };
}

const GRADIENT = `axes = range(len(point))
return [slope(loss(*[Dual(p, float(k == axis)) for k, p in enumerate(point)])) for axis in axes]`;

const HESSIAN = `axes = range(len(point))

def second(a, b):
    return slope(slope(loss(*[Dual(Dual(p, float(k == b)), Dual(float(k == a))) for k, p in enumerate(point)])))

return [[second(a, b) for b in axes] for a in axes]`;

const USABLE = `try:
    return all(isfinite(number) for number in [*gradient(*point), loss(*point), *point])
except (ArithmeticError, ValueError, TypeError):
    return False`;

/** The run itself. @param {Source} source @param {string[]} of */
function loop({ experiment, words, batches }, of) {
  const { steps, stop = {}, optimizer, start } = experiment;
  const { memory, update } = updateOf(optimizer, start.length, words.say("python.flat"));
  const every = Math.max(1, Math.ceil(steps / PRINTED));
  const print = "print(step, *point, loss(*point))";
  const told = (/** @type {string} */ key) => `    print("${words.say(key)}")\n    break`;
  const heads = [words.say("python.head"), ...of, words.say("plot.loss")].map((head) => JSON.stringify(head));
  const body = [];
  if (stop.gradientBelow !== undefined) body.push(`if hypot(*gradient(*point)) < gradient_below:\n${told("python.gradientBelow")}`);
  body.push(batches ? "slopes = gradient(*point, [data[k] for k in batches[step - 1]])" : "slopes = gradient(*point)");
  body.push(update, `if not usable(*following):\n${told("python.notFinite")}`);
  if (stop.lossChangeBelow !== undefined) body.push("change = abs(loss(*following) - loss(*point))");
  body.push("point = following", every === 1 ? print : `if step % ${every} == 0:\n    ${print}`);
  if (stop.lossChangeBelow !== undefined) body.push(`if change < loss_change_below:\n${told("python.lossChangeBelow")}`);
  return [
    "point = start", ...(memory ? [memory] : []), `print(${heads.join(", ")})`, "print(0, *point, loss(*point))",
    `for step in range(1, steps + 1):\n${indented(body.join("\n"))}`, "", `print("${words.say("python.end")}", *point)`,
  ];
}

/** Settings that decide how the program is written and are no variables of it. */
const WRITTEN_IN = ["name", "residual", "reduction", "standardize", "sample"];

/** What can be changed, as variables at the top. @param {Source} source */
function settingsOf({ experiment, settings, batches }) {
  const { optimizer, start, steps, stop = {} } = experiment;
  const all = { ...settings, ...optimizer, ...stop };
  const given = Object.entries(all).filter(([name, value]) => !WRITTEN_IN.includes(name) && !(name === "learningRateDecay" && !value));
  return [
    `start = ${literal(start)}`,
    `steps = ${batches ? Math.min(steps, batches.length) : steps}`,
    ...given.map(([name, value]) => `${snake(name)} = ${literal(value)}`),
    ...(batches ? [`batches = ${rows(batches.map((batch) => `[${batch.join(", ")}]`))}`] : []),
  ];
}

/** @param {string} body @param {boolean} duals */
function imports(body, duals) {
  const used = MATH.filter((name) => new RegExp(`(?<!\\.)\\b${name}\\b`).test(body) && !body.includes(`def ${name}(`));
  return [...(duals ? ["import math"] : []), `from math import ${used.join(", ")}`].join("\n");
}

/** @param {string} text */
const comment = (text) => text.split("\n").map((line) => `# ${line}`.trimEnd()).join("\n");
