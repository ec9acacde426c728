// A long visit: after thousands of interactions the page holds no more memory, nodes or listeners than at its beginning.
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";
import { Storm } from "./storm.js";

/** In each scene, after the warm-up; with `DOWNHILL_SOAK=10000` a visit takes ten minutes at least. */
const INTERACTIONS = Number(process.env.DOWNHILL_SOAK ?? 3000);
const MINUTES = INTERACTIONS >= 10_000 ? 10 : 0;
/** Until everything has been used once: what is computed or fetched at first use is kept on purpose. */
const WARM_UP = 1500;
/** How much larger the heap may be, in bytes. */
const HEAP = 2 * 2 ** 20;
/** What the browser keeps for fields of different number, and listeners of lists of different length. What stays behind each time would be thousands. @type {Record<string, number>} */
const SLACK = { nodes: 100, listeners: 20, wasm: 256 * 2 ** 10 };
/** WebAssembly's memory never shrinks, so the largest runs that readers can ask for come first. @type {Record<string, Record<string, string>>} */
const LARGEST = {
  playground: { loss: "himmelblau", steps: "1000000", alpha: "0.0001", marbles: "1,1;2,2;3,3;-1,1;-2,2;-3,3;1,-3" },
  penguins: { steps: "300000" },
};
/** A frame after each: a scene that was taken out just now is at times let go of by the browser in a later task only. */
const COLLECTIONS = 5;
/** Interactions between two pauses of a long visit. */
const STRETCH = 100;

/** Nodes are those that are not on the page: tables are as long as runs. @typedef {{ heap: number, nodes: number, listeners: number, wasm: number[] }} Weight */

/** Runs in the page before its own scripts: notes every memory of WebAssembly. */
function noteMemories() {
  /** @type {Set<WebAssembly.Memory>} */
  const memories = new Set();
  Object.assign(window, { memories });
  const note = (/** @type {any} */ made) => {
    for (const one of Object.values((made.instance ?? made).exports ?? {})) if (one instanceof WebAssembly.Memory) memories.add(one);
    return made;
  };
  for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
    const own = /** @type {Function} */ (WebAssembly[name]).bind(WebAssembly);
    Object.assign(WebAssembly, { [name]: (/** @type {unknown[]} */ ...given) => own(...given).then(note) });
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (target, given) => note(Reflect.construct(target, given)) });
}

/** What the page holds, after everything that nobody holds has been collected. @param {import("@playwright/test").Page} page @param {import("@playwright/test").CDPSession} browser @returns {Promise<Weight>} */
async function weigh(page, browser) {
  for (let times = 0; times < COLLECTIONS; times += 1) {
    await browser.send("HeapProfiler.collectGarbage");
    await new Scene(page).settled();
  }
  const { metrics } = await browser.send("Performance.getMetrics");
  const of = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? NaN;
  const wasm = await page.evaluate(() => [.../** @type {Set<WebAssembly.Memory>} */ (/** @type {any} */ (window).memories)].map(({ buffer }) => buffer.byteLength));
  const nodes = of("Nodes") - (await page.evaluate(nodesOnPage));
  return { heap: of("JSHeapUsedSize"), nodes, listeners: of("JSEventListeners"), wasm };
}

/** Runs in the page: how many nodes are on it, in shadow roots, too. */
function nodesOnPage() {
  const within = (/** @type {Node} */ root) => {
    let count = 0;
    const walker = document.createTreeWalker(root);
    for (let node = /** @type {Node | null} */ (root); node; node = walker.nextNode()) {
      count += 1;
      if (node instanceof Element && node.shadowRoot) count += within(node.shadowRoot);
    }
    return count;
  };
  return within(document);
}

// The scene with every figure and every control of a run, and the one whose samples are taken and given.
for (const id of ["playground", "penguins"]) {
  test(`a long visit to “${id}” leaves nothing behind`, { tag: "@alone" }, async ({ page, context, complaints }) => {
    test.setTimeout((MINUTES + 5) * 60_000 + INTERACTIONS * 50);
    await context.addInitScript(noteMemories);
    const browser = await context.newCDPSession(page);
    await browser.send("Performance.enable");
    const storm = new Storm(page, { seed: 1, kind: "patient", python: false });
    await storm.open(`./?scene=${id}`);
    await storm.calm(1);
    await runLargest(storm, LARGEST[id] ?? {});
    await storm.rage(WARM_UP);
    await storm.expectAnswers();
    await runLargest(storm, LARGEST[id] ?? {});
    const before = await weigh(page, browser);
    const begun = Date.now();
    for (let made = 0; made < INTERACTIONS; made += STRETCH) {
      await storm.blow(STRETCH);
      const due = ((made + STRETCH) / INTERACTIONS) * MINUTES * 60_000 - (Date.now() - begun);
      // Not to wait for anything: what grows with time alone would show.
      if (due > 0) await page.waitForTimeout(due);
    }
    await storm.expectNoDamage();
    await storm.expectAnswers();
    const after = await weigh(page, browser);
    const { heap, nodes, listeners, wasm } = after;
    console.log(`soak of “${id}”: ${INTERACTIONS} interactions in ${((Date.now() - begun) / 60_000).toFixed(1)} min; heap ${mb(before.heap)} → ${mb(heap)} MB, nodes off the page ${before.nodes} → ${nodes}, listeners ${before.listeners} → ${listeners}, wasm ${before.wasm.map(mb)} → ${wasm.map(mb)} MB`);
    expect(complaints, "the page complains").toEqual([]);
    expect(heap - before.heap, "more heap, in bytes").toBeLessThanOrEqual(HEAP);
    for (const [what, more] of Object.entries({ nodes: nodes - before.nodes, listeners: listeners - before.listeners, wasm: sum(wasm) - sum(before.wasm) })) {
      expect(more, `more ${what}`).toBeLessThanOrEqual(/** @type {number} */ (SLACK[what]));
    }
  });
}

/** Has the scene make its largest runs, and gives back what it had. @param {Storm} storm @param {Record<string, string>} parameters */
async function runLargest(storm, parameters) {
  const scene = new Scene(storm.page);
  const had = await scene.root.evaluate((element, names) => names.map((name) => element.getAttribute(name)), Object.keys(parameters));
  const set = (/** @type {[string, string | null][]} */ pairs) => scene.root.evaluate((element, pairs) => {
    for (const [name, text] of pairs) if (text === null) element.removeAttribute(name);
      else element.setAttribute(name, text);
  }, pairs);
  await set(Object.entries(parameters));
  await expect.poll(async () => String((await scene.experiment()).steps)).toBe(parameters["steps"]);
  await scene.settled();
  await set(Object.keys(parameters).map((name, index) => [name, had[index] ?? null]));
  // Or its list of earlier runs would offer the largest again, and each of thousands of events could take seconds.
  await storm.reopen();
  await scene.settled();
}

/** @param {number[]} sizes */
const sum = (sizes) => sizes.reduce((all, one) => all + one, 0);
/** @param {number} bytes */
const mb = (bytes) => (bytes / 2 ** 20).toFixed(2);
