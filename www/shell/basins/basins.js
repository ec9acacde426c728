// Which start ends where: a map below the curve or the contours, and the same in words, how many starts end in which minimum.

import { element, write } from "../dom.js";
import { failure } from "../faults.js";
import { minimaOf } from "../names.js";
import { same } from "../plain.js";
import { ELSEWHERE, FLOWN, MapCanvas } from "./map-canvas.js";
import { MapMaker } from "./maker.js";

/** @typedef {import("../types.js").Context} Context */
/** @typedef {import("../types.js").Part} Part */
/** @typedef {import("./types.js").BasinMap} BasinMap */

/** Most minima that are told one by one. */
const MOST_TOLD = 8;

/** @param {Context} context @returns {Part} */
export function basins(context) {
  const { model, words } = context;
  const list = element("ul");
  const state = element("p", { class: "basin-state" });
  const box = element("section", { class: "control basins", "data-control": "basins", "aria-label": words.say("basins.title") },
    element("p", { class: "control-label", text: words.say("basins.title") }), list, state);
  /** @type {MapCanvas[]} */
  const canvases = [];
  /** What the map in the making is of. @type {object | undefined} */
  let subject;
  /** @type {{ frame: number[], minima: number[][], losses: number[], steps: number } | undefined} */
  let facts;
  /** What waits until somebody sees a figure. @type {import("../types.js").Experiment | undefined} */
  let waiting;
  const maker = new MapMaker(show, (reason) => write(state, failure(words, "basins.failed", reason)));

  /** @param {BasinMap} map */
  function show(map) {
    if (!facts || !box.isConnected) return;
    const { frame, minima, losses, steps } = facts;
    for (const canvas of canvases) if (fits(canvas)) canvas.show(map, frame, minima);
    tell(list, map, minima, losses, words);
    write(state, words.say(map.certain ? "basins.certain" : "basins.sketch", { starts: words.numbers.whole(map.ends.length), steps: words.numbers.whole(steps) }));
    box.toggleAttribute("data-certain", map.certain);
    box.removeAttribute("aria-busy");
  }

  const fits = (/** @type {MapCanvas} */ { drawing }) => (drawing.kind === "curve") === (model.experiment.start.length === 1);

  /** @param {import("../types.js").Changes} changes */
  function update(changes) {
    if (!ready || !changes.experiment) return;
    const { experiment, simulation } = model.main;
    const { start, seed, ...rest } = experiment;
    const next = { ...rest, dimension: start.length };
    if (same(subject ?? {}, next)) return;
    subject = next;
    const minima = minimaOf(simulation);
    const known = minima.length > 0 && start.length <= 2;
    for (const canvas of canvases) {
      canvas.canvas.hidden = !known;
      canvas.drawing.options({ overMap: known });
    }
    list.hidden = !known;
    if (!known) return void write(state, words.say("basins.none"));
    facts = { frame: Array.from(simulation.frame), minima, losses: minima.map((point) => simulation.value(Float64Array.from(point))), steps: experiment.steps };
    box.setAttribute("aria-busy", "true");
    box.removeAttribute("data-certain");
    waiting = experiment;
    askIfSeen();
  }

  function askIfSeen() {
    if (!waiting || !canvases.some(({ drawing }) => drawing.visible)) return;
    maker.ask(waiting);
    waiting = undefined;
  }

  /** One map for each figure of one or two parameters. */
  function lay() {
    for (const { drawing } of context.figures()) {
      if (!drawing || !["curve", "contour"].includes(drawing.kind)) continue;
      canvases.push(new MapCanvas(drawing));
      drawing.drawn.add(askIfSeen);
    }
  }

  // The figures are there as soon as the scene is whole.
  let ready = false;
  queueMicrotask(() => {
    ready = true;
    lay();
    update({ experiment: true, step: true, playing: true, view: true });
  });

  const dispose = () => {
    maker.dispose();
    for (const canvas of canvases) canvas.dispose();
  };
  return { element: box, update, dispose };
}

/**
 * Says how many of the starts end where.
 * @param {HTMLElement} list @param {BasinMap} map @param {number[][]} minima @param {number[]} losses @param {import("../types.js").Words} words
 */
function tell(list, { ends }, minima, losses, words) {
  const counts = new Uint32Array(256);
  for (const end of ends) counts[end] = /** @type {number} */ (counts[end]) + 1;
  const share = (/** @type {number} */ count) => shareOf(count / ends.length, words);
  const told = minima.map((_, index) => index).sort((a, b) => /** @type {number} */ (counts[b]) - /** @type {number} */ (counts[a])).slice(0, MOST_TOLD).sort((a, b) => a - b);
  /** @type {[string | number, string][]} */
  const rows = told.map((index) => [index % 8, words.say("basins.minimum", {
    number: index + 1,
    point: words.numbers.point(minima[index] ?? [], 3),
    loss: words.numbers.short(Math.abs(losses[index] ?? 0) < 1e-9 ? 0 : losses[index] ?? 0, 3),
    share: share(counts[index] ?? 0),
  })]);
  const rest = minima.map((_, index) => index).filter((index) => !told.includes(index));
  if (rest.length > 0) rows.push(["rest", words.say("basins.rest", { count: rest.length, share: share(rest.reduce((sum, index) => sum + (counts[index] ?? 0), 0)) })]);
  if (counts[FLOWN]) rows.push(["flown", words.say("basins.flown", { share: share(counts[FLOWN]) })]);
  if (counts[ELSEWHERE]) rows.push(["elsewhere", words.say("basins.elsewhere", { share: share(counts[ELSEWHERE]) })]);
  while (list.children.length > rows.length) list.lastChild?.remove();
  rows.forEach(([colour, text], index) => {
    const item = list.children[index] ?? list.appendChild(element("li", {}, element("span", { class: "swatch", "aria-hidden": "true" }), element("span")));
    const [swatch, said] = item.children;
    swatch?.setAttribute("data-colour", String(colour));
    if (said) write(said, text);
  });
}

/** A share as a percentage without false precision: never 0 % for some nor 100 % for not quite all. @param {number} share @param {import("../types.js").Words} words */
function shareOf(share, words) {
  const percent = share > 0 && share < 1 ? Math.min(Math.max(Math.round(100 * share), 1), 99) : 100 * share;
  return words.numbers.whole(percent);
}
