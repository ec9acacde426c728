// A scene that is taken out of a page leaves nothing behind: no memory, worker, frame, observer, listener or object of the core.
import { expect, test } from "./fixtures.js";

/** Most that the heap may have grown, in bytes. */
const HEAP = 1e6;
const TIMES = 200;
/** Scenes of every sort, one after the other: figures, marbles, samples, a map computed by a worker, a race, a challenge. */
const SCENES = ["surface", "learning-rate", "scrubber", "median", "landscape", "race", "penguins", "playground", "practice", "nudges"];

/** Runs in the page before everything else: counts what is begun and ended. */
function count() {
  const open = { workers: 0, frames: 0, observers: 0 };
  Object.assign(window, { open });
  /** @param {any} owner @param {string} name @param {(call: any) => any} wrap */
  const wrap = (owner, name, wrap) => (owner[name] = wrap(owner[name]));
  for (const name of ["ResizeObserver", "IntersectionObserver", "MutationObserver"]) {
    /** @type {any} */ (window)[name] = class extends /** @type {any} */ (window)[name] {
      watching = false;
      observe(/** @type {any[]} */ ...given) {
        if (!this.watching) open.observers += 1;
        this.watching = true;
        super.observe(...given);
      }
      disconnect() {
        if (this.watching) open.observers -= 1;
        this.watching = false;
        super.disconnect();
      }
    };
  }
  window.Worker = class extends Worker {
    /** @param {[string | URL, WorkerOptions?]} given */
    constructor(...given) {
      super(...given);
      open.workers += 1;
    }
    terminate() {
      open.workers -= 1;
      super.terminate();
    }
  };
  WebAssembly.Instance = class extends WebAssembly.Instance {
    /** @param {[WebAssembly.Module, WebAssembly.Imports?]} given */
    constructor(...given) {
      super(...given);
      if (this.exports["memory"]) Object.assign(window, { memory: this.exports["memory"] });
    }
  };
  /** @type {Set<number>} */
  const frames = new Set();
  wrap(window, "requestAnimationFrame", (ask) => (/** @type {FrameRequestCallback} */ callback) => {
    const id = ask.call(window, (/** @type {number} */ now) => {
      frames.delete(id);
      open.frames = frames.size;
      callback(now);
    });
    frames.add(id);
    open.frames = frames.size;
    return id;
  });
  wrap(window, "cancelAnimationFrame", (cancel) => (/** @type {number} */ id) => {
    frames.delete(id);
    open.frames = frames.size;
    cancel.call(window, id);
  });
}

test("two hundred scenes come and go, and leave nothing", { tag: ["@alone", "@desktop"] }, async ({ page, context }) => {
  test.setTimeout(240_000);
  await page.addInitScript(count);
  await page.goto("./pages/empty.html");
  const session = await context.newCDPSession(page);
  await session.send("HeapProfiler.enable");
  /** Shows so many scenes, one after the other; each goes while it is busy, or when it rests. @param {number} times @param {boolean} [resting] */
  const come = (times, resting = false) => page.evaluate(async ([times, scenes, resting]) => {
    for (let time = 0; time < times; time += 1) {
      const scene = document.createElement("downhill-scene");
      scene.setAttribute("scene", String(scenes[time % scenes.length]));
      const ready = new Promise((done) => scene.addEventListener("downhill-ready", done, { once: true }));
      document.body.append(scene);
      await ready;
      if (!resting) {
        // A run plays and a change is under way when it goes.
        scene.setAttribute("alpha", "0.02");
        scene.run();
      }
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      while (resting && /** @type {any} */ (window).open.frames > 0) await new Promise((done) => requestIdleCallback(done));
      scene.remove();
      await Promise.resolve();
    }
  }, /** @type {[number, string[], boolean]} */ ([times, SCENES, resting]));
  /** Listeners on what outlives a scene. @param {string} target */
  const listenersOf = async (target) => {
    const { result } = await session.send("Runtime.evaluate", { expression: target });
    const { listeners } = await session.send("DOMDebugger.getEventListeners", { objectId: String(result.objectId) });
    return listeners.map(({ type }) => `${target} ${type}`);
  };
  const left = async () => {
    // Whoever waits for quiet before telling a screen reader has told it by then.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
    // What the tests themselves keep.
    await page.evaluate(() => void (/** @type {any} */ (window).heard.length = 0));
    for (let round = 0; round < 3; round += 1) await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const counters = await session.send("Memory.getDOMCounters");
    const wasm = await page.evaluate(() => Number(/** @type {any} */ (window).memory.buffer.byteLength));
    const open = await page.evaluate(() => ({ .../** @type {any} */ (window).open }));
    const outside = (await Promise.all(["window", "document", "document.documentElement", "document.body"].map(listenersOf))).flat();
    return { heap: usedSize, nodes: counters.nodes, listeners: counters.jsEventListeners, outside, wasm, open };
  };
  // What is loaded once and kept for the next scene comes with the first of each sort; and the core has had to hold each picture
  // once, which a scene that goes at once may or may not come to draw.
  await come(SCENES.length, true);
  await come(SCENES.length);
  const before = await left();
  await come(TIMES);
  const after = await left();
  expect(after.open, "begun and not ended").toEqual(before.open);
  expect(after.open).toMatchObject({ workers: 0, frames: 0 });
  expect(after.outside, "listeners outside").toEqual(before.outside);
  expect(after.nodes - before.nodes, "nodes").toBeLessThan(50);
  expect(after.listeners - before.listeners, "listeners").toBeLessThan(20);
  expect(after.wasm, "bytes of the core's memory").toBe(before.wasm);
  expect(after.heap - before.heap, "bytes of the heap").toBeLessThan(HEAP);
});
