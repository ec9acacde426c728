// The learning rate: a logarithmic slider painted with the bands of the current function, and a field for the exact number.

import { BANDS, bandsOf, regimeOf } from "./bands.js";
import { stability as stabilityAt } from "./core.js";
import { element, freshId, listen, mark, write } from "./dom.js";
import { entryOf, minimaOf } from "./names.js";
import { numberField } from "./number-field.js";
import { same } from "./plain.js";
import { PLACES, RateScale, roundNumber } from "./rate-scale.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** Methods for which curvature sets no limit anywhere. */
const RESCALING = ["adagrad", "rmsprop", "adam"];

/** @param {Context} context @returns {Part} */
export function learningRate(context) {
  const { model, words, locked } = context;
  const id = freshId("alpha");
  const slider = element("input", { id, type: "range", min: "0", max: PLACES, step: "1" });
  const track = element("div", { class: "bands", "aria-hidden": "true" }, ...BANDS.map((band) => element("span", { class: "band", "data-band": band })));
  const legend = element("ul", { class: "band-legend", "aria-label": words.say("bands.legend") });
  const regime = element("p", { class: "regime" });
  let scale = new RateScale(0.001, 10);
  let scaled = {};

  const change = (/** @type {number} */ learningRate) => model.change({ optimizer: { ...model.experiment.optimizer, learningRate } });
  const field = numberField({ label: words.say("control.alphaShort"), words, apply: change, accepted: { code: "number", lowest: 0, highest: 1e6 } });
  field.input.setAttribute("aria-label", words.say("control.alphaExact"));
  const current = () => model.experiment.optimizer.learningRate ?? 0;
  const use = (/** @type {number} */ rate) => field.report(change(rate));
  listen(slider, "input", () => use(scale.rate(Number(slider.value))));
  listen(slider, "keydown", (event) => {
    const rate = keyed(event.key, current(), scale);
    if (rate === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    use(rate);
  });

  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    if (!changes.experiment && !changes.step) return;
    // The scale stays while the start moves, or the slider would slip from under the finger.
    const { loss, optimizer } = model.experiment;
    if (!same(scaled, { loss, method: optimizer.name })) scale = scaleOf(context);
    scaled = { loss, method: optimizer.name };
    const rate = current();
    const { stability, place } = stabilityOf(context);
    const word = wordFor(rate, stability, model.experiment.optimizer.name);
    slider.value = String(scale.place(rate));
    mark(slider, "aria-valuetext", words.say("control.alphaValue", { alpha: rate, regime: words.say(`regime.${word}`) }));
    slider.disabled = locked.has("alpha");
    field.disable(locked.has("alpha"));
    field.showNumber(rate);
    paint(track, legend, scale, stability, words);
    write(regime, words.sayFirst([`regime.${word}.${loss.name}.sentence`, `regime.${place === "here" ? word : place}.sentence`], { regime: words.say(`regime.${word}`) }));
    mark(regime, "data-regime", place === "here" ? word : "free");
  };
  const box = element("div", { class: "control rate", "data-control": "alpha" },
    element("label", { for: id, class: "control-label", text: words.say("control.alpha") }),
    element("div", { class: "rate-row" }, element("div", { class: "rate-slider" }, track, slider), field.element),
    legend, regime);
  return { element: box, update };
}

/**
 * The limits at the current point; where the ground does not curve upwards, those at the end of the run, or at the
 * nearest minimum for a run that ends nowhere.
 * @param {Context} context
 * @returns {{ stability: import("./types.js").Stability, place: "here" | "elsewhere" | "nearest" }}
 */
function stabilityOf({ model }) {
  const { simulation, experiment, record } = model.main;
  const step = Math.min(model.step, simulation.steps);
  const stability = simulation.stability(step);
  if (Number.isFinite(stability.divergesAbove)) return { stability, place: "here" };
  if (simulation.outcome !== "diverged") {
    const atEnd = simulation.stability(simulation.steps);
    return Number.isFinite(atEnd.divergesAbove) ? { stability: atEnd, place: "elsewhere" } : { stability, place: "here" };
  }
  const size = experiment.start.length;
  const point = record().points.subarray(size * step, size * (step + 1));
  const far = (/** @type {number[]} */ minimum) => Math.hypot(...minimum.map((value, axis) => value - (point[axis] ?? 0)));
  const [nearest] = minimaOf(simulation).toSorted((a, b) => far(a) - far(b));
  return nearest ? { stability: stabilityAt(experiment, nearest), place: "nearest" } : { stability, place: "here" };
}

/** @param {number} rate @param {import("./types.js").Stability} stability @param {string} optimizer */
function wordFor(rate, stability, optimizer) {
  const regime = regimeOf(rate, stability);
  return regime === "free" && RESCALING.includes(optimizer) ? "rescaled" : regime;
}

/** The scale of a scene: its own, else round the limit at the start, else round the rate the loss is usually met with. @param {Context} context */
function scaleOf({ scene, model }) {
  const { experiment, simulation } = model.main;
  // Other settings of the same loss move the bands, not the scale.
  if (scene.rates && experiment.loss.name !== undefined && experiment.loss.name === scene.experiments[0].loss.name) return new RateScale(...scene.rates);
  const limit = simulation.stability(0).divergesAbove;
  const usual = entryOf(experiment.loss)?.learningRate ?? 0.1;
  const middle = Math.min(Math.max(Number.isFinite(limit) ? limit : 4 * usual, 1e-6), 1e5);
  return new RateScale(roundNumber(middle / 500), roundNumber(middle * 10));
}

/** @param {string} key @param {number} rate @param {RateScale} scale */
function keyed(key, rate, scale) {
  if (key === "ArrowRight" || key === "ArrowUp") return scale.next(rate, 1);
  if (key === "ArrowLeft" || key === "ArrowDown") return scale.next(rate, -1);
  if (key === "PageUp") return scale.next(rate, 1, 10);
  if (key === "PageDown") return scale.next(rate, -1, 10);
  if (key === "Home") return scale.lowest;
  return key === "End" ? scale.highest : undefined;
}

/**
 * @param {HTMLElement} track @param {HTMLElement} legend @param {RateScale} scale
 * @param {import("./types.js").Stability} stability @param {import("./types.js").Words} words
 */
function paint(track, legend, scale, stability, words) {
  const bands = bandsOf(stability);
  mark(track, "data-free", bands.length === 1 ? "" : undefined);
  legend.hidden = bands.length === 1;
  if (bands.length === 1) return;
  bands.forEach(({ band, from, to }, index) => {
    const segment = /** @type {HTMLElement} */ (track.children[index]);
    const [left, right] = [scale.share(from), scale.share(to)];
    segment.style.left = `${(100 * left).toFixed(2)}%`;
    segment.style.width = `${(100 * (right - left)).toFixed(2)}%`;
    const item = /** @type {HTMLElement} */ (legend.children[index] ?? legend.appendChild(legendItem(band)));

    const limits = band === "diverge" ? words.say("bands.above", { from: words.numbers.short(from, 3) }) : words.say("bands.below", { to: words.numbers.short(to, 3) });
    write(/** @type {Node} */ (item.lastChild), `${words.say(`band.${band}`)} ${limits}`);
  });
}

/** @param {string} band */
function legendItem(band) {
  return element("li", { "data-band": band }, element("span", { class: "swatch", "aria-hidden": "true" }), "");
}
