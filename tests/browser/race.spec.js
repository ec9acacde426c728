// The race: what the field shows, how its settings are changed, tuned and taken back, and the map on which α and β are dragged.
import { expect, test } from "./fixtures.js";
import { touch } from "./hand.js";
import { read } from "./regimes.js";
import { centre } from "./scene.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** The methods in the order of the field. */
const METHODS = ["Momentum (heavy ball)", "Gradient descent", "Nesterov momentum", "AdaGrad", "RMSProp", "Adam", "Newton’s method"];

/** @param {Scene} scene */
const rowsOf = (scene) => scene.root.locator(".ranking-table tbody tr");

/** What the cells of a method say: loss, distance, settings, steps, gradients. @param {Scene} scene @param {string} method */
async function cellsOf(scene, method) {
  const row = rowsOf(scene).filter({ has: scene.page.getByRole("rowheader", { name: method, exact: true }) });
  const [loss = "", distance = "", , steps = "", gradients = ""] = await row.locator("td").allTextContents();
  const placed = (/** @type {string} */ text) => ({ place: Number(text.split(". ")[0]), value: read(text.split(". ")[1] ?? "") });
  return { loss: placed(loss), distance: placed(distance), steps: Number(steps), gradients: Number(gradients), text: loss };
}

/** @param {Scene} scene @param {string} name */
const preset = (scene, name) => scene.button(name).click();

/** @param {Scene} scene @returns {Promise<{ alpha: number, beta: number }>} */
async function pair(scene) {
  const { optimizer } = await scene.experiment();
  return { alpha: Number(optimizer.learningRate), beta: Number(optimizer["momentum"]) };
}

test("the published losses of the ravine race stand in the field", async ({ open }) => {
  const scene = await open("race");
  const printed = /** @type {[string, number, number][]} */ ([["Two runs, the same α", 3e-5, 0.04], ["Too much momentum", 0.1, 0.04]]);
  const lossOf = async (/** @type {number} */ index) => Number((await cellsOf(scene, METHODS[index] ?? "")).loss.value.toPrecision(1));
  for (const [name, momentum, descent] of printed) {
    await preset(scene, name);
    await scene.settled();
    expect([await lossOf(0), await lossOf(1)], name).toEqual([momentum, descent]);
  }
  await preset(scene, "α = 0.6");
  await expect(rowsOf(scene).nth(1)).toContainText("flew off");
  expect(await lossOf(0)).toBe(3e-7);
  await expect(scene.root.locator(".optimizer .rule")).toHaveText("v ← βv + ∇L; θ ← θ − αv");
});

test("both runs of the first race have the learning rate of the slider", async ({ open }) => {
  const scene = await open("race");
  await scene.type(scene.exactRate, "0.3");
  await expect(scene.field("Gradient descent: learning rate α")).toHaveValue("0.3");
  await expect(scene.field("Momentum (heavy ball): learning rate α")).toHaveValue("0.3");
});

test("seven methods share a budget of gradient evaluations", async ({ open }) => {
  const scene = await open("race", { preset: "fair" });
  for (const budget of [25, 60]) {
    await scene.type(scene.field("Budget, in gradient evaluations"), String(budget));
    for (const method of METHODS) {
      const { steps, gradients } = await cellsOf(scene, method);
      const cost = method === "Newton’s method" ? 3 : 1;
      expect([steps, gradients], method).toEqual([Math.floor(budget / cost), Math.floor(budget / cost) * cost]);
    }
  }
  await scene.type(scene.field("Budget, in gradient evaluations"), "0.5");
  await expect(scene.root.locator(".budget .error")).toContainText("Give a whole number from 1 to 1000.");
  expect((await cellsOf(scene, "Adam")).steps).toBe(60);
});

test("the field is sorted by any column and says who wins", async ({ open }) => {
  const scene = await open("race", { preset: "fair-himmelblau" });
  for (const [column, key] of /** @type {[string, "loss" | "distance"][]} */ ([["Final loss", "loss"], ["Distance", "distance"]])) {
    await scene.button(column).click();
    await expect(scene.root.locator("th[aria-sort='ascending']")).toHaveText(column);
    const names = await rowsOf(scene).getByRole("rowheader").allTextContents();
    const places = [];
    for (const name of names) places.push((await cellsOf(scene, name))[key].place);
    expect(places).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await expect(scene.root.locator(".winners")).toContainText(String(names[0]));
  }
  await scene.button("Method").click();
  expect(await rowsOf(scene).getByRole("rowheader").allTextContents()).toEqual(METHODS);
});

test("a method's settings are changed in its row, and what cannot be used is answered there", async ({ open }) => {
  const scene = await open("race", { preset: "fair" });
  const before = await cellsOf(scene, "Adam");
  const field = scene.field("Adam: learning rate α");
  await scene.type(field, "0.2");
  const after = await cellsOf(scene, "Adam");
  expect(after.loss.value).not.toBe(before.loss.value);
  await scene.type(field, "much");
  await expect(scene.root.locator("tr[data-method='adam'] .error").first()).toContainText("“much” cannot be used here.");
  expect(await cellsOf(scene, "Adam")).toEqual(after);
  await scene.type(scene.field("Momentum (heavy ball): Momentum β"), "0.4");
  expect(await pair(scene)).toEqual({ alpha: 0.4, beta: 0.4 });
});

test("a link restores the settings of every method", async ({ open, page }) => {
  const scene = await open("race", { preset: "fair" });
  await scene.type(scene.field("RMSProp: learning rate α"), "0.07");
  await scene.type(scene.field("Budget, in gradient evaluations"), "40");
  const parameters = await scene.parameters();
  const cells = await rowsOf(scene).allTextContents();
  await page.goto("about:blank");
  const again = await open("race", parameters);
  await again.expectUnharmed();
  expect(await rowsOf(again).allTextContents()).toEqual(cells);
  await expect(again.field("RMSProp: learning rate α")).toHaveValue("0.07");
});

test("others that do not fit are named, and the race runs without them", async ({ open }) => {
  const scene = await open("race", { preset: "fair", others: "adam;newton" });
  await expect(scene.faults).toContainText("others");
  expect((await cellsOf(scene, "Adam")).steps).toBe(25);
});

test("tuning makes nobody worse, states its cost, and can be taken back", async ({ open }) => {
  const scene = await open("race", { preset: "fair-banana" });
  const values = async () => Promise.all(METHODS.map(async (method) => (await cellsOf(scene, method)).loss.value));
  const before = await values();
  await scene.button("Tune each").click();
  await expect(scene.root.locator(".tuning [role=status]")).toContainText("gradient evaluations");
  const after = await values();
  // The settings are rounded to four digits after the search.
  after.forEach((loss, index) => expect(loss, METHODS[index]).toBeLessThanOrEqual(1.05 * (before[index] ?? 0)));
  expect(after.filter((loss, index) => loss < 0.5 * (before[index] ?? 0)).length).toBeGreaterThan(3);
  await scene.button("Undo the tuning").click();
  await scene.settled();
  expect(await values()).toEqual(before);
  await expect(scene.button("Tune each")).toBeFocused();
});

test("a direction is dragged across the map by the mouse @desktop", async ({ open, page }) => {
  const scene = await open("race");
  await scene.stage("regimes").scrollIntoViewIfNeeded();
  await scene.settled();
  const from = centre(await scene.handle("regimes").nth(1).boundingBox());
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 40, { steps: 4 });
  await page.mouse.up();
  await scene.settled();
  const { alpha, beta } = await pair(scene);
  expect(alpha).toBeGreaterThan(0.4);
  expect(beta).toBeLessThan(0.5);
  const to = centre(await scene.handle("regimes").nth(1).boundingBox());
  expect(Math.hypot(to.x - from.x - 30, to.y - from.y - 40)).toBeLessThan(2);
});

test("a direction is dragged across the map by a finger @phone", async ({ open, page }) => {
  const scene = await open("race");
  await scene.stage("regimes").scrollIntoViewIfNeeded();
  await scene.settled();
  const handle = scene.handle("regimes").nth(1);
  const box = await handle.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  const from = centre(box);
  const finger = await touch(page);
  await finger.swipe(from, { x: from.x + 20, y: from.y + 30 });
  await scene.settled();
  const { alpha, beta } = await pair(scene);
  expect(alpha).toBeGreaterThan(0.4);
  expect(beta).toBeLessThan(0.5);
});

test("a direction is moved by the keyboard, and its regime is said", async ({ open, page }) => {
  const scene = await open("race");
  const handle = scene.handle("regimes").nth(1);
  await handle.focus();
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await scene.settled();
  const { alpha, beta } = await pair(scene);
  expect(alpha).toBeCloseTo(0.45, 6);
  expect(beta).toBeCloseTo(0.51, 6);
  await expect(handle).toHaveAttribute("aria-label", /λ₂.*αλ = 1\.8: it swings.*arrow keys/);
  for (let presses = 0; presses < 8; presses += 1) await page.keyboard.press("PageUp");
  await expect(scene.root.locator(".regimes-sentence")).toContainText("it flies off");
});

test("the best pair for the ravine is one click away", async ({ open }) => {
  const scene = await open("race");
  await scene.button("Best α and β here").click();
  await scene.settled();
  const { alpha, beta } = await pair(scene);
  expect(alpha).toBeCloseTo(0.668, 3);
  expect(beta).toBeCloseTo(0.403, 3);
  for (const index of [0, 1]) await expect(scene.handle("regimes").nth(index)).toHaveAttribute("aria-label", /0\.403/);
});

test("what the host has locked stays where it is", async ({ open, page }) => {
  const scene = await open("race", { preset: "fair", lock: "alpha,optimizer,budget" });
  await expect(scene.button("Tune each")).toBeDisabled();
  await expect(scene.button("Best α and β here")).toBeDisabled();
  await expect(scene.field("Adam: learning rate α")).toBeDisabled();
  await expect(scene.field("Budget, in gradient evaluations")).toBeDisabled();
  await scene.handle("regimes").nth(1).focus();
  await page.keyboard.press("ArrowRight");
  await scene.settled();
  expect(await pair(scene)).toEqual({ alpha: 0.4, beta: 0.5 });
});
