// Ready-made set-ups of a scene, each one click away.

import { element } from "./dom.js";
import { beginning, known } from "./course.js";
import { same } from "./plain.js";
import { complete } from "./state.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** @param {Context} context @returns {Part} */
export function presets(context) {
  const { scene, words, model, locked } = context;
  const title = (/** @type {string} */ id) => words.sayFirst([`preset.${scene.id}.${id}`, `preset.${id}`]);
  const buttons = scene.presets.map(({ id }) =>
    element("button", { type: "button", class: "chip", "data-preset": id, disabled: locked.has("presets"), text: title(id), onclick: () => context.choosePreset(id) }));
  const box = element("div", { class: "control presets", "data-control": "presets", role: "group", "aria-label": words.say("control.presets") }, ...buttons);
  box.hidden = buttons.length === 0;
  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    for (const button of buttons) button.setAttribute("aria-pressed", String(isInForce(String(button.dataset["preset"]), context)));
  };
  const isInForce = (/** @type {string} */ id, /** @type {Context} */ { scene }) => {
    const { experiment, others } = beginning(scene, id);
    const whole = (/** @type {import("./types.js").Experiment} */ each) => complete(each, known());
    const [main, ...runs] = model.racing.map((run) => whole(run.experiment));
    return same(main, whole(experiment)) && same(runs, others.map((other) => whole(model.planned(whole(experiment), other))));
  };
  return { element: box, update };
}
