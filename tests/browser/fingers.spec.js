// Fingers on a phone: a swipe over a figure scrolls the page, a tap places the marble, turning is entered on purpose.
import { expect, test } from "./fixtures.js";
import { touch } from "./hand.js";
import { centre } from "./scene.js";

/** @param {import("@playwright/test").Page} page */
const scrolled = (page) => page.evaluate(() => scrollY);

for (const [id, kind] of [["surface", "surface"], ["scrubber", "curve"], ["playground", "contour"], ["learning-rate", "lossCurve"]]) {
  test(`a swipe over the ${kind} scrolls the page and changes nothing`, { tag: "@phone" }, async ({ page, open }) => {
    const scene = await open(String(id));
    const stage = scene.stage(String(kind));
    await stage.scrollIntoViewIfNeeded();
    const before = await scene.parameters();
    const from = await scrolled(page);
    const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await stage.boundingBox());
    const finger = await touch(page);
    const x = box.x + 0.2 * box.width;
    // Downwards or upwards, whichever way there is page left.
    const down = from < 100;
    const y = box.y + box.height * (down ? 0.8 : 0.2);
    await finger.swipe({ x, y }, { x, y: y + (down ? -200 : 200) });
    await expect.poll(() => scrolled(page)).not.toBe(from);
    await scene.settled();
    expect(await scene.parameters()).toEqual(before);
  });
}

test("the view turns only after “Turn the view”, and then the page stays", { tag: "@phone" }, async ({ page, open }) => {
  const scene = await open("surface");
  const stage = scene.stage("surface");
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await stage.boundingBox());
  const { x, y } = { x: box.x + 0.2 * box.width, y: box.y + 0.8 * box.height };
  const finger = await touch(page);
  await finger.swipe({ x, y }, { x: x + 120, y });
  await scene.settled();
  expect((await scene.parameters())["view"], "a finger alone does not turn").toBeUndefined();

  const toggle = scene.button("Turn the view");
  await toggle.tap();
  await expect(toggle).toHaveAttribute("aria-pressed", "true");
  const before = await scrolled(page);
  const { start } = await scene.experiment();
  const there = /** @type {{ x: number, y: number, width: number, height: number }} */ (await stage.boundingBox());
  const corner = { x: there.x + 0.15 * there.width, y: there.y + 0.85 * there.height };
  await finger.swipe(corner, { x: corner.x + 80, y: corner.y - 120 });
  await scene.settled();
  expect((await scene.parameters())["view"]).toMatch(/,/);
  expect(await scrolled(page)).toBe(before);
  expect((await scene.experiment()).start).toEqual(start);

  await toggle.tap();
  await expect(toggle).toHaveAttribute("aria-pressed", "false");
});

test("a finger takes the point on a curve along, sideways", { tag: "@phone" }, async ({ page, open }) => {
  const scene = await open("slope");
  const from = await scene.marbleAt("curve");
  const finger = await touch(page);
  await finger.swipe(from, { x: from.x - 60, y: from.y });
  await expect.poll(async () => (await scene.experiment()).start[0]).toBeLessThan(3.5);
  const to = await scene.marbleAt("curve");
  expect(Math.abs(to.x - from.x + 60)).toBeLessThan(6);
});

test("every control is large enough for a finger", { tag: "@phone" }, async ({ page, open }) => {
  for (const id of ["surface", "scrubber", "playground"]) {
    const scene = await open(id);
    const small = await scene.root.locator("button, input, select, summary").evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => ({ what: one.outerHTML.slice(0, 80), ...one.getBoundingClientRect().toJSON() })).filter(({ width, height }) => Math.min(width, height) < 43.5),
    );
    expect(small.map(({ what, width, height }) => `${what} ${width}×${height}`), id).toEqual([]);
  }
});
