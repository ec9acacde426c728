// When the core does not arrive: a sentence in place of the figure, the prose untouched, and a second chance.
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";

/** What the network may answer instead of the core. @type {Record<string, { status: number, contentType: string, body: string }>} */
const ANSWERS = {
  nothing: { status: 404, contentType: "text/plain", body: "not found" },
  "a page": { status: 200, contentType: "text/html", body: "<!doctype html><title>Log in</title>" },
  "half a core": { status: 200, contentType: "application/wasm", body: "\0asm" },
};

/** The part of the core that the first figure does without. */
const LATER = "**/downhill-later_bg.wasm";
/** The part that only practice needs. */
const PRACTICE = "**/downhill-practice_bg.wasm";
/** What only practice, the recorded programs, live Python and the cards need. */
const TO_DO = /downhill-practice|\/python\/|\/desk-|text\/\w+\/(?!labels|lesson|page)/;

for (const [what, answer] of Object.entries(ANSWERS)) {
  test(`${what} in place of the core is said in the scene, and “Try again” opens it`, { tag: "@desktop" }, async ({ page, complaints }) => {
    await page.route("**/*.wasm", (route) => route.fulfill(answer));
    await page.goto("./?scene=slope");
    const scene = new Scene(page);
    const alert = scene.root.getByRole("alert");
    await expect(alert).toContainText("The figure could not be loaded");
    expect(await scene.lastHeard("error")).toEqual({ message: expect.stringContaining("could not be loaded") });
    // The browser itself reports the answer; an exception that nobody catches it must not be.
    expect(complaints.filter((complaint) => complaint.startsWith("uncaught"))).toEqual([]);
    complaints.length = 0;
    await page.unroute("**/*.wasm");
    await scene.button("Try again").click();
    await scene.opened();
    await scene.expectUnharmed();
    expect((await scene.experiment()).start).toEqual([4]);
  });
}

test("the first figure answers while the later part is on its way, and takes what was asked of it meanwhile", { tag: "@desktop" }, async ({ page }) => {
  let arrive = () => {};
  const arrived = new Promise((resolve) => (arrive = () => resolve(undefined)));
  await page.route(LATER, async (route) => {
    await arrived;
    await route.continue();
  });
  const asked = page.waitForRequest(LATER);
  await page.goto("./");
  const [first, other] = [new Scene(page, "[scene=surface]"), new Scene(page, "[scene=slope]")];
  await first.opened();
  await first.exactRate.fill("0.02");
  await first.exactRate.blur();
  expect((await first.experiment()).optimizer.learningRate).toBe(0.02);
  await first.button("Step").click();
  expect(await first.step()).toBe(1);
  for (const preset of ["Two wells", "Wavy bowl", "Rolling, with momentum"]) await first.root.getByRole("button", { name: preset }).click();
  await asked;
  expect(await first.root.evaluate(textsThatAreKeys), "words that have not come yet").toEqual([]);
  await first.root.evaluate((element) => element.setAttribute("loss", "x^2 + y^2"));
  await expect(other.root.getByRole("status")).toContainText("is loading");
  expect(await first.heard("ready")).toEqual([]);
  arrive();
  await other.opened();
  await expect.poll(async () => (await first.experiment()).loss).toEqual({ expression: "x^2 + y^2" });
  await first.expectUnharmed();
});

/** Runs in the page: what a scene shows in place of a sentence that it does not have. @param {Element} scene */
function textsThatAreKeys(scene) {
  const texts = document.createTreeWalker(/** @type {Node} */ (scene.shadowRoot), NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) if (/^\s*[a-z]\w*(\.\w+)+\s*$/.test(texts.currentNode.textContent ?? "")) found.push(texts.currentNode.textContent);
  return found;
}

test("without the later part the first figure answers all the same, and “Try again” at another one completes both", { tag: "@desktop" }, async ({ page, complaints }) => {
  await page.route(LATER, (route) => route.fulfill(/** @type {any} */ (ANSWERS["nothing"])));
  await page.goto("./");
  const [first, other] = [new Scene(page, "[scene=surface]"), new Scene(page, "[scene=slope]")];
  await first.opened();
  await expect(other.root.getByRole("alert")).toContainText("The figure could not be loaded");
  const lacks = first.root.getByText("Some controls of this figure are missing");
  await expect(lacks).toBeVisible();
  const readied = () => page.evaluate(() => /** @type {any} */ (window).heard.filter((/** @type {any} */ each) => each.type === "ready").length);
  expect(await readied(), "ready as it is").toBe(1);
  await first.button("Try again").press("Enter");
  await expect(first.button("Try again"), "who asks by keyboard stays at the button").toBeFocused();
  await first.button("Step").click();
  expect(await first.step()).toBe(1);
  expect(complaints.filter((complaint) => complaint.startsWith("uncaught"))).toEqual([]);
  complaints.length = 0;
  await page.unroute(LATER);
  await other.button("Try again").click();
  await other.opened();
  await expect(lacks).toHaveCount(0);
  expect(await first.step()).toBe(1);
  await first.root.evaluate((element) => element.setAttribute("loss", "x^2 + y^2"));
  await expect.poll(async () => (await first.experiment()).loss).toEqual({ expression: "x^2 + y^2" });
});

test("without its part of the core practice says so, and “Try again” opens it with its picture", { tag: "@desktop" }, async ({ page, complaints }) => {
  await page.route(PRACTICE, (route) => route.fulfill(/** @type {any} */ (ANSWERS["nothing"])));
  await page.goto("./?scene=practice&challenge=uphill");
  const scene = new Scene(page);
  await expect(scene.root.getByRole("alert")).toContainText("could not be loaded");
  expect(complaints.filter((complaint) => complaint.startsWith("uncaught"))).toEqual([]);
  complaints.length = 0;
  await page.unroute(PRACTICE);
  await scene.button("Try again").click();
  await scene.opened();
  const stage = scene.stage("trails");
  const paper = async () => (await coloursOn(stage.locator("canvas")))[0];
  await stage.scrollIntoViewIfNeeded();
  await expect.poll(paper).toBe("255,255,255");
  expect((await coloursOn(stage.locator("canvas"))).length).toBeGreaterThan(20);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(paper).toBe("27,31,38");
  await page.setViewportSize({ width: 500, height: 800 });
  await expect.poll(() => stage.locator("canvas").evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).width)).toBeLessThan(500);
  await expect.poll(paper).toBe("27,31,38");
});

/** The colours on a canvas, beginning with that of its corner. @param {import("@playwright/test").Locator} canvas @returns {Promise<string[]>} */
function coloursOn(canvas) {
  return canvas.evaluate((node) => {
    const { width, height } = /** @type {HTMLCanvasElement} */ (node);
    if (width === 0) return [];
    const copy = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    copy?.drawImage(/** @type {HTMLCanvasElement} */ (node), 0, 0);
    const bytes = copy?.getImageData(0, 0, width, height).data ?? [];
    const found = new Set();
    for (let at = 0; at < bytes.length; at += 4) found.add(bytes.slice(at, at + 3).join());
    return [...found];
  });
}

test("the lesson as it opens asks for nothing that the reader does farther down", { tag: "@desktop" }, async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const later = page.waitForResponse(LATER);
  await page.goto("./");
  await later;
  for (const scene of ["surface", "slope"]) await new Scene(page, `[scene=${scene}]`).opened();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => TO_DO.test(url))).toEqual([]);
});

test("the lesson's prose stands without the core", { tag: "@desktop" }, async ({ page, complaints }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("downhill-scene").getByRole("alert").first()).toBeVisible();
  await expect(page.locator("#the-threshold math").first()).toBeVisible();
  complaints.length = 0;
});
