// How cost and accuracy went, on digits for training and on digits that are held out: one chart for each.

import { Chart } from "../core.js";
import { unlessLost } from "../core-lost.js";
import { element } from "../dom.js";
import { watchPixelRatio } from "../panels.js";

/** @typedef {import("./model.js").NetworkModel} NetworkModel */

/** Where a measurement holds the two lines of each chart, what its numbers are multiplied by, and the top of its axis. */
const CHARTS = {
  cost: { places: [1, 3], factor: 1, top: undefined },
  accuracy: { places: [2, 4], factor: 100, top: 100 },
};
/** Numbers of one measurement. */
const WIDTH = 5;

/** @param {string} kind @param {import("../types.js").Context} context @returns {import("../types.js").FigurePart} */
export function chartFigure(kind, context) {
  const { words } = context;
  const model = /** @type {NetworkModel} */ (context.model);
  const { places, factor, top } = CHARTS[/** @type {keyof typeof CHARTS} */ (kind)];
  const canvas = element("canvas", { "aria-hidden": "true" });
  const stage = element("div", { class: "stage", "data-kind": kind }, canvas);
  const legend = element("ul", { class: "chart-legend" },
    ...["training", "held"].map((line) => element("li", {}, element("span", { class: "swatch", "data-line": line }), words.say(`network.${line}`))));
  const node = element("figure", { class: "figure", "data-kind": kind },
    element("figcaption", {}, element("span", { class: "figure-name", text: words.say(`figure.${kind}`) }), legend), stage);
  let chart = new Chart(canvas, top);
  /** @type {{ answer?: import("./types.js").Answer | undefined, last?: number }} */
  let shown = {};

  const draw = () => {
    const marks = model.answer?.marks;
    if (!marks || canvas.width < 2) return;
    const column = (/** @type {number} */ place, times = 1) => Array.from({ length: marks.length / WIDTH }, (_, row) => times * (marks[row * WIDTH + place] ?? NaN));
    chart.set(Float64Array.from(column(0)), Float64Array.from(places.flatMap((place) => column(place, factor))), model.last);
    chart.draw();
  };
  const measure = () => {
    chart.resize(stage.clientWidth, stage.clientHeight, window.devicePixelRatio);
    draw();
  };
  const sizes = new ResizeObserver(() => unlessLost(measure));
  sizes.observe(stage);
  const stopWatching = watchPixelRatio(measure);
  /** @type {import("../downhill-core.js").Look | undefined} */
  let worn;
  /** @param {import("../downhill-core.js").Look} look */
  const style = (look) => {
    worn = look;
    chart.style({ ...look, words: { ...look.words, loss: words.say(`network.axis.${kind}`) } });
    draw();
  };
  const again = () => {
    chart = new Chart(canvas, top);
    if (worn) style(worn);
    measure();
  };
  const dispose = () => {
    sizes.disconnect();
    stopWatching();
    chart.free();
  };
  /** Draws only for other measurements or another end, not for every step asked for. */
  const update = () => {
    if (shown.answer === model.answer && shown.last === model.last) return;
    shown = { answer: model.answer, last: model.last };
    draw();
  };
  return { kind, element: node, update, style, again, dispose };
}
