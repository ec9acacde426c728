// Scripts with other bytes than the build has written: they never run, and the page says that something did not come.
import { expect, test } from "./fixtures.js";

/** Which scripts are changed, what is opened, and what is said there. @type {[what: string, scripts: RegExp, query: string, says: RegExp][]} */
const CHANGED = [
  ["what the page begins with", /\/chunk-[A-Z0-9]{8}\.js$/, "", /a script of this page is missing, damaged or blocked/],
  ["the page's own script", /\/lesson\.js$/, "", /a script of this page is missing, damaged or blocked/],
  ["the core's glue", /\/downhill-core\.js$/, "", /a script of this page is missing, damaged or blocked/],
  ["the controls that come later", /\/later-[A-Z0-9]{8}\.js$/, "?scene=scrubber", /could not be loaded/],
  ["what there is to do", /\/desk-[A-Z0-9]{8}\.js$/, "?scene=practice", /could not be loaded/],
];

test("a script that was changed on its way never runs, and the page says so", { tag: "@desktop" }, async ({ page, complaints }) => {
  for (const [what, scripts, query, says] of CHANGED) {
    await test.step(what, async () => {
      await page.route(scripts, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${await response.text()}\nwindow.stranger = true;` });
      });
      await page.goto(`./${query}`);
      await expect(page.getByRole("alert").first()).toContainText(says);
      expect(await page.evaluate(() => "stranger" in window)).toBe(false);
      await page.unroute(scripts);
      // What the browser says itself of a wrong digest.
      expect(complaints.splice(0).filter((complaint) => complaint.startsWith("uncaught"))).toEqual([]);
    });
  }
});
