// Every scene of the course alone in a page, by its address only: painted, silent, within the window, in every theme.
import { expect, test } from "./fixtures.js";
import { activities, scenes } from "./course.js";
import { Scene } from "./scene.js";

/** The paper that figures are drawn on. @param {Scene} scene */
const paper = (scene) => scene.box.evaluate((box) => getComputedStyle(box).getPropertyValue("--dh-plot-paper").trim());

for (const { id, panels } of scenes) {
  test(`“${id}” opens alone, is painted and fits the window`, async ({ page, open }) => {
    const scene = await open(id);
    await expect(scene.box).toHaveAttribute("data-scene", id);
    await scene.expectUnharmed();
    await expect(page.locator("main > section, nav.contents:visible, .skip:visible")).toHaveCount(0);
    const stages = await scene.root.locator(".stage").all();
    expect(stages.length).toBe(panels.filter((panel) => ["curve", "surface", "contour", "lossCurve", "regimes", "data", "variance", "digit", "cost", "accuracy", "nudges"].includes(panel.split("@")[0] ?? "")).length);
    for (const stage of stages) {
      // A curve of one parameter is not shown for a loss of two, nor the other way round.
      if (!(await stage.isVisible())) continue;
      await stage.scrollIntoViewIfNeeded();
      const kind = (await stage.getAttribute("data-kind")) ?? "";
      await expect.poll(() => scene.pictures(kind), `${kind} is painted`).not.toContain("");
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), "pixels to the side").toBe(0);
    expect(await overflowing(scene), "controls that stick out").toEqual([]);
  });

  test(`“${id}” takes every theme`, { tag: "@desktop" }, async ({ page, open }) => {
    const scene = await open(id, { theme: "light" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    const wear = (/** @type {string} */ theme) => scene.root.evaluate((element, theme) => element.setAttribute("theme", theme), theme);
    const papers = new Set();
    for (const theme of ["light", "dark", "projector"]) {
      await wear(theme);
      papers.add(await paper(scene));
    }
    expect(papers.size).toBeGreaterThanOrEqual(2);
    await page.emulateMedia({ colorScheme: "dark" });
    await wear("auto");
    const dark = await paper(scene);
    const first = (await scene.root.locator(".stage:visible").first().getAttribute("data-kind")) ?? "";
    await expect.poll(() => scene.pictures(first)).not.toContain("");
    const night = await scene.pictures(first);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(() => paper(scene)).not.toBe(dark);
    await expect.poll(() => scene.pictures(first), "the figures are drawn again in the other colours").not.toEqual(night);
  });
}

test("the address gives a page its theme, and the scene takes it", { tag: "@desktop" }, async ({ page, open }) => {
  const papers = new Set();
  for (const theme of ["light", "dark", "projector"]) {
    const scene = await open("slope", { theme });
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    papers.add(await paper(scene));
  }
  expect(papers.size).toBeGreaterThanOrEqual(2);
  await page.emulateMedia({ colorScheme: "dark" });
  const scene = await open("slope", { theme: "auto" });
  const dark = await paper(scene);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(() => paper(scene)).not.toBe(dark);
});

test("the module knows the scenes of the course, and no more", { tag: "@desktop" }, async ({ page, open }) => {
  await open("slope");
  const known = await page.evaluate(async () => (await import(/** @type {any} */ (new URL("./downhill.js", location.href).href))).scenes());
  expect(known.map((/** @type {{ id: string }} */ { id }) => id)).toEqual([...scenes, ...activities].map(({ id }) => id));
});

test("the scenes fit a window of 320 pixels, too", { tag: "@desktop" }, async ({ page, open }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const { id } of scenes) {
    const scene = await open(id);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBeLessThanOrEqual(320);
    expect(await overflowing(scene), id).toEqual([]);
  }
});

test("figures are sharp: as many pixels as the screen has", async ({ page, open }) => {
  const scene = await open("slope");
  const sizes = await scene.stage("curve").locator("canvas").evaluateAll((all) => all.map((one) => {
    const canvas = /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (one));
    return [canvas.width / canvas.clientWidth, canvas.height / canvas.clientHeight];
  }));
  const ratio = await page.evaluate(() => devicePixelRatio);
  for (const each of sizes.flat()) expect(Math.abs(each - ratio)).toBeLessThan(0.02 * ratio);
});

test("figures follow a window that changes its size", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("scrubber");
  const wide = await scene.stage("curve").boundingBox();
  await page.setViewportSize({ width: 500, height: 800 });
  await expect.poll(async () => (await scene.stage("curve").boundingBox())?.width).not.toBe(wide?.width);
  await expect.poll(() => scene.stage("curve").locator("canvas").first().evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).width / canvas.clientWidth)).toBeCloseTo(1, 1);
  const marble = await scene.marbleAt("curve");
  const box = await scene.stage("curve").boundingBox();
  expect(marble.x).toBeLessThan((box?.x ?? 0) + (box?.width ?? 0));
});

for (const { id, model } of scenes) {
  test(`hide takes the controls of “${id}” away, one by one and all together`, { tag: "@desktop" }, async ({ open }) => {
    const scene = await open(id);
    const shown = await scene.root.locator("[data-control]").evaluateAll((all) => all.map((one) => one.getAttribute("data-control") ?? ""));
    expect(shown.length).toBeGreaterThan(4);
    for (const name of shown) {
      await scene.root.evaluate((element, name) => element.setAttribute("hide", name), name);
      await expect(scene.root.locator(`[data-control="${name}"]`), `${name} of ${id}`).toHaveCount(0);
    }
    await scene.root.evaluate((element, names) => element.setAttribute("hide", names), [...new Set(shown)].join(","));
    await expect(scene.root.locator("[data-control]:visible")).toHaveCount(0);
    await expect(scene.root.locator(model ? ".figure:visible" : ".stage:visible").first()).toBeVisible();
    await expect(scene.sentence).not.toBeEmpty();
  });
}

test("lock freezes controls for mouse and keys alike", { tag: "@desktop" }, async ({ page, open }) => {
  for (const id of ["scrubber", "playground", "surface"]) {
    const scene = await open(id, { lock: "presets,loss,start,alpha,optimizer,steps,transport", step: "2" });
    // Looking at the surface from elsewhere is nobody's control.
    const state = async () => ({ ...(await scene.parameters()), view: "" });
    const before = await state();
    await expect(scene.root.locator("[data-control]:not([data-control=share]):not([data-control=table]) :is(button, input, select):enabled:visible")).toHaveCount(0);
    const kind = id === "scrubber" ? "curve" : "surface";
    await scene.handle(kind).focus();
    for (const key of ["ArrowLeft", "ArrowUp", "PageUp", "Space", "Enter"]) await page.keyboard.press(key);
    const { x, y } = await scene.marbleAt(kind);
    await page.mouse.click(x - 30, y);
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 10, { steps: 3 });
    await page.mouse.up();
    await scene.settled();
    expect(await state(), id).toEqual(before);
  }
});

test("scenes and the lesson ask no other host and store nothing but the theme", { tag: "@desktop" }, async ({ page, open }) => {
  for (const { id } of scenes) await open(id);
  await page.goto("./");
  // Requests to other hosts are complaints of their own, for every test.
  expect(await page.evaluate(() => [document.cookie, ...Object.keys(localStorage)].filter((key) => key && key !== "downhill.theme"))).toEqual([]);
});

/** Controls and texts that reach beyond their scene; what scrolls within a box of its own does not. @param {Scene} scene @returns {Promise<string[]>} */
function overflowing(scene) {
  return scene.box.evaluate((box) => {
    const { left, right } = box.getBoundingClientRect();
    const parts = [...box.querySelectorAll("button, input, select, p, dl, figure, canvas, summary, .bands")].filter((one) => one.checkVisibility());
    return parts.filter((one) => {
      const place = one.getBoundingClientRect();
      return place.width > 0 && !one.closest(".visually-hidden, .table-scroll") && (place.left < left - 1 || place.right > right + 1);
    }).map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 30)}`);
  });
}
