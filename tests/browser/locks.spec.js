// What a host hides is not there; what it freezes is shown and explained, and nothing that a reader or a link does changes it.
import { expect, test } from "./fixtures.js";
import { scenes } from "./course.js";
import { centre, Scene } from "./scene.js";

/** @typedef {import("./scene.js").SceneElement} SceneElement */

/** @param {Scene} scene @returns {Promise<string[]>} */
const controlsOf = (scene) => scene.root.evaluate((element) => /** @type {SceneElement} */ (element).controls);

test("every control of every scene can be hidden and frozen by its name", { tag: "@desktop" }, async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto("./pages/host.html");
  const scene = new Scene(page, "#one");
  await scene.opened();
  for (const { id } of scenes) {
    await page.evaluate((id) => {
      const element = Object.assign(document.createElement("downhill-scene"), { id: "one" });
      element.setAttribute("scene", id);
      const ready = new Promise((done) => element.addEventListener("downhill-ready", done, { once: true }));
      document.querySelector("#one")?.replaceWith(element);
      return ready;
    }, id);
    const names = await controlsOf(scene);
    expect(names, id).toEqual(expect.arrayContaining(["alpha", "transport", "share", "export"]));
    const parts = () => scene.root.evaluate((element) => [...(element.shadowRoot?.querySelectorAll("[part~=control]") ?? [])].map((each) => String(each.getAttribute("part")).split(" ")[1]).sort());
    expect(await parts(), id).toEqual([...names].sort());
    const again = () => scene.root.evaluate((element) => new Promise((done) => element.addEventListener("downhill-ready", done, { once: true })));
    const frozen = again();
    await scene.root.evaluate((element, names) => element.setAttribute("lock", names.join(",")), names);
    await frozen;
    await scene.settled();
    const free = await scene.root.evaluate((element) => [...(element.shadowRoot?.querySelectorAll("[part~=control] :is(button, input, select, textarea):not(:disabled)") ?? [])].map((each) => each.outerHTML));
    expect(free, `${id}: not frozen`).toEqual([]);
    const told = await scene.root.evaluate((element) => [...(element.shadowRoot?.querySelectorAll("[part~=control]") ?? [])].filter((each) => !each.textContent?.includes("Fixed on this page.")).length);
    expect(told, `${id}: not explained`).toBe(0);
    await scene.expectUnharmed();
    const hidden = again();
    await scene.root.evaluate((element, names) => element.setAttribute("hide", names.join(" ")), names);
    await hidden;
    expect(await parts(), id).toEqual([]);
    expect((await controlsOf(scene)).sort(), `${id}: the names stay`).toEqual([...names].sort());
    await scene.expectUnharmed();
  }
});

test("a frozen start stays where it is: by mouse, keys, hash and preset, while the host moves it freely", { tag: "@desktop" }, async ({ page, open, expectAccessible }) => {
  const scene = await open("learning-rate", { lock: "start,alpha", start: "4", alpha: "0.3" }, { start: "-2", alpha: "0.9", preset: "diverge", step: "5" });
  const now = async () => {
    const { start, optimizer } = await scene.experiment();
    return [...start, optimizer.learningRate];
  };
  expect(await now(), "after a link of a student's").toEqual([4, 0.3]);
  expect(await scene.step(), "what is not frozen comes with it").toBe(5);
  const { x, y } = await scene.marbleAt("curve");
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 80, y, { steps: 4 });
  await page.mouse.up();
  const box = centre(await scene.stage("curve").boundingBox());
  await page.mouse.click(box.x, box.y);
  await expect(scene.handle("curve")).toHaveAttribute("aria-disabled", "true");
  await expect(scene.handle("curve")).toHaveAttribute("aria-description", "Fixed on this page.");
  await scene.handle("curve").focus();
  for (const key of ["ArrowLeft", "Shift+ArrowRight", "Home", "End", "PageUp"]) await page.keyboard.press(key);
  await scene.root.locator(".chip").filter({ hasText: "1.1" }).click();
  await scene.settled();
  expect(await now()).toEqual([4, 0.3]);
  await page.evaluate(() => (location.hash = "alpha=1&start=1&marbles=1;2&step=2"));
  await expect.poll(() => scene.step()).toBe(2);
  expect(await now()).toEqual([4, 0.3]);
  await scene.root.evaluate((element) => {
    element.setAttribute("start", "-1");
    element.setAttribute("alpha", "0.7");
  });
  await scene.settled();
  expect(await now(), "the host's own").toEqual([-1, 0.7]);
  await expectAccessible();
});

test("a frozen learning rate stays when another loss is chosen, and nobody without a name is hidden", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground", { lock: "alpha", alpha: "0.05" });
  await scene.root.locator(".control.loss select").first().selectOption("himmelblau");
  await scene.settled();
  expect(await scene.experiment()).toMatchObject({ loss: { name: "himmelblau" }, optimizer: { learningRate: 0.05 } });
  const wrong = await open("slope", { hide: "everything, share,Alpha" });
  await expect(wrong.faults).toContainText("hide: “everything, Alpha” cannot be used here. Give names out of: presets, ");
  await expect(wrong.faults).not.toContainText("votes");
  await expect(wrong.button("Copy link")).toHaveCount(0);
  const names = await controlsOf(wrong);
  expect((await wrong.faults.textContent())?.split("out of: ")[1]?.split(".")[0]?.split(", ")).toEqual(names);
});

test("a preset under a frozen learning rate is a state that opens again as it is", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("learning-rate", { lock: "alpha", alpha: "0.9" });
  await scene.root.locator(".chip").filter({ hasText: "1.1" }).click();
  await scene.settled();
  const [experiment, state] = [await scene.experiment(), await scene.parameters()];
  expect(state).toMatchObject({ preset: "diverge", alpha: "0.9" });
  const again = await open("learning-rate", { ...state, lock: "alpha" });
  expect([await again.experiment(), await again.parameters()]).toEqual([experiment, state]);
  await page.goto(page.url().replace(/\?.*/, "?scene=learning-rate&lock=alpha&alpha=0.9#preset=diverge&alpha=0.9"));
  await again.opened();
  expect(await again.experiment()).toEqual(experiment);
});

test("projector, seed and a preset by link and by attribute", { tag: "@desktop" }, async ({ page, open }) => {
  const linked = await open("batches", { preset: "single", seed: "11", theme: "projector" });
  const size = () => linked.box.evaluate((box) => [getComputedStyle(box).fontSize, getComputedStyle(box).getPropertyValue("--dh-ink").trim()]);
  expect(await size()).toEqual(["18.75px", "#000000"]);
  const experiment = await linked.experiment();
  expect(experiment).toMatchObject({ seed: 11, batch: 1 });
  await page.goto("./pages/host.html");
  const scene = new Scene(page, "#one");
  await scene.opened();
  await scene.root.evaluate((element) => {
    for (const [name, text] of Object.entries({ scene: "batches", preset: "single", seed: "11", theme: "projector", alpha: null, start: null })) {
      if (text === null) element.removeAttribute(name);
      else element.setAttribute(name, text);
    }
  });
  await expect(scene.box).toHaveAttribute("data-scene", "batches");
  expect(await scene.experiment()).toEqual(experiment);
  expect(await scene.box.evaluate((box) => getComputedStyle(box).fontSize)).toBe("18.75px");
});
