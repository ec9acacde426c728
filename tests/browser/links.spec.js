// Addresses: "Copy link" opens exactly the same state elsewhere, the hash keeps it over a reload, the history stays short.
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";
import { scenes } from "./course.js";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** Copies the link by the scene's button. @param {Scene} scene @returns {Promise<string>} */
async function copyLink(scene) {
  await scene.button("Copy link").click();
  await expect(scene.root.locator(".share .said")).toHaveText("Copied.");
  return scene.page.evaluate(() => navigator.clipboard.readText());
}

/** The page beside each test's own, in which its links are opened one after the other. @type {WeakMap<import("@playwright/test").Page, import("@playwright/test").Page>} */
const besides = new WeakMap();

/** Opens an address in another page and compares everything it says about its state. @param {Scene} scene @param {string} link */
async function expectTheSameAt(scene, link) {
  const page = besides.get(scene.page) ?? (await scene.page.context().newPage());
  besides.set(scene.page, page);
  await page.goto(link);
  const copy = new Scene(page);
  await copy.opened();
  expect(await copy.parameters()).toEqual(await scene.parameters());
  expect(await copy.experiment()).toEqual(await scene.experiment());
  // What trains on the digits has to fetch them first.
  await expect(async () => expect(await copy.sentence.textContent()).toBe(await scene.sentence.textContent())).toPass();
  await copy.expectUnharmed();
}

for (const { id, presets, model } of scenes) {
  test(`a copied link opens “${id}” untouched, as it was left, and with each of its presets`, { tag: "@desktop" }, async ({ page, open }) => {
    // Each preset opens the whole page once more.
    test.setTimeout(60_000 + 10_000 * presets.length);
    const scene = await open(id);
    // A network has opened when its digits have come; the controls move then.
    if (model === "network") await expect(scene.root.locator(".answers [data-best]")).toHaveCount(1);
    await expectTheSameAt(scene, await copyLink(scene));
    const usual = await scene.experiment();
    await scene.rate.focus();
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("ArrowRight");
    for (const field of await scene.root.locator(".start input").all()) await scene.type(field, "1.2345");
    await scene.scrubber.fill("7");
    await scene.settled();
    const now = await scene.experiment();
    expect(now.optimizer.learningRate).not.toBe(usual.optimizer.learningRate);
    expect(now.start).toEqual(usual.start.map(() => 1.2345));
    expect(await scene.step()).toBe(7);
    await expectTheSameAt(scene, await copyLink(scene));
    for (const chip of await scene.root.locator(".chip").all()) {
      await chip.click();
      await expectTheSameAt(scene, await copyLink(scene));
    }
  });
}

test("a copied link carries the view, the marbles and the logarithmic scale", { tag: "@desktop" }, async ({ page, open }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const scene = await open("surface");
  await scene.button("Logarithmic").click();
  await scene.handle("surface").focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Space");
  await scene.type(scene.field("x"), "2");
  await scene.button("Release").click();
  await scene.type(scene.field("y"), "-3");
  await expect(scene.root.locator(".marbles li")).toHaveCount(2);
  const link = new URL(await copyLink(scene));
  expect([...link.searchParams.keys()]).toEqual(expect.arrayContaining(["marbles", "view", "scale"]));
  await expectTheSameAt(scene, link.href);
});

test("a copied link carries a typed function, another method, its settings and the stop rule", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground", {
    loss: "x^2 + 3*y^2 - |x| + 2^-y",
    optimizer: "adam(beta1=0.8,beta2=0.99,epsilon=1e-7)",
    start: "-1.5,0.125",
    steps: "40",
    stop: "gradientBelow=0.001",
    seed: "7",
    step: "9",
  });
  await scene.expectUnharmed();
  expect(await scene.experiment()).toEqual({
    loss: { expression: "x^2 + 3*y^2 - |x| + 2^-y" },
    optimizer: { name: "adam", learningRate: 0.4, beta1: 0.8, beta2: 0.99, epsilon: 1e-7 },
    start: [-1.5, 0.125],
    steps: 40,
    stop: { gradientBelow: 0.001 },
    seed: 7,
  });
  expect(await scene.step()).toBe(9);
  await expectTheSameAt(scene, await copyLink(scene));
});

test("what the host has hidden, frozen and coloured goes with the link", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("scrubber", { hide: "table", lock: "alpha", theme: "dark" });
  const link = new URL(await copyLink(scene));
  expect(Object.fromEntries(link.searchParams)).toMatchObject({ hide: "table", lock: "alpha", theme: "dark" });
  await page.goto(link.href);
  await scene.opened();
  await expect(scene.root.locator(".table")).toHaveCount(0);
  await expect(scene.rate).toBeDisabled();
});

test("the hash keeps the student's state over a reload, and says nothing of what was left alone", async ({ page, open }) => {
  const scene = await open("learning-rate", { start: "4" });
  const entries = await page.evaluate(() => history.length);
  expect(new URL(page.url()).hash).toBe("");
  await scene.rate.focus();
  for (let presses = 0; presses < 20; presses += 1) await page.keyboard.press("ArrowRight");
  await scene.scrubber.fill("3");
  await expect.poll(() => Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)))).toEqual({
    alpha: String((await scene.experiment()).optimizer.learningRate),
    step: "3",
  });
  expect(new URL(page.url()).search).toBe("?scene=learning-rate&start=4");
  expect(await page.evaluate(() => history.length), "entries in the history").toBe(entries);
  const [before, experiment] = [await scene.parameters(), await scene.experiment()];
  await page.reload();
  await scene.opened();
  expect(await scene.parameters()).toEqual(before);
  expect(await scene.experiment()).toEqual(experiment);
});

test("the hash keeps the view and the scale, too, and a reload shows them", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("surface");
  const usual = await scene.pictures("surface");
  await scene.button("Logarithmic").click();
  await scene.handle("surface").focus();
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(() => [...new URLSearchParams(new URL(page.url()).hash.slice(1)).keys()].sort()).toEqual(["scale", "view"]);
  expect((await scene.pictures("surface"))[0]).not.toBe(usual[0]);
  const { view } = await scene.parameters();
  await page.reload();
  await scene.opened();
  await expect(scene.button("Logarithmic")).toHaveAttribute("aria-pressed", "true");
  expect((await scene.parameters())["view"]).toBe(view);
  expect((await scene.pictures("surface"))[0]).not.toBe(usual[0]);
  await page.evaluate(() => (location.hash = "scale=linear&view=-0.5,0.5"));
  await expect(scene.button("Logarithmic")).toHaveAttribute("aria-pressed", "false");
  await expect.poll(async () => (await scene.parameters())["view"]).toBe("-0.5,0.5");
});

test("a hash typed by hand is taken over at once; Original settings gives the host's back", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("learning-rate", { alpha: "0.3" }, { alpha: "0.7", step: "2" });
  expect((await scene.experiment()).optimizer.learningRate).toBe(0.7);
  expect(await scene.step()).toBe(2);
  await page.evaluate(() => (location.hash = "alpha=1"));
  await expect(scene.live).toHaveAttribute("data-outcome", "cycling");
  await page.evaluate(() => (location.hash = "alpha=fast"));
  await expect(scene.faults).toContainText("alpha: “fast” cannot be used here");
  await page.evaluate(() => (location.hash = "alpha=0.8"));
  await expect(scene.exactRate).toHaveValue("0.8");
  await expect(scene.faults).toHaveCount(0);
  await scene.button("Original settings").click();
  await expect(scene.exactRate).toHaveValue("0.3");
  await expect(scene.button("Original settings")).toBeHidden();
});

test("with a closed clipboard the link stands ready to be copied by hand", { tag: "@desktop" }, async ({ page, open }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("closed")) } });
  });
  const scene = await open("slope", { alpha: "0.25" });
  await scene.button("Copy link").click();
  const address = scene.field("Address of this set-up");
  await expect(address).toBeFocused();
  expect(await address.inputValue()).toContain("alpha=0.25");
  const chosen = await address.evaluate((input) => {
    const { selectionStart, selectionEnd, value } = /** @type {HTMLInputElement} */ (input);
    return selectionStart === 0 && selectionEnd === value.length;
  });
  expect(chosen).toBe(true);
});

test("the site works from a folder of a larger one, and so do its links", { tag: "@desktop" }, async ({ page, baseURL }) => {
  await page.goto("./some/where/index.html?scene=slope&alpha=0.2");
  const scene = new Scene(page);
  await scene.opened();
  const link = await copyLink(scene);
  expect(link.startsWith(`${baseURL}some/where/index.html?scene=slope&`)).toBe(true);
  await expectTheSameAt(scene, link);
});
