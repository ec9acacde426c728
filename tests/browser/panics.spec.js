// When the core comes to an end: everything goes on where it was, by itself and soon; after three times in a minute a panel says so.
import { readFileSync, readdirSync } from "node:fs";
import { SITE, breakable } from "./breaking.js";
import { ChallengeCard } from "./challenge.js";
import { challenges } from "./course.js";
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";

/** Longest restoring, in milliseconds. */
const SOON = 250;

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page @param {Record<string, string>} parameters */
async function opened(page, parameters) {
  const breaking = await breakable(page);
  await page.goto(`${SITE}?${new URLSearchParams(parameters)}`);
  const scene = new Scene(page);
  await scene.opened();
  return { breaking, scene };
}

/** Waits until as many restorings have come about. @param {Awaited<ReturnType<typeof breakable>>} breaking @param {number} count */
async function restored(breaking, count) {
  await expect.poll(async () => (await breaking.took()).length).toBe(count);
  expect(Math.max(...(await breaking.took()))).toBeLessThan(SOON);
  expect(await breaking.reported()).toEqual([]);
}

for (const [place, how] of /** @type {const} */ ([["draw", "panic"], ["step", "panic"], ["draw", "stack"]])) {
  test(`a ${how} in ${place} leaves a figure as it was, within ${SOON} ms and without a click @alone`, { tag: "@desktop" }, async ({ page }) => {
    const { breaking, scene } = await opened(page, { scene: "landscape", step: "0" });
    await scene.type(scene.exactRate, "0.004");
    const step = scene.button("Step");
    for (let count = 0; count < 3; count += 1) await step.click();
    await scene.root.locator("summary").first().click();
    // The map of starts becomes finer for a while.
    await scene.root.locator(".basins[data-certain]").waitFor();
    await scene.settled();
    const before = await scene.parameters();
    expect(before["step"]).toBe("3");
    const unfolded = await scene.root.locator("details[open]").count();
    const pictures = await scene.pictures("contour");

    await breaking.ask(place, how);
    await step.focus();
    await page.keyboard.press("Enter");
    await restored(breaking, 1);
    expect(await breaking.left()).toBe(0);
    expect(await scene.parameters()).toEqual(before);
    await expect(step).toBeFocused();
    await expect(scene.root.locator("details[open]")).toHaveCount(unfolded);
    await expect(scene.root.locator(".live [aria-live]")).toContainText("It has been restored.");
    expect(await scene.pictures("contour")).toEqual(pictures);

    await page.keyboard.press("Enter");
    expect(await scene.step()).toBe(4);
    await scene.type(scene.exactRate, "0.005");
    expect((await scene.experiment()).optimizer.learningRate).toBe(0.005);
    await scene.expectUnharmed();
  });
}

test("settings that break the core are taken back, and what was typed stays in its field", { tag: "@desktop" }, async ({ page }) => {
  const { breaking, scene } = await opened(page, { scene: "slope", alpha: "0.2" });
  await breaking.ask("run");
  await scene.exactRate.fill("0.35");
  await restored(breaking, 1);
  await expect(scene.exactRate).toHaveValue("0.35");
  await expect(scene.exactRate).toBeFocused();
  expect((await scene.experiment()).optimizer.learningRate).toBe(0.2);
  await scene.exactRate.fill("0.36");
  expect((await scene.experiment()).optimizer.learningRate).toBe(0.36);
});

test("a scene whose last state breaks the core again begins anew", { tag: "@desktop" }, async ({ page }) => {
  const { breaking, scene } = await opened(page, { scene: "slope" });
  const beginning = await scene.parameters();
  await scene.type(scene.exactRate, "0.3");
  await scene.button("Step").click();
  await scene.settled();
  await breaking.ask("draw", "panic", 2);
  await scene.button("Step").click();
  await restored(breaking, 1);
  expect(await breaking.left()).toBe(0);
  expect(await scene.parameters()).toEqual(beginning);
  await scene.button("Step").click();
  expect(await scene.step()).toBe(1);
});

test("a run that plays stops on a step that was seen", { tag: "@desktop" }, async ({ page }) => {
  const { breaking, scene } = await opened(page, { scene: "slope" });
  await scene.button("Run").click();
  await expect.poll(() => scene.step()).toBeGreaterThan(1);
  await breaking.ask("draw");
  await restored(breaking, 1);
  await expect(scene.button("Run")).toBeVisible();
  const step = await scene.step();
  expect(step).toBeGreaterThan(0);
  await scene.button("Step").click();
  expect(await scene.step()).toBe(step + 1);
});

test("a judge that has no stack left leaves the answer in its field, and judges it when asked again", { tag: "@desktop" }, async ({ page }) => {
  const challenge = challenges.find(({ kind }) => kind === "numeric");
  if (!challenge) throw new Error("no such challenge");
  const breaking = await breakable(page);
  await page.goto(`${SITE}?scene=practice&challenge=${challenge.id}`);
  const card = new ChallengeCard(page.locator("downhill-scene"), challenge);
  await expect.poll(() => card.picture()).not.toBe("");
  await breaking.ask("judge", "stack");
  await card.answer(challenge.solution);
  await expect(card.verdict).toContainText("check it again");
  await restored(breaking, 1);
  await card.check.click();
  await card.expectSolved();
  await expect.poll(() => card.picture()).not.toBe("");
});

test("all scenes of a page come back, and no instance that has come to its end is kept @alone", { tag: "@desktop" }, async ({ page }) => {
  const breaking = await breakable(page);
  await page.goto(SITE);
  const names = ["surface", "slope", "learning-rate", "scrubber", "nudges"];
  const scenes = names.map((name) => new Scene(page, `downhill-scene[scene=${name}] >> nth=0`));
  for (const scene of scenes) await scene.opened();
  const steps = await Promise.all(scenes.map((scene) => scene.step()));
  for (let count = 1; count <= 3; count += 1) {
    const step = scenes[1]?.button("Step");
    await step?.focus();
    await scenes[1]?.settled();
    await breaking.ask("draw");
    await page.keyboard.press("Enter");
    await restored(breaking, count);
  }
  expect(await Promise.all(scenes.map((scene) => scene.step()))).toEqual(steps);
  for (const [index, scene] of scenes.entries()) {
    await scene.root.scrollIntoViewIfNeeded();
    const by = (/** @type {number} */ count) => scene.root.evaluate((element, count) => /** @type {import("./scene.js").SceneElement} */ (element).step(count), count);
    // Those that are out of view come back a moment later.
    await expect(() => by(-100)).toPass();
    await by(1);
    expect(await scene.step(), names[index]).toBe(1);
  }
  await expect.poll(() => breaking.memories()).toEqual({ made: 4, kept: 1 });
});

test("at the fourth time within a minute a panel says so: details to copy, the progress to take along, the page to load again", { tag: "@desktop" }, async ({ page, context, expectAccessible }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { breaking, scene } = await opened(page, { scene: "slope", alpha: "0.2" });
  const panel = scene.root.getByRole("alert");
  for (let count = 1; count <= 4; count += 1) {
    await expect(panel).toHaveCount(0);
    await breaking.ask("draw");
    await scene.button("Step").click();
    if (count < 4) await restored(breaking, count);
  }
  await expect(panel).toContainText("The figures have stopped working");
  expect(await breaking.reported()).toEqual([]);
  await expectAccessible();
  await scene.button("Copy details").click();
  await expect(panel.getByRole("status")).toHaveText("Copied.");
  const details = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(details).toMatchObject({ version: expect.stringMatching(/^\d/), scene: "slope", step: 0, experiment: { loss: { name: "bowl" } }, lost: expect.stringContaining("unreachable") });
  expect(details.stack).toContain("draw");
  const download = page.waitForEvent("download");
  await scene.button("Download progress").click();
  expect((await download).suggestedFilename()).toMatch(/^downhill-progress-.*\.json$/);
  await scene.button("Reload the page").click();
  await scene.opened();
  await expect(panel).toHaveCount(0);
  await scene.expectUnharmed();
});

test("what can be done without the core stays when the panel comes", { tag: "@desktop" }, async ({ page }) => {
  const challenge = challenges.find(({ kind }) => kind === "numeric");
  if (!challenge) throw new Error("no such challenge");
  const breaking = await breakable(page);
  await page.goto(`${SITE}?scene=practice&challenge=${challenge.id}`);
  const root = page.locator("downhill-scene");
  const card = new ChallengeCard(root, challenge);
  await breaking.ask("judge", "panic", 4);
  for (let count = 0; count < 4; count += 1) {
    await card.answer(challenge.solution);
    await expect.poll(() => breaking.left()).toBe(3 - count);
  }
  await expect(root.getByRole("alert")).toContainText("The figures have stopped working");
  await card.check.click();
  await card.expectSolved();
});

test("the module's functions throw an ordinary Error, and answer the next call", { tag: "@desktop" }, async ({ page }) => {
  const { breaking } = await opened(page, { scene: "slope" });
  await breaking.ask("run");
  await breaking.ask("judge", "stack");
  const found = await page.evaluate(async () => {
    const downhill = await import(new URL("./downhill.js", location.href).href);
    await downhill.ready();
    const experiment = { loss: { name: "bowl" }, optimizer: { name: "gradientDescent", learningRate: 0.1 }, start: [5], steps: 3 };
    const outcome = (/** @type {() => any} */ call) => {
      try {
        return String(call());
      } catch (thrown) {
        return `${/** @type {any} */ (thrown).constructor.name}: ${/** @type {Error} */ (thrown).message}`;
      }
    };
    const run = () => downhill.run(experiment).losses.length;
    const id = downhill.challenges().find((/** @type {any} */ each) => each.kind === "choice").id;
    const judge = () => outcome(() => downhill.judge(id, "nonsense"));
    return [outcome(run), outcome(run), judge(), judge()];
  });
  expect(found[0]).toMatch(/^Error: The core came to an unexpected end/);
  expect(found[1]).toBe("4");
  expect(found[2]).toMatch(/^Error: The core came to an unexpected end/);
  expect(found[3]).not.toContain("unexpected end");
});

test("no published core can be made to break", { tag: "@desktop" }, () => {
  const marked = (/** @type {string} */ folder) => {
    const url = new URL(folder, import.meta.url);
    const files = readdirSync(url).filter((name) => /^downhill-.*\.(wasm|js)$/.test(name));
    return files.filter((name) => readFileSync(new URL(name, url)).includes("panicNext"));
  };
  expect(marked("../../target/panics/site/")).toEqual(["downhill-core.js", "downhill-core_bg.wasm"]);
  expect(marked("../../dist/")).toEqual([]);
});
