// The figure of what answers do on a loss, side by side, drawn by the core; its legend also tells the values in words.

import styles from "../css/trails.css";
import { holders, practice, Trails } from "./core.js";
import { unlessLost } from "./core-lost.js";
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
  /** @type {InstanceType<typeof Trails> | undefined} */
  let trails;
  /** @type {Picture | undefined} */
  let shown;
  let closed = false;
  let size = "";
  let visible = false;
  let styled = false;
  let stale = true;

  const paint = () => {
    if (!trails || !shown || !visible || !stale || !size) return;
    stale = false;
    if (!styled) trails.style(lookOn(node, words, { loss: shown.loss, start: Array.from(shown.start) }));
    styled = true;
    trails.draw();
  };
  const draw = oncePerFrame(paint);
  const redraw = () => {
    stale = true;
    draw.request();
  };
  const resize = () => {
    if (size) trails?.resize(stage.clientWidth, stage.clientHeight, window.devicePixelRatio);
    redraw();
  };
  const measure = () => {
    const { clientWidth: width, clientHeight: height } = stage;
    const found = width < 2 || height < 2 ? "" : `${width}×${height}×${window.devicePixelRatio}`;
    if (found === size) return;
    size = found;
    resize();
  };
  const restyle = () => {
    styled = false;
    redraw();
  };
  /** Hands the picture over; another loss may have other names for its axes. */
  const take = () => {
    if (!trails || !shown) return;
    trails.set(shown.loss, Float64Array.from(shown.start));
    for (const { role, points } of shown.trails) trails.add(role, Float64Array.from(points));
    restyle();
  };
  /** The part of the core that draws may come after the first picture, and a picture that finds it missing asks for it again. */
  const begin = () => {
    if (trails || closed) return;
    trails = new Trails(canvas);
    resize();
    take();
  };
  /** The same picture by another instance of the core, or the loss alone. @param {boolean} fromTheBeginning */
  const again = (fromTheBeginning) => {
    if (!trails) return;
    trails = undefined;
    if (shown && fromTheBeginning) shown = { ...shown, trails: [] };
    begin();
    paint();
  };
  // The next picture begins anew.
  const holder = { seen: () => visible, again, giveUp: () => void (trails = undefined) };
  holders.add(holder);
  /** @param {Picture} picture */
  const set = (picture) => {
    shown = picture;
    write(name, words.say("figure.trails", { formula: formulaOf(picture.loss) }));
    legend.replaceChildren(...picture.trails.map((trail) => told(trail, picture.start.length, words)));
    // An empty list would be announced.
    legend.hidden = picture.trails.length === 0;
    if (trails) take();
    else void practice().then(begin, () => undefined);
  };

  const sizes = new ResizeObserver(() => unlessLost(measure));
  sizes.observe(stage);
  const views = new IntersectionObserver((entries) => {
    // Several may have come together; the last one tells how it is now.
    visible = Boolean(entries.at(-1)?.isIntersecting);
    draw.request();
  }, { rootMargin: "100px" });
  views.observe(stage);
  const stops = [watchPixelRatio(measure), watchTheme(restyle), draw.cancel, () => sizes.disconnect(), () => views.disconnect()];
  const dispose = () => {
    closed = true;
    holders.delete(holder);
    for (const stop of stops.splice(0)) stop();
    trails?.free();
    trails = undefined;
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
