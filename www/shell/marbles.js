// The list of marbles that have been released: where each one began and where it ended.

import { element } from "./dom.js";
import { clearMarbles } from "./placing.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */
/** @typedef {import("./types.js").Run} Run */

/** @param {Context} context @returns {Part} */
export function marbles(context) {
  const { model, words } = context;
  const list = element("ul");
  const clear = element("button", { type: "button", class: "quiet", text: words.say("marbles.clear"), onclick: () => clearMarbles(context) });
  const box = element("div", { class: "control marbles" },
    element("div", { class: "section-head" }, element("p", { class: "control-label", text: words.say("marbles.title") }), clear), list);
  const update = () => {
    if (model.playing) return;
    const ended = model.runs.filter((run) => model.positionOf(run) >= run.simulation.steps && run.simulation.steps > 0);
    box.hidden = ended.length === 0;
    clear.hidden = model.runs.length < 2;
    list.replaceChildren(...ended.reverse().map((run) => item(run, words, model.byEnding)));
  };
  return { element: box, update };
}

/** @param {Run} run @param {import("./types.js").Words} words @param {boolean} byEnding the colour is that of the minimum */
function item({ experiment, simulation, role, colour, faint, record }, words, byEnding) {
  const end = record().points.subarray(-experiment.start.length);
  const text = words.sayFirst([`marbles.${simulation.outcome}`, "marbles.running"], {
    start: words.numbers.point(experiment.start, 3),
    end: words.numbers.point(end, 4),
    loss: words.numbers.short(record().losses.at(-1) ?? NaN, 4),
    steps: words.numbers.whole(simulation.steps),
  });
  return element("li", {}, element("span", { class: "swatch", "data-colour": faint ? "faint" : byEnding ? role : colour, "aria-hidden": "true" }), element("span", { text }));
}
