// Every loss of the catalogue with α = 1000, and started far outside its frame: pictures stay, the sentence says when and why.
import { expect, test } from "./fixtures.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("../../www/downhill.js").LossInfo} LossInfo */

/** The catalogue, from the module itself. @param {Scene} scene @returns {Promise<LossInfo[]>} */
function lossesOf(scene) {
  return scene.page.evaluate(async () => (await import(/** @type {any} */ (new URL("./downhill.js", location.href).href))).losses());
}

/** @param {Scene} scene @param {Record<string, string>} attributes */
async function set(scene, attributes) {
  await scene.root.evaluate((element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }, attributes);
  await scene.settled();
}

/** The visible drawings show something, whatever the numbers are. @param {Scene} scene @param {LossInfo} loss */
async function expectPictures(scene, { dimension, name }) {
  for (const kind of dimension === 1 ? ["curve", "lossCurve"] : ["surface", "contour", "lossCurve"]) {
    await expect(scene.stage(kind), name).toBeVisible();
    const [base] = await scene.pictures(kind);
    expect(base, `${kind} of ${name}`).not.toBe("");
  }
}

// A window in which the whole scene fits, so that every figure is drawn at once.
test.use({ viewport: { width: 1280, height: 2400 } });

test("α = 1000 on every loss: what flies off is explained, and halving α works", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground");
  const outcomes = new Map();
  for (const loss of await lossesOf(scene)) {
    await set(scene, { loss: loss.name, start: loss.start.join(","), alpha: "1000", step: "25" });
    await scene.expectUnharmed();
    await expectPictures(scene, loss);
    const outcome = await scene.live.getAttribute("data-outcome");
    outcomes.set(loss.name, outcome);
    if (outcome !== "diverged") continue;
    const sentence = (await scene.sentence.textContent()) ?? "";
    expect(sentence, loss.name).toMatch(/flies off/);
    expect(sentence, loss.name).toMatch(/at once|after (step )?\d+/i);
    expect(sentence, loss.name).not.toMatch(/\?|NaN|undefined|\{/);
    await scene.halve.click();
    await expect(scene.exactRate, loss.name).toHaveValue("500");
  }
  const flown = [...outcomes].filter(([, outcome]) => outcome === "diverged").map(([name]) => name);
  expect(flown).toEqual(expect.arrayContaining(["bowl", "shiftedBowl", "quartic", "doubleWell", "roundBowl", "ellipse", "ravine", "rosenbrock", "himmelblau", "saddle"]));
});

test("every loss started far outside its frame runs, or says why it cannot", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground");
  for (const loss of await lossesOf(scene)) {
    await set(scene, { loss: loss.name, alpha: String(loss.learningRate), start: loss.start.join(",") });
    for (const factor of [1e3, -1e12]) {
      const start = loss.start.map((value) => Math.min(Math.max((value || 1) * factor, -1e12), 1e12));
      await set(scene, { start: start.join(","), step: "3" });
      const said = (await scene.faults.count()) > 0 ? await scene.faults.textContent() : "";
      if (said) expect(said, `${loss.name} at ${start}`).toMatch(/^start: .*Choose a start at which the function has a finite value/);
      else expect((await scene.experiment()).start, loss.name).toEqual(start);
      await expectPictures(scene, loss);
      expect(await scene.sentence.textContent(), loss.name).not.toMatch(/NaN|undefined|\{/);
    }
  }
});

test("a divergence at the very first step says so and keeps the start in view", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground", { loss: "exp(x^2)", start: "20", alpha: "1000" });
  await expect(scene.live).toHaveAttribute("data-outcome", "diverged");
  await expect(scene.sentence).toContainText("at once");
  expect(await scene.step()).toBe(0);
  await scene.halve.click();
  await expect(scene.exactRate).toHaveValue("500");
});

test("a later divergence marks its step and keeps the last finite points in the table", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground", { loss: "bowl", start: "5", alpha: "1000", steps: "200" });
  const { steps, last } = await scene.root.evaluate((element) => {
    const rows = [...(element.shadowRoot?.querySelectorAll("tbody tr") ?? [])];
    return { steps: rows.length - 1, last: rows.at(-1)?.textContent ?? "" };
  });
  expect(steps).toBeGreaterThan(40);
  expect(steps).toBeLessThan(200);
  expect(last).not.toMatch(/∞|NaN|\?/);
  await expect(scene.sentence).toContainText(String(steps));
});

test("every method with α = 1000 keeps its pictures and says what happens", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground");
  const method = scene.root.getByRole("combobox", { name: "Method" });
  for (const name of await method.locator("option").evaluateAll((options) => options.map((option) => option.getAttribute("value") ?? ""))) {
    for (const loss of ["rosenbrock", "doubleWell"]) {
      await set(scene, { loss, optimizer: name, alpha: "1000" });
      await scene.expectUnharmed();
      expect(await scene.sentence.textContent(), `${name} on ${loss}`).not.toMatch(/NaN|undefined|\{/);
      for (const kind of ["lossCurve"]) expect((await scene.pictures(kind))[0], `${name} on ${loss}`).not.toBe("");
    }
  }
});
