// The samples of a scene as its reader finds them: in the figure, in the list of fields, and in the table of votes.
import { centre } from "./scene.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** The samples in force. @param {Scene} scene @returns {Promise<[number, number][]>} */
export async function samples(scene) {
  const { loss } = await scene.experiment();
  return /** @type {any} */ (loss)["data"];
}

/** Where a sample is drawn, counted from 0; the handle goes there. @param {Scene} scene @param {number} index */
export async function sampleAt(scene, index) {
  const handle = scene.handle("data");
  await handle.scrollIntoViewIfNeeded();
  await handle.focus();
  const chosen = async () => Number((await handle.getAttribute("aria-label"))?.match(/\d+/)?.[0]) - 1;
  while ((await chosen()) !== index) await scene.page.keyboard.press("PageDown");
  await scene.settled();
  return centre(await handle.boundingBox());
}

/** The votes as numbers: one row per sample with x, y, prediction, residual and the two votes. @param {Scene} scene */
export function votes(scene) {
  return numbers(scene.root.locator(".votes tbody tr"), "th, td");
}

/** What follows from the votes: gradient, move, and the parameters after it. @param {Scene} scene */
export function sums(scene) {
  return numbers(scene.root.locator(".votes tfoot tr"), "td");
}

/** @param {import("@playwright/test").Locator} rows @param {string} cells @returns {Promise<number[][]>} */
async function numbers(rows, cells) {
  const texts = await rows.evaluateAll((all, cells) => all.map((row) => [...row.querySelectorAll(cells)].map((cell) => cell.textContent ?? "")), cells);
  return texts.map((row) => row.map((text) => Number(text.replace("−", "-").replace(/,/g, ""))));
}
