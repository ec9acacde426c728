// Pictures come when there is room for them, and again when the browser has taken them away or shows them otherwise.
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** The pictures of the contours: the map of starts, the axes and curves, the runs. @param {Scene} scene */
const pictures = (scene) => scene.pictures("contour");

/** Resolves to the pictures once they no longer change. @param {Scene} scene @returns {Promise<string[]>} */
async function settled(scene) {
  let [before, now] = [[""], await pictures(scene)];
  await expect.poll(async () => {
    [before, now] = [now, await pictures(scene)];
    return now.length > 0 && now.every(Boolean) && now.join() === before.join();
  }).toBe(true);
  return now;
}

test("a scene without room or out of sight opens all the same, and is drawn as soon as it is shown", { tag: "@desktop" }, async ({ page, open }) => {
  await open("slope");
  await page.evaluate(() => {
    for (const [id, style] of Object.entries({ gone: "display: none", flat: "width: 0; height: 0; overflow: hidden" })) {
      const box = Object.assign(document.createElement("div"), { id });
      box.style.cssText = style;
      for (const scene of ["landscape", "practice"]) box.append(Object.assign(document.createElement("downhill-scene"), { id: `${id}-${scene}` }));
      for (const scene of box.children) scene.setAttribute("scene", scene.id.split("-")[1] ?? "");
      document.body.append(box);
    }
  });
  for (const id of ["gone", "flat"]) {
    const scene = new Scene(page, `#${id}-landscape`);
    await scene.box.waitFor({ state: "attached" });
    const told = () => page.evaluate((id) => /** @type {any} */ (window).heard.some((/** @type {any} */ each) => each.type === "ready" && each.id === id), `${id}-landscape`);
    await expect.poll(told).toBe(true);
    await page.locator(`#${id}`).evaluate((box) => box.removeAttribute("style"));
    await scene.stage("contour").scrollIntoViewIfNeeded();
    await settled(scene);
    await scene.expectUnharmed();
    await page.locator(`#${id}-practice`).scrollIntoViewIfNeeded();
    await expect(page.locator(`#${id}-practice .practice, #${id}-practice .overview`).first()).toBeVisible();
    await page.locator(`#${id}`).evaluate((box) => box.remove());
  }
});

test("pictures that the browser has taken away are drawn again, the map below them too", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("landscape");
  await scene.stage("contour").scrollIntoViewIfNeeded();
  await expect(scene.root.locator(".basins[data-certain]")).toBeVisible();
  const before = await settled(scene);
  const canvases = scene.stage("contour").locator("canvas");
  // As the browser does: the event at the lost canvas, which does not bubble, and an empty one when it is back.
  await canvases.evaluateAll((all) => {
    for (const canvas of /** @type {HTMLCanvasElement[]} */ (/** @type {unknown} */ (all))) {
      canvas.dispatchEvent(new Event("contextlost", { cancelable: true }));
      canvas.getContext("2d")?.reset();
    }
  });
  expect(await pictures(scene)).not.toEqual(before);
  await canvases.evaluateAll((all) => all.forEach((canvas) => canvas.dispatchEvent(new Event("contextrestored"))));
  await expect.poll(() => pictures(scene)).toEqual(before);
  expect(page.workers().length).toBeLessThanOrEqual(1);
});

test("a font that comes late is taken over by the pictures", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("landscape");
  await scene.stage("contour").scrollIntoViewIfNeeded();
  await scene.root.evaluate((host) => {
    const box = /** @type {HTMLElement} */ (host.shadowRoot?.querySelector(".scene"));
    box.style.fontFamily = "Late, sans-serif";
    document.documentElement.dataset["theme"] = "light";
  });
  const before = await settled(scene);
  await page.evaluate(() => {
    const names = ["DejaVu Serif", "Liberation Serif", "DejaVu Sans Mono", "Liberation Mono", "Courier New", "Times New Roman"];
    const face = new FontFace("Late", names.map((name) => `local("${name}")`).join());
    document.fonts.add(face);
    return face.load();
  });
  // The map has no letters; the axes above it have.
  await expect.poll(async () => (await pictures(scene))[1]).not.toBe(before[1]);
});

test("on a finer screen every picture is as fine", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("landscape");
  await scene.stage("contour").scrollIntoViewIfNeeded();
  await settled(scene);
  const widths = () => scene.stage("contour").locator("canvas").evaluateAll((all) => all.map((canvas) => /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (canvas)).width));
  const before = await widths();
  const client = await page.context().newCDPSession(page);
  // Chromium notices another screen only together with another size; the column is as wide as it was.
  await client.send("Emulation.setDeviceMetricsOverride", { width: 1279, height: 800, deviceScaleFactor: 2, mobile: false });
  await expect.poll(widths).toEqual(before.map((width) => 2 * width));
  await settled(scene);
});
