// The Standardise switch: the same ellipse in parameters that are scaled so that its contours are circles.

import { element, mark, write } from "./dom.js";

/** @typedef {import("./types.js").Context} Context */
/** @typedef {import("./types.js").Part} Part */

/** Starts keep their digits when they are scaled to and fro. */
const DIGITS = 10;

/** @param {Context} context @returns {Part} */
export function scaling({ scene, model, player, words, locked }) {
  /** The steepness that is taken away, and comes back. */
  let steepness = steepnessOf(scene.experiments[0].loss) ?? 1;
  const button = element("button", { type: "button", text: words.say("scaling.standardise"), onclick: () => toggle() });
  const rule = element("p", { class: "hint" });
  const box = element("div", { class: "control scaling", "data-control": "scaling" }, button, rule);

  const toggle = () => {
    const { loss, start } = model.experiment;
    const present = steepnessOf(loss);
    if (present === undefined) return;
    if (present !== 1) steepness = present;
    const next = present === 1 ? steepness : 1;
    const [first = 0, second = 0] = start;
    player.pause();
    model.change({ loss: { name: "ellipse", steepness: next }, start: [first, Number((second * Math.sqrt(present / next)).toPrecision(DIGITS))] });
  };
  const update = () => {
    const present = steepnessOf(model.experiment.loss);
    box.hidden = present === undefined;
    mark(button, "aria-pressed", String(present === 1));
    button.disabled = locked.has("scaling") || locked.has("start");
    write(rule, words.say(present === 1 ? "scaling.on" : "scaling.off", { root: words.numbers.short(Math.sqrt(present === 1 ? steepness : present ?? 1), 3) }));
  };
  return { element: box, update };
}

/** @param {import("./types.js").Experiment["loss"]} loss */
function steepnessOf(loss) {
  if (loss.name !== "ellipse") return undefined;
  const { steepness } = /** @type {{ steepness?: number }} */ (loss);
  return steepness ?? 4;
}
