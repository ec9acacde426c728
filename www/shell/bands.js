// The bands of the learning rate: which rates crawl, settle, zigzag and diverge where the curvature is what it is.

/** @typedef {import("./types.js").Stability} Stability */
/** @typedef {"crawl" | "settle" | "zigzag" | "diverge"} Band */
/** @typedef {Band | "oneStep" | "bounce" | "free" | "rescaled"} Regime */

/** A rate crawls if a step shortens the distance by less than this share in the steepest direction. */
const CRAWL = 0.05;

/** @type {Band[]} */
export const BANDS = ["crawl", "settle", "zigzag", "diverge"];

/**
 * Where each band begins and ends; without a limit everything is one band without a name.
 * @param {Stability} stability
 * @returns {{ band: Band | "free", from: number, to: number }[]}
 */
export function bandsOf({ monotoneBelow, divergesAbove }) {
  if (!Number.isFinite(divergesAbove)) return [{ band: "free", from: 0, to: Infinity }];
  const edges = [0, CRAWL * monotoneBelow, monotoneBelow, divergesAbove, Infinity];
  return BANDS.map((band, index) => ({ band, from: edges[index] ?? 0, to: edges[index + 1] ?? Infinity }));
}

/**
 * What a rate does. Exactly on a border it lands in one step or bounces for ever.
 * @param {number} rate
 * @param {Stability} stability
 * @returns {Regime}
 */
export function regimeOf(rate, stability) {
  if (!Number.isFinite(stability.divergesAbove)) return "free";
  if (near(rate, stability.divergesAbove)) return "bounce";
  if (near(rate, stability.monotoneBelow)) return "oneStep";
  return bandsOf(stability).find(({ to }) => rate < to)?.band ?? "diverge";
}

/** @param {number} a @param {number} b */
function near(a, b) {
  return Math.abs(a - b) <= 1e-9 * Math.abs(b);
}
