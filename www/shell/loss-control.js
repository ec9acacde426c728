// The loss: one of the catalogue, its settings, or a function the reader types.

import { lossCatalogue } from "./core.js";
import { known } from "./course.js";
import { element, freshId, listen } from "./dom.js";
import { settingFields } from "./loss-settings.js";
import { textField } from "./number-field.js";
import { chooseLoss } from "./state.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("../downhill.js").Loss} Loss */

/** @param {Context} context @returns {Part} */
export function lossControl(context) {
  const { model, words, locked, player } = context;
  const id = freshId("loss");
  const select = element("select", { id }, ...groups(words), element("option", { value: "", text: words.say("loss.own") }));
  const settings = element("div", { class: "fields" });
  const choose = (/** @type {Loss} */ loss) => {
    player.pause();
    return locked.has("loss") ? undefined : context.keepFrozen(() => chooseLoss(model, loss, known()));
  };
  const typed = textField({ label: words.say("control.expression"), words, wide: true, code: true, apply: (text) => choose({ expression: text }) });
  listen(select, "change", () => {
    if (select.value) choose({ name: select.value });
    else typed.report(choose({ expression: typed.input.value.trim() || "x^2" }));
  });
  let shown = "";

  const rebuild = () => {
    const fields = settingFields(context, () => true);
    settings.replaceChildren(...fields.map((field) => field.element));
    return fields;
  };
  /** @type {ReturnType<typeof rebuild>} */
  let fields = [];

  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    const { loss } = model.experiment;
    const name = loss.name ?? "";
    if (name !== shown || (name && fields.length === 0)) fields = rebuild();
    shown = name;
    select.value = name;
    typed.element.hidden = name !== "";
    if (loss.expression !== undefined) typed.show(loss.expression);
    for (const field of fields) field.showOf(loss);
    const frozen = locked.has("loss");
    select.disabled = frozen;
    for (const field of [typed, ...fields]) field.disable(frozen);
  };
  const box = element("div", { class: "control loss", "data-control": "loss" },
    element("div", { class: "field" }, element("label", { for: id, class: "control-label", text: words.say("control.loss") }), select), settings, typed.element);
  return { element: box, update };
}

/** The catalogue by number of parameters. @param {import("./types.js").Words} words */
function groups(words) {
  return [1, 2].map((dimension) => element("optgroup", { label: words.say(`loss.dimension.${dimension}`) },
    ...lossCatalogue().filter((entry) => entry.dimension === dimension).map(({ name, formula }) =>
      element("option", { value: name, text: words.has(`loss.${name}`) ? words.say("loss.option", { name: words.say(`loss.${name}`), formula: shortFormula(formula) }) : formula }))));
}

/** @param {string} formula */
function shortFormula(formula) {
  return formula.length > 32 ? `${formula.slice(0, 30)}…` : formula;
}
