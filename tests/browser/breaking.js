// Makes the core break when and as asked, in the site that `cargo xtask panics` builds, and keeps what came of it.

/** @typedef {"step" | "draw" | "run" | "judge"} Place */
/** @typedef {"panic" | "stack"} How */
/** @typedef {{ asked: { place: Place, how: How }[], took: number[], instances: WeakRef<WebAssembly.Memory>[], reported: string[] }} Breaking */

/** The folder of that site. */
export const SITE = "./panics/";

/** Runs in every page before its own scripts. */
function prepare() {
  /** @type {Breaking} */
  const breaking = { asked: [], took: [], instances: [], reported: [] };
  let brokenAt = 0;
  const panicNext = (/** @type {Place} */ place) => {
    const at = breaking.asked.findIndex((one) => one.place === place);
    const [one] = at < 0 ? [] : breaking.asked.splice(at, 1);
    if (one) brokenAt = performance.now();
    else if (place === "draw" && brokenAt > 0) measure();
    return one?.how;
  };
  /** All that is restored is so when the script that draws the first of it has ended. */
  const measure = () => {
    const began = brokenAt;
    brokenAt = 0;
    queueMicrotask(() => breaking.took.push(performance.now() - began));
  };
  const { Instance } = WebAssembly;
  /** Remembers memories without keeping them. */
  class Remembered extends Instance {
    constructor(/** @type {WebAssembly.Module} */ module, /** @type {WebAssembly.Imports} */ imports) {
      super(module, imports);
      const { memory } = this.exports;
      if (memory instanceof WebAssembly.Memory) breaking.instances.push(new WeakRef(memory));
    }
  }
  Object.assign(WebAssembly, { Instance: Remembered });
  Object.assign(window, { breaking, panicNext, onerror: (/** @type {string} */ message) => void breaking.reported.push(message) });
}

/** @param {import("@playwright/test").Page} page */
export async function breakable(page) {
  await page.addInitScript(prepare);
  const inPage = () => /** @type {Breaking} */ (/** @type {any} */ (window).breaking);
  const state = () => page.evaluate(`(${inPage})()`).then((found) => /** @type {Breaking} */ (found));
  return {
    /** The next times that the core comes to a place, it breaks. @param {Place} place @param {How} [how] @param {number} [times] */
    ask: (place, how = "panic", times = 1) => page.evaluate(([place, how, times]) => {
      const { asked } = /** @type {any} */ (window).breaking;
      for (let count = 0; count < Number(times); count += 1) asked.push({ place, how });
    }, [place, how, times]),
    /** What is still asked for. */
    left: async () => (await state()).asked.length,
    /** How long each restoring took, in milliseconds. */
    took: async () => (await state()).took,
    /** What errors a host has heard of that listened before the lesson came. */
    reported: async () => (await state()).reported,
    /** How many memories of instances there have been, and how many are kept. */
    memories: async () => {
      const session = await page.context().newCDPSession(page);
      for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
      await session.detach();
      return page.evaluate(() => {
        const { instances } = /** @type {any} */ (window).breaking;
        return { made: instances.length, kept: instances.filter((/** @type {WeakRef<object>} */ each) => each.deref()).length };
      });
    },
  };
}
