// Twenty-five steps on x² from 5 and the shifted bowl: every row, in every place where the page shows it.
import { expect, test } from "./fixtures.js";
import { read } from "./regimes.js";
import { centre } from "./scene.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** The rows that the lesson prints: step, x and loss to four decimals. @type {[number, string, string][]} */
const PRINTED = [
  [0, "5.0000", "25.0000"],
  [1, "4.0000", "16.0000"],
  [2, "3.2000", "10.2400"],
  [5, "1.6384", "2.6844"],
  [10, "0.5369", "0.2882"],
  [15, "0.1759", "0.0309"],
  [20, "0.0576", "0.0033"],
  [25, "0.0189", "0.0004"],
];
const STEPS = [...Array(26).keys()];
const iterate = (/** @type {number} */ k) => 5 * 0.8 ** k;
const four = (/** @type {number} */ value) => value.toFixed(4);

/** Everything that shows the current step shows step k of 5·0.8^k. @param {Scene} scene @param {number} k */
async function expectStep(scene, k) {
  await scene.settled();
  const x = iterate(k);
  await expect(scene.current.locator("th, td"), `row ${k}`).toHaveText([String(k), four(x), four(x * x), four(2 * x)]);
  expect(await scene.readouts(), `readouts at ${k}`).toEqual({
    step: `${k} / 25`,
    x: four(x),
    loss: four(x * x),
    slope: four(2 * x),
    "distance to the minimum": four(x),
    "by algebra": four(x),
  });
  await expect(scene.scrubber, `scrubber at ${k}`).toHaveValue(String(k));
  await expect(scene.scrubber).toHaveAttribute("aria-valuetext", `step ${k} / 25`);
  const told = await scene.lastHeard("step");
  expect(told.step).toBe(k);
  expect(told.point[0]).toBeCloseTo(x, 12);
  expect(told.loss).toBeCloseTo(x * x, 12);
  await expectArithmetic(scene, k);
}

/** The step that led to k, or the first one at the start, with its real numbers. @param {Scene} scene @param {number} k */
async function expectArithmetic(scene, k) {
  const [from, to] = [Math.max(k, 1) - 1, Math.max(k, 1)];
  const lower = (/** @type {number} */ step) => String(step).replace(/\d/g, (digit) => "₀₁₂₃₄₅₆₇₈₉".charAt(Number(digit)));
  const terms = (await scene.arithmetic.locator("span").allTextContents()).map((term) => term.replace(/^= /, "").trim());
  expect(terms.slice(0, 2), `arithmetic at ${k}`).toEqual([`x${lower(to)}`, `x${lower(from)} − α · f′(x${lower(from)})`]);
  const [before = "", slope = ""] = terms[2]?.split(" − 0.1 · ") ?? [];
  for (const [text, value] of /** @type {[string, number][]} */ ([[before, iterate(from)], [slope, 2 * iterate(from)], [terms[3] ?? "", iterate(to)]])) {
    expect(Math.abs(read(text) - value), `${text} in ${terms.join(" = ")}`).toBeLessThanOrEqual(1e-4 * value);
  }
}

test("the lesson's printed rows are 5·0.8^k to four decimals", async ({ open }) => {
  const scene = await open("scrubber");
  await expect(scene.rows).toHaveCount(26);
  for (const [k, x] of PRINTED) await expect(scene.rows.nth(k).locator("th, td").nth(1), `x of row ${k}`).toHaveText(x);
  for (const [k, , loss] of PRINTED) await expect(scene.rows.nth(k).locator("th, td").nth(2), `loss of row ${k}`).toHaveText(loss);
});

test("scrubbing by keys to each of the 26 rows and back moves everything together", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("scrubber");
  await scene.scrubber.focus();
  /** @type {string[][]} */
  const pictures = [];
  const picture = async () => [...(await scene.pictures("curve")), ...(await scene.pictures("lossCurve"))];
  for (const k of STEPS) {
    await expectStep(scene, k);
    pictures.push(await picture());
    await page.keyboard.press("ArrowRight");
  }
  for (const k of STEPS.toReversed()) {
    await scene.settled();
    await expect(scene.current.locator("th, td").first(), "backwards").toHaveText(String(k));
    expect((await scene.lastHeard("step")).point[0]).toBeCloseTo(iterate(k), 12);
    expect(await picture(), `pictures at ${k}, backwards`).toEqual(pictures[k]);
    await page.keyboard.press("ArrowLeft");
  }
  // The marble on the loss curve has another place at every step, the one on the bowl at all early ones.
  expect(new Set(pictures.map(([, , , overlay]) => overlay)).size).toBe(26);
  expect(new Set(pictures.slice(0, 12).map(([, overlay]) => overlay)).size).toBe(12);
});

test("dragging the scrubber stands at the row under the hand", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("scrubber");
  await scene.scrubber.scrollIntoViewIfNeeded();
  const box = await scene.scrubber.boundingBox();
  const { y } = centre(box);
  const { x: left = 0, width = 0 } = box ?? {};
  await page.mouse.move(left + 10, y);
  await page.mouse.down();
  for (const share of [0.3, 0.7, 1, 0.5, 0]) {
    await page.mouse.move(left + 10 + share * (width - 20), y);
    const k = await scene.step();
    expect(Math.abs(k - 25 * share)).toBeLessThanOrEqual(1);
    await expectStep(scene, k);
  }
  await page.mouse.up();
});

test("the buttons step, step back, run to the end and return", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("scrubber");
  await expect(scene.button("Step back")).toHaveAttribute("aria-disabled", "true");
  await scene.button("Step").click();
  await scene.button("Step").click();
  await expectStep(scene, 2);
  await scene.button("Step back").click();
  await expectStep(scene, 1);
  await scene.button("Run").click();
  await expect(scene.button("Pause")).toBeVisible();
  await expect.poll(() => scene.step()).toBe(25);
  await expectStep(scene, 25);
  await expect(scene.button("Run")).toBeVisible();
  expect((await scene.lastHeard("outcome")).outcome).toBe("running");
  await expect(scene.button("Step")).toHaveAttribute("aria-disabled", "true");
  await scene.button("Reset").click();
  await expectStep(scene, 0);
});

test("the current row is brought into view inside the table, and the page stays where it is", async ({ page, open }) => {
  const scene = await open("scrubber");
  await scene.scrubber.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await scene.scrubber.fill("25");
  await expectStep(scene, 25);
  const inside = await scene.current.evaluate((row) => {
    const scroller = /** @type {Element} */ (row.closest(".table-scroll")).getBoundingClientRect();
    const { top, bottom } = row.getBoundingClientRect();
    return top >= scroller.top - 1 && bottom <= scroller.bottom + 1;
  });
  expect(inside).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(before);
});

test("the shifted bowl comes within 0.0062 of 3 in 30 epochs, as printed every five", async ({ open }) => {
  const scene = await open("scrubber");
  await scene.button("Shifted bowl").click();
  await expect(scene.rows).toHaveCount(31);
  const printed = { 5: "4.638400", 10: "3.536871", 15: "3.175922", 20: "3.057646", 25: "3.018889", 30: "3.006190" };
  for (const [step, x] of Object.entries(printed)) {
    await scene.scrubber.fill(step);
    await scene.settled();
    const told = await scene.lastHeard("step");
    expect(told.step).toBe(Number(step));
    expect(told.point[0].toFixed(6)).toBe(x);
    await expect(scene.current.locator("th, td").nth(1)).toHaveText(Number(x).toFixed(4));
    expect((await scene.readouts())["distance to the minimum"]).toBe((5 * 0.8 ** Number(step)).toFixed(4));
  }
});

test("three rates on the shifted bowl: 0.9 and 0.1 end at the same distance, 0.01 far behind", async ({ open }) => {
  const scene = await open("scrubber");
  await scene.button("Three rates compared").click();
  await expect(scene.scrubber).toHaveValue("20");
  const lines = scene.root.locator(".readings li");
  await expect(lines).toHaveText([
    /α = 0\.9: after 20 steps at 3\.0576\b/,
    /α = 0\.1: after 20 steps at 3\.0576\b/,
    /α = 0\.01: after 20 steps at 6\.3380?\b/,
  ]);
});
