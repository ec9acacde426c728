// The figure of what answers do on a loss, side by side, drawn by the core; its legend also tells the values in words.

import styles from "../css/trails.css";
import { Trails } from "./core.js";
import { element, mark, write } from "./dom.js";
import { oncePerFrame } from "./frames.js";
import { lookOn, watchTheme } from "./look.js";
import { formulaOf } from "./names.js";
import { watchPixelRatio } from "./panels.js";
import { addSheet } from "./sheets.js";

/** @typedef {import("./types.js").Words} Words */
/** @typedef {{ role: import("./downhill-core.js").TrailRole, points: ArrayLike<number> }} Trail points row by row, the start first; whatever numbers they are */
/** @typedef {{ loss: import("../downhill.js").Loss, start: ArrayLike<number>, trails: Trail[] }} Picture */

/** Values of a trail that are told in words. */
const TOLD = 6;

addSheet(styles);

/**
 * @param {Words} words
 * @returns {{ element: HTMLElement, set(picture: Picture): void, restyle(): void, dispose(): void }}
 */
export function trailsFigure(words) {
  const canvas = element("canvas", { "aria-hidden": "true" });
  const stage = element("div", { class: "stage", "data-kind": "trails" }, canvas);
  const name = element("span", { class: "figure-name" });
  const legend = element("ul", { class: "trails-legend" });
  const node = element("figure", { class: "figure", "data-kind": "trails" }, element("figcaption", {}, name), stage, legend);
  const trails = new Trails(canvas);
  /** @type {Picture | undefined} */
  let shown;
  let size = "";
  let visible = false;
  let styled = false;
  let stale = true;

  const draw = oncePerFrame(() => {
    if (!shown || !visible || !stale || !size) return;
    stale = false;
    if (!styled) trails.style(lookOn(node, words, { loss: shown.loss, start: Array.from(shown.start) }));
    styled = true;
    trails.draw();
  });
  const redraw = () => {
    stale = true;
    draw.request();
  };
  const measure = () => {
    const { clientWidth: width, clientHeight: height } = stage;
    const found = width < 2 || height < 2 ? "" : `${width}×${height}×${window.devicePixelRatio}`;
    if (found === size) return;
    size = found;
    if (size) trails.resize(width, height, window.devicePixelRatio);
    redraw();
  };
  const restyle = () => {
    styled = false;
    redraw();
  };
  /** @param {Picture} picture */
  const set = (picture) => {
    trails.set(picture.loss, Float64Array.from(picture.start));
    for (const { role, points } of picture.trails) trails.add(role, Float64Array.from(points));
    shown = picture;
    write(name, words.say("figure.trails", { formula: formulaOf(picture.loss) }));
    legend.replaceChildren(...picture.trails.map((trail) => told(trail, picture.start.length, words)));
    // Another loss may have other names for its axes.
    restyle();
  };

  const sizes = new ResizeObserver(measure);
  sizes.observe(stage);
  const views = new IntersectionObserver(([entry]) => {
    visible = Boolean(entry?.isIntersecting);
    draw.request();
  }, { rootMargin: "100px" });
  views.observe(stage);
  const stops = [watchPixelRatio(measure), watchTheme(restyle), draw.cancel, () => sizes.disconnect(), () => views.disconnect()];
  const dispose = () => {
    for (const stop of stops.splice(0)) stop();
    trails.free();
  };
  return { element: node, set, restyle, dispose };
}

/** A line of the legend, with what its trail goes through for those who do not see it. @param {Trail} trail @param {number} dimension @param {Words} words */
function told({ role, points }, dimension, words) {
  const rows = Math.floor(points.length / Math.max(1, dimension));
  const point = (/** @type {number} */ row) => words.numbers.point(Array.from({ length: dimension }, (_, axis) => points[row * dimension + axis] ?? NaN));
  const first = Array.from({ length: Math.min(rows, TOLD) }, (_, row) => point(row)).join(" → ");
  const key = rows === 0 ? "empty" : rows <= TOLD ? "short" : "long";
  const values = words.say(`trails.${key}`, rows > TOLD ? { points: first, last: point(rows - 1), steps: words.numbers.whole(rows - 1) } : { points: first });
  const swatch = element("span", { class: "trails-swatch", "aria-hidden": "true" });
  mark(swatch, "data-role", role);
  return element("li", {}, swatch, words.say(`trails.${role}`), element("span", { class: "visually-hidden", text: values }));
}
