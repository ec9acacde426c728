// The method: which optimizer, and the settings it has besides the learning rate.

import { optimizerList } from "./core.js";
import { known } from "./course.js";
import { element, freshId } from "./dom.js";
import { numberField } from "./number-field.js";
import { complete } from "./state.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** @param {Context} context @param {boolean} choice whether another optimizer may be chosen @returns {Part} */
export function optimizerControl(context, choice) {
  const { model, words, locked } = context;
  const id = freshId("optimizer");
  const select = element("select", { id }, ...optimizerList().map(({ name }) => element("option", { value: name, text: words.say(`optimizer.${name}`) })));
  const settings = element("div", { class: "fields" });
  const rule = element("p", { class: "rule" });
  /** @type {Map<string, ReturnType<typeof numberField>>} */
  let fields = new Map();
  let shown = "";

  select.addEventListener("change", () => {
    const { learningRate } = model.experiment.optimizer;
    const optimizer = { name: select.value, learningRate: select.value === "newton" ? 1 : learningRate };
    model.attempt(complete({ ...model.experiment, optimizer }, known()));
  });

  const rebuild = (/** @type {string} */ name) => {
    shown = name;
    const own = optimizerList().find((info) => info.name === name)?.settings.filter((setting) => !setting.name.startsWith("learningRate")) ?? [];
    fields = new Map(own.map(({ name: setting, lowest, highest }) => [setting, numberField({
      label: words.say(`setting.${setting}`),
      words,
      accepted: { code: "number", lowest, highest },
      apply: (value) => model.change({ optimizer: { ...model.experiment.optimizer, [setting]: value } }),
    })]));
    settings.replaceChildren(...[...fields.values()].map((field) => field.element));
    rule.textContent = words.say(`rule.${name}`);
  };

  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    const { optimizer } = model.experiment;
    if (optimizer.name !== shown) rebuild(optimizer.name);
    select.value = optimizer.name;
    select.disabled = locked.has("optimizer");
    box.hidden = !choice && fields.size === 0;
    for (const [setting, field] of fields) {
      field.showNumber(Number(optimizer[setting]));
      field.disable(locked.has("optimizer"));
    }
  };
  const chooser = choice ? element("div", { class: "field" }, element("label", { for: id, class: "control-label", text: words.say("control.optimizer") }), select) : undefined;
  const box = element("div", { class: "control optimizer", "data-control": "optimizer" }, chooser, settings, rule);
  return { element: box, update };
}
