// <downhill-scene> in somebody else's page: attributes live in both directions, events, methods and the experiment.
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";

/** @typedef {import("./scene.js").SceneElement} SceneElement */
/** @typedef {import("./scene.js").Heard} Heard */

/** @param {import("@playwright/test").Page} page */
async function host(page) {
  await page.goto("./pages/host.html");
  const scenes = { one: new Scene(page, "#one"), two: new Scene(page, "#two") };
  await scenes.one.opened();
  await scenes.two.opened();
  return scenes;
}

/** @param {import("@playwright/test").Page} page @param {string} id @returns {Promise<Heard[]>} */
const heardFrom = (page, id) => page.evaluate((id) => /** @type {any} */ (window).heard.filter((/** @type {Heard} */ one) => one.id === id), id);

/** @param {Scene} scene @param {string} name @param {string} value */
async function set(scene, name, value) {
  await scene.root.evaluate((element, [name, value]) => element.setAttribute(name, value), /** @type {[string, string]} */ ([name, value]));
  await scene.settled();
}

test("each scene opens with its attributes and says that it is ready", async ({ page }) => {
  const { one, two } = await host(page);
  expect(await one.experiment()).toEqual({
    loss: { name: "bowl" },
    optimizer: { name: "gradientDescent", learningRate: 0.4 },
    start: [5],
    steps: 25,
  });
  expect(await two.step()).toBe(3);
  for (const id of ["one", "two"]) {
    const ready = (await heardFrom(page, id)).filter(({ type }) => type === "ready");
    expect(ready).toEqual([{ type: "ready", detail: {}, bubbles: true, composed: true, id }]);
  }
});

test("beside other things and in the middle of a row a scene is as wide as it can be read, unless the page says otherwise", { tag: "@desktop" }, async ({ page }) => {
  const { one } = await host(page);
  const widthIn = (/** @type {string} */ style, width = "") => one.root.evaluate((element, [style = "", width = ""]) => {
    const frame = /** @type {HTMLElement} */ (element.parentElement);
    frame.style.cssText = style;
    /** @type {HTMLElement} */ (element).style.width = width;
    frame.querySelector("#two")?.replaceWith(Object.assign(document.createElement("p"), { textContent: "Beside it." }));
    return [/** @type {HTMLElement} */ (element).offsetWidth, frame.scrollWidth - frame.clientWidth];
  }, [style, width]);
  const [wide = 0, over] = await widthIn("display: flex; width: 700px");
  expect([wide > 500 && wide < 700, over]).toEqual([true, 0]);
  expect(await widthIn("display: flex; flex-direction: column; align-items: center; width: 500px")).toEqual([320, 0]);
  expect(await widthIn("display: flex; flex-wrap: wrap; width: 250px")).toEqual([250, 0]);
  expect(await widthIn("float: left")).toEqual([320, 0]);
  expect(await widthIn("display: flex; width: 700px", "400px")).toEqual([expect.any(Number), 0]);
});

test("setting an attribute runs the new experiment, taking it back gives the scene's own", { tag: "@desktop" }, async ({ page }) => {
  const { one, two } = await host(page);
  await set(one, "alpha", "0.9");
  expect((await one.experiment()).optimizer.learningRate).toBe(0.9);
  await expect(one.regime).toHaveAttribute("data-regime", "zigzag");
  await set(one, "start", "-4");
  await set(one, "steps", "12");
  expect(await one.experiment()).toMatchObject({ start: [-4], steps: 12 });
  await set(one, "loss", "(x-3)^2");
  expect((await one.experiment()).loss).toEqual({ expression: "(x-3)^2" });
  await set(one, "optimizer", "momentum");
  await set(one, "beta", "0.5");
  expect((await one.experiment()).optimizer).toMatchObject({ name: "momentum", momentum: 0.5 });
  for (const name of ["alpha", "start", "steps", "loss", "optimizer", "beta"]) await one.root.evaluate((element, name) => element.removeAttribute(name), name);
  await one.settled();
  expect(await one.experiment()).toMatchObject({ loss: { name: "bowl" }, optimizer: { name: "gradientDescent", learningRate: 0.1 }, start: [5], steps: 25 });
  expect((await two.experiment()).optimizer.learningRate, "the other scene is left alone").toBe(0.1);
  await set(two, "scene", "slope");
  await expect(two.box).toHaveAttribute("data-scene", "slope");
});

test("settings that a scene does not begin with can be given and taken back: rules, scale, view, marbles, β", { tag: "@desktop" }, async ({ page }) => {
  const { one, two } = await host(page);
  await set(two, "scene", "surface");
  await expect(two.box).toHaveAttribute("data-scene", "surface");
  await two.settled();
  const [plain, state, picture] = [await two.experiment(), await two.parameters(), await two.pictures("surface")];
  const given = { stop: "gradientBelow=0.01", seed: "3", scale: "log", view: "-0.5,0.5", marbles: "1,1;2,-2" };
  for (const [name, value] of Object.entries(given)) await set(two, name, value);
  expect(await two.parameters()).toMatchObject(given);
  await expect(two.button("Logarithmic")).toHaveAttribute("aria-pressed", "true");
  await expect(two.root.locator(".marbles li")).toHaveCount(2);
  await two.stage("surface").scrollIntoViewIfNeeded();
  await expect.poll(() => two.pictures("surface")).not.toEqual(picture);
  for (const name of Object.keys(given)) await two.root.evaluate((element, name) => element.removeAttribute(name), name);
  await two.settled();
  expect(await two.experiment()).toEqual(plain);
  expect(await two.parameters()).toEqual(state);
  await expect(two.button("Logarithmic")).toHaveAttribute("aria-pressed", "false");
  await set(one, "optimizer", "momentum");
  await set(one, "beta", "0.5");
  await one.root.evaluate((element) => element.removeAttribute("beta"));
  await one.settled();
  expect((await one.experiment()).optimizer["momentum"]).toBe(0.9);
});

test("a theme set on one scene colours that scene alone", { tag: "@desktop" }, async ({ page }) => {
  const { one, two } = await host(page);
  const colours = () => Promise.all([one, two].map(({ box }) => box.evaluate((node) => getComputedStyle(node).getPropertyValue("--dh-plot-paper"))));
  const [light, other] = await colours();
  expect(light).toBe(other);
  await one.stage("curve").scrollIntoViewIfNeeded();
  await one.settled();
  const picture = await one.pictures("curve");
  await set(one, "theme", "dark");
  const [dark, same] = await colours();
  expect([dark === light, same]).toEqual([false, other]);
  await expect.poll(() => one.pictures("curve")).not.toEqual(picture);
});

test("what the reader does is written into the attributes", { tag: "@desktop" }, async ({ page }) => {
  const { one, two } = await host(page);
  await one.type(one.exactRate, "0.75");
  await expect(one.root).toHaveAttribute("alpha", "0.75");
  await one.type(one.field("x"), "-2");
  await expect(one.root).toHaveAttribute("start", "-2");
  await two.scrubber.fill("11");
  await expect(two.root).toHaveAttribute("step", "11");
  await expect(two.root, "what nobody has set stays out").not.toHaveAttribute("alpha");
});

test("events bubble out of the scene with plain data", { tag: "@desktop" }, async ({ page }) => {
  const { one } = await host(page);
  await one.type(one.exactRate, "1.1");
  const heard = await heardFrom(page, "one");
  for (const { type, bubbles, composed } of heard) expect({ type, bubbles, composed }).toEqual({ type, bubbles: true, composed: true });
  const last = (/** @type {string} */ type) => heard.findLast((one) => one.type === type)?.detail;
  expect(last("change")).toEqual(await one.experiment());
  expect(last("step")).toEqual({ step: 25, point: [expect.any(Number)], loss: expect.any(Number) });
  expect(last("step").point[0]).toBeCloseTo(5 * (1 - 2.2) ** 25, 6);
  expect(last("outcome")).toEqual({ outcome: "diverged", reason: "growing" });
  await set(one, "alpha", "fast");
  const error = (await heardFrom(page, "one")).findLast(({ type }) => type === "error");
  expect(error).toMatchObject({ bubbles: true, composed: true, detail: { parameter: "alpha", given: "fast", message: expect.stringMatching(/^alpha: “fast” cannot be used here\./) } });
});

test("step, run and reset move the scene", { tag: "@desktop" }, async ({ page }) => {
  const { two } = await host(page);
  const call = (/** @type {(scene: SceneElement) => void} */ action) => two.root.evaluate(/** @type {any} */ (action)).then(() => two.settled());
  await call((scene) => scene.step());
  expect(await two.step()).toBe(4);
  await call((scene) => scene.step(-2));
  expect(await two.step()).toBe(2);
  await call((scene) => scene.step(1000));
  expect(await two.step()).toBe(25);
  await call((scene) => scene.reset());
  expect(await two.step()).toBe(0);
  await set(two, "steps", "8");
  await call((scene) => scene.run());
  await expect(two.button("Pause")).toBeVisible();
  await expect.poll(() => two.step()).toBe(8);
});

test("the experiment can be read and set, and a malformed one throws naming the field", { tag: "@desktop" }, async ({ page }) => {
  const { one } = await host(page);
  const experiment = { loss: { name: "himmelblau" }, optimizer: { name: "adam", learningRate: 0.05 }, start: [1, -1], steps: 30 };
  await one.root.evaluate((element, experiment) => {
    /** @type {SceneElement} */ (element).experiment = experiment;
  }, experiment);
  await one.settled();
  expect(await one.experiment()).toEqual({ ...experiment, optimizer: { ...experiment.optimizer, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } });
  const errors = await one.root.evaluate((element) => {
    const scene = /** @type {SceneElement} */ (element);
    const { experiment } = scene;
    return [{ start: [1] }, { steps: -1 }, { loss: { name: "hole" } }, { optimizer: { name: "sgd" } }, { start: "here" }].map((wrong) => {
      try {
        scene.experiment = /** @type {any} */ ({ ...experiment, ...wrong });
        return "nothing thrown";
      } catch (error) {
        return error instanceof Error ? error.message : "no Error";
      }
    });
  });
  expect(errors).toEqual([/^start: /, /^steps: /, /^loss/, /^optimizer/, /^start: /].map((begins) => expect.stringMatching(begins)));
  expect(await one.experiment()).toMatchObject(experiment);
});

test("a reader's copy of the experiment is not the scene's own", { tag: "@desktop" }, async ({ page }) => {
  const { one } = await host(page);
  await one.root.evaluate((element) => {
    const { experiment } = /** @type {SceneElement} */ (element);
    if (experiment) experiment.start[0] = 99;
  });
  expect((await one.experiment()).start).toEqual([5]);
});

test("a scene that is moved stays as it is; one taken out and put back opens where the reader left it", { tag: "@desktop" }, async ({ page }) => {
  const { one } = await host(page);
  await one.type(one.exactRate, "0.65");
  const inside = await one.box.elementHandle();
  await one.root.evaluate((element) => document.body.append(element));
  await one.settled();
  expect(await inside?.evaluate((box) => box.isConnected), "the very same figure").toBe(true);
  await expect(one.exactRate).toHaveValue("0.65");
  await one.root.evaluate(async (element) => {
    element.remove();
    await Promise.resolve();
    await Promise.resolve();
    if (element.shadowRoot?.querySelector(".scene")) throw new Error("something is left inside");
    document.body.append(element);
  });
  await one.opened();
  await expect(one.exactRate).toHaveValue("0.65");
  await one.button("Original settings").click();
  await expect(one.exactRate, "the host's own").toHaveValue("0.4");
  await one.root.evaluate((element) => element.remove());
  await expect(one.root).toHaveCount(0);
});

test("what is asked of a scene before it is there is done in order, and what cannot be used is told", { tag: "@desktop" }, async ({ page }) => {
  await host(page);
  const step = await page.evaluate(async () => {
    const scene = /** @type {SceneElement} */ (document.createElement("downhill-scene"));
    scene.id = "early";
    scene.hidden = true;
    scene.experiment = { loss: { name: "bowl" }, optimizer: { name: "gradientDescent", learningRate: 0.2 }, start: [3], steps: 12 };
    scene.reset();
    scene.step(7);
    const ready = new Promise((done) => scene.addEventListener("downhill-ready", done, { once: true }));
    document.body.append(scene);
    scene.experiment = /** @type {any} */ ({ loss: { name: "hole" }, optimizer: { name: "adam" }, start: [3], steps: 12 });
    await ready;
    return [scene.parameters()["step"], scene.experiment?.start, scene.checkVisibility()];
  });
  expect(step).toEqual(["7", [3], false]);
  expect((await heardFrom(page, "early")).filter(({ type }) => type === "error").map(({ detail }) => detail.parameter)).toEqual([expect.stringMatching(/^loss/)]);
});

test("scenes made by script open, too, and can be taken away before they have", { tag: "@desktop" }, async ({ page }) => {
  await host(page);
  await page.evaluate(() => {
    for (let count = 0; count < 20; count += 1) {
      const scene = document.createElement("downhill-scene");
      document.body.append(scene);
      scene.remove();
    }
    document.body.append(Object.assign(document.createElement("downhill-scene"), { id: "three" }));
  });
  const three = new Scene(page, "#three");
  await three.opened();
  await expect(three.box).toHaveAttribute("data-scene", "surface");
  await page.evaluate(() => {
    const scene = Object.assign(document.createElement("downhill-scene"), { id: "four" });
    document.body.append(scene);
    // While it opens as what it is without attributes.
    scene.setAttribute("scene", "practice");
    scene.setAttribute("challenge", "one-step");
  });
  await page.locator("#four").scrollIntoViewIfNeeded();
  await expect(page.locator("#four .challenge")).toBeVisible();
});

test("in a frame the same goes to the page around it, with the height", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("./pages/framed.html");
  const messages = () => page.evaluate(() => /** @type {any} */ (window).messages);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("textbox", { name: "α as an exact number" }).fill("1");
  await expect.poll(messages).toContainEqual({ source: "downhill", type: "outcome", detail: { outcome: "cycling", reason: "returned" } });
  expect(await messages()).toEqual(
    expect.arrayContaining([
      { source: "downhill", type: "ready", detail: {} },
      { source: "downhill", type: "change", detail: expect.objectContaining({ loss: { name: "bowl" } }) },
      { source: "downhill", type: "step", detail: { step: 25, point: [-5], loss: 25 } },
      { source: "downhill", type: "resize", height: expect.any(Number) },
      { subject: "lti.frameResize", height: expect.any(Number) },
    ]),
  );
});
