// A Python program that reproduces a run: plain Python, no packages, to be read, changed and run again.

import { dualTools } from "./python-duals.js";
import { LOSSES } from "./python-losses.js";
import { block, float, indented, literal, snake } from "./python-text.js";
import { named, pythonOf } from "./python-typed.js";
import { updateOf } from "./python-updates.js";

/** @typedef {import("../downhill.js").Experiment} Experiment */
/** @typedef {import("./python-losses.js").PythonLoss} PythonLoss */
/** @typedef {{ say(key: string, facts?: Record<string, unknown>): string }} Say */
/**
 * What the program is written from: the experiment with every setting, the words of its comments, and of a typed function
 * its postfix order.
 * @typedef {{ experiment: Experiment, about: string, settings: Record<string, unknown>, words: Say, postfix?: (number | string)[], variables?: string[] }} Source
 */

/** Steps of which each one is printed; of longer runs only every so manieth. */
const PRINTED = 50;
/** What the standard library's `math` has of what formulas use. */
const MATH = ["cos", "cosh", "exp", "hypot", "isfinite", "pi", "sin", "sinh", "sqrt", "tanh"];

/** @param {Source} source @returns {string} */
export function pythonProgram(source) {
  const { experiment, about, words } = source;
  const loss = lossOf(source);
  const update = updateOf(experiment.optimizer, experiment.start.length, words.say("python.flat"));
  const duals = isDual(source);
  const pieces = [
    ...(duals ? dualTools(`${loss.helpers ?? ""}\n${loss.loss}`, words.say("python.dual")) : []),
    ...(loss.helpers && !duals ? [loss.helpers] : bumps(loss, duals)),
    block(`def loss(${loss.of.join(", ")})`, loss.loss),
    ...slopes(loss, duals, words, experiment.optimizer.name === "newton"),
    block("def usable(*point)", USABLE, words.say("python.usable")),
    [words.say("python.go").replace(/^/, "# "), ...loop(source, update, loss.of)].join("\n"),
  ];
  const body = pieces.join("\n\n\n");
  const constants = settingsOf(source).join("\n");
  return `${comment(about)}\n\n${imports(body, duals)}\n\n${constants}\n\n\n${body}\n`;
}

/** Whether the slopes come from numbers that carry them along. @param {Source} source */
const isDual = ({ experiment }) => experiment.loss.expression !== undefined || experiment.optimizer.name === "newton";

/** @param {Source} source @returns {PythonLoss} */
function lossOf({ experiment, postfix, variables = [] }) {
  const own = experiment.loss.name === undefined ? undefined : LOSSES[experiment.loss.name];
  if (own) return own;
  const of = variables.map(named);
  return { of, loss: `return ${pythonOf(postfix ?? [], of)}`, gradient: "" };
}

/** Helpers that a loss needs even where its gradient is not written by hand. @param {PythonLoss} loss @param {boolean} duals */
const bumps = (loss, duals) => (duals && loss.helpers?.includes("bump") ? [loss.helpers] : []);

/** @param {PythonLoss} loss @param {boolean} duals @param {Say} words @param {boolean} curved */
function slopes(loss, duals, words, curved) {
  if (!duals) return [block(`def gradient(${loss.of.join(", ")})`, loss.gradient)];
  const gradient = block("def gradient(*point)", GRADIENT, words.say("python.gradient"));
  return curved ? [gradient, block("def hessian(*point)", HESSIAN, words.say("python.hessian"))] : [gradient];
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

/** The run itself. @param {Source} source @param {import("./python-updates.js").PythonUpdate} update @param {string[]} of */
function loop({ experiment, words }, update, of) {
  const { steps, stop = {} } = experiment;
  const every = Math.max(1, Math.ceil(steps / PRINTED));
  const print = "print(step, *point, loss(*point))";
  const told = (/** @type {string} */ key) => `    print("${words.say(key)}")\n    break`;
  const lines = ["point = start", ...(update.memory ? [update.memory] : []), `print("${words.say("python.head")}", ${of.map((name) => `"${name}"`).join(", ")}, "${words.say("plot.loss")}")`, "print(0, *point, loss(*point))"];
  const body = ["slopes = gradient(*point)"];
  if (stop.gradientBelow !== undefined) body.push(`if hypot(*slopes) < gradient_below:\n${told("python.gradientBelow")}`);
  body.push(update.update, `if not usable(*following):\n${told("python.notFinite")}`);
  if (stop.lossChangeBelow !== undefined) body.push("change = abs(loss(*following) - loss(*point))");
  body.push("point = following", every === 1 ? print : `if step % ${every} == 0:\n    ${print}`);
  if (stop.lossChangeBelow !== undefined) body.push(`if change < loss_change_below:\n${told("python.lossChangeBelow")}`);
  return [...lines, `for step in range(1, steps + 1):\n${indented(body.join("\n"))}`, "", `print("${words.say("python.end")}", *point)`];
}

/** What can be changed, as variables at the top. @param {Source} source */
function settingsOf({ experiment, settings }) {
  const { optimizer, start, steps, stop = {} } = experiment;
  const given = Object.entries(optimizer).filter(([name, value]) => name !== "name" && !(name === "learningRateDecay" && !value));
  const named = [...Object.entries(settings), ...given, ...Object.entries(stop)];
  return [`start = ${literal(start)}`, `steps = ${steps}`, ...named.map(([name, value]) => `${snake(name)} = ${literal(value)}`)];
}

/** @param {string} body @param {boolean} duals */
function imports(body, duals) {
  const used = MATH.filter((name) => new RegExp(`(?<!\\bdef )(?<!\\.)\\b${name}\\b`).test(body) && !body.includes(`def ${name}(`));
  return [...(duals ? ["import math"] : []), `from math import ${used.join(", ")}`].join("\n");
}

/** @param {string} text */
const comment = (text) => text.split("\n").map((line) => `# ${line}`.trimEnd()).join("\n");
