// The method: which optimizer, and the settings it has besides the learning rate.

import { optimizerList } from "./core.js";
import { known } from "./course.js";
import { element, freshId, listen, write } from "./dom.js";
import { numberField } from "./number-field.js";
import { without } from "./plain.js";
import { complete } from "./state.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** The setting of gradient descent that most runs do without. */
const DECAY = "learningRateDecay";

/** @param {Context} context @param {boolean} choice whether another optimizer may be chosen @returns {Part} */
export function optimizerControl(context, choice) {
  const { model, words, locked, scene } = context;
  const id = freshId("optimizer");
  const select = element("select", { id }, ...optimizerList().map(({ name }) => element("option", { value: name, text: words.say(`optimizer.${name}`) })));
  const settings = element("div", { class: "fields" });
  const rule = element("p", { class: "rule" });
  /** @type {Map<string, ReturnType<typeof numberField>>} */
  let fields = new Map();
  let shown = "";

  listen(select, "change", () => {
    const { learningRate } = model.experiment.optimizer;
    const optimizer = { name: select.value, learningRate: select.value === "newton" ? 1 : learningRate };
    model.attempt(complete({ ...model.experiment, optimizer }, known()));
  });

  /** A decay of the learning rate is shown where it is in force or may be chosen. @param {import("./types.js").Optimizer} optimizer */
  const decays = (optimizer) => choice || scene.knobs.includes("decay") || Number(optimizer[DECAY] ?? 0) !== 0;

  const rebuild = (/** @type {string} */ name, /** @type {boolean} */ decaying) => {
    const wanted = (/** @type {string} */ setting) => setting !== "learningRate" && (setting !== DECAY || decaying);
    const own = optimizerList().find((info) => info.name === name)?.settings.filter((setting) => wanted(setting.name)) ?? [];
    fields = new Map(own.map(({ name: setting, lowest, highest }) => [setting, numberField({
      label: words.say(`setting.${setting}`),
      words,
      accepted: { code: "number", lowest, highest },
      apply: (value) => model.change({ optimizer: withSetting(model.experiment.optimizer, setting, value) }),
    })]));
    settings.replaceChildren(...[...fields.values()].map((field) => field.element));
  };

  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    const { optimizer } = model.experiment;
    const wanted = `${optimizer.name} ${decays(optimizer)}`;
    if (wanted !== shown) rebuild(optimizer.name, decays(optimizer));
    shown = wanted;
    write(rule, words.say(optimizer[DECAY] ? `rule.${optimizer.name}.decay` : `rule.${optimizer.name}`));
    select.value = optimizer.name;
    select.disabled = locked.has("optimizer");
    box.hidden = !choice && fields.size === 0;
    for (const [setting, field] of fields) {
      field.showNumber(Number(optimizer[setting] ?? 0));
      field.disable(locked.has("optimizer"));
    }
  };
  const chooser = choice ? element("div", { class: "field" }, element("label", { for: id, class: "control-label", text: words.say("control.optimizer") }), select) : undefined;
  const box = element("div", { class: "control optimizer", "data-control": "optimizer" }, chooser, settings, rule);
  return { element: box, update };
}

/** The optimizer with another setting; without a decay it has none at all, as it is written everywhere. @param {import("./types.js").Optimizer} optimizer @param {string} setting @param {number} value */
function withSetting(optimizer, setting, value) {
  if (setting === DECAY && value === 0) return /** @type {import("./types.js").Optimizer} */ (without(optimizer, DECAY));
  return { ...optimizer, [setting]: value };
}
