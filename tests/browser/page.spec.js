// The page opens, and its prose can be read with and without JavaScript.
import { expect, test } from "./fixtures.js";

test("the page opens with its prose, formulas and contents", async ({ page }) => {
  await page.goto("./");
  await expect(page).toHaveTitle("Downhill");
  await expect(page.locator("main math").first()).toBeVisible();
  const links = await page.locator("nav.contents a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  const sections = await page.locator("main > section").evaluateAll((all) => all.map((section) => `#${section.id}`));
  expect(links.length).toBeGreaterThan(0);
  expect(links).toEqual(sections);
});

test("the page has no inline script or style", async ({ request }) => {
  const html = await (await request.get("./")).text();
  expect(html).not.toMatch(/<script(?![^>]* src=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the lesson can be read", async ({ page, complaints }) => {
    await page.goto("./");
    await expect(page.locator("main > section h2").first()).toBeVisible();
    await expect(page.locator("noscript p")).toBeVisible();
    // Chromium refuses the preloaded scripts and says so.
    complaints.length = 0;
  });
});
