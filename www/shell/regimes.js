// The map of the heavy ball's regimes: where α and β put each direction of the loss, with handles to drag both.

import { element, listen, mark, write } from "./dom.js";
import { hold } from "./holding.js";
import { Drawing } from "./panels.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./downhill-core.js").HeavyBall} HeavyBall */
/** @typedef {HeavyBall["directions"][number]} Direction */

/** The names of the regions, as the plot writes them, and the colours of their swatches. */
const REGIONS = ["settles", "rings", "alternates", "diverges"];

/** How far one key press moves along each axis of the map, and how far the map goes. */
const STEP = { product: 0.05, momentum: 0.01 };
const LARGE = 5;
const WIDEST = 4.2;
const MOST_MOMENTUM = 0.999;

/** @type {Record<string, [number, number]>} */
const KEYS = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
  PageUp: [LARGE, 0], PageDown: [-LARGE, 0], Home: [0, -LARGE], End: [0, LARGE],
};

/** @param {string} kind @param {Context} context @param {[number, number]} runs @returns {import("./types.js").FigurePart} */
export function regimesFigure(kind, context, runs) {
  const { words } = context;
  const drawing = new Drawing(/** @type {"regimes"} */ (kind), context, runs);
  const best = element("button", { type: "button", class: "quiet", text: words.say("regimes.best"), onclick: () => useBest(context) });
  const legend = element("ul", { class: "map-legend", "aria-hidden": "true" },
    ...REGIONS.map((region) => element("li", {}, element("span", { class: "swatch", "data-region": region }), words.say(`plot.${region}`))));
  const sentence = element("p", { class: "regimes-sentence" });
  const node = element("figure", { class: "figure", "data-kind": kind },
    element("figcaption", {}, element("span", { class: "figure-name", text: words.say("figure.regimes") }), best),
    drawing.stage, legend, sentence);
  const handles = [0, 1].map((index) => handleOf(index, drawing, context));
  listenToMap(drawing, handles, context);
  drawing.drawn.add(() => follow(handles, drawing, context));

  const update = (/** @type {import("./types.js").Changes} */ changes) => {
    const ball = ballOf(context);
    node.hidden = ball === undefined;
    drawing.update(changes);
    if (!ball || !changes.experiment) return;
    const sentences = ball.directions.map((direction) => sentenceOf(direction, context));
    write(sentence, sentences.join(" "));
    const movable = canMove(context);
    best.disabled = !ball.best || !movable.alpha || !movable.beta;
    handles.forEach((handle, index) => {
      handle.hidden = index >= sentences.length;
      mark(handle, "aria-label", words.say("handle.regimes", { sentence: sentences[index] }));
      mark(handle, "aria-disabled", movable.alpha || movable.beta ? undefined : "true");
    });
  };
  return { kind, element: node, drawing, update, dispose: () => drawing.dispose() };
}

/** Where the main run stands on the map; undefined for methods that have no place there. @param {Context} context @returns {HeavyBall | undefined} */
const ballOf = ({ model }) => model.main.simulation.heavyBall();

/** @param {Context} context */
function canMove({ model, locked }) {
  return { alpha: !locked.has("alpha"), beta: !locked.has("optimizer") && model.experiment.optimizer["momentum"] !== undefined };
}

/** @param {Direction} direction @param {Context} context */
function sentenceOf({ name, curvature, product, regime, criticalMomentum }, { words }) {
  const critical = words.numbers.short(criticalMomentum, 3);
  return words.say("regimes.direction", { name, curvature: words.numbers.short(curvature, 3), product: words.numbers.short(product, 3), regime: words.say(`regimes.${regime}`, { critical }) });
}

/** Puts a direction somewhere on the map. @param {Direction} direction @param {number} product @param {number} momentum @param {Context} context */
function move({ curvature }, product, momentum, context) {
  const { model, player } = context;
  const { alpha, beta } = canMove(context);
  const optimizer = { ...model.experiment.optimizer };
  if (alpha && curvature > 0) optimizer.learningRate = Number((Math.max(product, 0) / curvature).toPrecision(4));
  if (beta) optimizer["momentum"] = Number(Math.min(Math.max(momentum, 0), MOST_MOMENTUM).toFixed(3));
  player.pause();
  model.change({ optimizer });
}

/** The learning rate and the momentum that suit the slower of both directions best. @param {Context} context */
function useBest(context) {
  const [learningRate, momentum] = ballOf(context)?.best ?? [];
  if (learningRate === undefined || momentum === undefined) return;
  const { model, player } = context;
  player.pause();
  model.change({ optimizer: { ...model.experiment.optimizer, learningRate: Number(learningRate.toPrecision(4)), momentum: Number(momentum.toFixed(4)) } });
}

/** A focusable handle over one direction. @param {number} index @param {Drawing} drawing @param {Context} context */
function handleOf(index, drawing, context) {
  const handle = element("div", { class: "handle", role: "group", tabindex: "0" });
  listen(handle, "keydown", (event) => {
    const way = KEYS[event.key];
    const direction = ballOf(context)?.directions[index];
    if (!way || !direction || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move(direction, direction.product + way[0] * STEP.product, momentumOf(context) + way[1] * STEP.momentum, context);
    const moved = ballOf(context)?.directions[index];
    if (moved) context.announce(sentenceOf(moved, context));
  });
  drawing.stage.append(handle);
  return handle;
}

/** @param {Context} context */
const momentumOf = ({ model }) => Number(model.experiment.optimizer["momentum"] ?? 0);

/** Mouse and touch: a drag that begins on a handle takes it along; a mouse may press anywhere and takes the nearest one. @param {Drawing} drawing @param {HTMLElement[]} handles @param {Context} context */
function listenToMap(drawing, handles, context) {
  const { stage } = drawing;
  /** @type {{ id: number, index: number } | undefined} */
  let drag;
  const spotOf = (/** @type {PointerEvent} */ event) => {
    const box = stage.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const follow = (/** @type {PointerEvent} */ event) => {
    const [x = 0, y = 0] = spotOf(event);
    const spot = drawing.panel.pick(x, y);
    const direction = drag && ballOf(context)?.directions[drag.index];
    if (spot && direction) move(direction, spot[0] ?? 0, spot[1] ?? 0, context);
  };
  listen(stage, "pointerdown", (event) => {
    const mouse = event.pointerType === "mouse";
    const on = handles.findIndex((handle) => event.composedPath().includes(handle));
    if (event.button !== 0 || drag || (on < 0 && !mouse)) return;
    const index = on >= 0 ? on : nearest(handles, event);
    if (!hold(stage, event)) return;
    drag = { id: event.pointerId, index };
    if (mouse) event.preventDefault();
    handles[index]?.focus({ preventScroll: true });
    if (on < 0) follow(event);
  });
  listen(stage, "pointermove", (event) => {
    if (drag?.id === event.pointerId) follow(event);
  });
  const end = () => (drag = undefined);
  for (const ending of ["pointerup", "pointercancel", "lostpointercapture"]) stage.addEventListener(ending, end);
}

/** The handle whose place is nearest from left to right: both share their height. @param {HTMLElement[]} handles @param {PointerEvent} event */
function nearest(handles, event) {
  const far = handles.map((handle) => {
    const box = handle.getBoundingClientRect();
    return handle.hidden ? Infinity : Math.abs(box.left + box.width / 2 - event.clientX);
  });
  return far.indexOf(Math.min(...far));
}

/** Keeps the handles over their directions. @param {HTMLElement[]} handles @param {Drawing} drawing @param {Context} context */
function follow(handles, drawing, context) {
  ballOf(context)?.directions.forEach(({ product }, index) => {
    const spot = drawing.panel.project(Float64Array.of(Math.min(Math.max(product, 0), WIDEST), momentumOf(context)));
    const handle = handles[index];
    if (handle && spot) handle.style.translate = `${(spot[0] ?? 0).toFixed(1)}px ${(spot[1] ?? 0).toFixed(1)}px`;
  });
}
