// The Python programs that scenes save are run, and end where the core ends: every scene and preset, every loss and method.
import { scenesOfRuns } from "./course.js";
import { expect, test } from "./fixtures.js";
import { endOf, meaningful, programOf } from "./saved.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** How far from the core's end a program may end, in units of the coordinate or of 1. */
const NEAR = 1e-9;

/** @param {Scene} scene @param {any} [experiment] */
async function expectSameEnd(scene, experiment) {
  const { end, steps } = await meaningful(scene, experiment);
  await scene.settled();
  const found = await endOf(await programOf(scene));
  const about = `${JSON.stringify(experiment ?? (await scene.experiment()))} after ${steps} steps: ${found} instead of ${end}`;
  expect(found.length, about).toBe(end.length);
  for (const [axis, value] of end.entries()) {
    expect(Math.abs((found[axis] ?? NaN) - value), about).toBeLessThanOrEqual(NEAR * Math.max(1, Math.abs(value)));
  }
  return steps;
}

for (const { id, presets } of scenesOfRuns) {
  test(`the program of “${id}” ends where the figure ends, whatever the set-up`, { tag: "@desktop" }, async ({ open }) => {
    const scene = await open(id);
    if ((await scene.root.locator('.export [data-format="py"]').count()) === 0) return;
    await expectSameEnd(scene);
    for (const preset of presets) {
      const chip = scene.root.locator(`.chip[data-preset="${preset.id}"]`);
      await chip.click();
      await expect(chip).toHaveAttribute("aria-pressed", "true");
      await expectSameEnd(scene);
    }
  });
}

const METHODS = ["gradientDescent", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "newton"];

for (const method of METHODS) {
  test(`the program of every loss made small by ${method} ends where the core ends`, { tag: "@desktop" }, async ({ page, open }) => {
    const scene = await open("playground");
    const losses = await page.evaluate(async () => {
      const module = /** @type {typeof import("../../www/downhill.js")} */ (await import(`${document.baseURI.replace(/[?#].*/, "")}downhill.js`));
      return module.losses();
    });
    let steps = 0;
    for (const { name, start, learningRate } of losses) {
      const rate = { learningRate: method === "newton" ? 0.9 : learningRate };
      steps += await expectSameEnd(scene, { loss: { name }, optimizer: { name: method, ...rate }, start, steps: 40 });
    }
    expect(steps, "nearly all steps are compared").toBeGreaterThan(30 * losses.length);
  });
}

/** Typed functions with starts. @type {[string, number[]][]} */
const TYPED = [
  ["x^2 + 3 sin(x)", [2]], ["|x - 1| + 0.1x^2", [3]], ["max(x, 2 - x)^2 + min(x, y)^2 + y^2", [2, -1]], ["exp(-x^2 - y^2) + y^4/4 + x^2", [1.5, 1]],
  ["sqrt(x^2 + y^2)", [1, 2]], ["x^y + y^2 + (x - 3)^2", [2, 1]], ["sigmoid(3x) + 0.1x^2 + tanh(x)", [1]], ["tan(x/4) + x^2", [1]],
  ["x ln(x) + 1/x", [2]], ["2^x - 2x", [3]], ["cosh(w1) + sinh(w2)^2 + log(1 + w2^2)", [1, 0.5]], ["(θ - 2)^2", [5]], ["f(x, y) = x^2", [1, 1]],
  ["-(-x)^2^1.5 + x^-2/(3 - -x) + (x - (1 - x))^2", [-2]], ["x**4 - 2(x - 1)**2 / (x*(2/(1 + x^2)) + 3)", [1]],
];

test("the program of a typed function ends where the core ends, by slopes and by curvatures", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground");
  let steps = 0;
  for (const [expression, start] of TYPED) {
    for (const name of ["gradientDescent", "adam", "newton"]) {
      steps += await expectSameEnd(scene, { loss: { expression }, optimizer: { name, learningRate: name === "newton" ? 1 : 0.05 }, start, steps: 30 });
    }
  }
  expect(steps).toBeGreaterThan(20 * 3 * TYPED.length);
});

const DATA = [[-1, 0], [0, 1], [1, 0], [2.5, 1], [3, 1], [7, 1]];

test("the program of a run in batches has the batches of that run", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground");
  for (const name of ["regression", "logistic", "perceptron"]) {
    for (const settings of [{ reduction: "sum" }, { reduction: "mean", standardize: true }]) {
      for (const rest of [{ batch: 2, seed: 7 }, { batch: 4, shuffle: false }, {}]) {
        await expectSameEnd(scene, { loss: { name, data: DATA, ...settings }, optimizer: { name: "momentum", learningRate: 0.01, momentum: 0.5 }, start: [0.5, -1], steps: 30, ...rest });
      }
    }
  }
  await expectSameEnd(scene, { loss: { name: "regression", residual: "absolute", sample: 20 }, optimizer: { name: "gradientDescent", learningRate: 0.01 }, start: [0.5, -1], steps: 30, batch: 3 });
});

test("the program stops where a rule stops the run, and where it flies off", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground");
  const bowl = { loss: { name: "bowl" }, start: [5], steps: 400 };
  const by = (/** @type {number} */ learningRate, more = {}) => ({ ...bowl, optimizer: { name: "gradientDescent", learningRate, ...more } });
  for (const [experiment, steps] of /** @type {[object, number][]} */ ([
    [{ ...by(0.1), stop: { gradientBelow: 0.01 } }, 31],
    [{ ...by(0.1), stop: { lossChangeBelow: 1e-6 } }, 37],
    [by(0.7, { learningRateDecay: 0.3 }), 400],
    // 5 · 5ᵏ, whose square is a number up to k = 219.
    [{ ...by(3), steps: 1000 }, 219],
  ])) {
    expect(await expectSameEnd(scene, experiment), JSON.stringify(experiment)).toBe(steps);
  }
});
