// Earlier runs: kept once the reader has settled, compared with the present one, restored; by mouse, finger and keys.
import { expect, test } from "./fixtures.js";

/** @typedef {import("./scene.js").Scene} Scene */

const entries = (/** @type {Scene} */ scene) => scene.root.locator(".history li");

/** Opens the list of earlier runs. @param {Scene} scene */
async function opened(scene) {
  await scene.root.getByText("Earlier runs").click();
  return entries(scene);
}

/** Changes α and waits until that run counts as one. @param {Scene} scene @param {string} alpha */
async function runWith(scene, alpha) {
  const before = (await scene.experiment()).optimizer.learningRate;
  await scene.type(scene.exactRate, alpha);
  await expect(entries(scene).first()).toContainText(`α = ${before}`);
}

test("the run before is kept, in words, and a drag leaves only what it ended at", async ({ open }) => {
  const scene = await open("learning-rate");
  const list = await opened(scene);
  await expect(scene.root.locator(".history .note")).toBeVisible();
  for (const place of ["200", "300", "400"]) await scene.rate.fill(place);
  await expect(list).toHaveText([/Gradient descent on x², α = 0\.1\. From 5 to 0\.01889, loss 0\.0003568: still moving after 25 steps\./]);
});

test("the last five different runs are kept, the latest first", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("learning-rate");
  const list = await opened(scene);
  for (const alpha of ["0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.3"]) {
    await scene.type(scene.exactRate, alpha);
    // Run counts at once, whatever has been changed.
    await scene.button("Run").click();
    await scene.button("Pause").click();
  }
  await expect(list).toHaveText([/α = 0\.7\./, /α = 0\.6\./, /α = 0\.5\./, /α = 0\.4\./, /α = 0\.2\./]);
});

test("a compared run is drawn in grey beside the present one, and taken away again", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("learning-rate");
  await opened(scene);
  await runWith(scene, "0.9");
  const alone = await scene.pictures("curve");
  const compare = scene.root.getByRole("button", { name: "Compare" });
  await compare.focus();
  await scene.page.keyboard.press("Enter");
  await expect(compare).toHaveAttribute("aria-pressed", "true");
  await expect(compare, "the reader keeps the place").toBeFocused();
  await expect.poll(() => scene.pictures("curve")).not.toEqual(alone);
  await expect(scene.root.locator('.marbles .swatch[data-colour="faint"]')).toBeVisible();
  await expect(scene.live.locator("[aria-live]")).toHaveText(/^In the picture, in grey: Gradient descent on x², α = 0\.1\./);
  expect((await scene.parameters())["marbles"], "what is compared is no marble").toBeUndefined();
  await scene.page.keyboard.press("Enter");
  await expect.poll(() => scene.pictures("curve")).toEqual(alone);
});

test("restoring brings the run back and keeps the one it replaces", async ({ open }) => {
  const scene = await open("scrubber");
  const list = await opened(scene);
  const first = await scene.experiment();
  await runWith(scene, "0.9");
  await scene.root.getByRole("button", { name: "Restore" }).click();
  expect(await scene.experiment()).toEqual(first);
  await expect(list).toHaveText([/α = 0\.9\./]);
  expect(await scene.step()).toBe(25);
});

test("a run on another loss can be restored, and has no place in this picture", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground");
  const list = await opened(scene);
  await scene.root.getByLabel("Loss function").selectOption("bowl");
  await expect(list).toHaveCount(1);
  await expect(scene.root.getByRole("button", { name: "Compare" })).toHaveCount(0);
  await scene.root.getByRole("button", { name: "Restore" }).click();
  expect((await scene.experiment()).loss.name).toBe("ravine");
});

test("the host may hide and lock saving, stopping and earlier runs", { tag: "@desktop" }, async ({ open }) => {
  const hidden = await open("scrubber", { hide: "export,history,steps" });
  for (const name of ["export", "history", "steps"]) await expect(hidden.root.locator(`[data-control="${name}"]`)).toHaveCount(0);
  const locked = await open("scrubber", { lock: "export,steps" });
  await expect(locked.root.locator(".export button").first()).toBeDisabled();
  await locked.root.locator(".stop summary").click();
  await expect(locked.field("After so many steps")).toBeDisabled();
});
