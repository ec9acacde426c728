// Plays a run from step to step; asks for animation frames only while it plays.

import { unlessLost } from "./core-lost.js";

/** @typedef {import("./run-state.js").RunState} RunState */

/** Steps in a second of a short run. */
const PACE = 6;
/** Longest a run takes, in seconds. */
const LONGEST = 6;
/** Longest stretch made up for at once, in seconds, where frames are slow. */
const CATCH_UP = 0.1;
/** After so many seconds without a frame nobody has been looking, as in a hidden tab: only so many steps are made up for. */
const UNSEEN = { seconds: 1, steps: 10 };

export class Player {
  /** @param {RunState} model */
  constructor(model) {
    this.model = model;
    this.frame = 0;
    this.before = 0;
  }

  /** From the current step, or from the start if the run is over; with reduced motion straight to the end. */
  run() {
    const { model } = this;
    if (model.playing || model.last === 0) return;
    if (model.position >= model.last) model.go(0);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
      model.go(model.last);
      return;
    }
    this.before = performance.now();
    model.setPlaying(true);
    this.frame = requestAnimationFrame((now) => unlessLost(() => this.tick(now)));
  }

  /** Stops where it is. */
  halt() {
    cancelAnimationFrame(this.frame);
    this.model.setPlaying(false);
  }

  /** Stops on a whole step. */
  pause() {
    if (!this.model.playing) return;
    this.halt();
    this.model.go(Math.ceil(this.model.position - 1e-9));
  }

  /** @param {number} count */
  move(count) {
    this.pause();
    this.model.go(this.model.step + count);
  }

  /** @param {number} step */
  goTo(step) {
    this.pause();
    this.model.go(step);
  }

  /** @param {number} now */
  tick(now) {
    const { model } = this;
    const seconds = Math.max((now - this.before) / 1000, 0);
    this.before = now;
    const steps = Math.min(seconds, CATCH_UP) * Math.max(PACE, model.last / LONGEST);
    model.go(model.position + (seconds > UNSEEN.seconds ? Math.min(steps, UNSEEN.steps) : steps));
    if (model.position >= model.last) this.pause();
    else this.frame = requestAnimationFrame((later) => unlessLost(() => this.tick(later)));
  }
}
