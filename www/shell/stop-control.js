// When to stop: the number of steps, and tolerances on the gradient and on the change of the loss, in every scene.

import { element, write } from "./dom.js";
import { textField, numberField } from "./number-field.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {"gradientBelow" | "lossChangeBelow"} Rule */

/** @param {Context} context @returns {Part} */
export function stopControl(context) {
  const { model, words, locked, scene } = context;
  const most = numberField({
    label: words.say("control.steps"),
    words,
    accepted: { code: "wholeNumber", lowest: 0, highest: 1e6 },
    apply: (steps) => model.change({ steps }),
  });
  const gradient = toleranceField("gradientBelow", context);
  const change = toleranceField("lossChangeBelow", context);
  const inForce = element("span", { class: "in-force" });
  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    most.showNumber(model.experiment.steps);
    gradient.showValue();
    change.showValue();
    write(inForce, rulesInForce(context));
    for (const field of [most, gradient, change]) field.disable(locked.has("steps"));
  };
  const fields = element("fieldset", {},
    element("legend", { class: "visually-hidden", text: words.say("control.stop") }),
    element("div", { class: "fields" }, most.element, gradient.element, change.element));
  // Where a rule is in force from the beginning, the scene is about it.
  const open = scene.knobs.includes("steps") || Object.keys(model.experiment.stop ?? {}).length > 0;
  const box = element("details", { class: "control stop", "data-control": "steps", open },
    element("summary", {}, words.say("control.stop"), " ", inForce), fields);
  return { element: box, update };
}

/** The rules as a remark beside the title, so that they need not be looked for. @param {Context} context */
function rulesInForce({ model, words }) {
  const { steps, stop = {} } = model.experiment;
  const rules = [words.say("stop.steps", { steps: words.numbers.whole(steps) })];
  for (const rule of /** @type {Rule[]} */ (["gradientBelow", "lossChangeBelow"])) {
    if (stop[rule] !== undefined) rules.push(words.say(`stop.${rule}`, { value: words.numbers.exact(stop[rule]) }));
  }
  return rules.join(words.say("stop.or"));
}

/** A tolerance; an empty field means that the rule is off. @param {Rule} rule @param {Context} context */
function toleranceField(rule, { model, words }) {
  const field = textField({
    label: words.say(`control.${rule}`),
    words,
    apply: (text) => {
      const { [rule]: _, ...others } = model.experiment.stop ?? {};
      if (text.trim() === "") return model.change({ stop: others });
      const value = words.numbers.read(text);
      if (Number.isNaN(value)) return { field: rule, given: text, accepted: { code: "tolerance" } };
      return model.change({ stop: { ...others, [rule]: value } });
    },
  });
  field.input.placeholder = words.say("control.off");
  const showValue = () => {
    const value = model.experiment.stop?.[rule];
    field.show(value === undefined ? "" : words.numbers.exact(value), (text) => words.numbers.read(text) === value);
  };
  return { ...field, showValue };
}
