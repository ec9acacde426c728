// The sentence about the run: how it ends and why; with a remedy when it flies off.

import { bowlOf } from "./closed-form.js";
import { element, mark, write } from "./dom.js";
import { whenSettled } from "./frames.js";
import { wordsForAxes } from "./names.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** How long nothing may change before a screen reader is told, in milliseconds. */
const SETTLED = 500;

/** @param {Context} context @returns {Part & { announce: (sentence: string) => void }} */
export function live(context) {
  const { model, words, locked } = context;
  const sentence = element("p", { class: "sentence" });
  const halve = element("button", { type: "button", class: "remedy", text: words.say("live.halve"), onclick: () => halveRate(context) });
  const spoken = element("p", { class: "visually-hidden", "aria-live": "polite" });
  const box = element("div", { class: "control live" }, sentence, halve, spoken);
  let next = "";
  const later = whenSettled(() => write(spoken, next), SETTLED);
  const announce = (/** @type {string} */ text) => {
    next = text;
    later.request();
  };
  let begun = false;
  const update = () => {
    if (model.playing) return;
    const text = describe(context);
    const waiting = inHand(context);
    const outcome = waiting ? "waiting" : model.main.simulation.outcome;
    mark(box, "data-outcome", outcome);
    halve.hidden = outcome !== "diverged" || locked.has("alpha");
    if (sentence.textContent === text) return;
    sentence.textContent = text;
    // What is there when the page opens is read with the page.
    if (begun) announce(text);
    begun = true;
  };
  return { element: box, update, dispose: later.cancel, announce };
}

/** @param {Context} context */
function halveRate({ model, player }) {
  player.pause();
  const { optimizer } = model.experiment;
  model.change({ optimizer: { ...optimizer, learningRate: Number(((optimizer.learningRate ?? 0) / 2).toPrecision(12)) } });
}

/** Whether the marble has not been let go yet. @param {Context} context */
const inHand = ({ scene, model }) => Boolean(scene.marbles) && model.position === 0;

/** @param {Context} context */
function describe(context) {
  const { model, words } = context;
  const { simulation, experiment } = model.main;
  const { numbers } = words;
  const size = experiment.start.length;
  const { points, losses } = model.main.record();
  const end = points.subarray(-size);
  const last = losses.at(-1) ?? NaN;
  const facts = {
    names: size === 1 ? wordsForAxes(experiment)[0] : `(${wordsForAxes(experiment).join(", ")})`,
    steps: numbers.whole(simulation.steps),
    point: numbers.point(end),
    start: numbers.point(experiment.start),
    loss: numbers.short(last, 4),
    startLoss: numbers.short(losses[0] ?? NaN, 4),
    factor: numbers.short(simulation.factor ?? NaN, 4),
    period: simulation.period,
    alpha: experiment.optimizer.learningRate,
    limit: numbers.short(simulation.stability(0).divergesAbove, 3),
  };
  if (inHand(context)) return words.say("live.inHand", facts);
  const { outcome, reason } = simulation;
  const known = simulation.factor === undefined ? [`live.${outcome}.${reason}.bare`] : [];
  const sentence = words.sayFirst([...known, `live.${outcome}.${reason}`, `live.${outcome}`], facts);
  const bowl = bowlOf(experiment);
  if (!bowl || simulation.steps === 0) return sentence;
  return `${sentence} ${words.say("live.factor", { factor: numbers.short(bowl.factor, 4) })}`;
}
