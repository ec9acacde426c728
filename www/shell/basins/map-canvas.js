// The map of starts as a picture below a figure: one colour per minimum, hatched where runs fly off, dotted where they end elsewhere.

import { element } from "../dom.js";

/** @typedef {import("./types.js").BasinMap} BasinMap */
/** @typedef {import("../panels.js").Drawing} Drawing */

/** Ends that are no minimum. */
export const ELSEWHERE = 254;
export const FLOWN = 255;

/** Share of a marble's colour in its basin; the rest is paper, so that trails stand out. */
const TINT = { light: 0.34, dark: 0.42 };
/** Height of the strip below a curve, in CSS pixels. */
const STRIP = 12;
/** Marks of what is no minimum, per side of the map. */
const MARKS = 64;
/** Most minima that bear a number. */
const MOST_NUMBERS = 9;

export class MapCanvas {
  /** @param {Drawing} drawing */
  constructor(drawing) {
    this.drawing = drawing;
    this.canvas = element("canvas", { class: "basin-map", "aria-hidden": "true" });
    this.picture = element("canvas");
    drawing.under = this.canvas;
    /** @type {{ map: BasinMap, frame: ArrayLike<number>, minima: number[][] } | undefined} */
    this.shown = undefined;
    /** The look of the colours that are shown. @type {import("../downhill-core.js").Look | undefined} */
    this.painted = undefined;
    drawing.stage.prepend(this.canvas);
    this.place = () => this.#place();
    drawing.drawn.add(this.place);
  }

  /** Shows a map of the frame (lowest and highest value of each parameter). @param {BasinMap} map @param {ArrayLike<number>} frame @param {number[][]} minima */
  show(map, frame, minima) {
    this.shown = { map, frame, minima };
    this.#paint(map);
    this.#place();
  }

  /** @param {BasinMap} map */
  #paint({ width, height, ends }) {
    const { look } = this.drawing;
    if (!look) return;
    this.painted = look;
    const colours = palette(look);
    const image = new ImageData(width, height);
    const pixels = new Uint32Array(image.data.buffer);
    const period = Math.max(2, Math.round(width / MARKS));
    for (let row = 0, at = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1, at += 1) {
        const end = /** @type {number} */ (ends[at]);
        let colour = colours[end];
        if (end >= ELSEWHERE) {
          const marked = end === FLOWN ? (column + row) % period < period / 3 : column % period < period / 3 && row % period < period / 3;
          colour = colours[marked ? MARK : end];
        }
        pixels[at] = /** @type {number} */ (colour);
      }
    }
    Object.assign(this.picture, { width, height });
    this.picture.getContext("2d")?.putImageData(image, 0, 0);
  }

  /** Puts the picture where the frame is in the plot. */
  #place() {
    const { drawing, canvas, picture, shown } = this;
    if (shown && drawing.look !== this.painted) this.#paint(shown.map);
    const window = drawing.panel.window();
    if (!window || !shown) return;
    const [left = 0, top = 0, right = 0, bottom = 0, lowX = 0, highX = 1, lowY = 0, highY = 1] = window;
    const size = { width: Math.round(drawing.width * drawing.ratio), height: Math.round(drawing.height * drawing.ratio) };
    if (canvas.width !== size.width || canvas.height !== size.height) Object.assign(canvas, size);
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.setTransform(drawing.ratio, 0, 0, drawing.ratio, 0, 0);
    context.clearRect(0, 0, drawing.width, drawing.height);
    context.imageSmoothingEnabled = false;
    const across = (/** @type {number} */ x) => left + ((x - lowX) / (highX - lowX)) * (right - left);
    const down = (/** @type {number} */ y) => bottom - ((y - lowY) / (highY - lowY)) * (bottom - top);
    const [x0 = 0, x1 = 1, y0, y1] = Array.from(shown.frame);
    if (y0 === undefined || y1 === undefined) {
      context.globalAlpha = 0.45;
      context.drawImage(picture, across(x0), top, across(x1) - across(x0), bottom - top);
      context.globalAlpha = 1;
      context.drawImage(picture, across(x0), bottom - STRIP, across(x1) - across(x0), STRIP);
      return;
    }
    context.drawImage(picture, across(x0), down(y1), across(x1) - across(x0), down(y0) - down(y1));
    if (shown.minima.length <= MOST_NUMBERS) this.#number(context, shown.minima.map(([x = 0, y = 0]) => [across(x), down(y)]));
  }

  /** Writes the numbers of the minima beside them. @param {CanvasRenderingContext2D} context @param {number[][]} places */
  #number(context, places) {
    const { look } = this.drawing;
    if (!look || places.length < 2) return;
    context.font = `600 ${look.fontSize}px ${look.font}`;
    context.fillStyle = look.text;
    context.textBaseline = "top";
    places.forEach(([x = 0, y = 0], index) => context.fillText(String(index + 1), x + 7, y + 4));
  }

  dispose() {
    this.drawing.drawn.delete(this.place);
    this.drawing.under = undefined;
    this.canvas.remove();
  }
}

/** Where the colour of hatching and dots stands among the colours. */
const MARK = 256;

/** A pixel for each end, as the canvas keeps them. @param {import("../downhill-core.js").Look} look */
function palette(look) {
  const colours = new Uint32Array(257);
  const tint = look.dark ? TINT.dark : TINT.light;
  for (let end = 0; end < ELSEWHERE; end += 1) colours[end] = pixel(look.paper, look.marbles[end % look.marbles.length] ?? look.text, tint);
  colours[ELSEWHERE] = pixel(look.paper, look.text, 0.08);
  colours[FLOWN] = pixel(look.paper, look.text, 0.3);
  colours[MARK] = pixel(look.paper, look.text, 0.5);
  return colours;
}

/** The colour `share` of the way from one to the other, opaque. @param {string} from @param {string} to @param {number} share */
function pixel(from, to, share) {
  const parts = (/** @type {string} */ colour) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const target = parts(to);
  const [red = 0, green = 0, blue = 0] = parts(from).map((value, index) => Math.round(value + ((target[index] ?? value) - value) * share));
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
