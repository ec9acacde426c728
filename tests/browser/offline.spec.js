// Without a connection: after one visit the whole lesson opens, Python once it has been run; and no page ever has files of two versions.
import { built, changed, deploy } from "./deployed.mjs";
import { expect, test as base } from "./fixtures.js";
import { PythonPane } from "./python-pane.js";
import { Scene } from "./scene.js";

/** @typedef {Awaited<ReturnType<typeof deploy>>} Host */

const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<{ host: Host }, {}, import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions & import("./fixtures.js").Fixtures>} */ ({
    host: async ({}, use) => {
      const host = await deploy(await built());
      await use(host);
      host.gone();
    },
    baseURL: async ({ host }, use) => use(host.address),
    serviceWorkers: "allow",
  }),
);

test("after one visit every scene opens from any link without the host; Python says what it lacks", { tag: "@desktop" }, async ({ page, host, complaints }) => {
  test.setTimeout(120_000);
  await page.goto("./");
  await kept(page);
  host.gone();
  const scene = new Scene(page);
  await page.reload();
  await page.locator("downhill-scene .stage").first().waitFor();
  await page.goto("./?scene=learning-rate&alpha=0.4&step=3");
  await scene.opened();
  await scene.button("Step").click();
  await expect.poll(async () => (await scene.parameters())["step"]).toBe("4");
  const worker = page.waitForEvent("worker");
  await page.goto("./index.html?scene=landscape");
  await worker;
  await expect(scene.root.locator(".basins")).toContainText("%");
  await page.goto("./?scene=practice&challenge=one-step");
  await expect(page.getByRole("button", { name: "Check" })).toBeVisible();
  expect(complaints.filter(isNoUpdateCheck)).toEqual([]);
  await page.goto("./?scene=python");
  const pane = new PythonPane(page);
  await pane.opened();
  await pane.ran("print(6 * 7)");
  await expect(pane.status).toContainText("Python is unavailable");
  // What the browser says itself of files that did not come.
  complaints.splice(0);
});

test("Python that was run once runs without the host", { tag: "@desktop" }, async ({ page, host, complaints }) => {
  test.setTimeout(120_000);
  await page.goto("./?scene=python");
  const pane = new PythonPane(page);
  await pane.opened();
  await pane.ran("print(6 * 7)");
  await expect(pane.output).toHaveText("42");
  await kept(page);
  host.gone();
  await page.reload();
  await pane.opened();
  await pane.ran("print(6 * 8)");
  await expect(pane.output).toHaveText("48");
  expect(complaints.splice(0).filter(isNoUpdateCheck)).toEqual([]);
});

test("a page goes on with the version that it began with, half a new one changes nothing, and the next visit has the new one whole", { tag: "@desktop" }, async ({ page, context, host, complaints }) => {
  test.setTimeout(120_000);
  const [first, second] = [host.files, await changed(host.files, { "index.html": ["<title>", "<title>New: "], "text/en/challenges.json": ["One step", "A new step"] })];
  const words = () => page.evaluate(async () => (await fetch("./text/en/challenges.json")).text());
  await page.goto("./");
  await kept(page);
  await page.reload();
  await page.locator("downhill-scene .stage").first().waitFor();

  // Half of it: the worker has come, the files have not.
  host.files = new Map(first).set("sw.js", second.get("sw.js") ?? Buffer.of());
  expect(await page.evaluate(update)).toBe("redundant");
  await page.reload();
  await expect(page).toHaveTitle("Downhill");
  host.files = new Map(first).set("sw.js", second.get("sw.js") ?? Buffer.of()).set("index.html", second.get("index.html") ?? Buffer.of());
  expect(await page.evaluate(update)).toBe("redundant");
  complaints.splice(0);

  host.files = second;
  expect(await page.evaluate(update)).toBe("installed");
  host.asked.length = 0;
  expect(await words()).not.toContain("A new step");
  await page.locator("#practice downhill-scene").scrollIntoViewIfNeeded();
  await expect(page.locator("#practice .scene[data-scene=practice]")).toBeVisible();
  expect(host.asked, "the old page asks the new host for nothing").toEqual([]);

  await page.goto("about:blank");
  // Once no page of the old version is open.
  const newest = context.serviceWorkers().at(-1);
  await expect.poll(() => newest?.evaluate(() => /** @type {any} */ (self).serviceWorker.state)).toBe("activated");
  await page.goto("./?scene=learning-rate");
  await expect(page).toHaveTitle(/^New: /);
  expect(await words()).toContain("A new step");
  const { offline } = JSON.parse(String(first.get("integrity.json")));
  expect(await page.evaluate(inStore)).toEqual([offline.length]);
  complaints.splice(0);
});

/** Waits until the browser keeps the site. @param {import("@playwright/test").Page} page */
const kept = (page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

/** Without a host the browser cannot ask it for a new version, and says so. @param {string} complaint */
const isNoUpdateCheck = (complaint) => !complaint.includes("sw.js");

/** Runs in the page: looks for a new version, as each visit does, and tells what became of it. @returns {Promise<string>} */
async function update() {
  const registration = await navigator.serviceWorker.ready;
  const found = new Promise((resolve) => registration.addEventListener("updatefound", () => resolve(registration.installing), { once: true }));
  await registration.update();
  const worker = /** @type {ServiceWorker} */ (await found);
  return new Promise((resolve) => {
    const look = () => ["installed", "redundant"].includes(worker.state) && resolve(worker.state);
    worker.addEventListener("statechange", look);
    look();
  });
}

/** Runs in the page: how many files each of the page's stores holds. */
const inStore = async () => Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length));
