// How many samples each step looks at, which ones (by seed), and whether they are shuffled.

import { element, freshId } from "./dom.js";
import { numberField } from "./number-field.js";
import { switchField } from "./setting-field.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

const SEEDS = { code: "wholeNumber", lowest: 0, highest: Number.MAX_SAFE_INTEGER };

/** @param {Context} context @returns {Part} */
export function batchControl(context) {
  const { model, words, locked, player } = context;
  const change = (/** @type {Partial<import("./types.js").Experiment>} */ fields) => {
    player.pause();
    return model.change(fields);
  };
  const count = () => (model.main.simulation.samples()?.length ?? 0) / 2;
  const size = numberField({ label: words.say("control.batch"), words, accepted: { code: "wholeNumber", lowest: 1, highest: 1e4 }, apply: (batch) => change({ batch }) });
  const id = freshId("batch");
  const slider = element("input", { id, type: "range", class: "plain-range", min: 1, step: 1, oninput: () => change({ batch: Number(slider.value) }) });
  const seed = numberField({ label: words.say("control.seed"), words, accepted: SEEDS, apply: (value) => change({ seed: value }) });
  const another = element("button", { type: "button", text: words.say("control.anotherSeed"), onclick: () => change({ seed: ((model.experiment.seed ?? 0) + 1) % SEEDS.highest }) });
  const shuffle = switchField(words.say("control.shuffle"), (value) => change({ shuffle: value }));
  const box = element("fieldset", { class: "control batch", "data-control": "batch" },
    element("legend", { class: "control-label", text: words.say("control.batches") }),
    element("div", { class: "batch-size" }, size.element, element("label", { class: "visually-hidden", for: id, text: words.say("control.batchSlider") }), slider),
    element("div", { class: "fields" }, seed.element, another, shuffle.element));

  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment) return;
    const all = count();
    box.hidden = all === 0;
    const { batch = all, seed: seeded = 0, shuffle: shuffled = true } = model.experiment;
    size.showNumber(batch);
    slider.max = String(all);
    slider.value = String(batch);
    slider.setAttribute("aria-valuetext", words.say("control.batchValue", { batch, count: all }));
    seed.showNumber(seeded);
    shuffle.show(shuffled);
    const frozen = locked.has("batch");
    for (const part of [size, seed, shuffle]) part.disable(frozen);
    slider.disabled = another.disabled = frozen;
  };
  return { element: box, update };
}
