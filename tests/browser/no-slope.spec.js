// The same labelled points under a step, which never learns, and under a sigmoid, which does; points added and flipped.
import { expect, test } from "./fixtures.js";
import { samples, sampleAt, sums, votes } from "./samples.js";

/** @typedef {import("./scene.js").Scene} Scene */

const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));

test("under a step the gradient is the zero vector, and nothing moves whatever α and the start are", async ({ page, open }) => {
  const scene = await open("activation");
  for (const start of [[-1, -1], [1, 2], [4, -0.5]]) {
    await scene.type(scene.field("b"), String(start[0]));
    await scene.type(scene.field("w"), String(start[1]));
    for (const key of ["Home", "End"]) {
      await scene.rate.focus();
      await page.keyboard.press(key);
      await scene.settled();
      expect(await scene.readouts()).toMatchObject({ gradient: "(0, 0)" });
      expect((await sums(scene))[0]).toEqual([0, 0]);
      expect((await votes(scene)).flatMap((row) => row.slice(-2)).every((vote) => vote === 0)).toBe(true);
    }
    await expect(scene.live).toHaveAttribute("data-outcome", "stalled");
    await expect(scene.sentence).toContainText("It never moves");
    const still = await votes(scene);
    await scene.scrubber.focus();
    await page.keyboard.press("End");
    await scene.settled();
    expect(await votes(scene)).toEqual(still);
    expect((await scene.lastHeard("step")).point).toEqual(start);
    await page.keyboard.press("Home");
  }
});

test("under a sigmoid each vote is prediction minus label, times x, and their sum is the gradient", async ({ open }) => {
  const scene = await open("logistic");
  const { start: [b = 0, w = 0] } = await scene.experiment();
  const rows = await votes(scene);
  for (const [x = 0, y = 0, prediction = 0, , byB = 0, byW = 0] of rows) {
    expect(Math.abs(prediction - sigmoid(b + w * x))).toBeLessThan(0.001);
    expect(Math.abs(byB - (sigmoid(b + w * x) - y))).toBeLessThan(0.001);
    expect(Math.abs(byW - (sigmoid(b + w * x) - y) * x)).toBeLessThan(0.001);
  }
  const [gradient = []] = await sums(scene);
  for (const axis of [0, 1]) {
    expect(Math.abs((gradient[axis] ?? NaN) - rows.reduce((sum, row) => sum + (row[4 + axis] ?? NaN), 0))).toBeLessThan(0.01);
  }
});

test("from eight places the sigmoid ends in the same place", async ({ open }) => {
  const scene = await open("logistic");
  await scene.button("Start from eight places").click();
  const list = scene.root.locator(".marbles li");
  await expect(list).toHaveCount(8);
  const ends = await list.evaluateAll((all) => all.map((one) => one.textContent?.match(/at (\(.*?\))/)?.[1]));
  expect(new Set(ends).size, String(ends)).toBe(1);
});

test("a click in the upper half adds a point labelled 1, in the lower half one labelled 0", { tag: "@desktop" }, async ({ page, open }) => {
  for (const id of ["activation", "logistic"]) {
    const scene = await open(id);
    const before = await votes(scene);
    const { x, y } = await sampleAt(scene, before.length - 1);
    const low = await sampleAt(scene, 0);
    for (const [spot, label] of /** @type {[number, number][]} */ ([[y + 25, 1], [low.y - 25, 0]])) {
      await page.mouse.click(x - 60, spot);
      await scene.settled();
      expect((await samples(scene)).at(-1)?.[1], id).toBe(label);
    }
  }
});

test("F and the button in the list give a point the other label, and the curve follows", async ({ page, open }) => {
  const scene = await open("logistic");
  await sampleAt(scene, 0);
  const before = await scene.sentence.textContent();
  await page.keyboard.press("f");
  await expect.poll(async () => (await samples(scene))[0]).toEqual([-3, 1]);
  await expect(scene.sentence).not.toHaveText(String(before));
  await scene.root.getByRole("button", { name: /^Label of point 1: 1/ }).click();
  await expect.poll(async () => (await samples(scene))[0]).toEqual([-3, 0]);
  await expect(scene.sentence).toHaveText(String(before));
});

test("points that cannot be told apart, or all too well, are remarked on and still run", async ({ open }) => {
  const scene = await open("logistic");
  const note = scene.root.locator(".data .note");
  await expect(note).toBeEmpty();
  await scene.button("Labels that can be parted").click();
  await expect(note).toContainText("A threshold parts these labels");
  for (const label of [5, 6, 7, 8]) await scene.root.getByRole("button", { name: new RegExp(`^Label of point ${label}`) }).click();
  await expect(note).toContainText("same label");
  await scene.expectUnharmed();
});
