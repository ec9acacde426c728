// The learning rate on x² from 5: dragged with mouse, finger and keys across every threshold, typed, and halved.
import { expect, test } from "./fixtures.js";
import { touch } from "./hand.js";
import { BORDERS, outcomeOf, read, regimeOf, SAID, SPOKEN } from "./regimes.js";
import { centre } from "./scene.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** Everything the page says about the present α, read at one moment. @param {Scene} scene */
async function look(scene) {
  await scene.settled();
  return {
    alpha: (await scene.experiment()).optimizer.learningRate ?? NaN,
    regime: await scene.regime.getAttribute("data-regime"),
    spoken: (await scene.rate.getAttribute("aria-valuetext")) ?? "",
    field: await scene.exactRate.inputValue(),
    outcome: await scene.live.getAttribute("data-outcome"),
    sentence: (await scene.sentence.textContent()) ?? "",
    told: await scene.lastHeard("outcome"),
  };
}

/** @param {Scene} scene */
async function expectTheTruth(scene) {
  const { alpha, regime, spoken, field, outcome, sentence, told } = await look(scene);
  const about = `α = ${alpha}`;
  const due = outcomeOf(alpha);
  expect(regime, about).toBe(regimeOf(alpha));
  expect(spoken, about).toMatch(SPOKEN[regimeOf(alpha)] ?? /^$/);
  expect(Number(field), about).toBe(alpha);
  expect(outcome, about).toBe(due);
  expect(sentence, about).toMatch(SAID[due] ?? /^$/);
  const multiplier = read(sentence.match(/1 − 2α = ([^:]*?)(?:[:]|\.$)/)?.[1] ?? "");
  expect(Math.abs(multiplier - (1 - 2 * alpha)), `${about}: ${sentence}`).toBeLessThanOrEqual(5e-4 * Math.abs(1 - 2 * alpha));
  expect(told.outcome, about).toBe(due);
  await expect(scene.halve, about).toBeVisible({ visible: due === "diverged" });
  return { alpha, regime: regimeOf(alpha), outcome: due };
}

/** @param {{ regime: string, outcome: string }[]} seen */
function expectAllRegimes(seen, regimes = ["crawl", "settle", "zigzag", "diverge"]) {
  expect([...new Set(seen.map(({ regime }) => regime))]).toEqual(expect.arrayContaining(regimes));
}

test("dragging the slider with the mouse goes through every regime and is answered at each", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("learning-rate");
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await scene.rate.boundingBox());
  const { y } = centre(box);
  await page.mouse.move(box.x + 12, y);
  await page.mouse.down();
  const seen = [];
  for (let share = 0; share <= 1; share += 1 / 24) {
    await page.mouse.move(box.x + 12 + share * (box.width - 24), y);
    seen.push(await expectTheTruth(scene));
  }
  await page.mouse.up();
  expectAllRegimes(seen);
  expect(seen[0]?.alpha).toBeLessThan(0.002);
  expect(seen.at(-1)?.alpha).toBeGreaterThan(5);
});

test("dragging the slider with a finger goes through every regime", { tag: "@phone" }, async ({ page, open }) => {
  const scene = await open("learning-rate");
  await scene.rate.scrollIntoViewIfNeeded();
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await scene.rate.boundingBox());
  const { y } = centre(box);
  const at = (/** @type {number} */ share) => ({ x: box.x + 12 + share * (box.width - 24), y });
  const finger = await touch(page);
  const scrolled = await page.evaluate(() => scrollY);
  await finger.down(at(0.02));
  const seen = [];
  for (let share = 0.05; share <= 0.99; share += 1 / 15) {
    await finger.move(at(share));
    seen.push(await expectTheTruth(scene));
  }
  await finger.up();
  expectAllRegimes(seen);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
});

test("arrow keys stop exactly at each border: one step at 0.5, bouncing at 1", async ({ page, open }) => {
  const scene = await open("learning-rate", { alpha: "0.49" });
  const walk = async (/** @type {string} */ key, /** @type {(alpha: number) => boolean} */ past) => {
    const seen = [];
    for (let presses = 0; presses < 12; presses += 1) {
      seen.push(await expectTheTruth(scene));
      if (past(seen.at(-1)?.alpha ?? NaN)) break;
      await page.keyboard.press(key);
    }
    return seen.map(({ regime }) => regime);
  };
  await scene.rate.focus();
  expect(new Set(await walk("ArrowRight", (alpha) => alpha > 0.51))).toEqual(new Set(["settle", "oneStep", "zigzag"]));
  await scene.type(scene.exactRate, "0.97");
  await scene.rate.focus();
  expect(new Set(await walk("ArrowUp", (alpha) => alpha > 1.03))).toEqual(new Set(["zigzag", "bounce", "diverge"]));
  expect(new Set(await walk("ArrowDown", (alpha) => alpha < 0.99))).toEqual(new Set(["zigzag", "bounce", "diverge"]));
});

test("Home, End and the page keys reach the ends of the scale and cross it in large steps", async ({ page, open }) => {
  const scene = await open("learning-rate");
  await scene.rate.focus();
  const press = async (/** @type {string} */ key) => {
    await page.keyboard.press(key);
    return (await expectTheTruth(scene)).alpha;
  };
  const small = (await press("ArrowRight")) / 0.1;
  expect(await press("Home")).toBe(0.001);
  expect((await press("PageUp")) / 0.001).toBeGreaterThan(small ** 3);
  expect(await press("End")).toBe(10);
  expect(10 / (await press("PageDown"))).toBeGreaterThan(small ** 3);
});

test("the bands of x² are 0.025, 0.5 and 1, and lie on the slider where they belong", async ({ open }) => {
  const scene = await open("learning-rate");
  await expect(scene.legend).toHaveText([/crawls up to 0\.025$/, /settles up to 0\.5$/, /zigzags up to 1$/, /diverges above 1$/]);
  const ends = await scene.root.locator(".bands .band").evaluateAll((bands) => bands.map((band) => band.getBoundingClientRect().right));
  const track = await scene.root.locator(".bands").evaluate((bands) => bands.getBoundingClientRect());
  const share = (/** @type {number} */ alpha) => Math.log(alpha / 0.001) / Math.log(10 / 0.001);
  [...Object.values(BORDERS), 10].forEach((border, index) => {
    expect(Math.abs((ends[index] ?? NaN) - track.left - share(border) * track.width), `border at ${border}`).toBeLessThan(2);
  });
});

test("the ready-made rates show each regime", async ({ open }) => {
  const scene = await open("learning-rate");
  const seen = [];
  for (const chip of await scene.root.locator(".chip").all()) {
    await chip.click();
    await expect(chip).toHaveAttribute("aria-pressed", "true");
    seen.push(await expectTheTruth(scene));
  }
  expect(seen.map(({ alpha }) => alpha)).toEqual([0.01, 0.1, 0.5, 0.9, 1, 1.1]);
  expect(seen.map(({ regime }) => regime)).toEqual(["crawl", "settle", "oneStep", "zigzag", "bounce", "diverge"]);
});

test("after a divergence one press halves α, until the run settles again", async ({ open }) => {
  const scene = await open("learning-rate", { alpha: "4" });
  await expect(scene.sentence).toContainText("1 − 2α = −7");
  for (const alpha of [2, 1]) {
    await scene.halve.click();
    expect((await expectTheTruth(scene)).alpha).toBe(alpha);
  }
  await expect(scene.halve).toBeHidden();
  // The place of a reader who presses keys does not go away with the button.
  await expect(scene.sentence).toBeFocused();
});

test("α = 1000 is explained, keeps its pictures and halves", async ({ open }) => {
  const scene = await open("learning-rate");
  await scene.type(scene.exactRate, "1000");
  await expect(scene.sentence).toContainText("1 − 2α = −1999");
  await expect(scene.live).toHaveAttribute("data-outcome", "diverged");
  expect((await scene.lastHeard("outcome")).outcome).toBe("diverged");
  for (const kind of ["curve", "lossCurve"]) {
    await scene.stage(kind).scrollIntoViewIfNeeded();
    await expect.poll(() => scene.pictures(kind)).not.toContain("");
  }
  await scene.halve.click();
  await expect(scene.exactRate).toHaveValue("500");
});

test("the rate can be typed with an exponent, and a negative one is answered at the field", async ({ open }) => {
  const scene = await open("learning-rate");
  await scene.type(scene.exactRate, "2.5e-1");
  expect((await expectTheTruth(scene)).alpha).toBe(0.25);
  await scene.type(scene.exactRate, "−1");
  await expect(scene.exactRate).toHaveAttribute("aria-invalid", "true");
  await expect(scene.root.locator(".rate .error")).toContainText("“−1” cannot be used here");
  expect((await scene.experiment()).optimizer.learningRate).toBe(0.25);
});
