// Every scene of the course in use: its figures by mouse, finger and keys, its steps by every button, and all its presets.
import { expect, test } from "./fixtures.js";
import { scenes } from "./course.js";
import { centre } from "./scene.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** The figures that one can take hold of. @param {Scene} scene */
async function handles(scene) {
  const all = await scene.root.locator(".stage .handle").all();
  const visible = await Promise.all(all.map((handle) => handle.isVisible()));
  return all.filter((_, index) => visible[index]);
}

/** Takes the marble of a figure a little towards the middle of it. @param {Scene} scene @param {import("@playwright/test").Locator} handle */
async function drag(scene, handle) {
  const { mouse } = scene.page;
  await handle.scrollIntoViewIfNeeded();
  await scene.settled();
  const { x, y } = centre(await handle.boundingBox());
  const box = await handle.locator("xpath=..").boundingBox();
  const [right, down] = [x < centre(box).x ? 1 : -1, y < centre(box).y ? 1 : -1];
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + right * 30, y + down * 12, { steps: 4 });
  await mouse.up();
}

/** What the reader has set; not where a view looks from. @param {Scene} scene */
async function settings(scene) {
  return { ...(await scene.parameters()), view: "" };
}

for (const { id } of scenes) {
  test(`“${id}” is used by mouse, by keys and by its presets: each figure changes the run, each preset says how it ends`, { tag: "@desktop" }, async ({ page, open }) => {
    const scene = await open(id);
    for (const handle of await handles(scene)) {
      const before = await settings(scene);
      await drag(scene, handle);
      await expect.poll(() => settings(scene), "by mouse").not.toEqual(before);
    }
    for (const handle of await handles(scene)) {
      const before = await settings(scene);
      await handle.focus();
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      await expect.poll(() => settings(scene), "by keys").not.toEqual(before);
    }
    await scene.expectUnharmed();
    for (const chip of await scene.root.locator(".chip[data-preset]").all()) {
      await chip.focus();
      await page.keyboard.press("Enter");
      await expect(chip).toHaveAttribute("aria-pressed", "true");
      await scene.expectUnharmed();
    }
  });

  test(`“${id}” is used by finger: step, run, pause and reset`, { tag: "@phone" }, async ({ open }) => {
    const scene = await open(id);
    const tap = (/** @type {string} */ name) => scene.root.locator(`.transport-${name}`).tap();
    if ((await scene.step()) > 0) await tap("reset");
    await expect.poll(() => scene.step()).toBe(0);
    await tap("forward");
    await expect.poll(() => scene.step()).toBe(1);
    await tap("back");
    await expect.poll(() => scene.step()).toBe(0);
    await tap("run");
    await expect.poll(() => scene.step()).toBeGreaterThan(0);
    await scene.expectUnharmed();
  });
}
