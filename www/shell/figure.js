// One figure: a drawing with its name, its handle and its own small switches.

import { element, listen, write } from "./dom.js";
import { icon } from "./icons.js";
import { handleOf } from "./keyboard.js";
import { formulaOf } from "./names.js";
import { Drawing } from "./panels.js";
import { listenToPointer } from "./pointer.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").PanelKind} PanelKind */

/** How many parameters a loss must have for a panel to show it. @type {Record<string, number>} */
export const DIMENSION = { curve: 1, surface: 2, contour: 2 };

/**
 * @param {PanelKind} kind
 * @param {Context} context
 * @param {[number, number]} [runs] those it shows, from the first to before the second number
 * @returns {import("./types.js").FigurePart & { drawing: Drawing }}
 */
export function figure(kind, context, runs) {
  const { words, model, view } = context;
  const drawing = new Drawing(kind, context, runs);
  const name = element("span", { class: "figure-name" });
  const head = element("figcaption", {}, name);
  const node = element("figure", { class: "figure", part: `figure ${kind}`, "data-kind": kind }, head, drawing.stage);
  /** @type {(() => void) | undefined} */
  let updateHandle;
  let updateView = () => {};
  if (kind === "lossCurve") {
    const { button, update } = scaleSwitch(drawing, context);
    head.append(button);
    updateView = update;
  } else {
    const { handle, update } = handleOf(drawing, context);
    updateHandle = update;
    listenToPointer(drawing, handle, context);
  }
  if (kind === "curve") drawing.options({ tangent: false, arrow: false, ...context.scene.curve });
  if (kind === "contour" && context.scene.contour) drawing.options(context.scene.contour);
  if (kind === "surface") {
    head.append(turnSwitch(drawing, context));
    const usual = drawing.angles;
    updateView = () => drawing.lookFrom(view.angles ?? usual);
  }
  const update = (/** @type {import("./types.js").Changes} */ changes) => {
    if (changes.view) updateView();
    const fits = (DIMENSION[kind] ?? model.experiment.start.length) === model.experiment.start.length;
    node.hidden = !fits;
    if (!fits) return;
    drawing.update(changes);
    if (!changes.experiment) return;
    write(name, nameOf(kind, drawing.runs[0] ?? model.main, words));
    updateHandle?.();
  };
  return { kind, element: node, drawing, update, dispose: () => drawing.dispose() };
}

/** What a figure is called; some losses have a name of their own that says where they are lowest. @param {string} kind @param {import("./types.js").Run} run @param {import("./types.js").Words} words */
function nameOf(kind, { experiment, simulation }, words) {
  const own = `figure.${kind}.${experiment.loss.name}`;
  const minimum = words.has(own) ? words.numbers.point(simulation.minima()) : "";
  return words.sayFirst([own, `figure.${kind}`], { formula: formulaOf(experiment.loss), minimum });
}

/** Linear or logarithmic. @param {Drawing} drawing @param {Context} context */
function scaleSwitch(drawing, { words, view, viewed }) {
  const button = element("button", { type: "button", class: "quiet", text: words.say("figure.logScale") });
  listen(button, "click", () => {
    view.logScale = !view.logScale;
    viewed();
  });
  const update = () => {
    if (button.getAttribute("aria-pressed") === String(view.logScale)) return;
    button.setAttribute("aria-pressed", String(view.logScale));
    drawing.options({ logScale: view.logScale });
  };
  return { button, update };
}

/** On touch screens turning is entered on purpose, so that a swipe over the figure scrolls the page. @param {Drawing} drawing @param {Context} context */
function turnSwitch(drawing, { words }) {
  const button = element("button", { type: "button", class: "quiet touch-only", "aria-pressed": "false" }, icon("turn"), words.say("figure.turn"));
  listen(button, "click", () => {
    const turning = drawing.stage.classList.toggle("turning");
    button.setAttribute("aria-pressed", String(turning));
  });
  return button;
}
