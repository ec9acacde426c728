// The figures of a scene as one picture, of pixels or of lines: title, what is run, and each figure under its name.

import { asHex } from "../shell/colours.js";
import { SvgCanvas } from "./svg-canvas.js";

/** @typedef {import("../shell/types.js").Context} Context */
/** @typedef {import("../shell/types.js").FigurePart} FigurePart */
/** @typedef {HTMLCanvasElement | SvgCanvas} Sheet */
/** @typedef {{ name: string, x: number, y: number, width: number, height: number, layers: { sheet: Sheet, x: number, y: number, width: number, height: number, coarse?: boolean }[] }} Tile */

/** Widest two figures side by side, room between them and height of a line, in CSS pixels. */
const WIDEST = 1300;
const GAP = 24;
const LINE = 26;
/** Least device pixels to a CSS pixel: enough for print. */
const LEAST_RATIO = 2;

/** @param {FigurePart[]} figures @param {string[]} titles @returns {Promise<Blob>} */
export function pngOf(figures, titles) {
  const ratio = Math.max(LEAST_RATIO, window.devicePixelRatio);
  const canvas = document.createElement("canvas");
  compose(canvas, figures, titles, ratio, () => document.createElement("canvas"));
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}

/** @param {FigurePart[]} figures @param {string[]} titles */
export function svgOf(figures, titles) {
  const canvas = new SvgCanvas();
  const { width, height } = compose(canvas, figures, titles, LEAST_RATIO, () => new SvgCanvas());
  return new Blob([canvas.toSvg(titles.join(" · "), width, height)], { type: "image/svg+xml" });
}

/** Draws everything on one sheet and says how large it is in CSS pixels. @param {Sheet} sheet @param {FigurePart[]} figures @param {string[]} titles @param {number} ratio @param {() => Sheet} make */
function compose(sheet, figures, titles, ratio, make) {
  const seen = figures.filter(({ element }) => !element.hidden && element.checkVisibility());
  const top = GAP + titles.length * LINE;
  const tiles = placed(seen.map((figure) => tileOf(figure, ratio, make)), top);
  const width = Math.max(480, ...tiles.map((tile) => tile.x + tile.width)) + GAP;
  const height = Math.max(top, ...tiles.map((tile) => tile.y + tile.height)) + GAP;
  Object.assign(sheet, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  const brush = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (sheet.getContext("2d")));
  const first = /** @type {HTMLElement} */ (seen[0]?.element ?? document.body);
  const style = getComputedStyle(first);
  const inForce = (/** @type {string} */ name) => asHex(style.getPropertyValue(name).trim(), first);
  brush.fillStyle = inForce("--dh-plot-paper") || "#ffffff";
  brush.fillRect(0, 0, sheet.width, sheet.height);
  const write = (/** @type {string} */ text, /** @type {number} */ x, /** @type {number} */ y, /** @type {string} */ font, /** @type {string} */ colour, /** @type {number} */ room) => {
    brush.font = `${font.replace(/[\d.]+(?=px)/, (size) => String(Number(size) * ratio))} ${style.fontFamily}`;
    brush.fillStyle = inForce(colour);
    brush.fillText(fitting(brush, text, room * ratio), x * ratio, y * ratio);
  };
  titles.forEach((title, line) => write(title, GAP, GAP + LINE * line + 12, line ? "400 14px" : "600 17px", line ? "--dh-ink-soft" : "--dh-ink", width - 2 * GAP));
  for (const tile of tiles) {
    write(tile.name, tile.x, tile.y - 8, "400 14px", "--dh-ink-soft", tile.width);
    for (const { sheet: layer, x, y, width: wide, height: high, coarse } of tile.layers) {
      // Pixels that are to be seen as such stay squares.
      brush.imageSmoothingEnabled = !coarse;
      brush.drawImage(/** @type {HTMLCanvasElement} */ (layer), (tile.x + x) * ratio, (tile.y + y) * ratio, wide * ratio, high * ratio);
    }
  }
  return { width, height };
}

/** One figure, drawn anew at this ratio; one that draws itself is taken as it stands on the screen. @param {FigurePart} figure @param {number} ratio @param {() => Sheet} make @returns {Tile} */
function tileOf({ element, drawing }, ratio, make) {
  const name = element.querySelector(".figure-name")?.textContent ?? "";
  if (drawing) {
    const { width, height } = drawing;
    const layers = drawing.onto(() => /** @type {HTMLCanvasElement} */ (make()), ratio);
    return { name, x: 0, y: 0, width, height, layers: layers.map((sheet) => ({ sheet, x: 0, y: 0, width, height })) };
  }
  const stage = (element.querySelector(".stage") ?? element).getBoundingClientRect();
  const layers = [...element.querySelectorAll("canvas")].filter((canvas) => canvas.checkVisibility() && canvas.width > 0).map((sheet) => {
    const { left, top, width, height } = sheet.getBoundingClientRect();
    return { sheet, x: left - stage.left, y: top - stage.top, width, height, coarse: getComputedStyle(sheet).imageRendering === "pixelated" };
  });
  return { name, x: 0, y: 0, width: stage.width, height: stage.height, layers };
}

/** In two columns, each figure where there is most room above; in one if two are too wide. @param {Tile[]} tiles @param {number} top */
function placed(tiles, top) {
  const widest = Math.max(0, ...tiles.map(({ width }) => width));
  const lows = 2 * widest <= WIDEST && tiles.length > 1 ? [top, top] : [top];
  return tiles.map((tile) => {
    const column = lows.indexOf(Math.min(...lows));
    const y = (lows[column] ?? top) + LINE;
    lows[column] = y + tile.height + GAP;
    return { ...tile, x: GAP + column * (widest + GAP), y };
  });
}

/** The text, or as much of it as there is room for. @param {CanvasRenderingContext2D} brush @param {string} text @param {number} room */
function fitting(brush, text, room) {
  let shown = text;
  while (shown.length > 1 && brush.measureText(shown).width > room) shown = `${shown.slice(0, -2).trimEnd()}…`;
  return shown;
}
