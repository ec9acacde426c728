// One opening of a scene: model, player and view, the host's configuration they began with, and the state as parameters.

import { beginning, sceneOf, scenes } from "./course.js";
import { frozen } from "./locks.js";
import { newsOf } from "./news.js";
import { modelOf } from "./parts.js";
import { toQuery, writeParameter } from "./parameters.js";
import { pageAddress } from "./places.js";
import { chosen, same } from "./plain.js";
import { Player } from "./player.js";
import { RunState } from "./run-state.js";
import { applyValues, complete, valuesOf } from "./state.js";
import { SceneView } from "./view.js";

/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Known} Known */
/** @typedef {import("./types.js").Experiment} Experiment */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./state.js").Values} Values */
/** @typedef {import("./news.js").Event} Event */

/** Parameters of the host that a copied link carries on. */
const CARRIED = ["hide", "lock", "lang", "theme"];

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
    this.known = known;
    this.config = values;
    this.scene = /** @type {Scene} */ (sceneOf(values["scene"]) ?? scenes[0]);
    /** What the scene is about: runs of the core, unless it names another model. */
    this.kind = modelOf(this.scene) ?? RUNS;
    this.model = this.kind.make(this.scene);
    this.player = new Player(this.model);
    /** @type {string | undefined} */
    this.preset = undefined;
    /** @type {import("./types.js").ViewOptions} */
    this.options = { logScale: this.scene.logScale ?? false, angles: undefined };
    faults.push(...this.begin());
    this.original = this.state();
    /** @type {import("./types.js").Context} */
    const context = {
      scene: this.scene, model: this.model, player: this.player, words,
      hidden: new Set(values["hide"]), locked: new Set(values["lock"]), view: this.options,
      refresh: () => this.view.frame.request(),
      viewed: () => this.view.viewed(),
      announce: () => {},
      link: () => this.link(),
      figures: () => this.view.figures,
      restart: () => this.restart(),
      isOriginal: () => Object.keys(this.texts(true)).every((name) => name === "step" || name === "scene"),
      choosePreset: (id) => this.keepFrozen(() => this.choose(id)),
      keepFrozen: (action) => this.keepFrozen(action),
    };
    const news = this.kind.news(this.model);
    /** The state of the last picture that came about whole. */
    this.good = this.snapshot();
    this.view = new SceneView(context, (changes) => {
      this.good = this.snapshot();
      updated(news(changes));
    });
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

  snapshot() {
    const { experiment, companions, colour, step } = this.model;
    return { experiment, companions, colour, step, preset: this.preset, options: { ...this.options } };
  }

  /** Goes on with another instance of the core where the last whole picture was, or begins anew. @param {boolean} fromTheBeginning */
  again(fromTheBeginning) {
    const { model, good } = this;
    this.player.halt();
    model.forget();
    if (fromTheBeginning) this.restart();
    else {
      const { experiment, companions, colour, step, preset, options } = good;
      this.preset = preset;
      Object.assign(this.options, options);
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

  /** The state as the host has configured it. @returns {Fault[]} */
  begin() {
    const faults = [];
    const { preset, challenge } = this.config;
    if (challenge !== undefined) faults.push({ field: "challenge", given: challenge, accepted: { code: "practice" } });
    if (preset !== undefined && !this.scene.presets.some(({ id }) => id === preset)) {
      faults.push({ field: "preset", given: preset, accepted: { code: "oneOf", names: this.scene.presets.map(({ id }) => id) } });
    }
    this.choose(preset);
    /** What each parameter is when the host says nothing. */
    this.usual = this.state();
    return [...faults, ...this.apply(this.config)];
  }

  /** The scene's own beginning, or that of one of its presets. @param {string | undefined} id */
  choose(id) {
    this.player.pause();
    this.preset = this.scene.presets.some((preset) => preset.id === id) ? id : undefined;
    const { experiment, others, step } = beginning(this.scene, this.preset);
    this.model.position = 0;
    this.model.colour = 0;
    const companions = others.map((override, index) => ({ override: filled(override, experiment, this.known), settled: false, colour: index + 1 }));
    this.model.attempt(complete(experiment, this.known), companions);
    this.model.go(step === "end" ? this.model.last : step);
  }

  /** @param {Values} values @returns {Fault[]} */
  apply(values) {
    if (values["scale"]) this.options.logScale = values["scale"] === "log";
    if (values["view"]) this.options.angles = values["view"];
    this.view?.viewed();
    return this.kind.apply(this.model, values, this.known);
  }

  /** A student's state on top of the host's, which does not touch what is frozen. @param {Values} values @returns {Fault[]} */
  restore(values) {
    const locked = frozen(this.config["lock"] ?? []);
    const free = chosen(values, (name) => !locked.includes(name));
    if (this.scene.presets.some(({ id }) => id === free["preset"])) this.keepFrozen(() => this.choose(free["preset"]));
    return this.apply(free);
  }

  /** Does what a reader asks for, and puts back what of it the host has frozen, as far as it still fits. @template T @param {() => T} action */
  keepFrozen(action) {
    const locked = frozen(this.config["lock"] ?? []);
    const kept = chosen(this.state(), (name) => locked.includes(name) && name !== "step");
    const result = action();
    if (locked.length > 0) this.kind.apply(this.model, kept, this.known);
    return result;
  }

  /** New settings from the host; one that it has taken back is again what the scene begins with. @param {string[]} names @param {Values} values @returns {Fault[]} */
  configure(names, values) {
    for (const name of names) delete this.config[name];
    Object.assign(this.config, values);
    const taken = names.filter((name) => !(name in values));
    this.clear(taken.filter((name) => !(name in (this.usual ?? {}))));
    const faults = this.apply({ ...chosen(this.usual ?? {}, (name) => taken.includes(name)), ...values });
    for (const name of names) delete this.original[name];
    Object.assign(this.original, chosen(this.state(), (name) => names.includes(name)));
    return faults;
  }

  /** Without settings that the scene itself does not begin with. @param {string[]} names */
  clear(names) {
    if (names.includes("scale")) this.options.logScale = false;
    if (names.includes("view")) this.options.angles = undefined;
    const { model } = this;
    const experiment = structuredClone(model.experiment);
    if (names.includes("stop")) delete experiment.stop;
    if (names.includes("seed")) delete experiment.seed;
    if (names.includes("beta")) delete experiment.optimizer["momentum"];
    const next = complete(experiment, this.known);
    const companions = model.companions.filter(({ settled }) => !settled || !names.includes("marbles"));
    if (!same(next, model.experiment) || companions.length !== model.companions.length) model.attempt(next, companions);
  }

  /** @param {Experiment} experiment */
  set(experiment) {
    this.player.pause();
    return this.model.attempt(experiment, []);
  }

  restart() {
    Object.assign(this.options, { logScale: this.scene.logScale ?? false, angles: undefined });
    this.begin();
  }

  /** @returns {Values} */
  state() {
    return { scene: this.scene.id, ...(this.preset && { preset: this.preset }), ...this.kind.values(this.model, this.options) };
  }

  /** The state as texts, all of it or what is no longer as it was opened. @param {boolean} onlyChanges @returns {Record<string, string>} */
  texts(onlyChanges) {
    const state = this.state();
    const names = Object.keys(state).filter((name) => !onlyChanges || !same(state[name], this.original[name]));
    return Object.fromEntries(names.map((name) => [name, writeParameter(name, state[name])]));
  }

  /** The address under which this state opens again. */
  link() {
    const carried = chosen(this.config, (name) => CARRIED.includes(name));
    const texts = Object.fromEntries(Object.entries(carried).map(([name, value]) => [name, writeParameter(name, value)]));
    const url = pageAddress();
    url.search = toQuery({ ...this.texts(false), ...texts });
    return url.href;
  }
}

/** A run's differences; its optimizer with every setting that it does not take over from the main run. @param {import("./types.js").Override} override @param {Experiment} experiment @param {Known} known */
function filled(override, experiment, known) {
  if (!override.optimizer) return override;
  const main = complete(experiment, known).optimizer;
  const every = Object.entries(complete({ ...experiment, ...override }, known).optimizer);
  const own = every.filter(([name]) => name in (override.optimizer ?? {}) || !(name in main));
  return { ...override, optimizer: { name: override.optimizer.name, ...Object.fromEntries(own) } };
}
