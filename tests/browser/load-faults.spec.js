// Whatever keeps the figures from coming: each fault has its sentence, the lesson can be read, nothing is lost, and what can be mended is.
import { anotherPage, flipped, headed, missing, reset, truncated } from "./answers.js";
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";
import { serve } from "./server.mjs";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Route} Route */

const CORE = "**/downhill-core_bg.wasm";
/** The address of the page itself. */
const HERE = (/** @type {URL} */ { pathname }) => pathname === "/";
const MINE = JSON.stringify({ kept: "from another day" });

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** The lesson with something kept from an earlier visit. @param {Page} page */
async function visit(page) {
  await page.addInitScript((mine) => localStorage.setItem("downhill.test", mine), MINE);
  await page.goto("./");
}

/** The prose, its formulas and what was kept are there. @param {Page} page */
async function expectUntouched(page) {
  await expect(page.locator("#drop-the-marble p").first()).toBeVisible();
  await expect(page.locator("#the-threshold math").first()).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("downhill.test"))).toBe(MINE);
}

/** The browser itself reports what it did not get; an exception that nobody caught it must not be. @param {string[]} complaints */
function expectCaught(complaints) {
  expect(complaints.filter((complaint) => complaint.startsWith("uncaught"))).toEqual([]);
  complaints.length = 0;
}

/** Faults of the network. @type {[string, (route: Route) => Promise<void>, RegExp][]} */
const NETWORK = [
  ["nothing", missing, /The server has no file downhill-core_bg\.wasm/],
  ["a page", anotherPage, /In place of downhill-core_bg\.wasm came a web page/],
  ["half of it", truncated, /downhill-core_bg\.wasm came cut off, changed/],
  ["all but one bit of it", flipped, /downhill-core_bg\.wasm came cut off, changed/],
  ["no answer", reset, /The site did not answer/],
];

test("whatever comes in place of the core is told apart, and “Try again” opens the figure as it was addressed", { tag: "@desktop" }, async ({ page, complaints, expectAccessible }) => {
  for (const [what, fault, says] of NETWORK) {
    await test.step(what, async () => {
      await page.route(CORE, fault);
      await page.goto("about:blank");
      await page.goto("./?scene=slope#start=3&alpha=0.2");
      const scene = new Scene(page);
      const alert = scene.root.getByRole("alert");
      await expect(alert).toContainText("The figure could not be loaded");
      await expect(alert).toContainText(says);
      expect((await scene.lastHeard("error"))?.message).toMatch(says);
      await expectAccessible();
      expectCaught(complaints);
      await page.unroute(CORE);
      await scene.button("Try again").click();
      await scene.opened();
      await scene.expectUnharmed();
      expect(await scene.experiment()).toMatchObject({ start: [3], optimizer: { learningRate: 0.2 } });
    });
  }
});

test("the right bytes under a wrong type do no harm", { tag: "@desktop" }, async ({ page, open }) => {
  await page.route("**/*.wasm", headed({ "content-type": "application/octet-stream" }));
  const scene = await open("landscape");
  await scene.expectUnharmed();
  await expect(scene.root.locator(".basins")).toContainText("%");
});

/** Faults that no second try mends. @type {[string, (page: Page) => Promise<unknown>, RegExp][]} */
const FOR_GOOD = [
  ["a policy against compiling", (page) => page.route(HERE, headed({ "content-security-policy": "script-src 'self' 'unsafe-inline'" })), /security policy of this page does not allow downhill-.*\.wasm: script-src forbids it/],
  ["a policy against fetching", (page) => page.route(HERE, headed({ "content-security-policy": "connect-src 'none'" })), /security policy of this page does not allow .*: connect-src forbids it/],
  ["a browser without WebAssembly", (page) => page.addInitScript(() => Reflect.deleteProperty(window, "WebAssembly")), /This browser has no WebAssembly/],
];

for (const [what, arrange, says] of FOR_GOOD) {
  test(`${what} is said in every figure, and no second try is offered`, { tag: "@desktop" }, async ({ page, complaints }) => {
    await arrange(page);
    await visit(page);
    for (const id of ["surface", "slope", "race"]) await expect(new Scene(page, `[scene=${id}]`).root.getByRole("alert")).toContainText(says);
    await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
    await expectUntouched(page);
    expectCaught(complaints);
  });
}

/** A page whose script is not the one that was built. @param {Route} route */
const otherScript = async (route) => {
  const response = await route.fetch();
  const body = (await response.text()).replace('src="./lesson.js"', `integrity="sha256-${"A".repeat(43)}=" $&`);
  await route.fulfill({ response, body });
};

/** Faults of scripts. @type {[string, string | ((url: URL) => boolean), (route: Route) => Promise<void>][]} */
const SCRIPTS = [
  ["another script than was built", HERE, otherScript],
  ["no script of the page", "**/lesson.js", missing],
  ["a page in place of the module", "**/downhill.js", anotherPage],
  ["half a module", "**/downhill.js", truncated],
  ["a part of the module missing", "**/chunk-*.js", reset],
];

for (const [what, file, fault] of SCRIPTS) {
  // On a phone they look alike.
  test(`${what}: the page says so in place of each figure`, { tag: file === HERE ? [] : "@desktop" }, async ({ page, complaints, expectAccessible }) => {
    await page.route(file, fault);
    await visit(page);
    const scenes = page.locator("downhill-scene");
    const notices = scenes.locator("> .notice");
    await expect(notices).toHaveCount(await scenes.count());
    await expect(notices.last()).toContainText("The figure could not be loaded: a script of this page is missing");
    await expect(page.getByRole("alert")).toHaveCount(1);
    await expectUntouched(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await expectAccessible("main");
    // A script that cannot be read is an error of the page, by its very address.
    complaints.length = 0;
    await page.unroute(file);
    await page.getByRole("button", { name: "Reload the page" }).click();
    await new Scene(page, "[scene=surface]").opened();
    // The core was on its way and nobody took it.
    const unused = complaints.filter((complaint) => !complaint.includes("preloaded using link preload but not used"));
    complaints.splice(0, Infinity, ...unused);
  });
}

test("in a frame that may run no modules the page says so, and with leave from the server it runs without storage", { tag: "@desktop" }, async ({ page, baseURL, complaints }) => {
  const course = await serve(0);
  /** @param {string} leave for scripts of other origins, as a sandbox makes the page's own @param {string} query */
  const framed = async (leave, query) => {
    await page.route(`${baseURL}**`, headed({ "access-control-allow-origin": leave }));
    const body = `<!doctype html><iframe sandbox="allow-scripts" width="700" height="900" src="${baseURL}${query}"></iframe>`;
    await page.route(`${course.address}course`, (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto(`${course.address}course`);
    return page.frameLocator("iframe");
  };
  const closed = await framed("http://another.example", "");
  await expect(closed.getByRole("alert")).toContainText("a script of this page is missing, damaged or blocked");
  await page.unrouteAll({ behavior: "ignoreErrors" });
  complaints.length = 0;
  const open = await framed("*", "?scene=practice");
  await expect(open.locator("downhill-scene")).toContainText("does not let the page keep anything");
  expect(complaints.filter((complaint) => !complaint.startsWith(`another host: ${course.address}`))).toEqual([]);
  complaints.length = 0;
  course.close();
});

test("where every script is blocked a sentence comes by itself, and without JavaScript one is there", async ({ page, browser, baseURL, complaints }) => {
  await page.route("**/*.js", reset);
  await page.goto("./");
  const notice = page.getByText("The figures are not here yet");
  await expect(notice).toBeHidden();
  await notice.evaluate((element) => element.getAnimations().forEach((each) => each.finish()));
  await expect(notice).toBeVisible();
  await expect(page.locator("#the-threshold math").first()).toBeVisible();
  // The browser may miss a use of the core for some seconds yet.
  await page.close();
  complaints.length = 0;
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(String(baseURL));
  await expect(plain.locator("noscript p")).toHaveText(/JavaScript is off/);
  await expect(plain.locator("#the-threshold math").first()).toBeVisible();
  await expect(plain.getByText("The figures are not here yet")).toBeHidden();
  await context.close();
});

test("the configurator without its script says so, too", { tag: "@desktop" }, async ({ page, complaints }) => {
  await page.route("**/configure.js", missing);
  await page.goto("./configure.html");
  await expect(page.getByRole("alert")).toContainText("a script of this page is missing");
  complaints.length = 0;
});
