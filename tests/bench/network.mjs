// Times the network's kernel beside the same gradient in JavaScript, in turns in one page; and a whole training.
import { readFile } from "node:fs/promises";

/**
 * @typedef {object} NetworkTimes
 * @property {number} kernel milliseconds of the kernel's gradient on 1,000 images, the fastest
 * @property {number} loop milliseconds of the JavaScript loop, the fastest
 * @property {number} training seconds to 90 % of the digits that are held out, measurements and progress included
 */

/** @type {Promise<NetworkTimes> | undefined} */
let taken;

/** @param {import("./run.mjs").Context} context */
export function networkTimes(context) {
  taken ??= take(context);
  return taken;
}

/** @param {import("./run.mjs").Context} context @returns {Promise<NetworkTimes>} */
async function take({ browser, address, check }) {
  const page = await browser.newPage({ serviceWorkers: "block" });
  await page.route("**/network-loop.js", async (route) => {
    await route.fulfill({ body: await readFile(new URL("./network-loop.js", import.meta.url)), contentType: "text/javascript" });
  });
  // A plain file of the same origin: the modules can be imported, and nothing else runs.
  await page.goto(new URL("course.json", address).href);
  const result = await page.evaluate(inPage, check ? 60 : 300);
  await page.close();
  return result;
}

/** Runs in the page. @param {number} rounds @returns {Promise<NetworkTimes>} */
async function inPage(rounds) {
  const COUNT = 1000;
  const [kernels, loop, file] = await Promise.all([
    import(/** @type {any} */ ("/downhill-kernels.js")),
    import(/** @type {any} */ ("/network-loop.js")),
    fetch("/digits/digits.bin").then((response) => response.arrayBuffer()).then((buffer) => new Uint8Array(buffer)),
  ]);
  await kernels.default({ module_or_path: "/downhill-kernels-simd_bg.wasm" });
  const network = kernels.Network.unpack(file);
  network.go(1, 10, 0, 0, 0);
  const images = Uint16Array.from({ length: COUNT }, (_, index) => index);
  const digits = loop.unpack(file);
  const weights = loop.begin(Math.random);
  const gradient = weights.map((/** @type {Float32Array} */ part) => new Float32Array(part.length));
  const contenders = {
    kernel: () => network.feel(images),
    loop: () => loop.gradient(weights, gradient, digits, COUNT),
  };
  /** @type {Record<string, number>} */
  const fastest = { kernel: Infinity, loop: Infinity };
  // The clock tells tenths of a millisecond.
  const REPEATED = 5;
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of Object.entries(contenders)) {
      const begin = performance.now();
      for (let time = 0; time < REPEATED; time++) work();
      fastest[name] = Math.min(fastest[name] ?? Infinity, (performance.now() - begin) / REPEATED);
    }
  }
  const begin = performance.now();
  let accuracy = 0;
  for (let step = 100; accuracy < 0.9 && step <= 100_000; step += 100) {
    network.go(1, 10, 1, step, 100);
    accuracy = network.marks().at(-1);
  }
  const training = accuracy < 0.9 ? Infinity : (performance.now() - begin) / 1000;
  return /** @type {any} */ ({ ...fastest, training });
}
