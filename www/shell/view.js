// A scene on the page: its figures, controls and readings, brought up to date once per frame.

import { comparison } from "./comparison.js";
import { element } from "./dom.js";
import { figure } from "./figure.js";
import { oncePerFrame } from "./frames.js";
import { live } from "./live.js";
import { freeze } from "./locks.js";
import { lookOf, watchTheme } from "./look.js";
import { marbles } from "./marbles.js";
import { wordsForAxes } from "./names.js";
import { watchPixelRatio } from "./panels.js";
import { controlsOf, figuresOf, modelOf, readingsOf, remarksOf } from "./parts.js";
import { presets } from "./presets.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("./types.js").FigurePart} FigurePart */
/** @typedef {import("./types.js").Changes} Changes */
/** @typedef {import("./types.js").PanelKind} PanelKind */

export class SceneView {
  /** @param {Context} context @param {(changes: Changes) => void} updated called after each update */
  constructor(context, updated) {
    this.context = context;
    this.updated = updated;
    /** @type {Changes} */
    this.changes = { experiment: true, step: true, playing: true, view: true };
    this.frame = oncePerFrame(() => this.update());
    this.axes = "";
    const { scene, words, hidden, model } = context;
    this.figures = figuresOf(scene).map(({ kind, runs, make }) => make?.(kind, context, runs) ?? figure(/** @type {PanelKind} */ (kind), context, runs));
    const sentence = (modelOf(scene)?.live ?? live)(context);
    context.announce = sentence.announce;
    const choices = hidden.has("presets") || scene.presets.length === 0 ? [] : [this.make("presets", presets)];
    const runs = scene.marbles ? marbles(context) : comparison(context);
    /** @type {Part[]} */
    this.parts = [...choices, sentence, runs];
    this.spoken = element("div", { class: "spoken", part: "live" }, sentence.element, ...(scene.notes ?? []).map((note) => element("p", { class: "note", text: words.say(`note.${note}`) })));
    this.desk = element("div", { class: "desk", part: "controls" });
    this.readings = element("div", { class: "readings", part: "readings" }, runs.element);
    /** Pieces by name that have been made. @type {Map<string, Part>} */
    this.made = new Map();
    this.complete();
    const [main, others] = placed(this.figures, scene);
    const nodes = (/** @type {Part[]} */ parts) => parts.map((part) => part.element);
    this.element = element("div", { class: "scene", role: "group", "data-scene": scene.id, "data-layout": scene.layout ?? "below", part: "scene", "aria-label": words.sayFirst([`scene.${scene.id}`, "scene.other"]) },
      ...nodes(choices),
      element("div", { class: "columns" },
        element("div", { class: "main" }, ...nodes(main)),
        this.spoken,
        this.desk,
        element("div", { class: "others" }, ...nodes(others)),
        this.readings));
    model.listen((change) => {
      this.changes[change] = true;
      this.frame.request();
    });
    this.stopWatching = [watchTheme(() => this.restyle()), watchPixelRatio(() => this.figures.forEach(({ drawing }) => drawing?.measure()))];
  }

  /** Makes the controls, readings and remarks that are known by now, each in its place; called again when more have come. */
  complete() {
    const { context } = this;
    this.fill(this.desk, "control", controlsOf(context));
    this.fill(this.readings, "reading", readingsOf(context));
    this.fill(this.spoken, "remark", remarksOf(context));
  }

  /** @param {HTMLElement} place @param {string} sort @param {[string, import("./parts.js").Maker][]} makers */
  fill(place, sort, makers) {
    // Remarks stand before the sentence, readings after the list of runs.
    let before = sort === "reading" ? undefined : place.firstChild ?? undefined;
    for (const [name, make] of makers) {
      const key = `${sort} ${name}`;
      let part = this.made.get(key);
      if (!part) {
        part = sort === "remark" ? make(this.context) : this.make(name, make);
        this.made.set(key, part);
        this.parts.push(part);
        place.insertBefore(part.element, before ?? null);
        part.update({ experiment: true, step: true, playing: true, view: true });
      }
      before = sort === "reading" ? undefined : part.element.nextSibling ?? undefined;
    }
  }

  /** The names under which hosts hide and freeze what is known by now. */
  get names() {
    const all = { ...this.context, hidden: new Set() };
    const first = this.context.scene.presets.length > 0 ? ["presets"] : [];
    return [...first, ...[...controlsOf(all), ...readingsOf(all)].map(([name]) => name)];
  }

  /** A piece under the name by which hosts hide, freeze and style it. @param {string} name @param {import("./parts.js").Maker} make */
  make(name, make) {
    const { context } = this;
    const part = make(context);
    part.element.setAttribute("part", `control ${name}`);
    return context.locked.has(name) ? freeze(part, context.words) : part;
  }

  /** Brings everything up to date and draws. */
  update() {
    const { changes } = this;
    this.changes = { experiment: false, step: false, playing: false, view: false };
    const axes = wordsForAxes(this.context.model.experiment).join();
    if (axes !== this.axes) this.restyle();
    this.axes = axes;
    const any = changes.experiment || changes.step || changes.playing;
    if (any) for (const part of this.parts) part.update(changes);
    for (const { update, drawing } of this.figures) {
      if (any || changes.view) update(changes);
      drawing?.draw();
    }
    if (any || changes.view) this.updated(changes);
  }

  /** The scale or the angles are no longer what they were. */
  viewed() {
    this.changes.view = true;
    this.frame.request();
  }

  /** Takes the colours and the font in force. */
  restyle() {
    const look = lookOf(this.element, this.context);
    for (const { drawing, style } of this.figures) {
      drawing?.style(look);
      style?.(look);
    }
    this.frame.request();
  }

  /** Goes on with another instance of the core, at once. */
  again() {
    for (const { drawing, again } of this.figures) {
      drawing?.again();
      again?.();
    }
    this.changes = { experiment: true, step: true, playing: true, view: true };
    this.frame.cancel();
    this.update();
  }

  dispose() {
    this.frame.cancel();
    for (const stop of this.stopWatching) stop();
    for (const part of [...this.parts, ...this.figures]) part.dispose?.();
    this.element.remove();
  }
}

/**
 * The figures that lead, one for each number of parameters or a pair of one kind, or as many as stand side by side; and the others.
 * @param {FigurePart[]} figures @param {import("./types.js").Scene} scene @returns {[FigurePart[], FigurePart[]]}
 */
function placed(figures, { layout }) {
  const kinds = figures.map(({ kind }) => kind);
  const leads = kinds.includes("curve") && !kinds.includes("surface") ? ["curve", "contour"] : ["curve", "surface"];
  const leading = figures.filter(({ kind }) => leads.includes(kind));
  const main = leading.length > 0 ? leading : figures.slice(0, layout === "pairs" ? 2 : 1);
  return [main, figures.filter((each) => !main.includes(each))];
}
