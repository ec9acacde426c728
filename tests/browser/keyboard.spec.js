// With a keyboard alone: every control of every scene is reached in order, shows that it has the focus, and works.
import { expect, test } from "./fixtures.js";
import { scenes } from "./course.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** Gives every control that a reader can use a number, in the order of the page. @param {Scene} scene @returns {Promise<string[]>} what they are */
function numberControls(scene) {
  return scene.box.evaluate((box) => {
    const usable = [...box.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(":disabled"));
    usable.forEach((one, index) => one.setAttribute("data-number", String(index)));
    return usable.map((one) => `${one.tagName} ${one.getAttribute("aria-label") ?? one.textContent?.trim().slice(0, 30) ?? ""}`);
  });
}

/** What has the focus now: its number, and whether one can see that it has it. @param {Scene} scene */
function focused(scene) {
  return scene.root.evaluate((host) => {
    const at = host.shadowRoot?.activeElement;
    if (!at) return { number: NaN, marked: false, inView: false };
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
    const { top, bottom, left, right } = at.getBoundingClientRect();
    const marked = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(", 0)");
    const inView = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    return { number: Number(at.getAttribute("data-number")), marked, inView };
  });
}

for (const { id } of scenes) {
  test(`Tab goes through every control of “${id}” in order, each visibly`, { tag: "@desktop" }, async ({ page, open }) => {
    const scene = await open(id);
    // The first figure gets the rest of its controls later.
    await expect(scene.box).not.toHaveAttribute("data-waiting");
    const names = await numberControls(scene);
    expect(names.length).toBeGreaterThan(8);
    for (const [index, name] of names.entries()) {
      await page.keyboard.press("Tab");
      // Where motion is welcome the page glides to what has the focus.
      await expect.poll(() => focused(scene), `after ${index + 1} presses: ${name}`).toEqual({ number: index, marked: true, inView: true });
    }
    await page.keyboard.press("Shift+Tab");
    expect((await focused(scene)).number, "and back").toBe(names.length - 2);
  });
}

test("a whole run without a mouse: start, rate, run, halve, step, copy", { tag: "@desktop" }, async ({ page, open }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const scene = await open("scrubber");
  await scene.handle("curve").focus();
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("ArrowLeft");
  await scene.settled();
  expect((await scene.experiment()).start[0]).toBeLessThan(5);
  await scene.rate.focus();
  await page.keyboard.press("End");
  await scene.button("Run").focus();
  await page.keyboard.press("Enter");
  await expect(scene.live).toHaveAttribute("data-outcome", "diverged");
  await scene.halve.focus();
  await page.keyboard.press("Space");
  await expect(scene.exactRate).toHaveValue("5");
  await scene.button("Reset").focus();
  await page.keyboard.press("Space");
  await expect(scene.scrubber).toHaveValue("0");
  await scene.button("Step").focus();
  await page.keyboard.press("Enter");
  await expect(scene.scrubber).toHaveValue("1");
  await scene.root.getByText("All steps as a table").focus();
  await page.keyboard.press("Enter");
  await expect(scene.root.getByRole("table")).toBeHidden();
});

test("the point on a curve is a slider for the keys: arrows, page keys, and its value in words", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("slope");
  const handle = scene.root.getByRole("slider", { name: "Start, on the curve" });
  await handle.focus();
  await expect(handle).toHaveAttribute("aria-valuetext", "x = 4, loss 16");
  await page.keyboard.press("ArrowRight");
  await scene.settled();
  const near = Number(await handle.getAttribute("aria-valuenow"));
  expect(near).toBeGreaterThan(4);
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await scene.settled();
  expect(Number(await handle.getAttribute("aria-valuenow"))).toBeLessThan(near - 1);
  await page.keyboard.press("Space");
  await expect.poll(() => scene.step()).toBeGreaterThan(0);
});

test("keys that belong to the browser or the screen reader are left alone", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("surface");
  const before = await scene.parameters();
  await scene.handle("surface").focus();
  for (const key of ["Control+ArrowLeft", "Alt+ArrowUp", "a", "Escape", "F2"]) await page.keyboard.press(key);
  await scene.settled();
  expect(await scene.parameters()).toEqual(before);
});
