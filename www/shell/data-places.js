// Where samples are on the screen, and which sample would stand at a place: as exact as the screen, no more.

import { rowsOf } from "./data-rows.js";
import { roundNumber } from "./rate-scale.js";

/** @typedef {import("./panels.js").Drawing} Drawing */
/** @typedef {import("./data-rows.js").Row} Row */

/** Pixels that an arrow key crosses, at most. */
const PRESS = 5;

/** Where an arrow key takes a sample: a round step along the axis, or to the label above or below. @param {Row} row @param {[number, number]} arrow @param {Drawing} drawing @param {boolean} labels @returns {Row} */
export function pressed([x, y], arrow, drawing, labels) {
  const [across, up] = perPixel(drawing).map((unit) => roundNumber(PRESS * unit));
  const there = labels && arrow[1] !== 0 ? Math.max(arrow[1], 0) : rounded(y + arrow[1] * (up ?? 1), up ?? 1);
  return [rounded(x + arrow[0] * (across ?? 1), across ?? 1), labels && arrow[1] === 0 ? y : there];
}

/** The sample that would stand at a spot, in numbers as fine as the screen. @param {Drawing} drawing @param {[number, number]} spot @returns {Row | undefined} */
export function rowAt(drawing, [left, top]) {
  const [x, y] = drawing.panel.pick(left, top) ?? [];
  if (x === undefined || y === undefined) return undefined;
  const [across = 1, up = 1] = perPixel(drawing).map(roundNumber);
  return [rounded(x, across), rounded(y, up)];
}

/** What a pixel is worth along each axis. @param {Drawing} drawing */
function perPixel({ panel, width, height }) {
  const [from, to] = [0, 10].map((pixels) => panel.pick(width / 2 + pixels, height / 2 - pixels));
  return [0, 1].map((axis) => Math.abs((to?.[axis] ?? 1) - (from?.[axis] ?? 0)) / 10);
}

/** @param {number} value @param {number} unit */
const rounded = (value, unit) => Number((Math.round(value / unit) * unit).toPrecision(12));

/** @param {Drawing} drawing @param {Row | undefined} row */
export const placeOf = (drawing, row) => row && drawing.panel.project(Float64Array.from(row));

/** The number of the sample next to a spot, or −1 if there is none within reach. @param {Drawing} drawing @param {import("./run-state.js").RunState} model @param {[number, number]} spot @param {number} reach */
export function nearest(drawing, model, [left, top], reach) {
  const distances = rowsOf(model).map((row) => {
    const [x = Infinity, y = Infinity] = placeOf(drawing, row) ?? [];
    return Math.hypot(x - left, y - top);
  });
  const least = Math.min(...distances);
  return least <= reach ? distances.indexOf(least) : -1;
}
