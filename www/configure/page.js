// The configurator: choices on one side, the scene as it will be beside them, and what to copy.

import { challenges, optimizers, ready, scenes } from "../downhill.js";
import { element, write } from "../shell/dom.js";
import { fromQuery, PARAMETERS, toQuery } from "../shell/parameters.js";
import { chosen } from "../shell/plain.js";
import { controlTable } from "./controls.js";
import { choice, textField } from "./fields.js";
import { result } from "./results.js";
import { frameOf, linkOf, tagOf } from "./snippets.js";
import { wordsFor } from "./words.js";

/** The parameters that are written as text, in the order in which they are given. */
const TEXTS = ["loss", "alpha", "beta", "start", "steps", "step", "stop", "batch", "seed"];
const THEMES = ["light", "dark", "projector"];
/** Room for the edges of a frame, in CSS pixels, and the steps in which its height is given. */
const EDGE = 80;
const ROUND = 20;
const SITE = new URL("./", import.meta.url).href;

/** Opens the page; nothing of it can be used before. */
export async function openConfigurator() {
  const language = document.documentElement.lang || "en";
  try {
    const [say] = await Promise.all([wordsFor(language), ready()]);
    new Configurator(say).open();
  } catch {
    const say = await wordsFor(language).catch(() => String);
    document.querySelector("main")?.prepend(element("p", { class: "notice", role: "alert", text: say("failed") }));
  }
}

class Configurator {
  /** @param {import("./words.js").Say} say */
  constructor(say) {
    this.say = say;
    const changed = () => this.changed();
    this.scene = choice(say("scene"), scenes().map(({ id, title }) => [id, title]), () => this.chosen());
    this.challenge = choice(say("challenge"), [["", say("challenge.all")], ...challenges().map(({ id, title }) => /** @type {[string, string]} */ ([id, title]))], changed);
    this.preset = choice(say("preset"), [], changed);
    this.theme = choice(say("theme"), [["", say("theme.none")], ...THEMES.map((theme) => /** @type {[string, string]} */ ([theme, say(`theme.${theme}`)]))], changed);
    this.language = textField(say("lang"), changed);
    this.optimizer = choice(say("optimizer"), [["", say("optimizer.none")], ...optimizers().map(({ name }) => /** @type {[string, string]} */ ([name, name]))], changed);
    /** Every field by its parameter, in the order in which they are written. @type {Record<string, import("./fields.js").Field>} */
    this.fields = { scene: this.scene, preset: this.preset, challenge: this.challenge };
    for (const name of TEXTS) this.fields[name] = textField(say(name), changed);
    Object.assign(this.fields, { optimizer: this.optimizer, lang: this.language, theme: this.theme });
    /** What has no field of its own, written as in a link. */
    this.further = textField(say("further"), changed);
    this.controls = controlTable(say, changed);
    this.said = element("span", { class: "said", role: "status" });
    this.results = { tag: result("tag", say), frame: result("frame", say), link: result("link", say) };
    this.figure = document.createElement("downhill-scene");
    /** What the figure has been given. @type {Record<string, string>} */
    this.given = {};
    /** What of it cannot be used. @type {Set<string>} */
    this.wrong = new Set();
    /** Whether the rows of the controls are those of this scene. */
    this.offered = false;
  }

  /** Puts everything into the page. */
  open() {
    const { say, fields } = this;
    const inside = (/** @type {string} */ key, /** @type {(Node | undefined)[]} */ ...nodes) => element("fieldset", {}, element("legend", { text: say(key) }), ...nodes);
    const texts = TEXTS.map((name) => fields[name]?.element);
    const take = element("button", { type: "button", text: say("settings.take"), onclick: () => this.take() });
    const clear = element("button", { type: "button", class: "quiet", text: say("settings.clear"), onclick: () => this.clear() });
    this.settings = inside("settings", element("p", { class: "hint", text: say("settings.hint") }), element("div", { class: "fields" }, this.optimizer.element, ...texts), this.further.element, element("div", { class: "buttons" }, take, clear, this.said));
    const form = /** @type {HTMLFormElement} */ (document.querySelector("#choices"));
    form.append(this.scene.element, this.preset.element, this.challenge.element, this.settings, inside("look", element("div", { class: "fields" }, this.theme.element, this.language.element)), this.controls.element);
    form.addEventListener("submit", (event) => event.preventDefault());
    const preview = /** @type {HTMLElement} */ (document.querySelector("#preview"));
    preview.addEventListener("downhill-ready", () => this.opened());
    preview.addEventListener("downhill-error", (event) => {
      const { parameter, message } = /** @type {CustomEvent} */ (event).detail;
      if (!Object.hasOwn(PARAMETERS, parameter)) return;
      this.wrong.add(parameter);
      this.fieldOf(parameter).complain(message);
      this.show();
    });
    preview.append(this.figure);
    new ResizeObserver(() => this.show()).observe(preview);
    document.querySelector("#results")?.append(element("p", { class: "hint", text: say("result.hint") }), ...Object.values(this.results).map((each) => each.element));
    this.chosen();
  }

  /** Another scene: a figure of its own, with nothing set. */
  chosen() {
    const info = this.info();
    for (const name of [...TEXTS, "optimizer", "challenge"]) this.fields[name]?.show("");
    this.further.show("");
    this.preset.offer([["", this.say("preset.none")], ...(info?.presets ?? []).map(({ id, title }) => /** @type {[string, string]} */ ([id, title]))]);
    this.preset.element.hidden = !info?.presets.length;
    this.challenge.element.hidden = info?.id !== "practice";
    this.controls.offer([]);
    this.offered = false;
    const before = this.figure;
    this.figure = document.createElement("downhill-scene");
    this.given = {};
    this.changed();
    before.replaceWith(this.figure);
  }

  /** The figure stands, and says which controls it has. */
  opened() {
    if (this.offered || this.figure.getAttribute("scene") !== this.scene.read()) return;
    this.offered = true;
    const { controls } = this.figure;
    this.controls.offer(controls);
    if (this.settings) this.settings.hidden = controls.length === 0;
    this.show();
  }

  /** Puts a choice into force. */
  changed() {
    const parameters = this.parameters();
    for (const name of Object.keys(PARAMETERS)) {
      const text = parameters[name];
      if (text === this.given[name]) continue;
      this.fieldOf(name).complain("");
      this.wrong.delete(name);
      if (text === undefined) this.figure.removeAttribute(name);
      else this.figure.setAttribute(name, text);
    }
    this.given = parameters;
    write(this.said, "");
    this.show();
  }

  /** What was changed in the figure goes into the fields. */
  take() {
    const changes = this.figure.parameters(true);
    const further = fromQuery(this.further.read());
    for (const [name, text] of Object.entries(changes)) {
      if (this.fields[name]) this.fields[name].show(text);
      else further[name] = text;
    }
    this.further.show(toQuery(further));
    this.changed();
    write(this.said, this.say("settings.taken"));
  }

  clear() {
    for (const name of [...TEXTS, "optimizer", "preset"]) this.fields[name]?.show("");
    this.further.show("");
    this.changed();
    write(this.said, this.say("settings.cleared"));
  }

  /** What has been chosen, by parameter. @returns {Record<string, string>} */
  parameters() {
    /** @type {Record<string, string>} */
    const given = { ...Object.fromEntries(Object.entries(this.fields).map(([name, field]) => [name, field.read()])), hide: this.controls.read("hide"), lock: this.controls.read("lock") };
    const further = fromQuery(this.further.read());
    return Object.fromEntries(Object.keys(PARAMETERS).map((name) => [name, given[name] || further[name] || ""]).filter(([, text]) => text !== ""));
  }

  /** Where a parameter is given. @param {string} name */
  fieldOf(name) {
    return this.fields[name] ?? this.further;
  }

  info() {
    return scenes().find(({ id }) => id === this.scene.read());
  }

  /** Writes down what to copy. */
  show() {
    // Nobody is to copy what does not work.
    const parameters = chosen(this.parameters(), (name) => !this.wrong.has(name));
    const height = Math.ceil((this.figure.getBoundingClientRect().height + EDGE) / ROUND) * ROUND;
    this.results.tag.show(tagOf(parameters, SITE));
    this.results.frame.show(frameOf(parameters, SITE, this.info()?.title ?? "", height));
    this.results.link.show(linkOf(parameters, SITE));
  }
}
