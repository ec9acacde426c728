// The lit surface: marbles placed and released by mouse, finger and keys, where they end, and turning the view.
import { expect, test } from "./fixtures.js";
import { centre } from "./scene.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** A start in each of Himmelblau's four valleys, and the minimum that it rolls to. @type {{ start: [number, number], minimum: [number, number] }[]} */
const VALLEYS = [
  { start: [2, 1], minimum: [3, 2] },
  { start: [-2, 2], minimum: [-2.805, 3.131] },
  { start: [-3, -2], minimum: [-3.779, -3.283] },
  { start: [3, -1], minimum: [3.584, -1.848] },
];

/** Lets the marble go by whatever `press` does and waits until it rests. @param {Scene} scene @param {() => Promise<void>} press */
async function release(scene, press) {
  await press();
  await expect.poll(async () => (await scene.step()) === (await scene.experiment()).steps, { message: "the marble arrives" }).toBe(true);
  await expect(scene.button("Release")).toBeVisible();
}

/** @param {Scene} scene @param {[number, number]} start */
async function typeStart(scene, [x, y]) {
  await scene.type(scene.field("x"), String(x));
  await scene.type(scene.field("y"), String(y));
}

/** @param {import("@playwright/test").Page} page */
async function withoutMotion(page) {
  await page.emulateMedia({ reducedMotion: "reduce" });
}

test("a click puts the marble under the pointer, and Release lets it go to a minimum", async ({ page, open, isMobile }) => {
  await withoutMotion(page);
  const scene = await open("surface");
  const before = await scene.marbleAt("surface");
  const spot = { x: before.x - 30, y: before.y + 15 };
  if (isMobile) await page.touchscreen.tap(spot.x, spot.y);
  else await page.mouse.click(spot.x, spot.y);
  await expect.poll(async () => (await scene.experiment()).start).not.toEqual([-0.15, 0.67]);
  const there = await scene.marbleAt("surface");
  expect(Math.hypot(there.x - spot.x, there.y - spot.y)).toBeLessThan(4);
  await expect(scene.sentence).toContainText("It feels only the slope under it");
  const { start } = await scene.experiment();
  await expect(scene.field("x")).toHaveValue(String(start[0]));
  await release(scene, () => scene.button("Release").click());
  await expect(scene.root.locator(".marbles li")).toHaveText([/^From .* settled within \d+ steps\.$|still moving/]);
  expect((await scene.lastHeard("outcome")).outcome).toMatch(/converged|running/);
  expect((await scene.lastHeard("step")).loss).toBeLessThan(1);
});

test("four marbles placed with clicks end in Himmelblau's four minima", { tag: "@desktop" }, async ({ page, open }) => {
  await withoutMotion(page);
  const scene = await open("surface");
  // The page itself knows where a point is on the screen: its marble goes there.
  const spots = [];
  for (const { start } of VALLEYS) {
    await typeStart(scene, start);
    spots.push(await scene.marbleAt("surface"));
  }
  for (const [index, spot] of spots.entries()) {
    await page.mouse.click(spot.x, spot.y);
    await release(scene, () => page.keyboard.press("Space"));
    const [x, y] = VALLEYS[index]?.minimum ?? [NaN, NaN];
    // The scene tells of a step in the frame that draws it.
    await expect.poll(async () => (await scene.lastHeard("step")).point, { message: `marble ${index}` }).toEqual([expect.closeTo(x, 2), expect.closeTo(y, 2)]);
  }
  const list = scene.root.locator(".marbles li");
  await expect(list).toHaveCount(4);
  const colours = await list.locator(".swatch").evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  expect(new Set(colours).size).toBe(4);
  await scene.button("Clear marbles").click();
  await expect(list).toHaveCount(0);
});

test("no more than eight marbles lie on the surface, the newest stay", { tag: "@desktop" }, async ({ page, open }) => {
  await withoutMotion(page);
  const scene = await open("surface");
  for (let count = 0; count < 10; count += 1) {
    await scene.type(scene.field("x"), String(-3 + 0.5 * count));
    await release(scene, () => scene.button("Release").click());
  }
  await expect(scene.root.locator(".marbles li")).toHaveCount(8);
  expect((await scene.experiment()).start[0]).toBe(1.5);
});

test("by keys: arrows move the marble where they point, Shift turns the view, Space lets go", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("surface");
  await scene.handle("surface").focus();
  for (const [key, x, y] of /** @type {[string, number, number][]} */ ([["ArrowRight", 1, 0], ["ArrowLeft", -1, 0], ["ArrowUp", 0, -1], ["ArrowDown", 0, 1]])) {
    const before = await scene.marbleAt("surface");
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press(key);
    const after = await scene.marbleAt("surface");
    expect((after.x - before.x) * x + (after.y - before.y) * y, `${key} moves the marble its way`).toBeGreaterThan(3);
    await expect(scene.handle("surface")).toHaveAttribute("aria-label", /Now at \(/);
  }
  const { start } = await scene.experiment();
  const seen = await scene.pictures("surface");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowUp");
  await scene.settled();
  expect((await scene.experiment()).start).toEqual(start);
  expect((await scene.parameters())["view"]).toMatch(/^-?[\d.]+,-?[\d.]+$/);
  expect((await scene.pictures("surface"))[0]).not.toBe(seen[0]);
  await release(scene, () => page.keyboard.press("Space"));
  expect((await scene.lastHeard("step")).loss).toBeLessThan(1);
});

test("a drag turns the view and leaves the marble where it is", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("surface");
  const box = await scene.stage("surface").boundingBox();
  const { x, y } = centre(box);
  const corner = { x: (box?.x ?? 0) + 30, y: (box?.y ?? 0) + 30 };
  const { start } = await scene.experiment();
  const seen = await scene.pictures("surface");
  await page.mouse.move(corner.x, corner.y);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 5 });
  await scene.settled();
  const turned = await scene.pictures("surface");
  expect(turned[0]).not.toBe(seen[0]);
  await page.mouse.move(corner.x, corner.y, { steps: 5 });
  await page.mouse.up();
  await scene.settled();
  expect((await scene.experiment()).start).toEqual(start);
  await expect(scene.scrubber).toHaveValue("0");
});

test("a marble dragged by hand follows the pointer over the surface", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("surface");
  const from = await scene.marbleAt("surface");
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 4 });
  const there = await scene.marbleAt("surface");
  await page.mouse.up();
  expect(Math.hypot(there.x - from.x - 40, there.y - from.y - 20)).toBeLessThan(4);
  expect((await scene.parameters())["view"]).toBeUndefined();
});

test("momentum rolls through the valley that plain descent ends in", { tag: "@desktop" }, async ({ page, open }) => {
  await withoutMotion(page);
  const scene = await open("surface");
  await scene.button("Rolling, with momentum").click();
  await expect(scene.button("Rolling, with momentum")).toHaveAttribute("aria-pressed", "true");
  await release(scene, () => scene.button("Release").click());
  expect((await scene.experiment()).optimizer.name).toBe("momentum");
  expect((await scene.lastHeard("step")).loss).toBeLessThan(5);
});

test("the bands stay those of a minimum, however far α throws the marble", async ({ open }) => {
  const scene = await open("surface");
  await expect(scene.legend.last()).toHaveText(/diverges above 0\.0243$/);
  for (const alpha of ["0.05", "0.1", "1000"]) {
    await scene.type(scene.exactRate, alpha);
    await expect(scene.legend.last()).toHaveText(/diverges above 0\.0(243|248|149|190)$/);
    await expect(scene.regime).toContainText("there, α diverges");
  }
});
