// Runs the timed work in one page, in turns, so that a slow moment of the machine hits every contender alike.
import { readFile } from "node:fs/promises";
import { best } from "./best.mjs";

const FOLDER = new URL("../../target/yardstick/", import.meta.url);
const TYPES = { js: "text/javascript", wasm: "application/wasm" };

/**
 * Median milliseconds on the main thread, until the canvases show what was drawn; less what reading a pixel costs.
 * @typedef {object} Times
 * @property {number} plotters a 40×40 surface drawn by plotters-canvas
 * @property {number} marble the marble's layer over the surface, one frame
 * @property {number} scrubber the scrubber's layers (curve and loss curve), one frame
 * @property {number} turn the surface with its axes and a marble from another side
 * @property {number} rate a 1D scene of 1,000 steps run again and redrawn
 * @property {number} reading one pixel of a canvas on which nothing waits to be drawn
 * @property {number} million a million steps on Himmelblau; the fastest run, not the median
 */

/** So many runs, and at most so many while a row is beyond its budget. */
const RUNS = 3;
const MOST = 9;

/** @type {Promise<Times[]> | undefined} */
let taken;

/** @param {import("./run.mjs").Context} context @returns {Promise<Times[]>} the times of all runs */
export function times(context) {
  taken ??= takeAll(context);
  return taken;
}

/**
 * The best of the runs.
 * @param {import("./run.mjs").Context} context
 * @param {(run: Times) => number} value
 * @param {number} budget
 */
export async function bestTime(context, value, budget) {
  return best(await times(context), { least: RUNS, most: MOST, budget, value, more: () => take(context) });
}

/** @param {import("./run.mjs").Context} context @returns {Promise<Times[]>} */
async function takeAll(context) {
  const all = [];
  for (let run = 0; run < RUNS; run++) all.push(await take(context));
  return all;
}

/** @param {import("./run.mjs").Context} context @returns {Promise<Times>} */
async function take({ browser, address, check }) {
  const page = await browser.newPage({ serviceWorkers: "block", viewport: { width: 1000, height: 800 } });
  await page.route("**/yardstick/*", async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").pop() ?? "";
    const type = name.endsWith("wasm") ? TYPES.wasm : TYPES.js;
    await route.fulfill({ body: await readFile(new URL(name, FOLDER)), contentType: type });
  });
  // A plain file of the same origin: the modules can be imported, and nothing else runs.
  await page.goto(new URL("course.json", address).href);
  const result = await page.evaluate(inPage, check ? 25 : 101);
  await page.close();
  return result;
}

/**
 * Runs in the page.
 * @param {number} rounds
 * @returns {Promise<Times>}
 */
async function inPage(rounds) {
  const load = async (/** @type {string} */ path) => import(path);
  const [{ default: glue }, yardstick] = await Promise.all([load("/downhill-core.js"), load("/yardstick/yardstick.js")]);
  const core = glue();
  const { instance } = await WebAssembly.instantiateStreaming(fetch("/downhill-core_bg.wasm"), core.imports());
  const first = core.take(instance);
  await Promise.all([yardstick.default(), WebAssembly.instantiateStreaming(fetch("/downhill-later_bg.wasm"), { first })]);
  const [WIDTH, HEIGHT] = [800, 600];

  const newCanvas = () => document.body.appendChild(document.createElement("canvas"));

  /** Canvas calls are only queued; reading a pixel makes the browser carry them out. @param {HTMLCanvasElement[]} canvases */
  function finish(canvases) {
    for (const canvas of canvases) canvas.getContext("2d")?.getImageData(0, 0, 1, 1);
  }

  /** @param {string} kind @param {object} experiment @param {object} options */
  function scene(kind, experiment, options = {}) {
    const canvases = Array.from({ length: core.Panel.layers(kind) }, newCanvas);
    const panel = new core.Panel(kind, canvases);
    panel.resize(WIDTH, HEIGHT, 1);
    panel.style({ fontSize: 13, font: "sans-serif", words: { x: "x", y: "y", loss: "loss", step: "step", diverged: "" } });
    panel.options(options);
    const simulation = new core.Simulation(experiment);
    panel.add(simulation, "vanilla", simulation.steps);
    panel.draw();
    finish(canvases);
    return { panel, simulation, canvases };
  }
  const descent = (/** @type {number} */ learningRate) => ({ name: "gradientDescent", learningRate });
  const himmelblau = { loss: { name: "himmelblau" }, optimizer: descent(0.01), start: [-0.15, 0.67], steps: 25 };
  const bowl = (/** @type {number} */ rate, /** @type {number} */ steps) => ({
    loss: { name: "bowl" }, optimizer: descent(rate), start: [5], steps,
  });
  const surface = scene("surface", himmelblau);
  const turned = scene("surface", { ...himmelblau, steps: 0 });
  const parts = { tangent: true, arrow: true };
  const scrubbed = [scene("curve", bowl(0.1, 25), parts), scene("lossCurve", bowl(0.1, 25))];
  const long = [scene("curve", bowl(0.1, 1000), parts), scene("lossCurve", bowl(0.1, 1000))];
  const canvas = newCanvas();
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];

  const still = [newCanvas(), newCanvas(), newCanvas()];
  for (const canvas of still) [canvas.width, canvas.height] = [WIDTH, HEIGHT];

  let turn = 0;
  const contenders = {
    reading: () => finish(still),
    plotters: () => {
      yardstick.surface_by_plotters(canvas, 0.3 + turn / 50);
      finish([canvas]);
    },
    marble: () => {
      surface.panel.setStep(0, (turn % 50) / 2);
      surface.panel.draw();
      finish(surface.canvases.slice(-1));
    },
    turn: () => {
      turned.panel.turn(0.02, 0);
      turned.panel.draw();
      finish(turned.canvases);
    },
    scrubber: () => {
      for (const { panel, canvases } of scrubbed) {
        panel.setStep(0, turn % 26);
        panel.draw();
        finish(canvases.slice(-1));
      }
    },
    rate: () => {
      const simulation = new core.Simulation(bowl(0.01 + (turn % 40) / 40, 1000));
      for (const { panel, canvases } of long) {
        panel.clear();
        panel.add(simulation, "vanilla", simulation.steps);
        panel.draw();
        finish(canvases);
      }
      simulation.free();
    },
  };
  /** @type {Record<string, number[]>} */
  const taken = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  // The clock tells tenths of a millisecond, so what takes less is drawn several times over, each time from another step
  // or side, and carried out each time.
  const REPEATED = 10;
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(contenders)) {
      // Each in a frame of its own, so that none pays for what another left in the canvas's queue.
      await nextFrame();
      const times = name === "plotters" ? 1 : REPEATED;
      const begin = performance.now();
      for (let time = 0; time < times; time++, turn++) work();
      taken[name]?.push((performance.now() - begin) / times);
    }
  }
  const walks = Array.from({ length: 7 }, () => {
    const begin = performance.now();
    yardstick.million_steps();
    return performance.now() - begin;
  });
  const median = (/** @type {number[]} */ list) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? NaN;
  // Reading a pixel is part of the measuring, not of the drawing.
  const reading = median(taken.reading ?? []) / still.length;
  const read = { plotters: 1, marble: 1, turn: 3, scrubber: 2, rate: 4 };
  const drawing = Object.entries(read).map(([name, count]) => [name, median(taken[name] ?? []) - count * reading]);
  return /** @type {any} */ ({ ...Object.fromEntries(drawing), reading, million: Math.min(...walks) });
}
