// A line through three counts of penguins: the worked example, its votes, and samples edited by mouse, finger and keys.
import { expect, test } from "./fixtures.js";
import { touch } from "./hand.js";
import { samples, sampleAt, sums, votes } from "./samples.js";

/** @typedef {import("./scene.js").Scene} Scene */

const COUNTS = [[0, 332], [2, 353], [6, 419]];

/** @param {Scene} scene @param {string} name */
const preset = (scene, name) => scene.root.locator(`.chip[data-preset="${name}"]`);

/** What a screen reader was told last. @param {Scene} scene */
const told = (scene) => scene.live.locator("[aria-live]");

test("the first step is the one of the text: votes +1 and −4, loss 44, then 42.3", async ({ open }) => {
  const scene = await open("penguins");
  expect(await votes(scene)).toEqual([[0, 332, 350, 18, 1, 0], [2, 353, 370, 17, 1, 2], [6, 419, 410, -9, -1, -6]]);
  expect(await sums(scene)).toEqual([[1, -4], [-0.1, 0.4], [349.9, 10.4]]);
  expect(await scene.readouts()).toMatchObject({ loss: "44.0000", gradient: "(1, −4)" });
  await scene.button("Step").click();
  await expect.poll(async () => (await votes(scene)).map(([, , , residual]) => residual)).toEqual([17.9, 17.7, -6.7]);
  expect(await scene.readouts()).toMatchObject({ b: "349.9000", w: "10.4000", loss: "42.3000" });
});

test("the ready-made steps end at the losses of the text, the largest of them worse off", async ({ open }) => {
  const scene = await open("penguins");
  for (const [name, loss] of [["first", "42.3000"], ["half", "40.5000"], ["one", "55.0000"]]) {
    await preset(scene, String(name)).click();
    await expect.poll(async () => (await scene.readouts())["loss"], name).toBe(loss);
  }
  await preset(scene, "valley").click();
  await expect(scene.live).toHaveAttribute("data-outcome", "running");
  await preset(scene, "round").click();
  await expect(scene.live).toHaveAttribute("data-outcome", "converged");
});

test("standardising keeps the line, moves the bands, and switched off again gives the start back", async ({ open }) => {
  const scene = await open("penguins");
  await scene.root.getByLabel("Error").selectOption("squared");
  await expect(scene.legend.last()).toHaveText(/above 0\.024/);
  const before = await votes(scene);
  const box = scene.root.getByLabel("Standardise x");
  await box.check();
  await expect(scene.legend.last()).toHaveText(/above 0\.333/);
  const line = (/** @type {number[][]} */ rows) => rows.map(([, , prediction]) => prediction);
  expect(line(await votes(scene))).toEqual(line(before));
  await expect(scene.root.locator(".votes caption")).toContainText("x counts standardised");
  await box.uncheck();
  await scene.settled();
  expect((await scene.experiment()).start).toEqual([350, 10]);
});

test("a count dragged with the mouse takes the run along, and the axes keep still under it", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("penguins");
  const { x, y } = await sampleAt(scene, 2);
  const [axes] = await scene.pictures("data");
  const sentence = await scene.sentence.textContent();
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y + 60, { steps: 5 });
  await scene.settled();
  expect((await scene.pictures("data"))[0]).toBe(axes);
  await page.mouse.up();
  const [first, second, moved] = await samples(scene);
  expect([first, second]).toEqual(COUNTS.slice(0, 2));
  expect(moved?.[0]).toBeLessThan(6);
  expect(moved?.[1]).toBeLessThan(419);
  await expect(scene.sentence).not.toHaveText(String(sentence));
  await expect(told(scene)).not.toBeEmpty();
});

test("a click beside the counts adds one, two clicks on it take it away", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("penguins");
  const { x, y } = await sampleAt(scene, 1);
  await page.mouse.click(x + 60, y + 30);
  await expect.poll(() => samples(scene)).toHaveLength(4);
  const spot = await sampleAt(scene, 3);
  expect(Math.hypot(spot.x - x - 60, spot.y - y - 30)).toBeLessThan(2);
  await page.mouse.dblclick(spot.x, spot.y);
  await expect.poll(() => samples(scene)).toEqual(COUNTS);
});

test("a finger drags a count up and down without scrolling the page, and taps add and remove", { tag: "@phone" }, async ({ page, open }) => {
  const scene = await open("penguins");
  const { x, y } = await sampleAt(scene, 2);
  const scrolled = await page.evaluate(() => scrollY);
  const finger = await touch(page);
  await finger.swipe({ x, y }, { x, y: y + 60 });
  const [, , moved] = await samples(scene);
  expect(moved?.[0]).toBeCloseTo(6, 1);
  expect(moved?.[1]).toBeLessThan(415);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await page.touchscreen.tap(x - 30, y - 10);
  await expect.poll(() => samples(scene)).toHaveLength(4);
  const spot = await sampleAt(scene, 3);
  await page.touchscreen.tap(spot.x, spot.y);
  await page.touchscreen.tap(spot.x, spot.y);
  await expect.poll(() => samples(scene)).toHaveLength(3);
});

test("a swipe beside the counts scrolls the page and changes nothing", { tag: "@phone" }, async ({ page, open }) => {
  const scene = await open("penguins");
  const { x, y } = await sampleAt(scene, 0);
  const scrolled = await page.evaluate(() => scrollY);
  const finger = await touch(page);
  await finger.swipe({ x: x + 100, y: y + 20 }, { x: x + 100, y: y - 180 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled);
  expect((await scene.parameters())["loss"]).not.toMatch(/;.*;.*;/);
});

test("with keys alone counts are chosen, moved, added and removed, and each change is said", async ({ page, open }) => {
  const scene = await open("penguins");
  const handle = scene.handle("data");
  await sampleAt(scene, 1);
  await page.keyboard.press("ArrowUp");
  const [, second] = await samples(scene);
  expect(second?.[0]).toBe(2);
  expect(second?.[1]).toBeGreaterThan(353);
  await expect(told(scene)).toContainText(`(2, ${second?.[1]})`);
  await page.keyboard.press("ArrowRight");
  expect((await samples(scene))[1]?.[0]).toBeGreaterThan(2);
  await page.keyboard.press("Insert");
  await expect.poll(() => samples(scene)).toHaveLength(4);
  await expect(handle).toHaveAttribute("aria-label", /point 4 of 4/);
  await page.keyboard.press("Delete");
  await expect.poll(() => samples(scene)).toHaveLength(3);
  await expect(told(scene)).toContainText("3 left");
  await page.keyboard.press("Space");
  await expect.poll(() => scene.step()).toBeGreaterThan(0);
});

test("the list of fields changes the counts, and what is no number is answered and changes nothing", async ({ open }) => {
  const scene = await open("penguins");
  const field = scene.field("penguins of point 1");
  await scene.type(field, "340");
  expect((await samples(scene))[0]).toEqual([0, 340]);
  for (const text of ["many", "", "1e9"]) {
    await scene.type(field, text);
    await expect(scene.root.locator(".samples .error:visible")).toContainText(/cannot be used|Nothing is written/);
    expect((await samples(scene))[0]).toEqual([0, 340]);
  }
  await scene.type(field, "332");
  await scene.button("Add a point").click();
  await expect(scene.root.locator(".samples li")).toHaveCount(4);
  await expect(scene.field("years since 2010 of point 4")).toBeFocused();
  for (const number of [4, 3, 2]) await scene.button(`Remove point ${number}`).click();
  await expect(scene.root.locator(".data .note")).toContainText("Only one point");
  await scene.button("Remove point 1").click();
  await expect(scene.root.locator(".data > .error")).toContainText("Give from 1 to");
  expect(await samples(scene)).toEqual([[0, 332]]);
});

test("all counts can be written as text: one, on one line, all the same, ten thousand; nonsense is refused", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("penguins");
  await scene.root.getByText("All points as text").click();
  const field = scene.field("Data, as pairs x y");
  const rows = (/** @type {number} */ count) => Array.from({ length: count }, (_, index) => `${index % 7} ${300 + (index % 11)}`).join("; ");
  for (const [text, count] of /** @type {[string, number][]} */ ([["0 332", 1], ["0 1; 1 2; 2 3", 3], ["2 5; 2 5; 2 5", 3], [rows(10_000), 10_000]])) {
    await scene.type(field, text);
    await expect.poll(() => samples(scene), text.slice(0, 20)).toHaveLength(count);
    await scene.expectUnharmed();
  }
  await expect(scene.root.locator(".data .note")).toContainText("first 40 of 10,000");
  for (const text of ["", "1", "1 2 3", "1 two", "1 1e99", rows(10_001)]) {
    await scene.type(field, text);
    await expect(scene.root.locator(".data details .error"), text.slice(0, 20)).toContainText("Give from 1 to");
    expect(await samples(scene)).toHaveLength(10_000);
  }
});

test("a copied link brings edited counts back, and data that cannot be used leaves the scene's own", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("penguins");
  await scene.type(scene.field("penguins of point 2"), "361.5");
  const { step: _, ...texts } = await scene.parameters();
  const again = await open("penguins", texts);
  expect(await samples(again)).toEqual([[0, 332], [2, 361.5], [6, 419]]);
  for (const loss of ["regression(data=0 1;2)", "regression(data=0 x;1 2)", "regression(residual=cubed)"]) {
    const kept = await open("penguins", { loss });
    await expect(kept.faults).toContainText("loss");
    expect(await votes(kept)).toHaveLength(3);
  }
});

test("locked data can be looked at and not changed", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("penguins", { lock: "data" });
  const { x, y } = await sampleAt(scene, 1);
  const before = (await scene.parameters())["loss"];
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Delete");
  await page.mouse.click(x + 50, y);
  await page.mouse.dblclick(x, y);
  await scene.settled();
  expect((await scene.parameters())["loss"]).toBe(before);
  await expect(scene.root.locator(".data :is(input, button):enabled")).toHaveCount(0);
});

test("a host can take the list, the votes and the settings away; then the points stay as they are", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("penguins", { hide: "data,votes,settings" });
  for (const name of ["data", "votes", "settings"]) await expect(scene.root.locator(`[data-control="${name}"]`)).toHaveCount(0);
  await expect(scene.handle("data")).toHaveCount(0);
  await expect(scene.stage("data")).toBeVisible();
  await scene.expectUnharmed();
});
