// The landscape: a map of starts that follows α, marbles that end as it says, and what its ready-made set-ups come to.
import { expect, test } from "./fixtures.js";
import { centre } from "./scene.js";
import { touch } from "./hand.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** How the run of each ready-made set-up ends, and what is said of its start. @type {[string, RegExp, RegExp][]} */
const SET_UPS = [
  ["Four valleys", /^converged$/, /belongs to minimum \d\. No known one is lower/],
  ["Stable here, not there", /^(cycling|running)$/, /belongs to no minimum: within 200 steps/],
  ["Crawl", /^running$/, /belongs to no minimum: within 200 steps/],
  ["Zigzag", /^running$/, /the only minimum/],
  ["Bounce for ever", /^cycling$/, /belongs to no minimum/],
  ["Blow up", /^diverged$/, /its run flies off/],
  ["Trap", /^converged$/, /which is a trap: the one at −0\.727 is lower/],
  ["Saddle stall", /^stalled$/, /belongs to no minimum/],
  ["Plateau", /^running$/, /belongs to no minimum: within 200 steps/],
  ["Kink", /^cycling$/, /belongs to no minimum/],
  ["Cliff", /^converged$/, /the only minimum/],
];

/** @param {Scene} scene */
const legend = (scene) => scene.root.locator(".basins li");

/** Waits until every start of the map is decided. @param {Scene} scene */
const decided = (scene) => expect(scene.root.locator(".basins[data-certain]")).toBeVisible({ timeout: 40_000 });

/** A fingerprint of the map below a figure. @param {Scene} scene @param {string} kind */
const map = async (scene, kind) => (await scene.pictures(kind))[0];

/** The colours of the map at places in the window. @param {Scene} scene @param {{ x: number, y: number }[]} places */
function colours(scene, places) {
  return scene.stage("contour").evaluate((stage, places) => {
    const canvas = /** @type {HTMLCanvasElement} */ (stage.querySelector(".basin-map"));
    const box = canvas.getBoundingClientRect();
    const copy = new OffscreenCanvas(canvas.width, canvas.height);
    const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext("2d", { willReadFrequently: true }));
    brush.drawImage(canvas, 0, 0);
    return places.map(({ x, y }) => brush.getImageData(((x - box.x) / box.width) * canvas.width, ((y - box.y) / box.height) * canvas.height, 1, 1).data.join());
  }, places);
}

test("every start is counted to one of four minima, in the picture and in words", async ({ open }) => {
  const scene = await open("landscape");
  await decided(scene);
  await expect(legend(scene)).toHaveCount(4);
  const texts = await legend(scene).allTextContents();
  expect(texts[0]).toMatch(/^Minimum 1 at \(3, 2\), loss 0: \d+ % of the starts\.$/);
  const shares = texts.map((text) => Number(text.match(/(\d+) %/)?.[1]));
  expect(Math.abs(shares.reduce((a, b) => a + b, 0) - 100)).toBeLessThanOrEqual(2);
  expect(await map(scene, "contour")).not.toBe("");
  await expect(scene.root.locator(".basin-state")).toHaveText(/^[\d,]+ starts, 200 steps each\.$/);
});

test("the map follows the learning rate", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("landscape");
  await decided(scene);
  const before = await map(scene, "contour");
  await scene.type(scene.exactRate, "0.016");
  await expect(legend(scene).filter({ hasText: "Dotted" })).toHaveCount(1);
  await expect.poll(() => map(scene, "contour")).not.toBe(before);
  await scene.type(scene.exactRate, "0.08");
  await expect(legend(scene).filter({ hasText: "Hatched" })).toHaveCount(1);
  await scene.type(scene.exactRate, "0.01");
  await decided(scene);
  await expect.poll(() => map(scene, "contour")).toBe(before);
});

test("a marble ends where the map says", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("landscape");
  await decided(scene);
  const starts = [[1, 1], [-2, 2], [-3, -1], [4, -4], [0.3, -5], [-5.5, 0.5]];
  for (const start of starts) {
    await scene.type(scene.field("x"), String(start[0]));
    await scene.type(scene.field("y"), String(start[1]));
    const place = await scene.marbleAt("contour");
    const { points, dimension } = await scene.page.evaluate(async (experiment) => {
      const module = await import(/** @type {any} */ (new URL("downhill.js", document.baseURI).href));
      return module.run(experiment);
    }, await scene.experiment());
    expect(dimension).toBe(2);
    const all = Object.values(points);
    const end = all.slice(-2);
    const minimum = [[3, 2], [-2.805, 3.131], [-3.779, -3.283], [3.584, -1.848]].find(([x = 0, y = 0]) => Math.hypot(x - end[0], y - end[1]) < 0.01);
    expect(minimum, `the run from ${start} ends at ${end}`).toBeDefined();
    await scene.type(scene.field("x"), String(minimum?.[0]));
    await scene.type(scene.field("y"), String((minimum?.[1] ?? 0) - 0.2));
    const there = await scene.marbleAt("contour");
    const [first, last] = await colours(scene, [place, there]);
    expect(first).toBe(last);
  }
});

test("eight marbles dropped at random have the colours of the minima they end at", async ({ open }) => {
  const scene = await open("landscape");
  await scene.button("Drop 8 at random").click();
  const items = scene.root.locator(".marbles li");
  await expect(items).toHaveCount(8);
  const known = [["3", 0], ["−2.805", 1], ["−3.779", 2], ["3.584", 3]];
  for (const item of await items.all()) {
    const [, end] = (await item.textContent() ?? "").match(/ to \((−?[\d.]+)/) ?? [];
    const colour = await item.locator(".swatch").getAttribute("data-colour");
    expect(String(known.find(([x]) => x === end)?.[1]), `ends at ${end}`).toBe(colour);
  }
});

test("each ready-made set-up comes to what its name says", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("landscape");
  for (const [name, outcome, fate] of SET_UPS) {
    await scene.button(name).click();
    await expect.poll(async () => (await scene.lastHeard("outcome"))?.outcome, { message: name }).toMatch(outcome);
    await expect(scene.root.locator(".fate"), name).toHaveText(fate);
    await expect(scene.button(name)).toHaveAttribute("aria-pressed", "true");
  }
  await scene.expectUnharmed();
});

test("a nudge by key gets a marble off the ridge of the saddle", async ({ page, open }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const scene = await open("landscape", { preset: "saddle" });
  await expect(scene.root.locator(".fate")).toHaveText(/belongs to no minimum/);
  await scene.button("Nudge the start by 0.01").focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await scene.experiment()).start).toEqual([2, 0.01]);
  await expect(scene.root.locator(".fate")).toHaveText(/^This start belongs to minimum 2\./);
  await expect.poll(async () => (await scene.lastHeard("outcome")).outcome).toBe("converged");
});

test("a marble is placed on the map by the pointer or a finger and moved by keys", async ({ page, open, isMobile }) => {
  const scene = await open("landscape");
  const spot = centre(await scene.stage("contour").boundingBox());
  const place = { x: spot.x + 40, y: spot.y - 30 };
  if (isMobile) {
    const finger = await touch(page);
    await finger.down(place);
    await finger.up();
  } else {
    await page.mouse.click(place.x, place.y);
  }
  await expect.poll(async () => (await scene.experiment()).start).not.toEqual([-0.15, 0.67]);
  const { start: [x = 0] } = await scene.experiment();
  await scene.handle("contour").focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await scene.experiment()).start[0]).toBeGreaterThan(x);
});

test("one parameter has a strip of colours, a typed function a sentence", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("landscape", { loss: "quartic" });
  await decided(scene);
  expect(await map(scene, "curve")).not.toBe("");
  await expect(legend(scene)).toHaveText([/^Minimum 1 at −0\.727, loss −11\.3: 5\d %/, /^Minimum 2 at 0\.672, loss −9\.2: 4\d %/]);
  await scene.root.evaluate((element) => element.setAttribute("loss", "x^2 + 3y^2"));
  await expect(scene.root.locator(".basin-state")).toHaveText("No map here: the minima of this function are not known.");
  await expect(legend(scene).first()).toBeHidden();
  await scene.expectUnharmed();
});

test("while α is dragged the map keeps coming and the page is never blocked", { tag: "@alone" }, async ({ page, open }) => {
  const scene = await open("landscape");
  await decided(scene);
  const box = await scene.rate.boundingBox();
  const y = centre(box).y;
  const from = (box?.x ?? 0) + 0.3 * (box?.width ?? 0);
  // The machine may have other work all the same: one drag of some without a long task shows that the page needs none.
  await expect(async () => {
    await page.evaluate(() => {
      const seen = { long: 0, frames: 0, maps: 0 };
      new PerformanceObserver((list) => (seen.long += list.getEntries().length)).observe({ type: "longtask" });
      const scene = /** @type {HTMLElement} */ (document.querySelector("downhill-scene")).shadowRoot;
      const state = /** @type {HTMLElement} */ (scene?.querySelector(".basins ul"));
      new MutationObserver(() => (seen.maps += 1)).observe(state, { subtree: true, characterData: true, childList: true });
      Object.assign(window, { seen });
    });
    await page.mouse.move(from, y);
    await page.mouse.down();
    for (let k = 0; k <= 16; k += 1) {
      await page.mouse.move(from + 5 * k, y);
      await scene.settled();
    }
    await page.mouse.up();
    const { long, maps } = await page.evaluate(() => /** @type {any} */ (window).seen);
    expect(maps, "maps while dragging").toBeGreaterThan(3);
    expect(long, "long tasks").toBe(0);
  }).toPass({ timeout: 45_000 });
});

test("the kernels with and without SIMD make the same maps", { tag: "@desktop" }, async ({ page, open }) => {
  await open("landscape");
  const differing = await page.evaluate(async () => {
    const at = (/** @type {string} */ file) => new URL(file, document.baseURI).href;
    const core = await import(at("downhill.js"));
    await core.ready();
    const experiments = core.losses().filter((/** @type {any} */ { dimension }) => dimension === 2).flatMap((/** @type {any} */ { name, learningRate, start }) =>
      [0.7, 1.9].map((factor) => ({ loss: { name }, optimizer: { name: "gradientDescent", learningRate: factor * learningRate }, start, steps: 60 })));
    /** @type {string[][]} */
    const maps = [];
    for (const variant of ["simd", "plain"]) {
      const { default: init, Basins } = await import(`${at("downhill-kernels.js")}?${variant}`);
      await init({ module_or_path: at(`downhill-kernels-${variant}_bg.wasm`) });
      maps.push(experiments.map((/** @type {any} */ experiment) => {
        const map = new Basins(experiment, 64, 64);
        map.sketch();
        const sketch = map.ends().join();
        while (!map.decide(1000));
        return `${experiment.loss.name} ${sketch} ${map.ends().join()}`;
      }));
    }
    return maps[0]?.flatMap((text, index) => (text === maps[1]?.[index] ? [] : [text.split(" ")[0]]));
  });
  expect(differing).toEqual([]);
});
