// A page at rest is at rest: no animation frame asked for, no timer running, on screen and off it.
import { expect, test } from "./fixtures.js";
import { figuresIn, scenes, sections } from "./course.js";
import { Scene } from "./scene.js";

/** How long nothing may stir, in milliseconds. */
const REST = 1000;

test.beforeEach(async ({ context }) => {
  await context.addInitScript(countRequests);
});

/** Runs in the page before its own scripts: counts what is asked of the clock, and what is still waiting. */
function countRequests() {
  const real = { setTimeout: window.setTimeout.bind(window), requestAnimationFrame: window.requestAnimationFrame.bind(window) };
  const clock = { real, asked: 0, waiting: new Set() };
  Object.assign(window, { clock });
  window.requestAnimationFrame = (callback) => {
    clock.asked += 1;
    return real.requestAnimationFrame(callback);
  };
  window.setTimeout = /** @type {any} */ ((/** @type {Function} */ callback, /** @type {number} */ delay, /** @type {unknown[]} */ ...rest) => {
    clock.asked += 1;
    const id = real.setTimeout(() => {
      clock.waiting.delete(id);
      callback(...rest);
    }, delay);
    clock.waiting.add(id);
    return id;
  });
  const clear = window.clearTimeout.bind(window);
  window.clearTimeout = (id) => {
    clock.waiting.delete(id);
    clear(id);
  };
  const repeat = window.setInterval.bind(window);
  window.setInterval = /** @type {any} */ ((/** @type {any[]} */ ...all) => {
    clock.asked += 1;
    const id = /** @type {any} */ (repeat)(...all);
    clock.waiting.add(`every ${id}`);
    return id;
  });
  const idle = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (...all) => {
    clock.asked += 1;
    return idle(...all);
  };
}

/** Waits until nothing is waiting any more, then watches for a while. @param {import("@playwright/test").Page} page @returns {Promise<{ asked: number, waiting: number }>} what was asked for meanwhile */
async function watch(page) {
  const waiting = () => page.evaluate(() => /** @type {any} */ (window).clock.waiting.size);
  await expect.poll(waiting, "timers still waiting").toBe(0);
  return page.evaluate((rest) => new Promise((done) => {
    const { clock } = /** @type {any} */ (window);
    // The frames that were asked for last may still ask for one more.
    clock.real.requestAnimationFrame(() => clock.real.requestAnimationFrame(() => {
      const before = clock.asked;
      clock.real.setTimeout(() => done({ asked: clock.asked - before, waiting: clock.waiting.size }), rest);
    }));
  }), REST);
}

for (const { id, model } of scenes) {
  test(`“${id}” rests when it has opened, after a change and after a run`, { tag: "@desktop" }, async ({ page, open }) => {
    // A short run, played in real time.
    const scene = await open(id, { steps: "6" });
    // A network has opened when its digits have come.
    if (model === "network") await expect(scene.root.locator(".answers [data-best]")).toHaveCount(1);
    expect(await watch(page), "opened").toEqual({ asked: 0, waiting: 0 });
    await scene.rate.focus();
    await page.keyboard.press("ArrowRight");
    await scene.button("Reset").evaluate((button) => /** @type {HTMLElement} */ (button).click());
    await scene.root.locator(".transport-run").click();
    await expect.poll(() => scene.step()).toBe((await scene.experiment()).steps);
    expect(await watch(page), "after a run").toEqual({ asked: 0, waiting: 0 });
  });
}

test("the whole lesson rests, at its head, in its middle and at its end", async ({ page }) => {
  await page.goto("./");
  // The figures; what is something to do opens when it comes near, and rests then, too.
  await expect(page.locator("downhill-scene .scene[data-layout]")).toHaveCount(sections.flatMap(({ id }) => figuresIn(id)).length);
  for (const share of [0, 0.5, 1]) {
    await page.evaluate((share) => scrollTo(0, share * document.documentElement.scrollHeight), share);
    // What comes into view there may first have to be fetched or computed.
    await expect.poll(() => watch(page), `scrolled to ${share}`).toEqual({ asked: 0, waiting: 0 });
    expect(await watch(page), "and it goes on resting").toEqual({ asked: 0, waiting: 0 });
  }
});

test("a scene out of sight rests too, and what changes there is drawn when it comes back", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("./");
  const scene = new Scene(page, "#how-far downhill-scene:not([challenge])");
  await scene.opened();
  await scene.stage("curve").scrollIntoViewIfNeeded();
  await expect.poll(() => scene.pictures("curve")).not.toContain("");
  await page.evaluate(() => scrollTo(0, 0));
  await watch(page);
  const before = await scene.pictures("curve");
  await scene.root.evaluate((element) => element.setAttribute("alpha", "0.9"));
  expect(await watch(page)).toEqual({ asked: 0, waiting: 0 });
  expect(await scene.pictures("curve"), "nothing is drawn that nobody sees").toEqual(before);
  await scene.stage("curve").scrollIntoViewIfNeeded();
  await expect.poll(() => scene.pictures("curve")).not.toEqual(before);
});

test("pausing a run ends its frames at once, on a whole step", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("scrubber");
  await scene.button("Run").click();
  await expect.poll(() => scene.step()).toBeGreaterThan(2);
  await scene.button("Pause").click();
  expect(await watch(page)).toEqual({ asked: 0, waiting: 0 });
  const told = await scene.lastHeard("step");
  expect(told.step).toBe(await scene.step());
  expect(told.point[0]).toBeCloseTo(5 * 0.8 ** told.step, 12);
});

test("after a time without frames, as in a hidden tab, a run makes up for ten steps at most", { tag: "@desktop" }, async ({ page, open }) => {
  await page.addInitScript(() => {
    const { requestAnimationFrame } = window;
    Object.assign(window, { late: 0 });
    window.requestAnimationFrame = (callback) => requestAnimationFrame.call(window, (now) => callback(now + /** @type {any} */ (window).late));
  });
  const scene = await open("scrubber", { steps: "100000", alpha: "0.000001" });
  await scene.button("Run").click();
  const madeUp = await scene.root.evaluate(async (element) => {
    const step = () => Number(/** @type {import("./scene.js").SceneElement} */ (element).parameters()["step"]);
    // The player has asked for its frame before, and so comes first in each.
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(step())));
    while ((await frame()) === 0);
    const before = step();
    Object.assign(window, { late: 60_000 });
    return Number(await frame()) - before;
  });
  expect(madeUp).toBeGreaterThan(0);
  expect(madeUp).toBeLessThanOrEqual(10);
});

test("a scene taken away leaves nothing running", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("scrubber");
  await scene.button("Run").click();
  await scene.root.evaluate((element) => element.remove());
  expect(await watch(page)).toEqual({ asked: 0, waiting: 0 });
});
