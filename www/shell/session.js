// One opening of a scene: its model, player, set-up and view, and how they go on when the core has come to its end.

import { sceneOf, scenes } from "./course.js";
import { newsOf } from "./news.js";
import { modelOf } from "./parts.js";
import { Player } from "./player.js";
import { RunState } from "./run-state.js";
import { Setup } from "./setup.js";
import { applyValues, valuesOf } from "./state.js";
import { SceneView } from "./view.js";

/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Known} Known */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./state.js").Values} Values */
/** @typedef {import("./news.js").Event} Event */

/** Runs of the core. */
const RUNS = {
  make: (/** @type {Scene} */ scene) => new RunState(scene),
  news: newsOf,
  values: valuesOf,
  apply: applyValues,
};

export class Session {
  /**
   * @param {import("./labels.js").Words} words
   * @param {Values} values the host's configuration
   * @param {Fault[]} faults receives what of it cannot be used
   * @param {Known} known
   * @param {(events: Event[]) => void} updated
   */
  constructor(words, values, faults, known, updated) {
    this.words = words;
    const scene = /** @type {Scene} */ (sceneOf(values["scene"]) ?? scenes[0]);
    // What the scene is about: runs of the core, unless it names another model.
    const kind = modelOf(scene) ?? RUNS;
    this.model = kind.make(scene);
    this.player = new Player(this.model);
    this.setup = new Setup(scene, kind, this.player, { config: values, faults, known, viewed: () => this.view?.viewed() });
    const news = kind.news(this.model);
    /** The state of the last picture that came about whole. */
    this.good = this.snapshot();
    this.view = new SceneView(this.context(scene), (changes) => {
      this.good = this.snapshot();
      updated(news(changes));
    });
  }

  /** What the parts of the view have to do with. @param {Scene} scene @returns {import("./types.js").Context} */
  context(scene) {
    const { setup, model, player, words } = this;
    return {
      scene, model, player, words,
      hidden: new Set(setup.config["hide"]), locked: new Set(setup.config["lock"]), view: setup.options,
      refresh: () => this.view.frame.request(),
      viewed: () => this.view.viewed(),
      announce: () => {},
      link: () => setup.link(),
      figures: () => this.view.figures,
      restart: () => setup.restart(),
      isOriginal: () => setup.isOriginal(),
      choosePreset: (id) => setup.keepFrozen(() => setup.choose(id)),
      keepFrozen: (action) => setup.keepFrozen(action),
    };
  }

  get element() {
    return this.view.element;
  }

  get experiment() {
    return structuredClone(this.model.experiment);
  }

  /** The names of its controls that are there by now, hidden ones included. */
  get controls() {
    return this.view.names;
  }

  get playing() {
    return this.model.playing;
  }

  /** Adds what the first figure could do without. */
  complete() {
    this.view.complete();
  }

  restyle() {
    this.view.restyle();
  }

  /** @param {number} count */
  step(count) {
    this.player.move(count);
  }

  run() {
    this.player.run();
  }

  reset() {
    this.player.goTo(0);
  }

  /** Shows the scene for the first time. */
  start() {
    this.view.update();
  }

  /** @param {import("./types.js").Experiment} experiment */
  set(experiment) {
    this.player.pause();
    return this.model.attempt(experiment, []);
  }

  /** A student's state on top of the host's. @param {Values} values */
  restore(values) {
    return this.setup.restore(values);
  }

  /** New settings from the host. @param {string[]} names @param {Values} values */
  configure(names, values) {
    return this.setup.configure(names, values);
  }

  /** The state as texts, all of it or what is no longer as it was opened. @param {boolean} onlyChanges */
  texts(onlyChanges) {
    return this.setup.texts(onlyChanges);
  }

  snapshot() {
    const { experiment, companions, colour, step } = this.model;
    const { preset, options } = this.setup;
    return { experiment, companions, colour, step, preset, options: { ...options } };
  }

  /** Goes on with another instance of the core where the last whole picture was, or begins anew. @param {boolean} fromTheBeginning */
  again(fromTheBeginning) {
    const { model, setup, good } = this;
    this.player.halt();
    model.forget();
    if (fromTheBeginning) setup.restart();
    else {
      const { experiment, companions, colour, step, preset, options } = good;
      setup.preset = preset;
      Object.assign(setup.options, options);
      Object.assign(model, { colour, position: step });
      model.attempt(experiment, companions);
    }
    this.view.again();
    // Others need not hear of it.
    if (this.element.matches(":focus-within")) this.view.context.announce(this.words.say("lost.restored"));
  }

  /** What it was like, for whoever looks into what went wrong. */
  get details() {
    return this.good;
  }

  /** Closes without asking anything of the core. */
  abandon() {
    this.player.halt();
    this.close();
  }

  close() {
    this.player.pause();
    this.view.dispose();
    this.model.free();
  }
}
