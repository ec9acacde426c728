// What a learning rate does on x² from 5, worked out here by algebra: the factor of each step is 1 − 2α.

/** Where crawling ends, then settling, then zigzagging. */
export const BORDERS = { crawl: 0.025, oneStep: 0.5, bounce: 1 };

/** @typedef {{ alpha: number, regime: string, spoken: string, outcome: string, sentence: string, told: { outcome: string, reason: string } }} Seen */

/** The name of what happens. @param {number} alpha */
export function regimeOf(alpha) {
  if (alpha < BORDERS.crawl) return "crawl";
  if (alpha < BORDERS.oneStep) return "settle";
  if (alpha === BORDERS.oneStep) return "oneStep";
  if (alpha < BORDERS.bounce) return "zigzag";
  return alpha === BORDERS.bounce ? "bounce" : "diverge";
}

/** How a run of 25 steps ends; flat means a slope of at most 1e−6. @param {number} alpha */
export function outcomeOf(alpha) {
  if (alpha > 1) return "diverged";
  if (alpha === 1) return "cycling";
  return Math.abs(2 * 5 * (1 - 2 * alpha) ** 25) <= 1e-6 ? "converged" : "running";
}

/** What the regime is called at the slider. @type {Record<string, RegExp>} */
export const SPOKEN = {
  crawl: /crawls/,
  settle: /settles/,
  oneStep: /one step/,
  zigzag: /zigzags/,
  bounce: /bounces/,
  diverge: /diverges/,
};

/** What the sentence about the run says. @type {Record<string, RegExp>} */
export const SAID = {
  running: /After 25 steps it is at x = .* still moving/,
  converged: /settles at x = .* after \d+ steps?/,
  cycling: /comes back to where it was, every 2 steps, for ever/,
  diverged: /flies off.*Halve α/,
};

/** A number as the page writes it. @param {string} text */
export function read(text) {
  const [, mantissa = "", exponent = "0"] = text.replaceAll("−", "-").match(/^(-?[\d.,]+)(?: × 10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/) ?? [];
  const power = exponent.replace("⁻", "-").replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)));
  return mantissa === "" ? NaN : Number(`${mantissa.replaceAll(",", "")}e${power}`);
}
