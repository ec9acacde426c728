// The picture beside a program: the loss that the reader names, and on it the trail of the last run.

import { asFault, expression, Simulation } from "../shell/core.js";
import { element, write } from "../shell/dom.js";
import { entryOf, formulaOf } from "../shell/names.js";
import { textField } from "../shell/number-field.js";
import { readParameter, writeParameter } from "../shell/parameters.js";
import { trailsFigure } from "../shell/trails-figure.js";

/** @typedef {import("../downhill.js").Loss} Loss */
/** @typedef {import("../shell/types.js").Fault} Fault */
/** @typedef {import("./types.js").Result} Result */

/** The loss of the program that the reader begins with. @type {Loss} */
const BOWL = { name: "bowl" };

/** @param {import("../shell/labels.js").Words} words @param {import("../shell/types.js").Known} known @param {() => void} changed */
export function trailPicture(words, known, changed) {
  const figure = trailsFigure(words);
  const hint = element("p", { class: "note", hidden: true });
  const field = textField({ label: words.say("python.loss"), words, wide: true, code: true, apply: typed });
  /** @type {Loss} */
  let loss = BOWL;
  /** @type {Pick<Result, "trail" | "dimension">} */
  let last = { trail: [], dimension: 1 };

  /** Draws another loss, or says why it cannot. @param {Loss} next @returns {Fault | undefined} */
  const draw = (next) => {
    try {
      const dimension = dimensionOf(next);
      if (dimension > 2) return { field: "loss", given: writeParameter("loss", next), accepted: { code: "drawable" } };
      const fits = last.trail.length > 0 && last.dimension === dimension;
      const points = fits ? last.trail : [];
      figure.set({ loss: next, start: points.length > 0 ? points.slice(0, dimension) : Array(dimension).fill(0), trails: [{ role: "yours", points }] });
      hint.hidden = fits || last.trail.length === 0;
      write(hint, hint.hidden ? "" : words.say(`python.other.${dimension}`));
    } catch (thrown) {
      return asFault(thrown);
    }
    loss = next;
    return undefined;
  };

  /** @param {string} text @returns {Fault | undefined} */
  function typed(text) {
    const read = readParameter("loss", text, known);
    if ("fault" in read) return read.fault;
    const fault = draw(/** @type {Loss} */ (read.value));
    if (!fault) changed();
    return fault;
  }

  return {
    element: element("div", { class: "python-picture" }, figure.element, hint, field.element),
    /** The loss as the host wants it, or the one at first. @param {Loss} [next] @returns {Fault | undefined} */
    choose(next = BOWL) {
      const fault = draw(next);
      if (fault) draw(loss);
      field.show(formulaOf(loss));
      return fault;
    },
    /** @param {Result} result */
    show({ trail, dimension }) {
      last = { trail, dimension };
      draw(loss);
    },
    texts: () => ({ loss: writeParameter("loss", loss) }),
    restyle: figure.restyle,
    dispose: figure.dispose,
  };
}

/** How many parameters a loss has; throws the core's fault if it cannot be one. @param {Loss} loss */
function dimensionOf(loss) {
  if (loss.expression !== undefined) return expression(loss.expression).dimension;
  const dimension = entryOf(loss)?.dimension ?? 1;
  new Simulation({ loss, optimizer: { name: "gradientDescent", learningRate: 0.1 }, start: Array(dimension).fill(0), steps: 0 }).free();
  return dimension;
}
