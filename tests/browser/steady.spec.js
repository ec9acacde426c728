// What a reader holds stays where it is: neither the slider nor the figure moves while sentences beside them change.
import { expect, test } from "./fixtures.js";
import { scenes } from "./course.js";

/** @typedef {import("./scene.js").SceneElement} SceneElement */

/** Sets one attribute to many values. Runs in the page. @param {HTMLElement | SVGElement} element @param {{ name: string, values: string[], held: string }} attribute */
async function placesDuring(element, { name, values, held: selector }) {
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const held = [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const places = [];
  for (const value of values) {
    element.setAttribute(name, value);
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    places.push(held.map((one) => {
      const { top, height } = one.getBoundingClientRect();
      const what = one.getAttribute("data-kind") ?? one.className;
      return `${what} at ${Math.round(top + scrollY)}, ${Math.round(height)} high`;
    }).join("; "));
  }
  return places;
}

/** Through all the bands, and past the end. */
const RATES = ["0.0005", "0.001", "0.005", "0.01", "0.02", "0.03", "0.1", "0.2", "0.25", "0.4", "0.5", "0.7", "0.9", "1", "1.02", "2", "10", "1000"];
const STARTS = ["-5.5", "-3.1234", "-1", "0", "0.0643", "1.4915", "2.75", "3.5", "5"];

for (const { id, marbles } of scenes) {
  test(`in “${id}” nothing slips away while the learning rate or the start is dragged, or while it runs`, async ({ open }) => {
    const scene = await open(id);
    const opened = await scene.experiment();
    const steps = ["0", "1", "2", "5", "10", "24", "25", ...(marbles ? ["60"] : [])];
    const starts = STARTS.map((x) => (opened.start.length === 1 ? x : `${x},1.25`));
    for (const [name, values, held] of /** @type {[string, string[], string][]} */ ([
      ["alpha", RATES, ".rate-slider, .main .stage"],
      ["start", starts, ".stage:has(.handle)"],
      ["step", steps, ".main .stage, .transport"],
    ])) {
      const places = await scene.root.evaluate(placesDuring, { name, values, held });
      expect(Object.fromEntries(values.map((value, index) => [`${name} ${value}`, places[index]]))).toEqual(Object.fromEntries(values.map((value) => [`${name} ${value}`, places[0]])));
      await scene.root.evaluate((element, name) => element.removeAttribute(name), name);
      await scene.settled();
      expect(await scene.experiment(), "as it was opened").toEqual(opened);
    }
  });
}
