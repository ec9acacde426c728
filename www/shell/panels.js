// The drawings of a scene: stacked canvases, sized with their box, drawn once per frame and only while seen.

import { Panel } from "./core.js";
import { unlessLost } from "./core-lost.js";
import { element } from "./dom.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Changes} Changes */
/** @typedef {import("./types.js").PanelKind} PanelKind */

/** One drawing with its box. */
export class Drawing {
  /** @param {PanelKind} kind @param {Context} context @param {[number, number]} [range] the runs it shows, from the first to before the second number */
  constructor(kind, context, range = [0, Infinity]) {
    this.kind = kind;
    this.context = context;
    this.range = range;
    this.layers = Array.from({ length: Panel.layers(kind) }, () => element("canvas", { "aria-hidden": "true" }));
    this.stage = element("div", { class: "stage", "data-kind": kind, "data-run": range[0] || undefined }, ...this.layers);
    this.panel = new Panel(kind, this.layers);
    this.width = 0;
    this.height = 0;
    this.ratio = 0;
    this.visible = false;
    this.stale = true;
    /** @type {import("./downhill-core.js").Look | undefined} */
    this.look = undefined;
    /** @type {import("./downhill-core.js").PanelOptions} */
    this.given = {};
    /** A picture below all layers, as large as they are. @type {HTMLCanvasElement | undefined} */
    this.under = undefined;
    /** @type {Set<() => void>} */
    this.drawn = new Set();
    this.sizes = new ResizeObserver(() => unlessLost(() => this.measure()));
    this.sizes.observe(this.stage);
    this.views = new IntersectionObserver((entries) => this.seen(Boolean(entries.at(-1)?.isIntersecting)), { rootMargin: "100px" });
    this.views.observe(this.stage);
  }

  /** The same drawing by another instance of the core; the runs come with the next update. */
  again() {
    this.panel = new Panel(this.kind, this.layers);
    if (this.width > 0) this.panel.resize(this.width, this.height, this.ratio);
    if (this.look) this.panel.style(this.look);
    this.panel.options(this.given);
    this.stale = true;
  }

  /** Takes over the runs anew, or only where they stand. @param {Changes} changes */
  update(changes) {
    const { model } = this.context;
    if (changes.experiment) {
      this.panel.clear();
      for (const run of this.runs) this.panel.add(run.simulation, run.role, model.positionOf(run));
    } else if (changes.step) {
      this.runs.forEach((run, index) => this.panel.setStep(index, model.positionOf(run)));
    }
    this.stale ||= changes.experiment || changes.step;
  }

  /** The runs it shows; the first of them if the picture has fewer runs than that. The first figure has the faint ones, too. */
  get runs() {
    const { runs } = this.context.model;
    const own = runs.filter(({ faint }) => !faint);
    const faint = this.range[0] === 0 ? runs.filter((run) => run.faint) : [];
    return [...own.slice(Math.min(this.range[0], own.length - 1), this.range[1]), ...faint];
  }

  /** @param {import("./downhill-core.js").Look} look */
  style(look) {
    this.look = look;
    this.panel.style(look);
    this.stale = true;
  }

  /** Switches parts of the plot; what is not named stays. @param {import("./downhill-core.js").PanelOptions} options */
  options(options) {
    this.given = { ...this.given, ...options };
    this.panel.options(this.given);
    this.stale = true;
  }

  /** Draws if there is something new and somebody sees it. */
  draw() {
    if (!this.stale || !this.visible || this.width < 2 || this.height < 2) return;
    this.stale = false;
    this.panel.draw();
    for (const listener of this.drawn) listener();
  }

  /** The same drawing on other canvases, so many device pixels to a CSS pixel. @param {() => HTMLCanvasElement} make @param {number} ratio */
  onto(make, ratio) {
    const layers = Array.from({ length: Panel.layers(this.kind) }, make);
    const panel = new Panel(this.kind, layers);
    panel.resize(this.width, this.height, ratio);
    if (this.look) panel.style(this.look);
    panel.options(this.given);
    panel.setView(...this.angles);
    for (const run of this.runs) panel.add(run.simulation, run.role, this.context.model.positionOf(run));
    panel.draw();
    panel.free();
    return this.under && !this.under.hidden ? [this.under, ...layers] : layers;
  }

  /** Turns the view by a drag of so many radians. @param {number} yaw @param {number} pitch */
  turn(yaw, pitch) {
    this.panel.turn(yaw, pitch);
    this.context.view.angles = this.angles;
    this.stale = true;
    this.context.viewed();
  }

  /** Where the view looks from: how far it is turned and how far it looks down, in radians. @returns {[number, number]} */
  get angles() {
    return [this.panel.yaw, this.panel.pitch];
  }

  /** @param {[number, number]} angles */
  lookFrom([yaw, pitch]) {
    if (yaw === this.panel.yaw && pitch === this.panel.pitch) return;
    this.panel.setView(yaw, pitch);
    this.stale = true;
  }

  redraw() {
    this.stale = true;
    this.context.refresh();
  }

  measure() {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const ratio = window.devicePixelRatio;
    const same = Math.abs(width - this.width) < 1 && Math.abs(height - this.height) < 1 && ratio === this.ratio;
    if (same || width < 2 || height < 2) return;
    Object.assign(this, { width, height, ratio });
    this.panel.resize(width, height, ratio);
    this.redraw();
  }

  /** @param {boolean} visible */
  seen(visible) {
    this.visible = visible;
    if (visible) this.context.refresh();
  }

  dispose() {
    this.sizes.disconnect();
    this.views.disconnect();
    this.panel.free();
  }
}

/** Calls back when the page is zoomed or moved to another screen. @param {() => void} changed @returns {() => void} ends it */
export function watchPixelRatio(changed) {
  const media = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
  let next = () => {};
  const again = () => {
    changed();
    next = watchPixelRatio(changed);
  };
  media.addEventListener("change", again, { once: true });
  return () => {
    media.removeEventListener("change", again);
    next();
  };
}
