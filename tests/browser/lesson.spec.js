// The lesson page: its sections in order, its contents list, its prose with and without JavaScript.
import { expect, test } from "./fixtures.js";
import { challenges, figuresIn, scenes, scenesIn, sections } from "./course.js";

/** The figures that are open in a part of the page, in order; what is something to do opens when it comes near. @param {import("@playwright/test").Locator} part @returns {Promise<string[]>} */
async function openFigures(part) {
  const open = await part.locator("downhill-scene .scene").evaluateAll((all) => all.map((each) => each.getAttribute("data-scene") ?? ""));
  return open.filter((id) => scenes.some((scene) => scene.id === id));
}

test("the page opens with its prose and formulas, sections in the order of the course", async ({ page }) => {
  await page.goto("./");
  await expect(page).toHaveTitle("Downhill");
  await expect(page.locator("main math").first()).toBeVisible();
  const order = await page.locator("main > section").evaluateAll((all) => all.map(({ id }) => id));
  expect(order).toEqual(sections.map(({ id }) => id));
  for (const { id, scene } of sections) {
    const section = page.locator(`#${id}`);
    await expect(section.getByRole("heading", { level: 2 })).toHaveCount(1);
    const placed = scenesIn(id);
    const own = challenges.filter((challenge) => challenge.section === id).map((challenge) => ["practice", challenge.id]);
    const elements = section.locator("downhill-scene");
    expect(await elements.evaluateAll((all) => all.map((each) => [each.getAttribute("scene"), each.getAttribute("challenge")]))).toEqual([...placed.map((each) => [each, null]), ...own]);
    await expect.poll(() => openFigures(section)).toEqual(figuresIn(id));
    if (scene) expect(placed).toContain(scene);
  }
});

test("the contents list names every section, leads to it and marks what is being read", async ({ page }) => {
  await page.goto("./");
  const links = page.locator("nav.contents a");
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual(sections.map(({ id }) => `#${id}`));
  const headings = await page.locator("main > section h2").allTextContents();
  expect(await links.allTextContents()).toEqual(headings);
  const link = page.locator("nav.contents a[href='#the-threshold']");
  await link.scrollIntoViewIfNeeded();
  await link.click();
  await expect(page.locator("#the-threshold h2")).toBeInViewport();
  expect(new URL(page.url()).hash).toBe("#the-threshold");
  await expect(link).toHaveAttribute("aria-current", "true");
  await expect(page.locator("nav.contents a[aria-current]")).toHaveCount(1);
});

test("the first Tab offers to skip to the lesson", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("./");
  await page.keyboard.press("Tab");
  const skip = page.locator("a.skip");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).hash).toBe("#lesson");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.querySelector("main")?.contains(document.activeElement))).toBe(true);
});

test("the whole page fits the window", async ({ page }) => {
  await page.goto("./");
  await expect.poll(() => openFigures(page.locator("main"))).toEqual(sections.flatMap(({ id }) => figuresIn(id)));
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await beyond()).toBe(0);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await beyond(), "at 320 pixels").toBe(0);
});

test("the scenes of the lesson are independent of each other and answer where they stand", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("./");
  const [first, second] = [page.locator("#how-far downhill-scene"), page.locator("#twenty-five-steps downhill-scene")];
  const rate = first.getByRole("textbox", { name: "α as an exact number" });
  await rate.fill("1.1");
  await rate.blur();
  await expect(first.locator(".live")).toHaveAttribute("data-outcome", "diverged");
  await expect(second.locator(".live")).toHaveAttribute("data-outcome", "running");
  await expect(page.locator("#shifted-bowl downhill-scene").locator("tbody tr")).toHaveCount(31);
  expect(new URL(page.url()).hash, "the lesson's own address is left alone").toBe("");
});

test("the theme is chosen in the head of the page and kept for the next visit", async ({ page }) => {
  await page.goto("./");
  const chooser = page.getByRole("combobox", { name: "Theme" });
  for (const theme of ["dark", "projector", "light"]) {
    await chooser.selectOption(theme);
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
    await expect(chooser).toHaveValue(theme);
  }
  await chooser.selectOption("auto");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

test("the page has no inline script but the list of its modules, and no inline style", { tag: "@desktop" }, async ({ request }) => {
  const html = await (await request.get("./")).text();
  expect(html.match(/<script(?![^>]* src=)[^>]*>/g)).toEqual(['<script type="importmap">']);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the lesson can be read: every section with its heading, text and formulas", async ({ page, complaints }) => {
    await page.goto("./");
    await expect(page.locator("noscript p")).toBeVisible();
    for (const { id } of sections) {
      await expect(page.locator(`#${id} h2`)).toBeVisible();
      await expect(page.locator(`#${id} :is(p, li)`).first()).toBeVisible();
    }
    await expect(page.locator("main math").first()).toBeVisible();
    await expect(page.locator("nav.contents a").first()).toBeVisible();
    await expect(page.locator("downhill-scene").first(), "no empty frames").toBeHidden();
    // Chromium refuses the preloaded scripts and says so.
    complaints.length = 0;
  });
});
