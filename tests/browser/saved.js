// Files that a scene saves, and Python programs among them that are really run.
import { readFile } from "node:fs/promises";
import { printedBy } from "./python.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("../../www/downhill.js").Experiment} Experiment */

/** Saves in one of the formats. @param {Scene} scene @param {"png" | "svg" | "csv"} format @returns {Promise<{ name: string, bytes: Buffer, text: string }>} */
export async function saved(scene, format) {
  const coming = scene.page.waitForEvent("download");
  // By script: what is tested here is the file, and the disclosure may be closed.
  await scene.root.locator(`.export [data-format="${format}"]`).evaluate((button) => /** @type {HTMLElement} */ (button).click());
  const download = await coming;
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

/** The Python program that a scene saves, as it is handed to the browser: of more than ten files in a second Chromium drops the rest. @param {Scene} scene @returns {Promise<string>} */
export function programOf(scene) {
  return scene.root.locator('.export [data-format="py"]').evaluate((button) => new Promise((resolve) => {
    const own = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      URL.createObjectURL = own;
      resolve(/** @type {Blob} */ (file).text());
      return own.call(URL, file);
    };
    /** @type {HTMLElement} */ (button).click();
  }));
}

/** The last line of a program, which says where it has ended. @param {string} program @returns {Promise<number[]>} */
export async function endOf(program) {
  const line = (await printedBy(program)).trimEnd().split("\n").at(-1) ?? "";
  return line.replace(/^.*: /, "").split(" ").map(Number);
}

/**
 * Shortens the scene's run to the steps that say something: as far as a start that differs in its last bits leads to the same
 * points. Beyond that two right programs part, too. Then says where the core ends.
 * @param {Scene} scene
 * @param {Experiment} [experiment] instead of the one at hand
 * @returns {Promise<{ end: number[], steps: number }>}
 */
export function meaningful(scene, experiment) {
  return scene.root.evaluate(async (element, given) => {
    const { ready, run } = /** @type {typeof import("../../www/downhill.js")} */ (await import(`${document.baseURI.replace(/[?#].*/, "")}downhill.js`));
    await ready();
    const host = /** @type {import("../../www/downhill.js").DownhillScene} */ (element);
    const whole = /** @type {Experiment} */ (given ?? host.experiment);
    const other = { ...whole, start: whole.start.map((value) => value * (1 + 1e-15) + 1e-16) };
    const [one, two] = [run(whole), run(other)];
    const n = one.dimension;
    const near = (/** @type {number} */ step) => whole.start.every((_, axis) => {
      const [a = NaN, b = NaN] = [one.points[step * n + axis], two.points[step * n + axis]];
      return Math.abs(a - b) <= 1e-11 * Math.max(1, Math.abs(a));
    });
    let steps = 0;
    while (steps < one.steps && near(steps + 1)) steps += 1;
    const shortened = steps === one.steps ? whole : { ...whole, steps };
    host.experiment = shortened;
    return { end: Array.from(run(shortened).points.subarray(-n)), steps };
  }, experiment);
}
