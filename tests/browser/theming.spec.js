// A host's own look: parts and custom properties, in light and in dark, down to the plots.
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";

/** How many pixels of a figure have about this colour. @param {Scene} scene @param {string} kind @param {[number, number, number]} colour */
const coloured = (scene, kind, colour) => scene.stage(kind).locator("canvas").last().evaluate((canvas, colour) => {
  const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
  const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true }));
  brush.drawImage(/** @type {HTMLCanvasElement} */ (canvas), 0, 0);
  const { data } = brush.getImageData(0, 0, width, height);
  const near = (/** @type {number} */ index) => colour.every((part, channel) => Math.abs(part - Number(data[index + channel])) < 4) && Number(data[index + 3]) > 250;
  return Array.from({ length: width * height }, (_, pixel) => near(4 * pixel)).filter(Boolean).length;
}, colour);

test("runs take the colours of a theme that comes while the page is open, by attribute or by the system", { tag: "@desktop" }, async ({ page, open }) => {
  const LIGHT = /** @type {[number, number, number]} */ ([0x17, 0x69, 0xc2]);
  const DARK = /** @type {[number, number, number]} */ ([0x5a, 0xa5, 0xf5]);
  await page.emulateMedia({ colorScheme: "light" });
  const scene = await open("learning-rate", { step: "5" });
  const blue = async (/** @type {string} */ kind) => [await coloured(scene, kind, LIGHT) > 20, await coloured(scene, kind, DARK) > 20];
  const kinds = ["curve", "lossCurve"];
  const expectBlue = async (/** @type {boolean[]} */ wanted) => {
    for (const kind of kinds) {
      await scene.stage(kind).scrollIntoViewIfNeeded();
      await expect.poll(() => blue(kind), kind).toEqual(wanted);
    }
  };
  await expectBlue([true, false]);
  await scene.root.evaluate((element) => element.setAttribute("theme", "dark"));
  await expectBlue([false, true]);
  await scene.root.evaluate((element) => element.removeAttribute("theme"));
  await expectBlue([true, false]);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectBlue([false, true]);
});

test("a host colours a scene and its plots by custom properties, in light and dark, and styles its parts", { tag: "@desktop" }, async ({ page }) => {
  for (const [scheme, accent, surface] of /** @type {["light" | "dark", string, string][]} */ ([["light", "rgb(120, 0, 60)", [255, 250, 240].join()], ["dark", "rgb(255, 170, 200)", [30, 10, 20].join()]])) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto("./pages/themed.html");
    const scene = new Scene(page, "#one");
    await scene.opened();
    await scene.stage("curve").scrollIntoViewIfNeeded();
    const run = scene.button("Run");
    await expect(run).toHaveCSS("background-color", accent);
    await expect(scene.box).toHaveCSS("border-radius", "0px");
    await expect(scene.box).toHaveCSS("font-family", "Georgia, serif");
    await expect(scene.root.locator(".sentence")).toHaveCSS("font-style", "italic");
    await expect(scene.root.locator("[data-control=share]")).toHaveCSS("outline-style", "dotted");
    await expect(scene.root.locator("[data-control=alpha]")).not.toHaveCSS("outline-style", "dotted");
    const corner = () => scene.stage("curve").locator("canvas").first().evaluate((canvas) => {
      const sheet = /** @type {HTMLCanvasElement} */ (canvas);
      const copy = Object.assign(document.createElement("canvas"), { width: 4, height: 4 });
      const brush = copy.getContext("2d", { willReadFrequently: true });
      brush?.drawImage(sheet, 0, 0);
      return Array.from(brush?.getImageData(1, 1, 1, 1).data.slice(0, 3) ?? []).join();
    });
    await expect.poll(corner, `the paper of the plot, ${scheme}`).toBe(surface);
    await expect.poll(() => scene.root.evaluate((element) => element.getBoundingClientRect().width)).toBe(600);
  }
});
