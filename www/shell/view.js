// A scene on the page: its figures, controls and readings, brought up to date once per frame.

import { arithmetic } from "./arithmetic.js";
import { comparison } from "./comparison.js";
import { element } from "./dom.js";
import { figure } from "./figure.js";
import { oncePerFrame } from "./frames.js";
import { learningRate } from "./learning-rate.js";
import { live } from "./live.js";
import { lookOf, watchTheme } from "./look.js";
import { lossControl } from "./loss-control.js";
import { marbles } from "./marbles.js";
import { wordsForAxes } from "./names.js";
import { optimizerControl } from "./optimizer-control.js";
import { watchPixelRatio } from "./panels.js";
import { presets } from "./presets.js";
import { readouts } from "./readouts.js";
import { share } from "./share.js";
import { slopeWords } from "./slope-words.js";
import { startControl } from "./start-control.js";
import { stopControl } from "./stop-control.js";
import { table } from "./table.js";
import { transport } from "./transport.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("./types.js").Changes} Changes */
/** @typedef {import("./types.js").PanelKind} PanelKind */

const DRAWINGS = ["curve", "surface", "contour", "lossCurve"];

/** The controls by name, in the order in which every scene has them. @type {[string, (context: Context) => Part][]} */
const CONTROLS = [
  ["loss", lossControl],
  ["start", startControl],
  ["alpha", learningRate],
  ["optimizer", (context) => optimizerControl(context, context.scene.knobs.includes("optimizer"))],
  ["steps", stopControl],
  ["transport", transport],
  ["share", share],
];
/** The controls of every scene, whatever its knobs. */
const ALWAYS = ["alpha", "optimizer", "transport", "share"];

/** The readings by name. @type {[string, (context: Context) => Part][]} */
const READINGS = [["readouts", readouts], ["arithmetic", arithmetic], ["table", table]];

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
    const shown = (/** @type {string} */ name) => !hidden.has(name);
    this.figures = scene.panels.filter((kind) => DRAWINGS.includes(kind)).map((kind) => figure(/** @type {PanelKind} */ (kind), context));
    const sentence = live(context);
    context.announce = sentence.announce;
    const slope = scene.curve?.arrow ? [slopeWords(context)] : [];
    const choices = shown("presets") ? [presets(context)] : [];
    const controls = CONTROLS.filter(([name]) => shown(name) && (ALWAYS.includes(name) || scene.knobs.includes(name))).map(([, make]) => make(context));
    const readings = READINGS.filter(([name]) => shown(name) && scene.panels.includes(name)).map(([, make]) => make(context));
    const runs = scene.marbles ? marbles(context) : comparison(context);
    /** @type {Part[]} */
    this.parts = [...choices, ...slope, sentence, ...controls, runs, ...readings];
    const [main, others] = placed(this.figures);
    const nodes = (/** @type {Part[]} */ parts) => parts.map((part) => part.element);
    this.element = element("div", { class: "scene", role: "group", "data-scene": scene.id, "data-layout": scene.layout ?? "below", "aria-label": words.sayFirst([`scene.${scene.id}`, "scene.other"]) },
      ...nodes(choices),
      element("div", { class: "columns" },
        element("div", { class: "main" }, ...nodes(main)),
        element("div", { class: "spoken" }, ...nodes([...slope, sentence]), ...(scene.notes ?? []).map((note) => element("p", { class: "note", text: words.say(`note.${note}`) }))),
        element("div", { class: "desk" }, ...nodes(controls)),
        element("div", { class: "others" }, ...nodes(others)),
        element("div", { class: "readings" }, runs.element, ...nodes(readings))));
    model.listen((change) => {
      this.changes[change] = true;
      this.frame.request();
    });
    this.stopWatching = [watchTheme(() => this.restyle()), watchPixelRatio(() => this.figures.forEach(({ drawing }) => drawing.measure()))];
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
      drawing.draw();
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
    const look = lookOf(this.element, this.context.words, this.context.model.experiment);
    for (const { drawing } of this.figures) drawing.style(look);
    this.frame.request();
  }

  dispose() {
    this.frame.cancel();
    for (const stop of this.stopWatching) stop();
    for (const part of [...this.parts, ...this.figures]) part.dispose?.();
    this.element.remove();
  }
}

/** The figures that lead, one for each number of parameters, and the others. @param {ReturnType<typeof figure>[]} figures @returns {[ReturnType<typeof figure>[], ReturnType<typeof figure>[]]} */
function placed(figures) {
  const leads = ["curve", "surface"];
  const leading = figures.filter(({ drawing }) => leads.includes(drawing.kind));
  const main = leading.length > 0 ? leading : figures.slice(0, 1);
  return [main, figures.filter((each) => !main.includes(each))];
}
