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
  const sentence = element("p", { class: "sentence", tabindex: "-1" });
  const halve = element("button", { type: "button", class: "remedy", text: words.say("live.halve"), onclick: () => remedy() });
  const spoken = element("p", { class: "visually-hidden", "aria-live": "polite" });
  const box = element("div", { class: "control live" }, sentence, halve, spoken);
  const remedy = () => {
    halveRate(context);
    // The button goes away once the run no longer flies off; the reader's place must not go with it.
    sentence.focus();
  };
  // What the reader has done, then where that leads.
  let deed = "";
  let ending = "";
  const later = whenSettled(() => {
    write(spoken, [deed, ending].filter(Boolean).join(" "));
    deed = ending = "";
  }, SETTLED);
  const announce = (/** @type {string} */ text) => {
    deed = text;
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
    if (begun) {
      ending = text;
      later.request();
    }
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
    before: numbers.point(points.subarray(-2 * size, -size)),
    start: numbers.point(experiment.start),
    loss: numbers.short(last, 4),
    startLoss: numbers.short(losses[0] ?? NaN, 4),
    factor: numbers.short(simulation.factor ?? NaN, 4),
    period: simulation.period,
    alpha: experiment.optimizer.learningRate,
    batch: experiment.batch,
    limit: numbers.short(simulation.stability(0).divergesAbove, 3),
  };
  if (inHand(context)) return words.say("live.inHand", facts);
  const { outcome, reason } = simulation;
  const bowl = bowlOf(experiment);
  const multiplier = numbers.short(bowl?.factor ?? NaN, 4);
  const special = [
    ...stoppedBy(model.main).map((rule) => `live.${outcome}.rule.${rule}`),
    ...(simulation.steps === 0 ? [`live.${outcome}.atOnce`] : []),
    ...(bowl ? [`live.${outcome}.bowl`] : []),
    `live.${outcome}.${reason}.${experiment.loss.name}`,
    `live.${outcome}.${experiment.loss.name}.${simulation.period ?? 0}`,
    ...(simulation.stepsPerEpoch > 1 ? [`live.${outcome}.batches`] : []),
    ...((simulation.factor ?? 0) > 1 ? [] : [`live.${outcome}.${reason}.bare`]),
  ];
  const key = [...special, `live.${outcome}.${reason}`, `live.${outcome}`].find((each) => words.has(each)) ?? `live.${outcome}`;
  const sentence = words.say(key, { ...facts, multiplier });
  if (!bowl || simulation.steps === 0 || special.includes(key)) return sentence;
  return `${sentence} ${words.say("live.factor", { multiplier })}`;
}

/** The rule that ended a run whose reason is another one: ground nearly flat that is no minimum. @param {import("./types.js").Run} run */
function stoppedBy({ experiment: { stop = {}, steps }, simulation, record }) {
  if (simulation.outcome !== "stalled" || simulation.reason === "singular" || simulation.steps === steps) return [];
  return (record().gradientNorms.at(-1) ?? NaN) < (stop.gradientBelow ?? 0) ? ["gradientBelow"] : ["lossChangeBelow"];
}
