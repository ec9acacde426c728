// For everybody: axe on every scene and state in every theme, and what screen readers and careful eyes are promised.
import { expect, test } from "./fixtures.js";
import { scenes } from "./course.js";

test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const { id } of scenes) {
  test(`axe finds nothing in “${id}”, in any theme`, async ({ open, expectAccessibleInEveryTheme }) => {
    await open(id);
    await expectAccessibleInEveryTheme();
  });
}

test("axe finds nothing in the whole lesson, in any theme", async ({ page, expectAccessibleInEveryTheme }) => {
  test.slow();
  await page.goto("./");
  await expect(page.locator("downhill-scene .scene").last()).toBeAttached();
  await expectAccessibleInEveryTheme();
});

test("axe finds nothing where something is wrong: bad parameters, bad fields, divergence, many marbles", { tag: "@desktop" }, async ({ open, expectAccessibleInEveryTheme }) => {
  const scene = await open("playground", { alpha: "fast", loss: "x +", start: "1,2,3" });
  await scene.type(scene.field("After so many steps"), "many");
  await scene.type(scene.exactRate, "1000");
  await expect(scene.halve).toBeVisible();
  await expectAccessibleInEveryTheme();
  const surface = await open("surface");
  for (const x of ["-3", "3", "1"]) {
    await surface.type(surface.field("x"), x);
    await surface.button("Release").click();
  }
  await expect(surface.root.locator(".marbles li")).toHaveCount(3);
  await expectAccessibleInEveryTheme();
});

for (const { id, panels } of scenes) {
  test(`“${id}” tells a screen reader its name, its figures, its run and its table`, { tag: "@desktop" }, async ({ page, open }) => {
    const scene = await open(id);
    await expect(scene.box).toHaveRole("group");
    await expect(scene.box).toHaveAccessibleName(/.+/);
    for (const figure of await scene.root.locator("figure:visible").all()) await expect(figure.locator("figcaption")).not.toBeEmpty();
    for (const canvas of await scene.root.locator("canvas").all()) await expect(canvas).toHaveAttribute("aria-hidden", "true");
    for (const handle of await scene.root.locator(".handle:visible").all()) {
      await expect(handle).toHaveAccessibleName(/.+/);
      await expect(handle).toHaveAttribute("role", /slider|group/);
    }
    if (panels.includes("table")) {
      await expect(scene.root.getByRole("table")).toBeVisible();
      await expect(scene.root.getByRole("columnheader").first()).toBeVisible();
      await expect(scene.root.getByRole("rowheader").first()).toBeVisible();
    }
    const region = scene.root.locator("[aria-live=polite]");
    await expect(region).toBeEmpty();
    const before = await scene.sentence.textContent();
    await scene.rate.focus();
    await page.keyboard.press("End");
    await scene.settled();
    const after = (await scene.sentence.textContent()) ?? "";
    // A marble in hand, one that has no slope, and a network before its first step do the same at every α.
    if (after !== before) await expect(region, "what has changed is announced once").toHaveText(after);
    else expect(["surface", "activation", "nudges"]).toContain(id);
  });
}

test("the marble's moves on a surface are announced, and what its keys do is in its name", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("surface");
  await scene.handle("surface").focus();
  await expect(scene.handle("surface")).toHaveAccessibleName(/arrow keys move the marble, Shift and arrow keys turn the view, Space lets it go/);
  await page.keyboard.press("ArrowLeft");
  await expect(scene.root.locator("[aria-live=polite]")).toHaveText(/^Marble at \(.*\), loss .*\.$|^The marble is at \(.*\)/);
});

test("with reduced motion Run jumps to the end at once", async ({ page, open }) => {
  const scene = await open("scrubber");
  const before = (await scene.heard("step")).length;
  await scene.button("Run").click();
  await scene.settled();
  await expect(scene.scrubber).toHaveValue("25");
  const steps = (await scene.heard("step")).slice(before).map(({ step }) => step);
  expect(steps).toEqual([25]);
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
  expect(moving).toBe(0);
});

test("text twice as large still fits and loses nothing", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("scrubber");
  await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  await scene.settled();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  for (const name of ["Step back", "Step", "Run", "Reset", "Copy link"]) await expect(scene.button(name)).toBeVisible();
});
