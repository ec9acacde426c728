// What every browser test has: a page on which a console message is a failure, and axe.
import axe from "axe-core";
import { expect, test as base } from "@playwright/test";

/**
 * @typedef {object} Fixtures
 * @property {string[]} complaints what the page has complained about so far; a test that provokes one on purpose takes it out
 * @property {(within?: string) => Promise<void>} expectAccessible fails with what axe finds in the page, or in one part of it
 */

export const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<Fixtures, {}, import("@playwright/test").PlaywrightTestArgs>} */ ({
    complaints: [
      async ({ page }, use) => {
        /** @type {string[]} */
        const complaints = [];
        page.on("console", (message) => {
          if (["error", "warning"].includes(message.type())) complaints.push(`console ${message.type()}: ${message.text()}`);
        });
        page.on("pageerror", (error) => complaints.push(`uncaught: ${error.stack ?? error}`));
        page.on("requestfailed", (request) => complaints.push(`request: ${request.url()} ${request.failure()?.errorText}`));
        page.on("response", (response) => {
          if (response.status() >= 400) complaints.push(`request: ${response.url()} ${response.status()}`);
        });
        await use(complaints);
        expect(complaints, "the page complains").toEqual([]);
      },
      { auto: true },
    ],

    expectAccessible: async ({ page }, use) => {
      await use(async (within) => {
        await page.evaluate(axe.source);
        const found = await page.evaluate(accessibilityFaults, within);
        expect(found, "axe finds").toEqual([]);
      });
    },
  }),
);

/**
 * Runs in the page.
 * @param {string | undefined} within
 * @returns {Promise<string[]>}
 */
async function accessibilityFaults(within) {
  /** @type {import("axe-core").AxeResults} */
  const results = await /** @type {any} */ (window).axe.run(within ?? document);
  return results.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}

export { expect };
