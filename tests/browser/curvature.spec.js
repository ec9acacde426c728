// Curvature and the lopsided valley: the compass, the Standardise switch, the limits of each direction.
import { expect, test } from "./fixtures.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** @param {Scene} scene */
const compassOf = (scene) => scene.root.locator(".compass-words");

/** The angle that the compass states, in degrees. @param {Scene} scene */
async function angle(scene) {
  await scene.settled();
  return Number(await compassOf(scene).getAttribute("data-angle"));
}

/** Between −∇f of w₁² + s·w₂² and the way to the minimum, in degrees. @param {number[]} point @param {number} steepness */
function expected([x = 0, y = 0], steepness) {
  const cosine = (x * x + steepness * y * y) / (Math.hypot(x, y) * Math.hypot(x, steepness * y));
  return (Math.acos(cosine) * 180) / Math.PI;
}

test("the compass tells the angle between the steepest way down and the minimum, at every step", async ({ open }) => {
  const scene = await open("curvature");
  await expect(compassOf(scene)).toHaveText("The steepest way down points 35.8° away from the minimum.");
  for (const step of [1, 2, 5]) {
    await scene.scrubber.fill(String(step));
    expect(await angle(scene)).toBeCloseTo(expected([-3 * 0.8 ** step, 2 * 0.2 ** step], 4), 1);
  }
  await scene.type(scene.field("w₂"), "0");
  await scene.scrubber.fill("0");
  await expect(compassOf(scene)).toHaveText("The steepest way down points straight at the minimum.");
});

test("standardising makes circles of ellipses, moves the limit from a quarter to one, and comes back", async ({ open }) => {
  const scene = await open("curvature");
  const [limit, base] = [scene.legend.last(), async () => (await scene.pictures("contour"))[0]];
  await expect(limit).toContainText("0.25");
  const ellipses = await base();
  await scene.button("Standardise").click();
  await expect(scene.button("Standardise")).toHaveAttribute("aria-pressed", "true");
  await expect(limit).toHaveText(/above 1$/);
  await expect(compassOf(scene)).toHaveText("The steepest way down points straight at the minimum.");
  expect((await scene.experiment()).start).toEqual([-3, 4]);
  await expect.poll(base).not.toBe(ellipses);
  await scene.type(scene.exactRate, "0.5");
  await expect(scene.sentence).toContainText("settles at (w₁, w₂) = (0, 0)");
  await scene.button("Standardise").press("Enter");
  await expect(scene.button("Standardise")).toHaveAttribute("aria-pressed", "false");
  expect((await scene.experiment()).start).toEqual([-3, 2]);
  await expect.poll(base).toBe(ellipses);
});

test("at a quarter the run bounces across for ever, and Newton’s method needs one step", async ({ open }) => {
  const scene = await open("curvature");
  await scene.button("0.25 bounces in w₂").click();
  await scene.settled();
  expect(Math.abs(Number((await scene.readouts())["w₂"]?.replace("−", "-")))).toBe(2);
  await scene.button("Newton’s method: one step").click();
  await scene.settled();
  expect(await scene.readouts()).toMatchObject({ step: "1 / 25", "w₁": "0.0000", "w₂": "0.0000", loss: "0.0000" });
  await expect(compassOf(scene)).toHaveText("This is the minimum: no way leads down.");
});

test("the walk on x² goes from 3 to −2.4 to 1.92, where the compass has nothing to say", async ({ open }) => {
  const scene = await open("curvature", { preset: "line-zigzag" });
  for (const [step, x] of [[0, "3.0000"], [1, "−2.4000"], [2, "1.9200"]]) {
    await scene.scrubber.fill(String(step));
    await scene.settled();
    expect((await scene.readouts())["x"]).toBe(x);
  }
  await expect(compassOf(scene)).toBeHidden();
  await expect(scene.stage("contour")).toBeHidden();
  await expect(scene.stage("curve")).toBeVisible();
});

test("on the lopsided valley the bands follow the marble and no rate suits both sides", async ({ open }) => {
  const scene = await open("lopsided");
  const limit = async () => Number((await scene.legend.last().textContent())?.match(/above ([\d.,]+)/)?.[1]?.replace(",", ""));
  await scene.button("0.05 crawls on the left").click();
  await scene.settled();
  expect((await scene.readouts())["x"]).toMatch(/^−5\.0/);
  await scene.button("1 throws it from the right").click();
  await scene.scrubber.fill("0");
  await scene.settled();
  expect(await limit()).toBeLessThan(0.2);
  await scene.scrubber.fill("1");
  await scene.settled();
  expect((await scene.readouts())["x"]).toMatch(/^−7\.6/);
  expect(await limit()).toBeGreaterThan(1000);
});
