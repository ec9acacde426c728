// A canvas that writes down what is drawn on it, as SVG: paths and texts stay paths and texts, pixels become a picture in it.
//
// It has what the core's drawings use and no more. The library svgcanvas has no `putImageData` and no `destination-over`,
// which the surface and the paths on it are drawn with, and weighs ten times as much.

/** Decimals of a coordinate: a hundredth of a device pixel. */
const PLACES = 2;
/** @type {Record<string, string>} */
const ANCHORS = { center: "middle", right: "end", end: "end" };
/** What text is measured with. @type {CanvasRenderingContext2D | null} */
let ruler = null;

/** What is drawn, in the shape of an HTMLCanvasElement. */
export class SvgCanvas {
  constructor() {
    this.width = 300;
    this.height = 150;
    this.context = new SvgContext(this);
  }

  getContext() {
    return this.context;
  }

  /** The whole picture as a document, so many CSS pixels wide and high. @param {string} title @param {number} width @param {number} height */
  toSvg(title, width, height) {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${this.width} ${this.height}"><title>${escaped(title)}</title>${this.context.written()}</svg>\n`;
  }
}

/** What the core's drawings use of a CanvasRenderingContext2D. */
class SvgContext {
  /** @param {SvgCanvas} canvas */
  constructor(canvas) {
    this.canvas = canvas;
    /** @type {(() => string)[]} */
    this.nodes = [];
    this.path = "";
    /** @type {HTMLCanvasElement | undefined} */
    this.pixels = undefined;
    this.strokeStyle = this.fillStyle = "#000000";
    this.lineWidth = 1;
    this.lineJoin = "miter";
    this.font = "10px sans-serif";
    this.textAlign = "start";
    this.textBaseline = "alphabetic";
    this.globalCompositeOperation = "source-over";
    this.resetTransform();
  }

  written() {
    return this.nodes.map((node) => node()).join("");
  }

  /** @param {() => string} node */
  add(node) {
    if (this.globalCompositeOperation === "destination-over") this.nodes.unshift(node);
    else this.nodes.push(node);
  }

  /** @param {...number} matrix */
  setTransform(...matrix) {
    this.matrix = matrix;
  }

  resetTransform() {
    this.matrix = [1, 0, 0, 1, 0, 0];
  }

  /** The drawings only ever clear everything, or the area that has everything in it. */
  clearRect() {
    this.nodes = [];
    this.pixels = undefined;
  }

  /** @param {number} x @param {number} y */
  at(x, y) {
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = this.matrix ?? [];
    return `${short(a * x + c * y + e)} ${short(b * x + d * y + f)}`;
  }

  get scale() {
    const [a = 1, b = 0] = this.matrix ?? [];
    return Math.hypot(a, b);
  }

  beginPath() {
    this.path = "";
  }

  /** @param {number} x @param {number} y */
  moveTo(x, y) {
    this.path += `M${this.at(x, y)}`;
  }

  /** @param {number} x @param {number} y */
  lineTo(x, y) {
    this.path += `L${this.at(x, y)}`;
  }

  closePath() {
    this.path += "Z";
  }

  /** A whole circle, as two halves. @param {number} x @param {number} y @param {number} radius */
  arc(x, y, radius) {
    const r = short(radius * this.scale);
    const half = `A${r} ${r} 0 0 1 `;
    this.path += `M${this.at(x - radius, y)}${half}${this.at(x + radius, y)}${half}${this.at(x - radius, y)}Z`;
  }

  stroke() {
    const width = short(this.lineWidth * this.scale);
    const text = `<path d="${this.path}" fill="none" ${paint("stroke", this.strokeStyle)} stroke-width="${width}" stroke-linejoin="${this.lineJoin}"/>`;
    this.add(() => text);
  }

  fill() {
    const text = `<path d="${this.path}" ${paint("fill", this.fillStyle)}/>`;
    this.add(() => text);
  }

  /** @param {number} x @param {number} y @param {number} width @param {number} height */
  fillRect(x, y, width, height) {
    this.path = `M${this.at(x, y)}L${this.at(x + width, y)}L${this.at(x + width, y + height)}L${this.at(x, y + height)}Z`;
    this.fill();
  }

  /** @param {string} text */
  measureText(text) {
    ruler ??= document.createElement("canvas").getContext("2d");
    const brush = /** @type {CanvasRenderingContext2D} */ (ruler);
    brush.font = this.font;
    return brush.measureText(text);
  }

  /** @param {string} text @param {number} x @param {number} y */
  fillText(text, x, y) {
    const anchor = ANCHORS[this.textAlign] ?? "start";
    const [a = 1, b = 0, c = 0, d = 1] = this.matrix ?? [];
    const place = this.at(x - c * this.dropOf(text), y + d * this.dropOf(text)).split(" ");
    const turned = b || c ? `transform="matrix(${short(a)} ${short(b)} ${short(c)} ${short(d)} ${this.at(x, y)})" y="${short(this.dropOf(text))}"` : `x="${place[0]}" y="${place[1]}"`;
    const node = `<text ${turned} text-anchor="${anchor}" ${fontOf(this.font)} ${paint("fill", this.fillStyle)}>${escaped(text)}</text>`;
    this.add(() => node);
  }

  /** How far the line on which letters stand lies below the line that was named: not every reader of SVG knows the others. @param {string} text */
  dropOf(text) {
    const named = this.textBaseline;
    if (named === "alphabetic") return 0;
    const { actualBoundingBoxAscent: standing } = this.measureText(text);
    const brush = /** @type {CanvasRenderingContext2D} */ (ruler);
    brush.textBaseline = /** @type {CanvasTextBaseline} */ (named);
    const { actualBoundingBoxAscent: there } = brush.measureText(text);
    brush.textBaseline = "alphabetic";
    return standing - there;
  }

  /** @param {ImageData} image @param {number} x @param {number} y @param {[number, number, number, number]} part */
  putImageData(image, x, y, ...part) {
    const { width, height } = this.canvas;
    if (!this.pixels) {
      const pixels = Object.assign(document.createElement("canvas"), { width, height });
      this.pixels = pixels;
      this.add(() => picture(pixels, 0, 0, width, height));
    }
    const brush = /** @type {CanvasRenderingContext2D} */ (this.pixels.getContext("2d"));
    if (part.length === 4) brush.putImageData(image, x, y, ...part);
    else brush.putImageData(image, x, y);
  }

  /** Another picture, written down or of pixels. @param {SvgCanvas | HTMLCanvasElement} image @param {number} x @param {number} y @param {number} width @param {number} height */
  drawImage(image, x, y, width, height) {
    const box = `x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}"`;
    if (image instanceof SvgCanvas) this.add(() => `<svg ${box} viewBox="0 0 ${image.width} ${image.height}">${image.context.written()}</svg>`);
    else this.add(() => picture(image, x, y, width, height));
  }
}

/** @param {HTMLCanvasElement} pixels @param {number} x @param {number} y @param {number} width @param {number} height */
const picture = (pixels, x, y, width, height) => `<image x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" href="${pixels.toDataURL("image/png")}"/>`;

/** A colour, `#rrggbb` or `#rrggbbaa`, as every reader of SVG understands it. @param {"fill" | "stroke"} what @param {string} colour */
function paint(what, colour) {
  const [, solid = colour, opacity] = colour.match(/^(#[0-9a-f]{6})([0-9a-f]{2})$/i) ?? [];
  const share = opacity && opacity !== "ff" ? ` ${what}-opacity="${short(Number.parseInt(opacity, 16) / 255)}"` : "";
  return `${what}="${solid}"${share}`;
}

/** @param {string} font such as `normal 12px sans-serif` or `600 16px sans-serif` */
function fontOf(font) {
  const [, before = "", size = "10", family = "sans-serif"] = font.match(/^(.*?)\s*([\d.]+)px\s+(.+)$/) ?? [];
  const slant = /italic|oblique/.test(before) ? ' font-style="italic"' : "";
  const weight = before.match(/\b([1-9]00|bold)\b/)?.[1];
  return `font-family="${escaped(family)}" font-size="${size}"${slant}${weight ? ` font-weight="${weight}"` : ""}`;
}

/** @param {number} value */
const short = (value) => String(Number(value.toFixed(PLACES)));

/** @param {string} text */
const escaped = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
