// A host's own look: parts and custom properties, in light and in dark, down to the plots.
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";

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
