// The budget of a race in gradient evaluations: every method makes as many steps as it can pay.

import { costOf } from "./overrides.js";
import { element } from "./dom.js";
import { numberField } from "./number-field.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** Largest budget; the core tunes for no larger one. */
const ACCEPTED = { code: "wholeNumber", lowest: 1, highest: 1000 };

/** What the main run may spend, and so every other. @param {Context["model"]} model */
export function budgetOf({ experiment }) {
  return experiment.steps * costOf(experiment);
}

/** @param {Context} context @returns {Part} */
export function budgetControl({ model, words, locked }) {
  const field = numberField({
    label: words.say("control.budget"),
    words,
    accepted: ACCEPTED,
    apply: (budget) => {
      const steps = Math.floor(budget / costOf(model.experiment));
      if (!Number.isInteger(budget) || budget < ACCEPTED.lowest || budget > ACCEPTED.highest) return { field: "budget", given: String(budget), accepted: ACCEPTED };
      return model.change({ steps });
    },
  });
  const box = element("div", { class: "control budget", "data-control": "budget" }, field.element, element("p", { class: "hint", text: words.say("budget.rule") }));
  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    field.showNumber(budgetOf(model));
    field.disable(locked.has("budget"));
  };
  return { element: box, update };
}
