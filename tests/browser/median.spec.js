// The median beside the mean: the published steps, editable measurements, the kink, and a rate that decays.
import { expect, test } from "./fixtures.js";
import { touch } from "./hand.js";
import { centre } from "./scene.js";

/** @typedef {import("./scene.js").Scene} Scene */

const NAMES = (/** @type {Scene} */ scene) => scene.root.locator(".figure-name").allTextContents();
const chains = (/** @type {Scene} */ scene) => scene.root.locator(".signs .chain").allTextContents();

test("the run from 24.5 walks and bounces as published, with the sign of each measurement written out", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("median");
  await expect(scene.sentence).toHaveText(/^It bounces between 19\.5 and 18\.5 for ever/);
  const cells = await scene.rows.evaluateAll((rows) => rows.slice(0, 7).map((row) => row.children[1]?.textContent));
  expect(cells).toEqual(["24.5000", "21.5000", "20.5000", "19.5000", "18.5000", "19.5000", "18.5000"]);
  await scene.scrubber.fill("0");
  await scene.settled();
  expect(await chains(scene)).toEqual([
    "absolute= sign(24.5 − 17) + sign(24.5 − 19) + sign(24.5 − 24)= 1 + 1 + 1= +3",
    "squared= 2 · (24.5 − 17) + 2 · (24.5 − 19) + 2 · (24.5 − 24)= 15 + 11 + 1= +27",
  ]);
  await scene.scrubber.fill("6");
  await scene.settled();
  await expect(scene.root.locator(".signs .note").first()).toHaveText("Slopes so far: +3, +1, +1, +1, −1, +1, −1");
  expect(await NAMES(scene)).toEqual(["Absolute error Σ|θ − mᵢ|: lowest at the median, 19", "Squared error Σ(θ − mᵢ)²: lowest at the mean, 20"]);
  await scene.scrubber.fill("20");
  await expect(scene.root.locator(".marbles li").nth(1)).toHaveText(/after 20 steps at 20, loss 26$/);
});

test("measurements are changed as text, added and taken away, and both curves follow", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("median");
  await scene.type(scene.field("Measurements"), "17, 19, 60");
  await expect.poll(() => NAMES(scene)).toEqual([expect.stringMatching(/median, 19$/), expect.stringMatching(/mean, 32$/)]);
  await scene.button("Remove 60").click();
  await expect(scene.field("Measurements")).toHaveValue("17 19");
  await expect(scene.button("Add one")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(scene.field("Measurements")).toHaveValue("17 19 20");
  await expect(scene.field("Measurements")).toBeFocused();
  await scene.button("Remove 17").click();
  await scene.button("Remove 19").click();
  await expect(scene.root.getByRole("button", { name: /^Remove/ }), "the last one stays").toHaveCount(0);
  expect((await scene.parameters())["loss"]).toBe("absoluteError(measurements=20)");
});

test("what is no list of measurements is answered at the field, and the last good one stays", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("median");
  const field = scene.field("Measurements");
  const good = await scene.experiment();
  for (const text of ["", "   ", "seventeen", "17 19 x", "1e400", "17 1e7", "<img src=x>", Array(10_000).fill("1").join(" ")]) {
    await scene.type(field, text);
    await expect(field, text.slice(0, 20)).toHaveAttribute("aria-invalid", "true");
    await expect(field, text.slice(0, 20)).toHaveAccessibleDescription(/(cannot be used|Nothing is written) here\. Give from 1 to 1000 numbers, .+\.$/);
    expect(await scene.experiment(), text.slice(0, 20)).toEqual(good);
  }
  await scene.type(field, "5 5 5");
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
  await scene.expectUnharmed();
});

test("a start exactly on the kink of the median stays, since its term counts 0", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("median");
  await scene.type(scene.field("θ"), "19");
  await expect(scene.sentence).toHaveText(/^It settles at θ = 19/);
  expect((await chains(scene))[0]).toBe("absolute= sign(19 − 17) + sign(19 − 19) + sign(19 − 24)= 1 + 0 + (−1)= 0");
});

test("a decay of α is offered here, shortens the steps, and is part of the link", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("median", { steps: "200" });
  await scene.type(scene.field("Decay d of α"), "0.5");
  await expect(scene.root.locator(".rule")).toHaveText("θ ← θ − αₖ∇L, αₖ = α / (1 + d·k) after k steps");
  await expect.poll(async () => Math.abs(Number(await scene.rows.last().locator("td").first().textContent()) - 19)).toBeLessThan(0.02);
  expect((await scene.parameters())["optimizer"]).toBe("gradientDescent(learningRateDecay=0.5)");
  await scene.type(scene.field("Decay d of α"), "−1");
  await expect(scene.field("Decay d of α")).toHaveAttribute("aria-invalid", "true");
  await scene.type(scene.field("Decay d of α"), "0");
  expect((await scene.parameters())["optimizer"]).toBe("gradientDescent");
});

test("other scenes show no decay unless one is in force", { tag: "@desktop" }, async ({ open }) => {
  const usual = await open("scrubber");
  await expect(usual.field("Decay d of α")).toHaveCount(0);
  const given = await open("scrubber", { optimizer: "gradientDescent(learningRateDecay=0.1)" });
  await expect(given.field("Decay d of α")).toHaveValue("0.1");
});

test("a finger moves the start on either curve, and the keys do", { tag: "@phone" }, async ({ page, open }) => {
  const scene = await open("median");
  const finger = await touch(page);
  const handles = scene.root.locator('.stage[data-kind="curve"] .handle');
  for (const index of [0, 1]) {
    const handle = handles.nth(index);
    await handle.scrollIntoViewIfNeeded();
    await scene.settled();
    const before = (await scene.experiment()).start[0] ?? NaN;
    const from = centre(await handle.boundingBox());
    await finger.swipe(from, { x: from.x - 40, y: from.y });
    await expect.poll(async () => (await scene.experiment()).start[0]).toBeLessThan(before - 0.5);
    const moved = (await scene.experiment()).start[0] ?? NaN;
    await handle.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(async () => (await scene.experiment()).start[0]).toBeGreaterThan(moved);
  }
});
