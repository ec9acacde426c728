// Mistyped parameters in the address and in attributes: a sentence that names each, a scene that runs all the same.
import { expect, test } from "./fixtures.js";
import { HOSTILE, TINY } from "./hostile.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** Parameters for which an empty text is an answer: nothing hidden, nothing frozen. */
const MAY_BE_EMPTY = ["hide", "lock"];
/** Parameters that a number just above zero suits. */
const MAY_BE_TINY = ["alpha", "beta", "start", "marbles"];

/** The parameters that the element knows. @param {Scene} scene @returns {Promise<string[]>} */
function parametersOf(scene) {
  return scene.page.evaluate(() => /** @type {any} */ (customElements.get("downhill-scene")).observedAttributes);
}

/** One plain sentence for each of these parameters, and the run of the default beneath. @param {Scene} scene @param {string[]} names */
async function expectNamed(scene, names) {
  await expect(scene.faults.first()).toBeVisible();
  const sentences = await scene.faults.locator("li").allTextContents();
  const unnamed = names.filter((name) => !sentences.some((sentence) => sentence.startsWith(`${name}: `)));
  expect(unnamed, `named in ${JSON.stringify(sentences)}`).toEqual([]);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^[a-z]+: .*(cannot be used here|Nothing is written here)\. .*[.!]$/);
    expect(sentence.length, "short enough to be read").toBeLessThan(800);
  }
  await expect(scene.sentence).not.toBeEmpty();
  await expect(scene.root.locator("img")).toHaveCount(0);
  await expect(scene.page.locator("img")).toHaveCount(0);
}

/** @param {string} name @param {string} value */
function accepted(name, value) {
  return (value === "" && MAY_BE_EMPTY.includes(name)) || (value === TINY && MAY_BE_TINY.includes(name));
}

test("every parameter in the hash with any bad value is named, and the scene runs on its defaults", { tag: "@desktop" }, async ({ open, page }) => {
  const plain = await open("scrubber");
  const defaults = await plain.experiment();
  // What belongs to the host is not the student's: those parameters are left out.
  const names = (await parametersOf(plain)).filter((name) => !["scene", "preset", "challenge", "hide", "lock", "lang", "theme"].includes(name));
  for (const value of [...Object.values(HOSTILE), TINY]) {
    await page.goto("about:blank");
    const scene = await open("scrubber", {}, Object.fromEntries(names.map((name) => [name, value])));
    await expectNamed(scene, names.filter((name) => !accepted(name, value)));
    if (value !== TINY) expect(await scene.experiment()).toEqual(defaults);
  }
});

test("a decimal comma, a choice out of nothing and a mistake made twice are told in one plain sentence each", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("slope", { alpha: "0,4", others: "adam", steps: "many" }, { steps: "many" });
  await expect(scene.faults.locator("li")).toHaveText([
    "alpha: “0,4” cannot be used here. Write the decimal sign as a point: 0.4. The figure runs without it.",
    "steps: “many” cannot be used here. Give a whole number from 0 to 1,000,000. The figure runs without it.",
    "others: “adam” cannot be used here. Here there is none to choose. The figure runs without it.",
  ]);
  expect((await scene.heard("error")).map(({ parameter }) => parameter)).toEqual(["alpha", "steps", "others"]);
});

test("every parameter of the address with any bad value is named at once", { tag: "@desktop" }, async ({ open }) => {
  const plain = await open("learning-rate");
  const defaults = await plain.experiment();
  const names = (await parametersOf(plain)).filter((name) => name !== "scene");
  for (const value of Object.values(HOSTILE).filter(({ length }) => length < 500)) {
    const scene = await open("learning-rate", Object.fromEntries(names.map((name) => [name, value])));
    await expectNamed(scene, names.filter((name) => !accepted(name, value)));
    expect(await scene.experiment()).toEqual(defaults);
  }
});

test("a parameter of ten thousand characters is refused, whichever it is", { tag: "@desktop" }, async ({ open }) => {
  for (const name of ["loss", "start", "preset", "hide", "scene"]) {
    const scene = await open("slope", { [name]: "x".repeat(10_000) });
    await expectNamed(scene, [name]);
  }
});

test("a scene that does not exist is named with those that do, and the first one runs", { tag: "@desktop" }, async ({ open, page }) => {
  for (const value of Object.values(HOSTILE).filter(({ length }) => length < 500)) {
    const scene = await open(value);
    await expectNamed(scene, ["scene"]);
    await expect(scene.faults).toContainText("surface, slope, learning-rate");
    await expect(scene.box).toHaveAttribute("data-scene", "surface");
  }
  await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
});

test("attributes changed while the scene runs: each bad one is named, the last good state stays", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("scrubber", { alpha: "0.25" });
  const names = (await parametersOf(scene)).filter((name) => !["scene", "preset", "challenge", "hide", "lock", "lang"].includes(name));
  const before = await scene.experiment();
  for (const name of names) {
    const values = Object.values(HOSTILE).filter((value) => !accepted(name, value));
    const seen = await scene.root.evaluate(tryValues, { name, values });
    for (const [index, { sentence, experiment }] of seen.entries()) {
      expect(sentence, `${name} = ${values[index]?.slice(0, 20)}`).toMatch(new RegExp(`^${name}: .*\\.`));
      // A host that sets a bad rate has no longer set the good one it began with.
      if (name !== "alpha") expect(experiment, `${name} = ${values[index]?.slice(0, 20)}`).toEqual(before);
      else expect(experiment?.optimizer.learningRate).toBeGreaterThan(0);
    }
    await scene.expectUnharmed();
  }
  const told = await scene.heard("error");
  expect(new Set(told.map(({ parameter }) => parameter))).toEqual(new Set(names));
});

test("attributes that rebuild the scene answer bad values too", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("scrubber");
  for (const name of ["preset", "challenge", "hide", "lock", "lang", "scene"]) {
    for (const value of Object.values(HOSTILE)) {
      if (accepted(name, value)) continue;
      await scene.root.evaluate((element, [name, value]) => element.setAttribute(name, value), /** @type {[string, string]} */ ([name, value]));
      await expect(scene.faults.locator("li").first()).toContainText(`${name}: `);
      await expectNamed(scene, [name]);
    }
    await scene.root.evaluate((element, name) => element.removeAttribute(name), name);
    await expect(scene.faults).toHaveCount(0);
  }
});

test("two numbers for a loss of one parameter, and one for a loss of two, are answered", { tag: "@desktop" }, async ({ open }) => {
  await expectNamed(await open("slope", { start: "1,2" }), ["start"]);
  const scene = await open("surface", { start: "1" });
  await expectNamed(scene, ["start"]);
  await expect(scene.faults).toContainText("exactly 2 numbers");
  await expectNamed(await open("surface", { marbles: "1;2,3" }), ["marbles"]);
  await expectNamed(await open("surface", { view: "1" }), ["view"]);
});

test("a host that passes a function with an error is told where the error is", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground", { loss: "x^2 + " });
  await expectNamed(scene, ["loss"]);
  await expect(scene.faults).toContainText("At character 6, there should be a number");
});

test("the sentence about a bad parameter can be closed", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("slope", { alpha: "much" });
  await expect(scene.faults).toHaveAttribute("role", /status|alert/);
  await scene.button("Close").click();
  await expect(scene.faults).toHaveCount(0);
});

/**
 * Runs in the page: sets an attribute to one value after the other, then takes it back.
 * @param {HTMLElement | SVGElement} element
 * @param {{ name: string, values: string[] }} attribute
 */
async function tryValues(element, { name, values }) {
  const scene = /** @type {import("./scene.js").SceneElement} */ (element);
  const before = scene.getAttribute(name);
  const shown = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const seen = [];
  for (const value of values) {
    scene.setAttribute(name, value);
    await shown();
    seen.push({ sentence: scene.shadowRoot?.querySelector(".faults li")?.textContent ?? "", experiment: scene.experiment });
  }
  if (before === null) scene.removeAttribute(name);
  else scene.setAttribute(name, before);
  await shown();
  return seen;
}
