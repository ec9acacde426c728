// A scene in a page as its reader meets it: its controls by their names, its sentence, its numbers and its events.
import { expect } from "@playwright/test";

/** @typedef {import("../../www/downhill.js").DownhillScene} SceneElement */
/** @typedef {import("../../www/downhill.js").Experiment} Experiment */
/** @typedef {{ type: string, detail: any, bubbles: boolean, composed: boolean, id: string }} Heard */

export class Scene {
  /** @param {import("@playwright/test").Page} page @param {string} [selector] which of the page's scenes */
  constructor(page, selector = "downhill-scene") {
    this.page = page;
    this.root = page.locator(selector);
    this.box = this.root.locator(".scene");
    this.live = this.root.locator(".live");
    this.sentence = this.root.locator(".live .sentence");
    this.regime = this.root.locator(".regime");
    this.legend = this.root.locator(".band-legend li");
    this.faults = this.root.locator(".faults");
    this.rate = this.root.getByRole("slider", { name: "Learning rate α" });
    this.exactRate = this.root.getByRole("textbox", { name: "α as an exact number" });
    this.scrubber = this.root.getByRole("slider", { name: "Step", exact: true });
    this.halve = this.button("Halve α");
    this.rows = this.root.locator("tbody tr");
    this.current = this.root.locator("tbody tr[aria-current]");
    this.arithmetic = this.root.locator(".arithmetic .chain");
  }

  /** Waits until the scene answers. */
  async opened() {
    await this.box.waitFor();
    await this.settled();
  }

  /** @param {string} name */
  button(name) {
    return this.root.getByRole("button", { name, exact: true });
  }

  /** @param {string} name */
  field(name) {
    return this.root.getByRole("textbox", { name, exact: true });
  }

  /** A figure's drawing: `curve`, `surface`, `contour` or `lossCurve`. @param {string} kind */
  stage(kind) {
    return this.root.locator(`.stage[data-kind="${kind}"]`);
  }

  /** The focusable marble of a figure. @param {string} kind */
  handle(kind) {
    return this.stage(kind).locator(".handle");
  }

  /** Waits for the frame that shows everything done so far. */
  settled() {
    return this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** @returns {Promise<Experiment>} */
  async experiment() {
    const experiment = await this.root.evaluate((element) => /** @type {SceneElement} */ (element).experiment);
    return /** @type {Experiment} */ (experiment);
  }

  /** The state, as "Copy link" writes it. @returns {Promise<Record<string, string>>} */
  parameters() {
    return this.root.evaluate((element) => /** @type {SceneElement} */ (element).parameters());
  }

  async step() {
    return Number((await this.parameters())["step"]);
  }

  /** What the scene has told its host. @param {string} type @returns {Promise<any[]>} the details, oldest first */
  heard(type) {
    return this.page.evaluate((type) => /** @type {any} */ (window).heard.filter((/** @type {Heard} */ one) => one.type === type).map((/** @type {Heard} */ one) => one.detail), type);
  }

  /** @param {string} type */
  async lastHeard(type) {
    return (await this.heard(type)).at(-1);
  }

  /** Types an exact number or text and leaves the field. @param {import("@playwright/test").Locator} field @param {string} text */
  async type(field, text) {
    await field.fill(text);
    await field.blur();
    await this.settled();
  }

  /** Where the marble of a figure is drawn, in the window. @param {string} kind */
  async marbleAt(kind) {
    await this.settled();
    return centre(await this.handle(kind).boundingBox());
  }

  /** The readings by name. @returns {Promise<Record<string, string>>} */
  async readouts() {
    const pairs = await this.root.locator(".readouts dl > div").evaluateAll((rows) => rows.map((row) => [row.children[0]?.textContent ?? "", row.children[1]?.textContent ?? ""]));
    return Object.fromEntries(pairs);
  }

  /** A fingerprint of each canvas of a figure, base first; empty for a canvas on which nothing is. @param {string} kind */
  pictures(kind) {
    return this.stage(kind).locator("canvas").evaluateAll(fingerprints);
  }

  /** Fails unless the scene runs and shows no sentence about parameters. */
  async expectUnharmed() {
    await expect(this.faults).toHaveCount(0);
    await expect(this.sentence).not.toBeEmpty();
  }
}

/** The middle of a box on the screen. @param {{ x: number, y: number, width: number, height: number } | null} box */
export function centre(box) {
  if (!box) throw new Error("it is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Runs in the page. @param {(HTMLElement | SVGElement)[]} canvases @returns {string[]} */
function fingerprints(canvases) {
  return canvases.map((each) => {
    const canvas = /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (each));
    if (canvas.width === 0 || canvas.height === 0) return "";
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext("2d", { willReadFrequently: true }));
    brush.drawImage(canvas, 0, 0);
    const pixels = new Uint32Array(brush.getImageData(0, 0, copy.width, copy.height).data.buffer);
    const first = pixels[0];
    let sum = 0;
    let same = true;
    for (const pixel of pixels) {
      sum = (Math.imul(sum, 31) + pixel) | 0;
      same &&= pixel === first;
    }
    return same ? "" : `${copy.width}×${copy.height}:${sum}`;
  });
}
