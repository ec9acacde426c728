// The map of starts in the worker: first its sketch, then, piece by piece, what is in doubt.

import { Basins } from "../downhill-kernels.js";

/** @typedef {import("../shell/basins/types.js").BasinMap} BasinMap */

/** Milliseconds of work between two pauses, in which a newer call may come. */
const PIECE = 12;
/** Side of a map whose starts are followed one by one. */
const COARSE = 128;
/** A sketch that takes longer than this many milliseconds is not decided start by start at that size. */
const DEAR = 300;

/**
 * @param {import("../shell/types.js").Experiment} experiment
 * @param {number} side how many starts there are along each parameter, at most
 * @param {boolean} whole whether the starts in doubt are decided, too
 * @returns {Generator<BasinMap, BasinMap>}
 */
export function* basinMap(experiment, side, whole) {
  const begin = performance.now();
  let map = new Basins(experiment, side, side);
  const drawn = map.sketch();
  const took = performance.now() - begin;
  if (drawn && !whole) return finished(map, took, false);
  if (drawn) yield told(map, took, false);
  const alone = experiment.start.length === 1;
  if (!alone && (drawn ? took > DEAR : side > COARSE)) {
    map.free();
    const smaller = drawn ? side / 2 : COARSE;
    map = new Basins(experiment, smaller, smaller);
    map.sketch();
  }
  try {
    while (!worked(map)) yield told(map, took, false);
    return told(map, took, true);
  } finally {
    map.free();
  }
}

/** Decides for one piece of time; whether nothing is left in doubt. @param {Basins} map */
function worked(map) {
  const end = performance.now() + PIECE;
  while (performance.now() < end) if (map.decide(64)) return true;
  return false;
}

/** @param {Basins} map @param {number} took @param {boolean} certain @returns {BasinMap} */
function told(map, took, certain) {
  const [width = 0, height = 0] = map.size();
  return { width, height, ends: map.ends(), took, certain };
}

/** @param {Basins} map @param {number} took @param {boolean} certain */
function finished(map, took, certain) {
  const answer = told(map, took, certain);
  map.free();
  return answer;
}
