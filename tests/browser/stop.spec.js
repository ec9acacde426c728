// When to stop: in every scene, as a disclosure; the sentence says which rule has ended the run, and when.
import { scenesOfRuns } from "./course.js";
import { expect, test } from "./fixtures.js";

/** @typedef {import("./scene.js").Scene} Scene */

const GRADIENT = "Gradient smaller than";
const CHANGE = "Loss changes by less than";

/** @param {Scene} scene */
const rules = (scene) => scene.root.locator('[data-control="steps"]');

test("every scene has the three rules, closed but where they are the matter", { tag: "@desktop" }, async ({ open }) => {
  for (const { id } of scenesOfRuns) {
    const scene = await open(id);
    await expect(rules(scene), id).toHaveCount(1);
    expect(await rules(scene).evaluate((box) => /** @type {HTMLDetailsElement} */ (box).open), id).toBe(id === "playground");
  }
  const given = await open("scrubber", { stop: "gradientBelow=0.01" });
  await expect(given.field(GRADIENT)).toBeVisible();
});

test("a rule ends the run where the lesson's table says, in words and in the title", async ({ open }) => {
  const scene = await open("scrubber", { steps: "400", step: "400" });
  const title = rules(scene).locator("summary");
  await title.click();
  await expect(title).toHaveText("When to stop after 400 steps at the latest");
  await scene.type(scene.field(GRADIENT), "0.01");
  await expect(scene.sentence).toHaveText(/^It stops after 31 steps at x = 0\.004952: the gradient is as small as you asked\./);
  await expect(title).toHaveText("When to stop after 400 steps at the latest, or when the gradient is below 0.01");
  await scene.type(scene.field(GRADIENT), "");
  await scene.type(scene.field(CHANGE), "0.000001");
  await expect(scene.sentence).toHaveText(/^It stops after 37 steps at x = [\d.]+: the loss hardly changes any more\./);
  await scene.type(scene.field("After so many steps"), "20");
  await expect(scene.sentence).toHaveText(/^After 20 steps it is at x = 0\.05765, .* and still moving\./);
  expect(await scene.parameters()).toMatchObject({ steps: "20", stop: "lossChangeBelow=0.000001" });
});

test("a rule that is fooled by level ground says that this is no minimum", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground", { loss: "1 - exp(-x^2)", start: "3", alpha: "0.1", stop: "gradientBelow=0.01" });
  await expect(scene.sentence).toHaveText(/^It stops after 0 steps at x = 3: the gradient is as small as you asked, but this is no minimum\./);
});

test("a tolerance that is none is answered at the field", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("slope");
  await rules(scene).locator("summary").click();
  for (const text of ["small", "-1", "1e400", "0,01"]) {
    await scene.type(scene.field(GRADIENT), text);
    await expect(scene.field(GRADIENT), text).toHaveAttribute("aria-invalid", "true");
    expect((await scene.experiment()).stop ?? {}, text).toEqual({});
  }
});

test("with every disclosure open, axe finds nothing and nothing sticks out", async ({ page, open, expectAccessible }) => {
  for (const id of ["surface", "median"]) {
    const scene = await open(id);
    for (const title of await scene.root.locator(".desk summary").all()) if (!(await title.evaluate((node) => /** @type {HTMLDetailsElement} */ (node.parentElement).open))) await title.click();
    await scene.type(scene.exactRate, "0.02");
    await scene.button(id === "surface" ? "Release" : "Run").click();
    await expect(scene.root.locator(".history li")).toHaveCount(1);
    await expectAccessible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  }
});
