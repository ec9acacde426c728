// One opening of an activity, which the element treats like any other session.

import { chosen } from "./plain.js";

/** @typedef {import("./types.js").ActivityContext} ActivityContext */
/** @typedef {import("./types.js").Desk} Desk */
/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Known} Known */
/** @typedef {import("./news.js").Event} Event */
/** @typedef {import("./labels.js").Words} Words */
/** @typedef {import("./state.js").Values} Values */
/** @typedef {(words: Words, values: Values, faults: Fault[], known: Known, updated: (events: Event[]) => void) => ActivitySession} Opener */

export class ActivitySession {
  /**
   * @param {import("./types.js").Scene} scene
   * @param {(context: ActivityContext) => Desk} open
   * @param {Words} words
   * @param {Values} values the host's configuration
   * @param {Fault[]} faults receives what of it cannot be used
   * @param {Known} known
   * @param {(events: Event[]) => void} updated
   */
  constructor(scene, open, words, values, faults, known, updated) {
    this.words = words;
    this.config = values;
    this.id = scene.id;
    this.desk = open({ scene, words, values, known, faults, changed: () => updated([]), emit: (type, detail) => updated([{ type, detail }]) });
    this.element = this.desk.element;
    this.original = this.desk.texts?.() ?? {};
  }

  /** An activity has no run that plays. */
  get playing() {
    return false;
  }

  /** Nothing of an activity can be hidden or frozen. @returns {string[]} */
  get controls() {
    return [];
  }

  /** An activity is about no single experiment. @returns {import("./types.js").Experiment | undefined} */
  get experiment() {
    return undefined;
  }

  /** @param {import("./types.js").Experiment} _experiment @returns {Fault | undefined} */
  set(_experiment) {
    return undefined;
  }

  start() {
    this.desk.start?.();
  }

  restyle() {
    this.desk.restyle?.();
  }

  close() {
    this.desk.close();
  }

  /** Its figures go on by themselves. @param {boolean} _fromTheBeginning */
  again(_fromTheBeginning) {}

  /** What it was like, for whoever looks into what went wrong. */
  get details() {
    return this.desk.texts?.() ?? {};
  }

  complete() {}
  /** @param {number} _count */
  step(_count) {}
  run() {}
  reset() {}

  /** @param {Values} values @returns {Fault[]} */
  restore(values) {
    return this.desk.restore?.(values) ?? [];
  }

  /** @param {string[]} names @param {Values} values @returns {Fault[]} */
  configure(names, values) {
    for (const name of names) delete this.config[name];
    Object.assign(this.config, values);
    return this.desk.configure?.(names, values) ?? [];
  }

  /** The state as texts, all of it or what is no longer as it was opened. @param {boolean} onlyChanges @returns {Record<string, string>} */
  texts(onlyChanges) {
    const texts = { scene: this.id, ...this.desk.texts?.() };
    return chosen(texts, (name, text) => !onlyChanges || (name !== "scene" && text !== this.original[name]));
  }
}
