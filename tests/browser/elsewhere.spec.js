// The module in a page of another host, which styles and patches whatever it can: the scenes answer there, and leave nothing behind.
import { expect, test } from "./elsewhere.js";
import { PythonPane } from "./python-pane.js";
import { Scene } from "./scene.js";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** Opens the course page on the other host, with the module out of a folder of the site. @param {import("@playwright/test").Page} page @param {string} elsewhere @param {string | undefined} site */
async function visit(page, elsewhere, site) {
  await page.goto(`${elsewhere}pages/elsewhere.html?site=${encodeURIComponent(`${site}some/where/`)}`);
  const scene = (/** @type {string} */ id) => new Scene(page, `#${id}`);
  const scenes = { one: scene("one"), two: scene("two"), three: scene("three"), early: scene("early") };
  await scenes.one.opened();
  await scenes.two.opened();
  await scenes.early.opened();
  return scenes;
}

test("scenes from another port and a folder there share one core, compute in a worker, and their links open at the site", { tag: "@desktop" }, async ({ page, baseURL, elsewhere }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const worker = page.waitForEvent("worker");
  const { one, two, three, early } = await visit(page, elsewhere, baseURL);
  expect(await early.experiment(), "set before the element was known").toMatchObject({ start: [-3], steps: 9, optimizer: { learningRate: 0.25 } });
  await two.stage("contour").scrollIntoViewIfNeeded();
  expect((await worker).url()).toMatch(/^blob:/);
  await expect(two.root.locator(".basins")).toContainText("%");
  await three.root.scrollIntoViewIfNeeded();
  await expect(three.root.locator(".challenge")).toBeVisible();
  expect(asked.filter((url) => url.endsWith("downhill-core_bg.wasm"))).toHaveLength(1);
  await one.type(one.exactRate, "0.9");
  await expect(one.regime).toHaveAttribute("data-regime", "zigzag");
  await one.button("Copy link").click();
  await expect(one.root.locator(".share .said")).toHaveText("Copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.startsWith(`${baseURL}some/where/index.html?scene=learning-rate&`)).toBe(true);
  const state = await one.parameters();
  await page.goto(link);
  const copy = new Scene(page);
  await copy.opened();
  expect(await copy.parameters()).toEqual(state);
});

test("what the host hands down by style changes nothing inside, and nothing is left outside", { tag: "@desktop" }, async ({ page, baseURL, elsewhere }) => {
  const { one } = await visit(page, elsewhere, baseURL);
  const inside = await one.box.evaluate((box) => {
    const { fontSize, letterSpacing, textTransform, direction, fontStyle, textAlign, whiteSpace, color } = getComputedStyle(/** @type {Element} */ (box.querySelector(".sentence")));
    return { fontSize, letterSpacing, textTransform, direction, fontStyle, textAlign, whiteSpace, grey: color === "rgb(153, 153, 153)", lang: box.closest("[lang]")?.getAttribute("lang") };
  });
  expect(inside).toEqual({ fontSize: "15px", letterSpacing: "normal", textTransform: "none", direction: "ltr", fontStyle: "normal", textAlign: "start", whiteSpace: "normal", grey: false, lang: "en" });
  await expect(one.button("Run")).toBeVisible();
  await expect(one.stage("curve").locator("canvas").first()).toBeVisible();
  const left = await page.evaluate(() => ({
    names: Object.getOwnPropertyNames(window).filter((name) => !(/** @type {any} */ (window).names.includes(name))),
    styles: document.querySelectorAll("style, link[rel=stylesheet]").length + document.adoptedStyleSheets.length,
    children: [...document.body.children, ...document.head.children].map(({ localName }) => localName).filter((name) => !["meta", "link", "title", "script", "main"].includes(name)),
  }));
  expect(left).toEqual({ names: [], styles: 1, children: [] });
});

test("a reader's program runs in a page of another host", { tag: "@desktop" }, async ({ page, baseURL, elsewhere }) => {
  await visit(page, elsewhere, baseURL);
  await page.locator("#three").evaluate((scene) => scene.setAttribute("scene", "python"));
  await page.locator("#three").scrollIntoViewIfNeeded();
  const pane = new PythonPane(page, page.locator("#three"));
  await pane.opened();
  await pane.ran("print(6 * 7)");
  await expect(pane.output).toHaveText("42");
});
