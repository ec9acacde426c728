// What every browser test has: pages on which any complaint is a failure, a record of the scenes' events, and axe.
import axe from "axe-core";
import { expect, test as base } from "@playwright/test";
import { Scene } from "./scene.js";

/**
 * @typedef {object} Fixtures
 * @property {string[]} complaints what the pages have complained about so far; a test that provokes one on purpose takes it out
 * @property {(within?: string) => Promise<void>} expectAccessible fails with what axe finds in the page, or in one part of it
 * @property {(within?: string) => Promise<void>} expectAccessibleInEveryTheme the same in all themes, one after the other; from then on motion is reduced
 * @property {(id: string, parameters?: Record<string, string>, hash?: Record<string, string>) => Promise<Scene>} open one scene alone, by its address
 */

export const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<Fixtures, {}, import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions>} */ ({
    complaints: [
      async ({ context, baseURL }, use) => {
        const complaints = complaintsOf(context, String(baseURL));
        await context.addInitScript(recordEvents);
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

    expectAccessibleInEveryTheme: async ({ page, expectAccessible }, use) => {
      await use(async (within) => {
        // Colours fade from one theme to the next where motion is welcome; axe would measure in between.
        await page.emulateMedia({ reducedMotion: "reduce" });
        for (const theme of ["light", "dark", "projector"]) {
          await page.evaluate((theme) => (document.documentElement.dataset["theme"] = theme), theme);
          await expectAccessible(within);
        }
      });
    },

    open: async ({ page }, use) => {
      await use(async (id, parameters = {}, hash = {}) => {
        const after = Object.keys(hash).length > 0 ? `#${new URLSearchParams(hash)}` : "";
        await page.goto(`./?${new URLSearchParams({ scene: id, ...parameters })}${after}`);
        const scene = new Scene(page);
        await scene.opened();
        return scene;
      });
    },
  }),
);

/**
 * Collects what goes wrong in any page: messages, exceptions, dialogs, failed requests and requests to another host.
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} home
 */
function complaintsOf(context, home) {
  /** @type {string[]} */
  const complaints = [];
  context.on("console", (message) => {
    // Where tests block service workers, Playwright says so in the page.
    if (message.text() === "Service Worker registration blocked by Playwright") return;
    // Everything that a page says is unasked for, whatever its kind.
    complaints.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().stack || error.error()}`));
  context.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && !request.url().startsWith(home)) complaints.push(`another host: ${request.url()}`);
  });
  context.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    // A page that is left or closed cancels what it was still loading.
    if (reason !== "net::ERR_ABORTED") complaints.push(`request: ${request.url()} ${reason}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`request: ${response.url()} ${response.status()}`);
  });
  return complaints;
}

/** Runs in every page before its own scripts: keeps what the scenes say, in `heard`, and complains of what the policy forbids. */
function recordEvents() {
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile, lineNumber, sample }) => {
    console.error(`policy: ${effectiveDirective} ${blockedURI} ${sample}, ${sourceFile}:${lineNumber}`);
  });
  /** @type {import("./scene.js").Heard[]} */
  const heard = [];
  Object.assign(window, { heard });
  for (const type of ["ready", "change", "step", "outcome", "solved", "error"]) {
    window.addEventListener(`downhill-${type}`, (event) => {
      const { detail, bubbles, composed, target } = /** @type {CustomEvent} */ (event);
      heard.push({ type, detail: structuredClone(detail), bubbles, composed, id: /** @type {Element} */ (target).id });
    });
  }
}

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
