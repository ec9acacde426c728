// The examples, opened from one port while the site is in a folder on another: what their READMEs promise happens.
import { readFile } from "node:fs/promises";
import { expect, test as base } from "./fixtures.js";
import { Scene } from "./scene.js";
import { serve } from "./server.mjs";

const EXAMPLES = new URL("../../examples/", import.meta.url);

/** The server of the examples, which finds the site on another port. */
const test = base.extend(
  /** @type {import("@playwright/test").Fixtures<{ examples: string }, {}, import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions & import("./fixtures.js").Fixtures>} */ ({
    examples: async ({ complaints, baseURL }, use) => {
      const { address, close } = await serve(0, `${baseURL}some/where/`);
      await use(`${address}examples/`);
      close();
      complaints.splice(0, Infinity, ...complaints.filter((each) => !each.startsWith(`another host: ${address}`)));
    },
  }),
);

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("one tag is a figure", { tag: "@desktop" }, async ({ page, examples, expectAccessible }) => {
  await page.goto(`${examples}plain-html/one-figure.html`);
  const scene = new Scene(page);
  await scene.opened();
  await scene.scrubber.fill("1");
  expect(await scene.experiment()).toMatchObject({ start: [5], optimizer: { learningRate: 0.4 } });
  expect(await scene.step()).toBe(1);
  await expectAccessible();
});

test("a course page hears its figures, shows a student's link, and brings back where it was left", { tag: "@desktop" }, async ({ page, examples }) => {
  const address = `${examples}plain-html/course.html`;
  await page.goto(address);
  const [rate, race, exercise] = [new Scene(page, "#rate"), new Scene(page, "#race"), new Scene(page, "#exercise")];
  await rate.opened();
  // The page keeps what happens from then on.
  await page.evaluate(() => /** @type {import("./scene.js").SceneElement} */ (document.querySelector("#rate")).settled());
  await rate.type(rate.exactRate, "1.1");
  await expect(page.locator("#log")).toContainText("rate: diverged");
  await rate.button("Copy link").click();
  await expect(rate.root.locator(".share .said")).toHaveText("Copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await race.root.scrollIntoViewIfNeeded();
  await race.opened();
  await expect(race.root.getByRole("button", { name: "Copy link" })).toHaveCount(0);
  await exercise.root.scrollIntoViewIfNeeded();
  await expect(exercise.root.locator(".challenge")).toBeVisible();
  await page.reload();
  await rate.opened();
  await expect.poll(rateOf(rate)).toBe(1.1);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await rate.opened();
  expect(await rateOf(rate)()).not.toBe(1.1);
  const field = page.getByLabel("A link that a figure has given you");
  await field.fill("javascript:alert(1)");
  await field.press("Enter");
  await expect(page.locator("#answer")).toContainText("no link of a figure");
  await field.fill(link);
  await field.press("Enter");
  const shown = new Scene(page, "#shown downhill-scene");
  await shown.opened();
  await expect.poll(rateOf(shown)).toBe(1.1);
});

/** @param {Scene} scene */
const rateOf = (scene) => async () => (await scene.experiment()).optimizer.learningRate;

test("a page round a frame gives it its height, sets it and hears how it ended", { tag: "@desktop" }, async ({ page, examples }) => {
  await page.goto(`${examples}plain-html/frame.html`);
  const frame = page.locator("#figure");
  await expect.poll(() => frame.getAttribute("height")).not.toBe("720");
  const inside = page.frameLocator("#figure").locator("downhill-scene");
  const overflow = () => inside.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  await expect.poll(overflow).toBeLessThanOrEqual(1);
  await page.getByRole("button", { name: "Run it" }).click();
  await expect(inside).toHaveAttribute("alpha", "0.8");
  await expect(page.locator("#outcome")).toContainText("It ended:");
});

test("the engine alone fills a table of learning rates", { tag: "@desktop" }, async ({ page, examples }) => {
  await page.goto(`${examples}module/index.html`);
  await expect(page.locator("#limits")).toHaveText("Straight down below 0.5, away above 1.");
  await expect(page.locator("#rates tr")).toHaveCount(5);
  await expect(page.locator("#rates tr").last()).toContainText("diverged");
  await expect(page.locator("#rates tr").nth(2)).toContainText(/^0\.51converged/);
});

/** What each system makes of its source: the HTML that it passes on. @type {Record<string, (source: string) => string>} */
const SOURCES = {
  "moodle/page.html": (source) => source,
  "canvas/page.html": (source) => source,
  "jupyter-book-1/figure.md": (source) => fenced(source, "{raw} html"),
  "jupyter-book-2/figure.md": (source) => `<iframe title="A figure" src="${source.match(/\{iframe\} (\S+)/)?.[1]?.replaceAll("&", "&amp;")}"></iframe>`,
  "mkdocs/docs/index.md": (source) => `<script type="module" src="https://downhill.example/downhill.js"></script>${source.replace(/^#.*$/gm, "")}`,
  "quarto/index.qmd": (source) => fenced(source, "{=html}"),
};

/** @param {string} source @param {string} kind */
const fenced = (source, kind) => source.split(`\`\`\`${kind}\n`)[1]?.split("```")[0] ?? "";

test("what is written for Moodle, Canvas, Jupyter Book, MkDocs and Quarto is a figure in their pages", { tag: "@desktop" }, async ({ page, examples, baseURL }) => {
  for (const [file, html] of Object.entries(SOURCES)) {
    const source = await readFile(new URL(file, EXAMPLES), "utf8");
    const body = html(source).replaceAll("https://downhill.example/", `${baseURL}some/where/`);
    // A page of the other host, whatever its own content.
    await page.goto(`${examples}plain-html/one-figure.html`);
    await page.setContent(`<!doctype html><html lang="en"><title>${file}</title><link rel="icon" href="data:," />${body}</html>`);
    const framed = (await page.locator("iframe").count()) > 0;
    const scene = (framed ? page.frameLocator("iframe") : page).locator("downhill-scene").first();
    await expect(scene.getByRole("button", { name: "Step", exact: true }), file).toBeVisible();
    await expect(scene.getByRole("alert"), file).toHaveCount(0);
  }
  const extra = await readFile(new URL("mkdocs/mkdocs.yml", EXAMPLES), "utf8");
  expect(extra, "MkDocs is told of the script").toContain("https://downhill.example/downhill.js");
});
