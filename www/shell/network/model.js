// The model of a scene that trains the network: settings and step as in every scene; what they lead to comes from the worker.

import { Kernels } from "../kernels.js";
import { RunState } from "../run-state.js";

/** @typedef {import("../types.js").Experiment} Experiment */
/** @typedef {import("../types.js").Fault} Fault */
/** @typedef {import("./types.js").Answer} Answer */

/** Digits for training. */
export const TRAINING = 9000;
/** Longest training, in steps. */
const MOST_STEPS = 100_000;
/** While it plays, what is shown changes this often at most, in milliseconds: more is not seen, and the page has other things to do. */
const SHOWN_EVERY = 60;
/** Images that are worked through before the page is told how far it is. */
const IMAGES_AT_ONCE = 20_000;

export class NetworkModel extends RunState {
  /** @param {import("../types.js").Scene} scene */
  constructor(scene) {
    super(scene);
    this.kernels = new Kernels();
    /** @type {import("./types.js").Arrival} */
    this.arrival = { state: "waiting", share: 0, code: "" };
    /** @type {import("./types.js").View} */
    this.looking = { digit: 0, over: "many", weights: false, order: "size", from: 0, palette: [] };
    /** What the worker said last. @type {Answer | undefined} */
    this.answer = undefined;
    this.shownAt = 0;
    this.stale = false;
    this.busy = false;
    this.ended = false;
  }

  /** @override @param {Experiment} experiment @returns {Fault | undefined} */
  attempt(experiment) {
    const fault = faultIn(experiment);
    if (fault) return fault;
    const atEnd = this.runs.length > 0 && this.position > 0 && this.position >= this.last;
    const { steps } = experiment;
    const runs = [{ experiment, simulation: { steps }, settled: false }];
    Object.assign(this, { runs, position: atEnd ? steps : Math.min(this.position, steps) });
    this.changed("experiment");
    return undefined;
  }

  /** Looks at something else. @param {Partial<import("./types.js").View>} view */
  look(view) {
    Object.assign(this.looking, view);
    this.changed("step");
  }

  /** Fetches the digits, once; after a failure again. */
  async load() {
    if (this.arrival.state === "loading" || this.arrival.state === "ready") return;
    this.arrive({ state: "loading", share: 0 });
    const progress = (/** @type {number} */ share) => this.arrive({ share });
    if ((await this.call("networkDigits", [], { progress })) !== undefined) this.arrive({ state: "ready" });
  }

  /** @override @param {import("../run-state.js").Change} change */
  changed(change) {
    super.changed(change);
    if (this.position > 0) void this.load();
    this.stale = true;
    void this.follow();
  }

  /** Asks the worker until its answer is that of the settings, the step and the view in force. */
  async follow() {
    if (this.busy || this.arrival.state !== "ready") return;
    this.busy = true;
    while (this.stale && !this.ended) {
      this.stale = false;
      const answer = /** @type {Answer | undefined} */ (await this.call("networkAt", [this.request()]));
      if (!answer) break;
      this.stale ||= answer.step !== this.step;
      const now = performance.now();
      if (this.playing && now - this.shownAt < SHOWN_EVERY) continue;
      this.shownAt = now;
      this.answer = answer;
      super.changed("step");
    }
    this.busy = false;
  }

  /** @returns {import("./types.js").Request} */
  request() {
    const { seed = 0, batch = 1, optimizer } = this.experiment;
    const most = Math.ceil(IMAGES_AT_ONCE / batch);
    return { seed, batch, rate: optimizer.learningRate ?? 0, step: this.step, most, look: this.looking };
  }

  /** Whether the last answer is that of the settings and the step in force. */
  get settled() {
    return this.answer !== undefined && !this.stale && !this.busy;
  }

  /** @override */
  free() {
    this.ended = true;
    this.kernels.dispose();
  }

  /** A call of the worker; nothing if it failed or the scene has been closed. @param {string} name @param {unknown[]} args @param {import("../kernels.js").CallOptions} [options] */
  async call(name, args, options) {
    try {
      return await this.kernels.call(name, args, options);
    } catch (reason) {
      // The worker names what is wrong with the digits; anything else is the worker itself.
      const code = reason instanceof Error ? "worker" : /** @type {{ code: string }} */ (reason).code;
      this.arrive({ state: "failed", code, reason });
      return undefined;
    }
  }

  /** @param {Partial<import("./types.js").Arrival>} news */
  arrive(news) {
    if (this.ended) return;
    Object.assign(this.arrival, news);
    super.changed("step");
    this.stale = true;
    void this.follow();
  }
}

/** What of an experiment the network cannot be trained with. @param {Experiment} experiment @returns {Fault | undefined} */
function faultIn({ loss, optimizer, steps, seed, batch }) {
  const fault = (/** @type {string} */ field, /** @type {unknown} */ given, /** @type {import("../types.js").Accepted} */ accepted) => ({ field, given: String(given), accepted });
  const whole = (/** @type {unknown} */ value, /** @type {number} */ lowest, /** @type {number} */ highest) => Number.isInteger(value) && Number(value) >= lowest && Number(value) <= highest;
  const { learningRate } = optimizer;
  if (loss.name !== "network") return fault("loss", loss.name ?? loss.expression, { code: "oneOf", names: ["network"] });
  if (optimizer.name !== "gradientDescent") return fault("optimizer", optimizer.name, { code: "oneOf", names: ["gradientDescent"] });
  if (typeof learningRate !== "number" || !(learningRate >= 0 && learningRate <= 1e6)) return fault("optimizer.learningRate", learningRate, { code: "number", lowest: 0, highest: 1e6 });
  if (!whole(batch, 1, TRAINING)) return fault("batch", batch, { code: "wholeNumber", lowest: 1, highest: TRAINING });
  if (!whole(seed, 0, Number.MAX_SAFE_INTEGER)) return fault("seed", seed, { code: "wholeNumber", lowest: 0, highest: Number.MAX_SAFE_INTEGER });
  if (!whole(steps, 0, MOST_STEPS)) return fault("steps", steps, { code: "wholeNumber", lowest: 0, highest: MOST_STEPS });
  return undefined;
}
