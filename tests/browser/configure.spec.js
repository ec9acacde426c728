// The page that helps instructors: what is chosen is seen at once, and what is copied opens the same.
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** @param {import("@playwright/test").Page} page */
async function configurator(page) {
  await page.goto("./configure.html");
  const scene = new Scene(page, "#preview downhill-scene");
  await scene.opened();
  const form = page.locator("#choices");
  const row = (/** @type {string} */ name) => form.getByRole("row", { name });
  await row("Start").waitFor();
  const result = (/** @type {string} */ name) => page.locator("#results").getByRole("textbox", { name });
  return { scene, form, row, result };
}

test("what is chosen is seen at once, and tag, frame and link say the same", async ({ page, baseURL, expectAccessible }) => {
  const { scene, form, row, result } = await configurator(page);
  await form.getByRole("combobox", { name: "Scene" }).selectOption("learning-rate");
  await expect(scene.box).toHaveAttribute("data-scene", "learning-rate");
  await row("Readings").waitFor();
  await form.getByRole("combobox", { name: "Ready-made set-up" }).selectOption("zigzag");
  await form.getByRole("textbox", { name: "Start" }).fill("4");
  await form.getByRole("checkbox", { name: "Hide: Earlier runs" }).check();
  await form.getByRole("checkbox", { name: "Freeze: Learning rate" }).check();
  await form.getByRole("combobox", { name: "Theme" }).selectOption("projector");
  await expect(scene.rate).toBeDisabled();
  await expect(scene.root.locator(".history")).toHaveCount(0);
  await expect(scene.root).toHaveAttribute("theme", "projector");
  expect((await scene.experiment()).start).toEqual([4]);
  const chosen = { scene: "learning-rate", preset: "zigzag", start: "4", theme: "projector", hide: "history", lock: "alpha" };
  const link = new URL(await result("Link").inputValue());
  expect(link.href.startsWith(`${baseURL}index.html?`)).toBe(true);
  expect(Object.fromEntries(link.searchParams)).toEqual(chosen);
  const [tag, frame] = [await result("Tag").inputValue(), await result("Frame").inputValue()];
  // The policy of this very page would not let it have a style of its own.
  expect(frame).toContain(' style="border: 0"');
  const read = await page.evaluate(([tag = "", frame = ""]) => {
    const parsed = new DOMParser().parseFromString(`${tag}${frame}`, "text/html");
    const scene = parsed.querySelector("downhill-scene");
    return {
      attributes: Object.fromEntries([...(scene?.attributes ?? [])].map(({ name, value }) => [name, value])),
      script: parsed.querySelector("script")?.src,
      frame: parsed.querySelector("iframe")?.src,
      ...Object.fromEntries(["sandbox", "allow"].map((name) => [name, parsed.querySelector("iframe")?.getAttribute(name)])),
    };
  }, [tag, frame.replace(/ style="[^"]*"/, "")]);
  expect(read).toEqual({ attributes: chosen, script: `${baseURL}downhill.js`, frame: link.href, sandbox: "allow-scripts allow-same-origin allow-downloads allow-popups", allow: "clipboard-write; fullscreen" });
  await page.getByRole("button", { name: "Copy: Link" }).click();
  await expect(page.locator("#results").getByText("Copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link.href);
  await expectAccessible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test("what cannot be used is said at its field and left out; the figure's own state can be taken over and given back", { tag: "@desktop" }, async ({ page }) => {
  const { scene, form, result } = await configurator(page);
  await form.getByRole("combobox", { name: "Scene" }).selectOption("slope");
  await expect(scene.box).toHaveAttribute("data-scene", "slope");
  const rate = form.getByRole("textbox", { name: "Learning rate α" });
  await rate.fill("fast");
  await expect(rate).toHaveAttribute("aria-invalid", "true");
  await expect(form.locator(".error:visible")).toContainText("alpha: “fast” cannot be used here.");
  await expect(result("Link")).not.toHaveValue(/alpha/);
  await rate.fill("0.25");
  await expect(rate).not.toHaveAttribute("aria-invalid");
  await form.getByRole("textbox", { name: "Loss" }).fill('x^2 + "<b>"');
  await expect(form.locator(".error:visible")).toContainText("loss");
  await form.getByRole("textbox", { name: "Loss" }).fill("");
  await scene.type(scene.field("x"), "-3");
  await form.getByRole("button", { name: "Take these from the figure" }).click();
  await expect(form.getByRole("status")).toHaveText("The fields now say what the figure shows.");
  await expect(form.getByRole("textbox", { name: "Start" })).toHaveValue("-3");
  await expect(result("Tag")).toHaveValue(/<downhill-scene scene="slope" alpha="0\.25" start="-3"/);
  await form.getByRole("button", { name: "Empty all fields" }).click();
  await expect(result("Tag")).toHaveValue(/<downhill-scene scene="slope"><\/downhill-scene>$/);
  await form.getByRole("combobox", { name: "Scene" }).selectOption("practice");
  await form.getByRole("combobox", { name: "Challenge" }).selectOption("one-step");
  await expect(result("Link")).toHaveValue(/scene=practice&challenge=one-step$/);
  await expect(form.getByText("This scene has no controls")).toBeVisible();
});

test("what has no field of its own is taken over, too, and the frame has room for its figure", { tag: "@desktop" }, async ({ page }) => {
  const { scene, form, result } = await configurator(page);
  await form.getByRole("combobox", { name: "Scene" }).selectOption("race");
  await expect(scene.box).toHaveAttribute("data-scene", "race");
  await scene.button("All seven").click();
  await scene.settled();
  const shown = await scene.experiment();
  await form.getByRole("button", { name: "Take these from the figure" }).click();
  await expect(form.getByRole("combobox", { name: "Ready-made set-up" })).not.toHaveValue("");
  await form.getByRole("textbox", { name: "Further settings" }).fill("scale=log");
  await expect(result("Link")).toHaveValue(/scale=log/);
  const link = await result("Link").inputValue();
  const height = Number((await result("Frame").inputValue()).match(/height="(\d+)"/)?.[1]);
  await page.goto(link);
  const again = new Scene(page);
  await again.opened();
  expect(await again.experiment()).toEqual(shown);
  expect(await again.parameters()).toMatchObject({ scene: "race", scale: "log" });
  expect(await page.evaluate(() => document.body.getBoundingClientRect().height)).toBeLessThanOrEqual(height);
});

test("everything is chosen by keyboard, and fits the smallest phone", { tag: "@phone" }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const { form, row, result } = await configurator(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  const small = await form.locator("input, select, button").evaluateAll((all) => all.filter((each) => (each.closest("label") ?? each).getBoundingClientRect().height < 44 && each.checkVisibility()).map((each) => each.outerHTML));
  expect(small, "smaller than a finger").toEqual([]);
  await row("Start").getByRole("checkbox", { name: "Freeze" }).focus();
  await page.keyboard.press("Space");
  await expect(result("Link")).toHaveValue(/lock=start/);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await expect(result("Link")).toHaveValue(/hide=start/);
});
