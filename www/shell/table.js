// The table of a run: all iterates, the current one marked. Long runs show the stretch round the current step.

import { element, listen, mark, write } from "./dom.js";
import { whenSettled } from "./frames.js";
import { wordsForAxes } from "./names.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** Longest run whose rows are all in the page at once. */
const WHOLE = 500;
/** Rows on either side of the current step of a longer run. */
const AROUND = 100;
/** Rows that are rebuilt at once; more wait until the reader has stopped turning knobs. */
const AT_ONCE = 60;

/** @param {Context} context @returns {Part} */
export function table(context) {
  const { model, words } = context;
  const caption = element("caption");
  const head = element("tr");
  const body = element("tbody");
  const grid = element("table", {}, caption, element("thead", {}, head), body);
  const scroller = element("div", { class: "table-scroll", tabindex: "0", role: "group", "aria-label": words.say("table.title") }, grid);
  const box = element("details", { class: "control table", "data-control": "table", open: true }, element("summary", { text: words.say("table.title") }), scroller);
  let first = 0;
  let stale = true;

  const build = () => {
    // A folded table tells a moment later that it has been opened; by then the scene may have been closed.
    if (model.runs.length === 0) return;
    stale = false;
    const { simulation, experiment } = model.main;
    const { from, to } = stretch(model.step, simulation.steps);
    first = from;
    const names = wordsForAxes(experiment);
    head.replaceChildren(...["k", ...names, words.say("table.loss"), words.say("table.gradient")].map((text) => element("th", { scope: "col", text })));
    write(caption, words.say(to - from === simulation.steps ? "table.caption" : "table.captionPart", { from, to, steps: words.numbers.whole(simulation.steps) }));
    const { points, losses, gradientNorms } = model.main.record();
    const size = experiment.start.length;
    const rows = [];
    for (let k = from; k <= to; k += 1) {
      const cells = [...points.subarray(size * k, size * (k + 1)), losses[k] ?? NaN, gradientNorms[k] ?? NaN];
      rows.push(element("tr", {}, element("th", { scope: "row", text: k }), ...cells.map((value) => element("td", { text: words.numbers.fixed(value, 4) }))));
    }
    body.replaceChildren(...rows);
    markCurrent();
  };
  const markCurrent = () => {
    const step = Math.min(model.step, model.main.simulation.steps);
    const row = body.children[step - first];
    if (!row && model.main.simulation.steps > WHOLE) return later.request();
    for (const other of body.querySelectorAll("[aria-current]")) if (other !== row) other.removeAttribute("aria-current");
    if (!row) return;
    mark(row, "aria-current", "step");
    show(/** @type {HTMLElement} */ (row), scroller);
  };
  const later = whenSettled(build, 150);
  listen(box, "toggle", () => box.open && stale && build());

  /** @param {import("./types.js").Changes} changes */
  const update = (changes) => {
    stale ||= changes.experiment;
    if (!box.open) return;
    if (stale && model.main.simulation.steps <= AT_ONCE) build();
    else if (stale) later.request();
    else if (changes.step) markCurrent();
  };
  return { element: box, update, dispose: later.cancel };
}

/** @param {number} step @param {number} steps */
function stretch(step, steps) {
  if (steps <= WHOLE) return { from: 0, to: steps };
  const from = Math.max(0, Math.min(step, steps) - AROUND);
  return { from, to: Math.min(steps, from + 2 * AROUND) };
}

/** Scrolls within the table only, never the page. @param {HTMLElement} row @param {HTMLElement} scroller */
function show(row, scroller) {
  const head = scroller.querySelector("thead")?.clientHeight ?? 0;
  const top = row.offsetTop - head;
  const bottom = row.offsetTop + row.offsetHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
}
