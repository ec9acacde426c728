// The module's functions as other pages' scripts call them, and what they say when called wrongly.
import { expect, test } from "./fixtures.js";
import { activities, scenes as figures } from "./course.js";

const described = [...figures, ...activities];

/** @typedef {import("../../www/downhill.js").LossInfo} LossInfo */

test.beforeEach(async ({ page }) => {
  await page.goto("./pages/host.html");
  await page.evaluate(async () => {
    const module = await import(/** @type {any} */ (new URL("../downhill.js", location.href).href));
    await module.ready();
    Object.assign(window, { module });
  });
});

/** Calls a function with the module in the page. @template T @param {import("@playwright/test").Page} page @param {string} code @returns {Promise<any>} */
const call = (page, code) => page.evaluate(`(() => { const m = window.module; return ${code}; })()`);

const BOWL = `{ loss: { name: "bowl" }, optimizer: { name: "gradientDescent", learningRate: 0.1 }, start: [5], steps: 25 }`;

test("run gives the trajectory as documented", { tag: "@desktop" }, async ({ page }) => {
  const result = await call(page, `(() => { const t = m.run(${BOWL}); return { ...t, kinds: [t.points, t.losses, t.gradientNorms].map((a) => a.constructor.name), points: [...t.points], losses: [...t.losses], gradientNorms: [...t.gradientNorms] }; })()`);
  expect(result).toMatchObject({ dimension: 1, steps: 25, outcome: "running", reason: "stepsDone", kinds: ["Float64Array", "Float64Array", "Float64Array"] });
  expect(result.gradientEvaluations).toBeGreaterThanOrEqual(25);
  expect([result.points.length, result.losses.length, result.gradientNorms.length]).toEqual([26, 26, 26]);
  result.points.forEach((/** @type {number} */ x, /** @type {number} */ k) => expect(x).toBeCloseTo(5 * 0.8 ** k, 12));
});

test("points of two parameters stand row by row; a typed function and a stop rule are used", { tag: "@desktop" }, async ({ page }) => {
  const result = await call(page, `(() => { const t = m.run({ loss: { expression: "x^2 + 3*y^2" }, optimizer: { name: "gradientDescent", learningRate: 0.1 }, start: [1, 2], steps: 500, stop: { gradientBelow: 1e-3 } }); return { ...t, points: [...t.points].slice(0, 4) }; })()`);
  expect(result.dimension).toBe(2);
  expect(result.points).toEqual([1, 2, expect.closeTo(0.8), expect.closeTo(0.8)]);
  expect(result).toMatchObject({ outcome: "converged", reason: "gradientBelow" });
  expect(result.steps).toBeLessThan(60);
});

test("divergence is an outcome with its last finite points, never an exception", { tag: "@desktop" }, async ({ page }) => {
  const result = await call(page, `(() => { const t = m.run({ ...${BOWL}, optimizer: { name: "gradientDescent", learningRate: 1000 }, steps: 1000 }); return { outcome: t.outcome, reason: t.reason, finite: [...t.points, ...t.losses].every(Number.isFinite), steps: t.steps }; })()`);
  expect(result).toMatchObject({ outcome: "diverged", reason: "notFinite", finite: true });
  expect(result.steps).toBeLessThan(1000);
});

test("step makes one update after the other, the same as run, with any optimizer", { tag: "@desktop" }, async ({ page }) => {
  const pairs = await call(page, `m.optimizers().map(({ name }) => {
    const experiment = { loss: { name: "rosenbrock" }, optimizer: { name, learningRate: 0.001 }, start: [-1.5, 1.5], steps: 10 };
    let state;
    for (let k = 0; k < 10; k += 1) state = m.step(experiment, state && structuredClone(state));
    return { name, step: state.step, walked: state.point, run: [...m.run(experiment).points].slice(-2) };
  })`);
  expect(pairs.length).toBe(7);
  for (const { name, step, walked, run } of pairs) {
    expect(step, name).toBe(10);
    expect(walked, name).toEqual(run);
  }
});

test("stability gives the limits at the start and anywhere else", { tag: "@desktop" }, async ({ page }) => {
  expect(await call(page, `m.stability(${BOWL})`)).toMatchObject({ monotoneBelow: 0.5, divergesAbove: 1 });
  expect(await call(page, `m.stability({ ...${BOWL}, optimizer: { name: "momentum", learningRate: 0.1, momentum: 0.5 } })`)).toMatchObject({ divergesAbove: 1.5 });
  const himmelblau = `{ loss: { name: "himmelblau" }, optimizer: { name: "gradientDescent", learningRate: 0.01 }, start: [0, 0], steps: 1 }`;
  expect((await call(page, `m.stability(${himmelblau}, [3, 2])`)).divergesAbove).toBeCloseTo(0.0243, 4);
});

test("the lists hold what they promise, and every loss of them runs", { tag: "@desktop" }, async ({ page }) => {
  const { losses, optimizers, scenes } = /** @type {{ losses: LossInfo[], optimizers: { name: string }[], scenes: { id: string, experiment?: object }[] }} */ (await call(page, "({ losses: m.losses(), optimizers: m.optimizers(), scenes: m.scenes() })"));
  expect(optimizers.map(({ name }) => name)).toEqual(["gradientDescent", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "newton"]);
  expect(scenes.map(({ id }) => id)).toEqual(described.map(({ id }) => id));
  expect(scenes.filter(({ experiment }) => !experiment).map(({ id }) => id)).toEqual(described.filter(({ model, activity }) => model ?? activity).map(({ id }) => id));
  expect(losses.map(({ name }) => name)).toEqual(expect.arrayContaining(["bowl", "shiftedBowl", "quartic", "doubleWell", "wavy", "cosh", "absolute", "plateau", "lopsided", "absoluteError", "squaredError", "roundBowl", "ellipse", "ravine", "rosenbrock", "banana", "himmelblau", "twoWells", "trigBowl", "saddle", "stall", "ripples", "rastrigin", "hills"]));
  for (const loss of losses) {
    expect(loss).toMatchObject({ formula: expect.any(String), start: expect.any(Array), learningRate: expect.any(Number), frame: expect.any(Array) });
    expect([loss.start.length, loss.frame.length]).toEqual([loss.dimension, loss.dimension]);
  }
  const outcomes = await call(page, `[...m.losses().map(({ name, start, learningRate }) => m.run({ loss: { name }, optimizer: { name: "gradientDescent", learningRate }, start, steps: 100 }).outcome), ...m.scenes().filter(({ experiment }) => experiment).flatMap((scene) => [scene, ...scene.presets]).map(({ experiment }) => m.run(experiment).outcome)]`);
  for (const outcome of outcomes) expect(["running", "converged", "cycling", "stalled", "diverged"]).toContain(outcome);
});

test("the lists are copies: changing one changes nothing", { tag: "@desktop" }, async ({ page }) => {
  expect(await call(page, `(() => { m.losses()[0].name = "x"; m.scenes()[0].experiment.start[0] = 99; m.optimizers().pop(); return [m.losses()[0].name, m.scenes()[0].experiment.start[0], m.optimizers().length]; })()`)).toEqual(["bowl", -0.15, 7]);
});

/** A piece of a malformed experiment, the field to be named, what was given and what is accepted. @type {[string, RegExp, RegExp][]} */
const MALFORMED = [
  [`{ ...b, steps: -1 }`, /^steps: “-1”/, /whole number from 0 to 1,000,000/],
  [`{ ...b, steps: 2.5 }`, /^steps: “2\.5”/, /whole number/],
  [`{ ...b, steps: NaN }`, /^steps: “NaN”/, /whole number/],
  [`{ ...b, start: [1, 2] }`, /^start: /, /number/],
  [`{ ...b, start: [Infinity] }`, /^start/, /number/],
  [`{ ...b, start: "5" }`, /^start: “5”/, /number/],
  [`{ ...b, start: [] }`, /^start/, /number/],
  [`{ ...b, loss: { name: "crater" } }`, /^loss(\.name)?: “crater”/, /bowl, shiftedBowl/],
  [`{ ...b, loss: { expression: "x +" } }`, /^loss(\.expression)?: /, /At character 4/],
  [`{ ...b, loss: { name: "ravine", a: "steep" } }`, /^loss\.a: “steep”/, /number/],
  [`{ ...b, loss: { name: "bowl", c: 3 } }`, /^loss/, /./],
  [`{ ...b, loss: undefined }`, /^loss: /, /./],
  [`{ ...b, optimizer: { name: "sgd", learningRate: 0.1 } }`, /^optimizer\.name: “sgd”/, /gradientDescent, momentum/],
  [`{ ...b, optimizer: { name: "gradientDescent", learningRate: "fast" } }`, /^optimizer\.learningRate: “fast”/, /number from 0/],
  [`{ ...b, optimizer: { name: "gradientDescent", learningRate: -1 } }`, /^optimizer\.learningRate: “-1”/, /number from 0/],
  [`{ ...b, optimizer: { name: "momentum", learningRate: 0.1, momentum: 2 } }`, /^optimizer\.momentum: “2”/, /number from 0 to/],
  [`{ ...b, stop: { gradientBelow: -1 } }`, /^stop\.gradientBelow: “-1”/, /./],
  [`{ ...b, seed: 0.5 }`, /^seed: “0\.5”/, /whole number/],
  [`null`, /^experiment: /, /object/],
  [`"bowl"`, /^experiment: “bowl”/, /object/],
  [`undefined`, /^experiment: /, /object/],
];

test("a malformed experiment throws an Error that names the field, what it was and what is accepted", { tag: "@desktop" }, async ({ page }) => {
  for (const name of ["run", "step", "stability"]) {
    const messages = await call(page, `(() => { const b = ${BOWL}; return [${MALFORMED.map(([code]) => `() => (${code})`).join(", ")}].map((wrong) => { try { m.${name}(wrong()); return "nothing thrown"; } catch (e) { return e instanceof Error ? e.message : "no Error"; } }); })()`);
    MALFORMED.forEach(([code, field, accepted], index) => {
      expect.soft(messages[index], `${name}(${code})`).toMatch(field);
      expect.soft(messages[index], `${name}(${code})`).toMatch(accepted);
    });
  }
});

test("hostile experiments never break the core: it answers the next call as before", { tag: "@desktop" }, async ({ page }) => {
  const answer = await call(page, `(() => {
    const b = ${BOWL};
    const deep = []; let at = deep; for (let i = 0; i < 20000; i += 1) { at.push([]); at = at[0]; }
    const round = {}; round.self = round;
    const bad = [Symbol.iterator, 5n, () => 1, new Map(), new Proxy({}, {}), deep, round, new Date(), { ...b, start: deep }, { ...b, loss: round }, { ...b, start: Array(1e5).fill(1) }, { ...b, loss: { expression: "(".repeat(1e5) } }, { ...b, loss: { expression: "x^".repeat(900) + "x" } }, { ...b, steps: 1e308 }, { ...b, seed: -1 }, { get loss() { throw new Error("mine"); } }];
    const threw = bad.map((wrong) => { try { m.run(wrong); return "nothing"; } catch (e) { return e instanceof WebAssembly.RuntimeError ? "broken" : e instanceof Error ? "Error" : typeof e; } });
    return { threw, after: m.run(b).steps };
  })()`);
  expect(answer.threw).not.toContain("broken");
  expect(answer.threw.filter((/** @type {string} */ kind) => !["Error", "nothing"].includes(kind))).toEqual([]);
  expect(answer.after).toBe(25);
});
