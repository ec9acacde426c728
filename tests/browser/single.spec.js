// The pages that are one scene in one file, opened from a disk: they are painted, answer, and ask nobody for anything.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { activities, scenes } from "./course.js";
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";
import { PACKAGES } from "./unpacked.js";

/** @typedef {import("../../www/downhill.js").DownhillScene} SceneElement */

test.use({ baseURL: pathToFileURL(PACKAGES).href });

const addressOf = (/** @type {string} */ id) => pathToFileURL(join(PACKAGES, "single", `${id}.html`)).href;

/** What the page asks for, itself left out. @param {import("@playwright/test").Page} page */
function asked(page) {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => !request.isNavigationRequest() && !/^(data|blob):/.test(request.url()) && asked.push(request.url()));
  return asked;
}

/** Whether a canvas has more than one colour. @param {import("@playwright/test").Locator} canvas */
const isPainted = (canvas) => canvas.evaluate((element) => {
  const { width, height } = /** @type {HTMLCanvasElement} */ (element);
  if (width === 0 || height === 0) return false;
  const copy = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(width, height).getContext("2d"));
  copy.drawImage(/** @type {HTMLCanvasElement} */ (element), 0, 0);
  return new Set(new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer)).size > 1;
});

test("every scene is a file that is painted, takes a step and asks nobody for anything", { tag: "@desktop" }, async ({ page }) => {
  test.setTimeout(180_000);
  const requests = asked(page);
  expect((await readdir(join(PACKAGES, "single"))).sort()).toEqual([...scenes, ...activities].map(({ id }) => `${id}.html`).sort());
  for (const { id, model } of scenes) {
    await page.goto(addressOf(id));
    const scene = new Scene(page);
    await scene.opened();
    await expect.poll(() => isPainted(page.locator("downhill-scene canvas").filter({ visible: true }).first()), id).toBe(true);
    if (model) continue;
    const before = await scene.root.evaluate((element) => {
      const host = /** @type {SceneElement} */ (element);
      host.reset();
      host.step(1);
      return host.parameters()["step"];
    });
    expect(before, id).toBe("1");
  }
  expect(requests).toEqual([]);
});

test("the map of basins is computed in a worker, and the network learns from digits that stand in the file", { tag: "@desktop" }, async ({ page }) => {
  const requests = asked(page);
  await page.goto(addressOf("landscape"));
  await new Scene(page).opened();
  await expect.poll(() => isPainted(page.locator("downhill-scene canvas.basin-map:visible").first())).toBe(true);
  await page.goto(addressOf("nudges"));
  await expect.poll(() => isPainted(page.locator("downhill-scene canvas").filter({ visible: true }).first())).toBe(true);
  const scene = page.locator("downhill-scene");
  await scene.getByRole("button", { name: "Step", exact: true }).click();
  await expect(scene.locator(".scene")).toContainText("step 1 / 9000");
  expect(requests).toEqual([]);
});

test("what there is to do works, too; where a program would run, it says where Python is", { tag: "@desktop" }, async ({ page }) => {
  const requests = asked(page);
  for (const { id } of activities) {
    await page.goto(addressOf(id));
    await expect(page.locator("downhill-scene .scene, downhill-scene .recall"), id).toBeVisible();
  }
  await page.goto(addressOf("python"));
  await expect(page.locator("downhill-scene .scene")).toContainText("This page is one file, without Python");
  await page.goto(`${addressOf("practice")}?challenge=exercise`);
  await expect(page.locator("downhill-scene .scene")).toContainText("This page is one file, without Python");
  expect(requests).toEqual([]);
});

test("the address of a file configures its scene, and a copied link opens the state again", { tag: "@desktop" }, async ({ page }) => {
  await page.goto(`${addressOf("learning-rate")}?alpha=0.3&scene=slope`);
  const scene = new Scene(page);
  await scene.opened();
  expect((await scene.experiment()).optimizer.learningRate).toBe(0.3);
  await scene.root.evaluate((element) => {
    const host = /** @type {SceneElement} */ (element);
    host.reset();
    host.step(3);
  });
  await expect(page).toHaveURL(/#.*step=3/);
  await page.reload();
  await scene.opened();
  expect((await scene.root.evaluate((element) => /** @type {SceneElement} */ (element).parameters()))["step"]).toBe("3");
});
