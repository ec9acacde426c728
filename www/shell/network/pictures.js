// The nudges of every layer as pictures, or the weights themselves: one colour up, another down.

import { MANY } from "../../digits/size.js";
import { element, freshId } from "../dom.js";
import { channels } from "./digit.js";

/** @typedef {import("./model.js").NetworkModel} NetworkModel */

const LAYERS = [0, 1, 2];
/** @type {import("./types.js").View["over"][]} */
const OVER = ["one", "batch", "many"];

/** @param {string} kind @param {import("../types.js").Context} context @returns {import("../types.js").FigurePart} */
export function nudgesFigure(kind, context) {
  const { words } = context;
  const model = /** @type {NetworkModel} */ (context.model);
  const id = freshId("over");
  const choice = element("select", { id, onchange: () => model.look({ over: OVER[choice.selectedIndex] ?? "many", from: 0 }) },
    ...OVER.map((over) => element("option", { value: over, text: words.say(`network.over.${over}`, { count: words.numbers.whole(MANY) }) })));
  const weights = element("button", { type: "button", class: "quiet", text: words.say("network.weights"), onclick: () => model.look({ weights: !model.looking.weights }) });
  const canvases = LAYERS.map(() => element("canvas", { "aria-hidden": "true" }));
  const stage = element("div", { class: "stage layers", "data-kind": kind },
    ...LAYERS.map((layer) => element("div", { class: "layer", "data-layer": layer }, element("p", { text: words.say(`network.layer.${layer}.picture`) }), canvases[layer])));
  const legend = element("ul", { class: "chart-legend" },
    ...["up", "down"].map((way) => element("li", {}, element("span", { class: "swatch", "data-way": way }), words.say(`network.${way}`))));
  const node = element("figure", { class: "figure", "data-kind": kind },
    element("figcaption", {}, element("span", { class: "figure-name", text: words.say("figure.nudges") }), weights),
    element("div", { class: "over" }, element("label", { for: id, text: words.say("network.over") }), choice, legend),
    stage,
    element("p", { class: "note", text: words.say("network.pictures") }));
  /** @type {import("./types.js").Answer | undefined} */
  let painted;
  const update = () => {
    const { answer, looking } = model;
    weights.setAttribute("aria-pressed", String(looking.weights));
    choice.value = looking.over;
    if (answer === painted) return;
    painted = answer;
    answer?.pictures.forEach((picture, layer) => paint(canvases[layer], picture));
  };
  /** @param {import("../downhill-core.js").Look} look */
  const style = (look) => {
    const colours = [look.marbles[1] ?? "", look.paper, look.marbles[6] ?? "", look.grid];
    model.look({ palette: colours.flatMap(channels) });
  };
  return { kind, element: node, update, style };
}

/** @param {HTMLCanvasElement | undefined} canvas @param {import("./types.js").Picture} picture */
function paint(canvas, { width, data }) {
  if (!canvas) return;
  const height = data.length / 4 / width;
  if (canvas.width !== width) Object.assign(canvas, { width, height });
  canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
}
