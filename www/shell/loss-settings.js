// The settings of a loss: each changes the run at once, and a scaled input keeps the line; alone for scenes that show only some.

import { Simulation } from "./core.js";
import { element } from "./dom.js";
import { entryOf } from "./names.js";
import { settingField } from "./setting-field.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Experiment} Experiment */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("../downhill.js").Loss} Loss */
/** @typedef {import("./setting-field.js").Field & { showOf(loss: Loss): void }} SettingField */

/** The settings that the scene's knobs name, as in `settings.residual`. @param {Context} context @returns {Part} */
export function lossSettings(context) {
  const { scene, model, locked } = context;
  const names = scene.knobs.filter((knob) => knob.startsWith("settings.")).map((knob) => knob.slice(9));
  const box = element("div", { class: "control settings fields", "data-control": "settings" });
  let shown = "";
  /** @type {SettingField[]} */
  let fields = [];
  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    const { loss } = model.experiment;
    if (loss.name !== shown) {
      shown = loss.name ?? "";
      fields = settingFields(context, (name) => names.includes(name));
      box.replaceChildren(...fields.map((field) => field.element));
    }
    for (const field of fields) {
      field.showOf(loss);
      field.disable(locked.has("settings"));
    }
  };
  return { element: box, update };
}

/** A field for each wanted setting of the present loss. @param {Context} context @param {(name: string) => boolean} wanted @returns {SettingField[]} */
export function settingFields(context, wanted) {
  const settings = entryOf(context.model.experiment.loss)?.settings ?? [];
  return settings.filter(({ name }) => wanted(name)).map((setting) => {
    const { name, default: usual } = setting;
    const field = settingField(setting, context, (value) => putSetting(context, name, value));
    return { ...field, showOf: (/** @type {any} */ loss) => field.show(loss[name] ?? usual) };
  });
}

/** Puts a value in the place of the present one. @param {Context} context @param {string} name @param {unknown} value @returns {Fault | undefined} */
export function putSetting({ model, player }, name, value) {
  player.pause();
  const { experiment } = model;
  // Until the page is drawn anew, the fields are still those of the loss before.
  if (!entryOf(experiment.loss)?.settings.some((setting) => setting.name === name)) return undefined;
  const loss = /** @type {any} */ ({ ...experiment.loss, [name]: value });
  return name === "standardize" ? model.change({ loss, start: sameLine(experiment, loss) }) : model.change({ loss });
}

/**
 * The start from which a model is the same straight line when its input is scaled in another way: what the core predicts
 * at 0 and 1 tells how both see the input.
 * @param {Experiment} experiment @param {Loss} loss
 */
function sameLine(experiment, loss) {
  const [before, after] = [predictions(experiment), predictions({ ...experiment, loss, start: [0, 1] })];
  const w = (before[1] - before[0]) / (after[1] - after[0]);
  const start = [before[0] - w * after[0], w].map((value) => Number(value.toPrecision(6)));
  return start.every(Number.isFinite) ? start : experiment.start;
}

/** What the model predicts at 0 and 1 with the parameters of the start. @param {Experiment} experiment @returns {[number, number]} */
function predictions(experiment) {
  const simulation = new Simulation({ ...experiment, steps: 0 });
  const [at0 = NaN, at1 = NaN] = simulation.predict(0, Float64Array.of(0, 1)) ?? [];
  simulation.free();
  return [at0, at1];
}
