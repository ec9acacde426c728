// Batches: what they cost, which samples are in them, and that a seed and a link replay them, by mouse, finger and keys.
import { expect, test } from "./fixtures.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** @param {Scene} scene @param {string} name */
const preset = (scene, name) => scene.root.locator(`.chip[data-preset="${name}"]`);
/** @param {Scene} scene */
const size = (scene) => scene.field("Samples per step");
/** @param {Scene} scene */
const slider = (scene) => scene.root.getByRole("slider", { name: "Samples per step, as a slider" });
/** What stands under the field that holds a mistake. @param {Scene} scene */
const mistake = (scene) => scene.root.locator(".batch .error");
/** A figure is drawn only while it is seen. @param {Scene} scene @param {string} kind */
async function seen(scene, kind) {
  await scene.stage(kind).scrollIntoViewIfNeeded();
  await scene.settled();
  return scene.pictures(kind);
}

/** Every point of the run: two that look the same are the same. @param {Scene} scene */
const trail = async (scene) => (await seen(scene, "contour")).join();

test("the numbers of an epoch: samples seen and their cost in full gradients", async ({ open }) => {
  const scene = await open("batches", { step: "8" });
  expect(await scene.readouts()).toMatchObject({ epoch: "0 + 8/10", "samples seen": "80", "cost in full gradients": "0.8" });
  await scene.scrubber.fill("25");
  await expect.poll(() => scene.readouts()).toMatchObject({ epoch: "2 + 5/10", "samples seen": "250", "cost in full gradients": "2.5" });
  await expect(scene.box).toContainText("The loss is the mean of the squared errors");
  await expect(scene.sentence).toContainText("batch size 10");
});

test("full, mini and single are one click away, and a step on one of a hundred samples costs a hundredth", async ({ open }) => {
  const scene = await open("batches", { step: "1" });
  for (const [name, batch, cost] of [["full", 100, "1"], ["mini", 10, "0.1"], ["single", 1, "0.01"]]) {
    await preset(scene, String(name)).click();
    await scene.scrubber.fill("1");
    await expect.poll(async () => (await scene.readouts())["cost in full gradients"], String(name)).toBe(cost);
    await expect(size(scene)).toHaveValue(String(batch));
    await expect(slider(scene)).toHaveValue(String(batch));
  }
});

test("a single sample has a variance, a batch of ten about a tenth of it, all samples none", async ({ open }) => {
  const scene = await open("batches");
  const variance = async () => Number((await scene.readouts())["variance of its gradient"]);
  await scene.type(size(scene), "1");
  const single = await variance();
  await scene.type(size(scene), "10");
  expect(single / (await variance())).toBeGreaterThan(7);
  expect(single / (await variance())).toBeLessThan(15);
  await scene.type(size(scene), "100");
  expect(await variance()).toBe(0);
});

test("after the same number of samples the runs on batches are nearer to the minimum than the full one", async ({ open }) => {
  const scene = await open("batches");
  await preset(scene, "same-cost").click();
  const lines = scene.root.locator(".marbles li");
  await expect(lines).toHaveCount(3);
  const losses = (await lines.allTextContents()).map((text) => Number(text.match(/loss ([\d.]+)/)?.[1]));
  expect(losses[1]).toBeGreaterThan(5 * Number(losses[0]));
  expect(losses[1]).toBeGreaterThan(5 * Number(losses[2]));
});

test("the batch that comes next is marked in the data, and its gradient beside the full one", async ({ page, open }) => {
  const scene = await open("batches");
  const [ground, marked] = await seen(scene, "data");
  const [, arrows] = await seen(scene, "contour");
  await scene.button("Step").click();
  await expect.poll(async () => (await seen(scene, "data"))[1]).not.toBe(marked);
  expect((await seen(scene, "data"))[0]).toBe(ground);
  expect((await seen(scene, "contour"))[1]).not.toBe(arrows);
  for (const kind of ["lossCurve", "variance"]) {
    await expect.poll(async () => (await seen(scene, kind)).every(Boolean), kind).toBe(true);
  }
  await expect(page.getByText("downhill by this batch")).toBeVisible();
});

test("another seed takes another way, the old one the old way to the last pixel; so does a copied state", async ({ open }) => {
  const scene = await open("batches", { step: "40" });
  const first = await trail(scene);
  await scene.button("Another seed").click();
  await expect(scene.field("Seed")).toHaveValue("2");
  await expect.poll(() => trail(scene)).not.toBe(first);
  const parameters = await scene.parameters();
  const sentence = await scene.sentence.textContent();
  await scene.type(scene.field("Seed"), "1");
  await expect.poll(() => trail(scene)).toBe(first);
  const copy = await open("batches", parameters);
  expect(await copy.experiment()).toMatchObject({ seed: 2, batch: 10 });
  await expect(copy.sentence).toHaveText(String(sentence));
});

test("without shuffling every epoch has the samples in their order, and the link says so", async ({ open }) => {
  const scene = await open("batches", { step: "40" });
  const before = await scene.sentence.textContent();
  await scene.root.getByLabel("Shuffle before each epoch").uncheck();
  await expect(scene.sentence).not.toHaveText(String(before));
  expect(await scene.parameters()).toMatchObject({ shuffle: "false" });
  const unshuffled = await scene.sentence.textContent();
  await scene.button("Another seed").click();
  await scene.settled();
  await expect(scene.sentence).toHaveText(String(unshuffled));
});

test("a batch of none, of more than all, of a part or of a word is answered, and the last good one stays", async ({ open }) => {
  const scene = await open("batches");
  for (const [text, sentence] of [["0", /“0” cannot be used here.*whole number from 1 to/], ["101", /“101”.*from 1 to 100/], ["2.5", /“2\.5”.*whole number/], ["-3", /“-3”/], ["ten", /“ten”/], ["", /Nothing is written here/]]) {
    await scene.type(size(scene), String(text));
    await expect(mistake(scene).first()).toHaveText(/** @type {RegExp} */ (sentence));
    expect(await scene.experiment()).toMatchObject({ batch: 10 });
  }
  await scene.type(size(scene), "100");
  await expect(mistake(scene).first()).toBeHidden();
  await scene.type(scene.field("Seed"), "-1");
  await expect(mistake(scene).nth(1)).toContainText("whole number from 0");
  expect(await scene.experiment()).toMatchObject({ batch: 100, seed: 1 });
});

test("in the address, too: a batch that does not fit is named, and the scene runs on its own", { tag: "@desktop" }, async ({ open }) => {
  for (const [id, batch, sentence] of [["batches", "0", "from 1 to"], ["batches", "101", "from 1 to 100"], ["slope", "2", "Only a loss made of samples has batches"]]) {
    const scene = await open(String(id), { batch: String(batch) });
    await expect(scene.faults.locator("li")).toHaveText([new RegExp(`^batch: “${batch}” cannot be used here\\. .*${sentence}`)]);
    await expect(scene.sentence).not.toBeEmpty();
  }
});

test("data in the address are data in the scene, whatever batch it had", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("batches", { loss: "regression(residual=absolute,reduction=mean,data=0 332;2 353;6 419)", start: "350,10" });
  await scene.expectUnharmed();
  expect((await scene.experiment()).loss).toEqual({ name: "regression", residual: "absolute", reduction: "mean", data: [[0, 332], [2, 353], [6, 419]] });
  const copy = await open("batches", await scene.parameters());
  expect((await copy.experiment()).loss).toEqual((await scene.experiment()).loss);
  await copy.expectUnharmed();
});

test("the slider answers keys and the mouse at once", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("batches");
  await slider(scene).focus();
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("ArrowRight");
  await expect(size(scene)).toHaveValue("13");
  await page.keyboard.press("End");
  await expect(size(scene)).toHaveValue("100");
  await expect(slider(scene)).toHaveAttribute("aria-valuetext", "100 of 100 samples");
  await slider(scene).click({ position: { x: 4, y: 10 } });
  await expect(size(scene)).toHaveValue(/^[1-5]$/);
});

test("on a phone the slider is set by finger, and the marks are explained", { tag: "@phone" }, async ({ open }) => {
  const scene = await open("batches");
  const box = await slider(scene).boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await slider(scene).tap({ position: { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 } });
  await expect.poll(async () => (await scene.experiment()).batch).toBeGreaterThan(40);
  await expect(scene.root.locator(".batch-legend li")).toHaveCount(6);
});

test("the module runs batches, step by step the same, and says what does not fit", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("./");
  const answer = await page.evaluate(async () => {
    const m = /** @type {typeof import("../../www/downhill.js")} */ (await import(new URL("./downhill.js", location.href).href));
    await m.ready();
    /** @type {import("../../www/downhill.js").Experiment} */
    const experiment = { loss: { name: "regression", sample: 20, reduction: "mean" }, optimizer: { name: "gradientDescent", learningRate: 0.05 }, start: [0, 0], steps: 9, batch: 6, seed: 3 };
    const run = m.run(experiment);
    /** @type {import("../../www/downhill.js").State | undefined} */
    let state;
    for (let step = 0; step < 9; step += 1) state = m.step(experiment, state && structuredClone(state));
    const refused = [{ batch: 21 }, { batch: 0 }, { shuffle: /** @type {any} */ ("no") }].map((wrong) => {
      try {
        m.run({ ...experiment, ...wrong });
        return "nothing";
      } catch (error) {
        return String(error);
      }
    });
    return { end: Array.from(run.points.slice(-2)), stepped: state?.point, cost: run.gradientEvaluations, refused };
  });
  expect(answer.stepped).toEqual(answer.end);
  expect(answer.cost).toBeCloseTo(2.3, 12);
  expect(answer.refused[0]).toMatch(/batch: “21”.*from 1 to 20/);
  expect(answer.refused[1]).toMatch(/batch: “0”/);
  expect(answer.refused[2]).toMatch(/shuffle: “no”.*true or false/);
});
