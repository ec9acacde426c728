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

for (const { id, marbles } of scenes) {
  test(`in “${id}” nothing slips away while the learning rate is dragged`, async ({ open }) => {
    const scene = await open(id);
    const values = ["0.0005", "0.001", "0.005", "0.01", "0.02", "0.03", "0.1", "0.2", "0.25", "0.4", "0.5", "0.7", "0.9", "1", "1.02", "2", "10", "1000"];
    const places = await scene.root.evaluate(placesDuring, { name: "alpha", values, held: ".rate-slider, .main .stage" });
    expect(Object.fromEntries(values.map((value, index) => [value, places[index]]))).toEqual(Object.fromEntries(values.map((value) => [value, places[0]])));
  });

  test(`in “${id}” nothing slips away while the start is dragged`, async ({ open }) => {
    const scene = await open(id);
    const [, second] = (await scene.experiment()).start;
    const values = ["-5.5", "-3.1234", "-1", "0", "0.0643", "1.4915", "2.75", "3.5", "5"].map((x) => (second === undefined ? x : `${x},1.25`));
    const places = await scene.root.evaluate(placesDuring, { name: "start", values, held: ".stage:has(.handle)" });
    expect(Object.fromEntries(values.map((value, index) => [value, places[index]]))).toEqual(Object.fromEntries(values.map((value) => [value, places[0]])));
  });

  test(`in “${id}” nothing slips away while it runs`, async ({ open }) => {
    const scene = await open(id, { step: "0" });
    const values = ["0", "1", "2", "5", "10", "24", "25", ...(marbles ? ["60"] : [])];
    const places = await scene.root.evaluate(placesDuring, { name: "step", values, held: ".main .stage, .transport" });
    expect(new Set(places)).toEqual(new Set([places[0]]));
  });
}
