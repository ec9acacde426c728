// What a scene is set to: its own beginning, the host's configuration on top of it, the reader's changes on top of both; and all of it as parameters.

import { beginning } from "./course.js";
import { frozen } from "./locks.js";
import { toQuery, writeParameter } from "./parameters.js";
import { pageAddress } from "./places.js";
import { chosen, same } from "./plain.js";
import { complete } from "./state.js";

/** @typedef {import("./types.js").Fault} Fault */
/** @typedef {import("./types.js").Known} Known */
/** @typedef {import("./types.js").Experiment} Experiment */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./types.js").ViewOptions} ViewOptions */
/** @typedef {import("./state.js").Values} Values */

/** Parameters of the host that a copied link carries on. */
const CARRIED = ["hide", "lock", "lang", "theme"];

export class Setup {
  /**
   * @param {Scene} scene
   * @param {Pick<import("./parts.js").ModelKind, "values" | "apply">} kind how the model's state is read and written
   * @param {import("./player.js").Player} player
   * @param {{ config: Values, faults: Fault[], known: Known, viewed: () => void }} given the host's configuration, what receives its faults, and what to call when scale or angles change
   */
  constructor(scene, kind, player, { config, faults, known, viewed }) {
    this.scene = scene;
    this.kind = kind;
    this.player = player;
    this.model = player.model;
    this.config = config;
    this.known = known;
    this.viewed = viewed;
    /** @type {string | undefined} */
    this.preset = undefined;
    /** @type {ViewOptions} */
    this.options = { logScale: scene.logScale ?? false, angles: undefined };
    faults.push(...this.begin());
    this.original = this.state();
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

  /** Gives up what the reader has changed. */
  restart() {
    Object.assign(this.options, { logScale: this.scene.logScale ?? false, angles: undefined });
    this.begin();
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
    this.viewed();
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

  /** Whether nothing of it has been changed but the step. */
  isOriginal() {
    return Object.keys(this.texts(true)).every((name) => name === "step" || name === "scene");
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
