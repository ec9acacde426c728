// Times of the map of starts, of its sketch, and of the same job in JavaScript, all in one page: the best of some runs.
import { readFile } from "node:fs/promises";

/** @typedef {{ whole: number, sketch: number, loop: number, leaving: number, share: number }} Times milliseconds, and the map as a share of the loop in the best of some turns */

/** The most that the map may take of the loop's time. */
export const SHARE = 1 / 40;

/** Other work on the machine only ever adds to a time, so there are so many times the usual rounds while the share is beyond its budget. */
const LONGER = 3;

const EXPERIMENT = { loss: { name: "himmelblau" }, optimizer: { name: "gradientDescent", learningRate: 0.01 }, start: [0, 0], steps: 200 };

/** @type {Promise<Times> | undefined} */
let measured;

/** @param {import("./run.mjs").Context} context */
export function basinTimes(context) {
  return (measured ??= measure(context));
}

/** @param {import("./run.mjs").Context} context @returns {Promise<Times>} */
async function measure({ address, browser, check }) {
  const page = await browser.newPage({ serviceWorkers: "block" });
  await page.goto(new URL("course.json", address).href);
  const loop = await readFile(new URL("./basins-loop.js", import.meta.url), "utf8");
  await page.route("**/basins-loop.js", (route) => route.fulfill({ contentType: "text/javascript", body: loop }));
  const times = await page.evaluate(inPage, { experiment: EXPERIMENT, rounds: check ? 40 : 60, share: SHARE, longer: LONGER });
  await page.close();
  return times;
}

/** Runs in the page. @param {{ experiment: object, rounds: number, share: number, longer: number }} given @returns {Promise<Times>} */
async function inPage({ experiment, rounds, share, longer }) {
  const at = (/** @type {string} */ file) => new URL(file, document.baseURI).href;
  const { default: init, Basins } = await import(at("downhill-kernels.js"));
  const { basinLoop } = await import(at("basins-loop.js"));
  await init({ module_or_path: at("downhill-kernels-simd_bg.wasm") });
  const best = { whole: Infinity, sketch: Infinity, loop: Infinity, leaving: Infinity, share: Infinity };
  const timed = (/** @type {keyof typeof best} */ name, /** @type {() => void} */ work) => {
    const begin = performance.now();
    work();
    const time = performance.now() - begin;
    best[name] = Math.min(best[name], time);
    return time;
  };
  // Maps and loops take turns, as a machine may be faster at one time than at another.
  let map = Infinity;
  for (let round = 0; round < rounds || (round < longer * rounds && best.share > share); round += 1) {
    map = Math.min(map, timed("whole", () => {
      const starts = new Basins(experiment, 512, 512);
      timed("sketch", () => starts.sketch());
      while (!starts.decide(4096));
      starts.ends();
      starts.free();
    }));
    if (round % 5 < 4) continue;
    best.share = Math.min(best.share, map / timed("loop", () => basinLoop(512, 200, 0.01, 0)));
    map = Infinity;
    timed("leaving", () => basinLoop(512, 200, 0.01, 0.5));
  }
  return best;
}
