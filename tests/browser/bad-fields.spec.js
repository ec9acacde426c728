// Mistyped fields: a sentence at the field, the scene on its last good state, and the way back.
import { expect, test } from "./fixtures.js";
import { HOSTILE, TINY } from "./hostile.js";

/** @typedef {import("./scene.js").Scene} Scene */
/** @typedef {import("@playwright/test").Locator} Locator */

/** What one attempt at a field leads to. @typedef {{ text: string, invalid: string | null, sentence: string, left: string }} Attempt */

/** Each of these texts is answered at the field with a sentence, and the run stays as it was. @param {Scene} scene @param {Locator} field @param {string[]} texts */
async function expectRefused(scene, field, texts) {
  const before = await scene.experiment();
  for (const { text, invalid, sentence, left } of await field.evaluate(tryTexts, texts)) {
    const about = `“${text.slice(0, 30)}”`;
    expect(invalid, about).toBe("true");
    expect(sentence, about).toMatch(/(cannot be used here|Nothing is written here)\. .+[.]$/);
    expect(sentence.length, about).toBeLessThan(400);
    expect(left, about).toBe(JSON.stringify(before));
  }
  await expect(scene.sentence).not.toBeEmpty();
  await expect(scene.root.locator("img")).toHaveCount(0);
}

/** @param {Scene} scene @param {Locator} field @param {string} good */
async function expectAccepted(scene, field, good) {
  await scene.type(field, good);
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription("");
}

/**
 * Runs in the page: writes one text after the other, each as a reader who types it and leaves the field.
 * @param {HTMLElement | SVGElement} element
 * @param {string[]} texts
 * @returns {Promise<Attempt[]>}
 */
async function tryTexts(element, texts) {
  const input = /** @type {HTMLInputElement} */ (element);
  const root = /** @type {ShadowRoot} */ (input.getRootNode());
  const scene = /** @type {import("./scene.js").SceneElement} */ (root.host);
  const attempts = [];
  for (const text of texts) {
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const described = (input.getAttribute("aria-describedby") ?? "").split(/\s+/).map((id) => root.getElementById(id));
    const sentence = described.filter((node) => node?.checkVisibility()).map((node) => node?.textContent).join(" ");
    attempts.push({ text, invalid: input.getAttribute("aria-invalid"), sentence, left: JSON.stringify(scene.experiment) });
  }
  return attempts;
}

test("a mistyped α is answered when the reader leaves the field, and not before", async ({ page, open }) => {
  const scene = await open("scrubber");
  await scene.exactRate.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("fast");
  await expect(scene.exactRate).not.toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("Tab");
  await expect(scene.exactRate).toHaveAttribute("aria-invalid", "true");
  await expect(scene.exactRate).toHaveAccessibleDescription("“fast” cannot be used here. Give a number from 0 to 1,000,000.");
  expect((await scene.experiment()).optimizer.learningRate).toBe(0.1);
  await expect(scene.rows).toHaveCount(26);
  await expectAccepted(scene, scene.exactRate, "0.2");
  await expect(scene.rows.nth(1)).toContainText("3.0000");
});

test("the exact α refuses everything that is no rate and keeps the run", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("scrubber");
  await expectRefused(scene, scene.exactRate, [...Object.values(HOSTILE), "-0.1", "1e7", "0,1", "0.1.1", "0x10"]);
  await expectAccepted(scene, scene.exactRate, TINY);
  await expectAccepted(scene, scene.exactRate, "0.2");
  expect((await scene.experiment()).optimizer.learningRate).toBe(0.2);
});

test("the start refuses everything that is no place", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("surface");
  for (const name of ["x", "y"]) {
    await expectRefused(scene, scene.field(name), [...Object.values(HOSTILE), "1e13"]);
    await expectAccepted(scene, scene.field(name), "1.5");
  }
  expect((await scene.experiment()).start).toEqual([1.5, 1.5]);
});

test("the rules for stopping refuse what they cannot use", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground");
  await expectRefused(scene, scene.field("After so many steps"), [...Object.values(HOSTILE), "2.5", "1e7"]);
  await expectAccepted(scene, scene.field("After so many steps"), "12");
  for (const name of ["Gradient smaller than", "Loss changes by less than"]) {
    // An empty field switches the rule off, and no gradient is larger than the largest number.
    await expectRefused(scene, scene.field(name), Object.values(HOSTILE).filter((text) => text !== "" && text !== "1e308"));
    await expectAccepted(scene, scene.field(name), "0.01");
    await expectAccepted(scene, scene.field(name), "");
  }
});

test("the settings of every method refuse what they cannot use", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground");
  const method = scene.root.getByRole("combobox", { name: "Method" });
  for (const name of ["momentum", "nesterov", "adagrad", "rmsprop", "adam", "newton"]) {
    await method.selectOption(name);
    await scene.settled();
    for (const field of await scene.root.locator(".optimizer input").all()) {
      await expectRefused(scene, field, Object.values(HOSTILE));
    }
  }
});

test("the settings of every loss refuse what they cannot use", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground");
  const loss = scene.root.getByRole("combobox", { name: "Loss function" });
  for (const name of ["shiftedBowl", "absoluteError", "squaredError", "ellipse", "ravine", "rosenbrock"]) {
    await loss.selectOption(name);
    await scene.settled();
    for (const field of await scene.root.locator(".loss .fields input").all()) {
      // A list of three numbers is just what measurements are.
      await expectRefused(scene, field, Object.values(HOSTILE).filter((text) => text !== "1,2,3" || !name.endsWith("Error")));
    }
  }
});
