// Asks the kernels for maps of starts: the newest set-up counts, and one picture comes for each frame while it changes.

import { Kernels } from "../kernels.js";

/** @typedef {import("./types.js").BasinMap} BasinMap */
/** @typedef {import("../types.js").Experiment} Experiment */

/** Starts along each parameter, the finest first. */
const SIDES = [512, 256, 128, 64];
/** What a map may take while the reader drags, in milliseconds: a part of a frame. */
const SOON = 11;
/** Set-ups that follow each other faster than this many milliseconds are a drag. */
const DRAG = 250;

export class MapMaker {
  /** @param {(map: BasinMap) => void} made hears each map, the better ones of the same set-up too @param {(reason: unknown) => void} failed */
  constructor(made, failed) {
    this.kernels = new Kernels();
    this.made = made;
    this.failed = failed;
    /** @type {Experiment | undefined} */
    this.wanted = undefined;
    this.busy = false;
    this.stopping = new AbortController();
    /** Milliseconds that a sketch takes for each start. */
    this.pace = 0;
    this.asked = -Infinity;
    this.timer = 0;
  }

  /** The map of another experiment is wanted. @param {Experiment} experiment */
  ask(experiment) {
    const now = performance.now();
    const dragging = now - this.asked < DRAG;
    this.asked = now;
    this.wanted = experiment;
    clearTimeout(this.timer);
    this.stopping.abort();
    if (!this.busy) void this.#make(dragging);
  }

  /** Makes maps until the newest wish is met. @param {boolean} dragging */
  async #make(dragging) {
    this.busy = true;
    let quick = dragging;
    while (this.wanted) {
      const experiment = this.wanted;
      const side = quick ? this.#sideForDragging() : SIDES[0];
      this.wanted = undefined;
      this.stopping = new AbortController();
      const progress = (/** @type {BasinMap} */ map) => this.#hear(map);
      try {
        const map = await this.kernels.call("basinMap", [experiment, side, !quick], { progress, signal: this.stopping.signal });
        if (map) this.#hear(map);
      } catch (reason) {
        this.failed(reason);
      }
      if (quick && !this.wanted) this.timer = window.setTimeout(() => this.busy || this.ask(experiment), DRAG);
      quick = true;
    }
    this.busy = false;
  }

  /** @param {BasinMap} map */
  #hear(map) {
    if (map.ends.length > 1000) this.pace = map.took / map.ends.length;
    this.made(map);
  }

  /** The finest map that is soon enough. */
  #sideForDragging() {
    return SIDES.find((side) => side * side * this.pace < SOON) ?? SIDES.at(-1);
  }

  dispose() {
    clearTimeout(this.timer);
    this.wanted = undefined;
    this.kernels.dispose();
  }
}
