// The marble under the keyboard: a focusable handle over it, arrows to move it, Shift and arrows to turn the view, Space to let go.

import { element, mark } from "./dom.js";
import { wordsForAxes } from "./names.js";
import { nudge } from "./placing.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./panels.js").Drawing} Drawing */

/** Share of the frame that one key press crosses. */
const SMALL = 0.02;
const LARGE = 0.1;
const TURN = Math.PI / 24;

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * The handle of a figure: a slider over a curve, a labelled group over two parameters.
 * @param {Drawing} drawing
 * @param {Context} context
 */
export function handleOf(drawing, context) {
  const { words, model } = context;
  const handle = element("div", { class: "handle", tabindex: "0", onkeydown: (/** @type {KeyboardEvent} */ event) => key(event, drawing, context) });
  drawing.stage.append(handle);
  const update = () => {
    const { experiment, simulation } = model.main;
    const flat = experiment.start.length === 1;
    const loss = simulation.value(Float64Array.from(experiment.start));
    const axes = wordsForAxes(experiment);
    const facts = { names: axes.join(", "), point: words.numbers.point(experiment.start), loss: words.numbers.short(loss, 4) };
    mark(handle, "role", flat ? "slider" : "group");
    mark(handle, "aria-label", words.say(flat ? "handle.curve" : drawing.kind === "surface" ? "handle.surface" : "handle.contour", facts));
    const fixed = context.locked.has("start");
    mark(handle, "aria-disabled", fixed ? "true" : undefined);
    mark(handle, "aria-description", fixed ? words.say("control.locked") : undefined);
    mark(handle, "aria-valuemin", flat ? String(simulation.frame[0]) : undefined);
    mark(handle, "aria-valuemax", flat ? String(simulation.frame[1]) : undefined);
    mark(handle, "aria-valuenow", flat ? String(experiment.start[0]) : undefined);
    mark(handle, "aria-valuetext", flat ? words.say("handle.value", facts) : undefined);
  };
  drawing.drawn.add(() => follow(handle, drawing, context));
  return { handle, update };
}

/** Keeps the handle over the start. @param {HTMLElement} handle @param {Drawing} drawing @param {Context} context */
function follow(handle, drawing, { model }) {
  const start = Float64Array.from(model.experiment.start);
  const loss = drawing.runs[0]?.simulation.value(start) ?? NaN;
  const spot = drawing.panel.project(start.length === 1 ? Float64Array.of(...start, loss) : start);
  const [x = 0, y = 0] = spot ?? [drawing.width / 2, drawing.height / 2];
  const inside = (/** @type {number} */ value, /** @type {number} */ most) => Math.min(Math.max(value, 0), most);
  handle.style.translate = `${inside(x, drawing.width).toFixed(1)}px ${inside(y, drawing.height).toFixed(1)}px`;
}

/** @param {KeyboardEvent} event @param {Drawing} drawing @param {Context} context */
function key(event, drawing, context) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const arrow = ARROWS[event.key];
  if ((event.key === " " || event.key === "Enter") && !context.locked.has("transport")) {
    if (context.model.playing) context.player.pause();
    else context.player.run();
  } else if (arrow && event.shiftKey && drawing.kind === "surface") {
    drawing.turn(arrow[0] * TURN, -arrow[1] * TURN);
  } else if (context.locked.has("start")) {
    return;
  } else if (arrow) {
    move(arrow, SMALL, drawing, context);
  } else if (event.key === "PageUp" || event.key === "PageDown") {
    move(event.key === "PageUp" ? [1, 0] : [-1, 0], LARGE, drawing, context);
  } else {
    return;
  }
  event.preventDefault();
}

/** @param {[number, number]} arrow @param {number} share @param {Drawing} drawing @param {Context} context */
function move(arrow, share, drawing, context) {
  const { model, words } = context;
  if (model.experiment.start.length === 1) {
    nudge(context, [(arrow[0] || arrow[1]) * share]);
    return;
  }
  nudge(context, along(arrow, drawing, model.main).map((way) => way * share));
  const { experiment, simulation } = model.main;
  const loss = simulation.value(Float64Array.from(experiment.start));
  context.announce(words.say("handle.moved", { point: words.numbers.point(experiment.start), loss: words.numbers.short(loss, 4) }));
}

/** The axis, and the way along it, that the figure shows nearest to an arrow. @param {[number, number]} arrow @param {Drawing} drawing @param {import("./types.js").Run} run */
function along(arrow, drawing, { simulation: { frame } }) {
  if (drawing.kind !== "surface") return arrow;
  const centre = [0, 1].map((axis) => ((frame[2 * axis] ?? 0) + (frame[2 * axis + 1] ?? 0)) / 2);
  const from = drawing.panel.project(Float64Array.from(centre));
  /** @type {{ way: number[], agreement: number }} */
  let best = { way: arrow, agreement: -Infinity };
  for (const way of Object.values(ARROWS)) {
    const there = centre.map((value, axis) => value + (way[axis] ?? 0) * 0.1 * ((frame[2 * axis + 1] ?? 0) - (frame[2 * axis] ?? 0)));
    const to = drawing.panel.project(Float64Array.from(there));
    if (!from || !to) return arrow;
    const [dx, dy] = [(to[0] ?? 0) - (from[0] ?? 0), (from[1] ?? 0) - (to[1] ?? 0)];
    const agreement = (dx * arrow[0] + dy * arrow[1]) / Math.hypot(dx, dy || 1e-9);
    if (agreement > best.agreement) best = { way, agreement };
  }
  return best.way;
}
