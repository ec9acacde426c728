// How a drawing looks: the colours of tokens.css as they are in force on an element, its font, and the words inside plots.

import { asHex } from "./colours.js";
import { optimizerList } from "./core.js";
import { wordsForAxes, wordsForData } from "./names.js";

/** @typedef {import("./downhill-core.js").Look} Look */
/** @typedef {import("./types.js").Context} Context */

const MARBLES = 8;

/** How the drawings of a scene look. @param {HTMLElement} element @param {Context} context @returns {Look} */
export function lookOf(element, context) {
  const look = lookOn(element, context.words, context.model.experiment);
  const [input, output] = wordsForData(context);
  return { ...look, words: { ...look.words, input, output } };
}

/**
 * How a drawing of this loss looks, with the colours in force on an element.
 * @param {HTMLElement} element
 * @param {import("./types.js").Words} words
 * @param {Parameters<typeof wordsForAxes>[0]} experiment
 * @returns {Look}
 */
export function lookOn(element, words, experiment) {
  const style = getComputedStyle(element);
  const colour = (/** @type {string} */ name) => asHex(style.getPropertyValue(`--dh-${name}`).trim(), element);
  const paper = colour("plot-paper");
  const axes = wordsForAxes(experiment);
  return {
    paper,
    grid: colour("plot-grid"),
    axis: colour("plot-axis"),
    text: colour("plot-text"),
    curve: colour("plot-curve"),
    tangent: colour("plot-tangent"),
    step: colour("plot-step"),
    minimum: colour("plot-minimum"),
    ghost: colour("plot-ghost"),
    vanilla: colour("vanilla"),
    momentum: colour("momentum"),
    danger: colour("danger"),
    bands: ["settle", "zigzag", "diverge"].map((band) => colour(`band-${band}`)),
    optimizers: optimizerList().map(({ name }) => colour(`optimizer-${name}`)),
    marbles: Array.from({ length: MARBLES }, (_, index) => colour(`marble-${index}`)),
    dark: brightness(paper) < 0.5,
    font: style.fontFamily,
    fontSize: Number.parseFloat(style.fontSize) * 0.86,
    decimal: words.numbers.decimal === "," ? "," : ".",
    words: {
      x: axes[0] ?? "x",
      y: axes[1] ?? "y",
      loss: words.say("plot.loss"),
      step: words.say("plot.step"),
      diverged: words.say("plot.diverged", { step: "{step}" }),
      leaves: words.say("plot.leaves", { step: "{step}" }),
      settles: words.say("plot.settles"),
      rings: words.say("plot.rings"),
      alternates: words.say("plot.alternates"),
      diverges: words.say("plot.diverges"),
      batch: words.say("plot.batch"),
      variance: words.say("plot.variance"),
    },
  };
}

/** Calls back when the colours or the letters in force may have changed. @param {() => void} changed @returns {() => void} ends it */
export function watchTheme(changed) {
  const media = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  media.addEventListener("change", changed);
  // A font of the host's may come after the first drawing.
  document.fonts.addEventListener("loadingdone", changed);
  return () => {
    observer.disconnect();
    document.fonts.removeEventListener("loadingdone", changed);
    media.removeEventListener("change", changed);
  };
}

/** Between 0 and 1. @param {string} hex */
function brightness(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return ((value >> 16) + ((value >> 8) & 255) + (value & 255)) / 765;
}
