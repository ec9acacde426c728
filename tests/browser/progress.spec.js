// Progress in the page: what lasts and where, files, erasing, two tabs, marks in the lesson, and the summary with its code.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { seal } from "../../www/progress/envelope.js";
import { readState } from "../../www/progress/state.js";
import { challenges } from "./course.js";
import { expect, test } from "./fixtures.js";

const KEY = "downhill.progress";
const XP = challenges.reduce((sum, { xp }) => sum + xp, 0);
/** The section with the most challenges, for marks that are neither none nor all. */
const BUSY = [...new Set(challenges.map(({ section }) => section))].sort((a, b) => inSection(b).length - inSection(a).length)[0] ?? "";

/** @param {string} section */
function inSection(section) {
  return challenges.filter((challenge) => challenge.section === section);
}

/** What is saved when these challenges are solved. @param {{ id: string, xp: number }[]} solved */
const saved = (solved) => seal(readState({ solved: Object.fromEntries(solved.map(({ id, xp }) => [id, { xp, at: 1_790_000_000_000 }])) }));

/** The account of one's progress under the overview of all challenges. @param {import("@playwright/test").Page} page */
function panelOf(page) {
  const root = page.locator("downhill-scene .progress-panel");
  return {
    root,
    score: root.locator(".score"),
    where: root.locator(".where"),
    said: root.getByRole("status"),
    button: (/** @type {string} */ name) => root.getByRole("button", { name, exact: true }),
    name: root.getByRole("textbox", { name: "Your name" }),
    summary: root.getByRole("article"),
  };
}

/** @param {import("@playwright/test").Page} page @param {string} [text] what an earlier visit has saved */
async function openPanel(page, text) {
  if (text !== undefined) await page.addInitScript(([key, text]) => void (localStorage.getItem(String(key)) ?? localStorage.setItem(String(key), String(text))), [KEY, text]);
  await page.goto("./?scene=practice");
  const panel = panelOf(page);
  await expect(panel.score).toBeVisible();
  return panel;
}

/** @param {number} xp @param {number} solved */
const scoreOf = (xp, solved) => `${xp} XP · ${solved} of ${challenges.length} challenges solved`;

/** Gives the panel a file. @param {import("@playwright/test").Page} page @param {ReturnType<typeof panelOf>} panel @param {string} name @param {string} text */
async function restore(page, panel, name, text) {
  const chooser = page.waitForEvent("filechooser");
  await panel.button("Restore from a file").click();
  await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

test("what has been solved is there on the next visit, in a file, and after everything was erased and restored", { tag: "@desktop" }, async ({ page }) => {
  const some = challenges.slice(0, 3);
  const xp = some.reduce((sum, one) => sum + one.xp, 0);
  const panel = await openPanel(page, saved(some));
  await expect(panel.score).toHaveText(scoreOf(xp, 3));
  await expect(panel.where).toHaveText(/^Kept in this browser/);
  const coming = page.waitForEvent("download");
  await panel.button("Download").click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^downhill-progress-\d{4}-\d\d-\d\d\.json$/);
  const file = await readFile(await download.path(), "utf8");

  await panel.button("Erase …").press("Enter");
  await expect(panel.button("Keep it")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel.button("Erase …")).toBeFocused();
  await expect(panel.score).toHaveText(scoreOf(xp, 3));
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(panel.said).toHaveText("Everything is erased.");
  await expect(panel.score).toHaveText(scoreOf(0, 0));
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("progress")))).toEqual([]);

  /** @type {[string, string, RegExp][]} */
  const wrong = [
    ["empty.json", "", /^empty\.json is empty\./],
    ["photo.json", "\x89PNG", /^photo\.json is no file of progress\./],
    ["edited.json", file.replace(`"xp":${xp},`, '"xp":9999,'), /^edited\.json was changed or damaged/],
    ["tomorrow.json", seal(readState({ xp: 5 }), 9), /^tomorrow\.json comes from a newer version/],
    ["novel.json", "x".repeat(60_000), /^novel\.json is too large/],
  ];
  for (const [name, text, sentence] of wrong) {
    await restore(page, panel, name, text);
    await expect(panel.said).toHaveText(sentence);
  }
  await expect(panel.score).toHaveText(scoreOf(0, 0));
  await restore(page, panel, "mine.json", file);
  await expect(panel.said).toHaveText(`Taken from mine.json. You now have ${xp} XP and 3 solved challenges.`);
  await page.reload();
  await expect(panel.score).toHaveText(scoreOf(xp, 3));
});

test("where reading the storage throws, where it is full, and where a newer page has saved: the page works and says so", { tag: "@desktop" }, async ({ context, page }) => {
  const panel = await openPanel(page);
  const texts = { blocked: /does not let the page keep anything/, full: /storage for this site is full/, newer: /newer version of this lesson/ };
  const newer = seal(readState({ solved: { [challenges[0].id]: { xp: 10, at: 1 } } }), 9);
  for (const [what, sentence] of Object.entries(texts)) {
    const other = await context.newPage();
    await other.addInitScript(([what, key, newer]) => {
      if (what === "blocked") Object.defineProperty(window, "localStorage", { get() { throw new DOMException("denied", "SecurityError"); } });
      if (what === "full") Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
      if (what === "newer") localStorage.setItem(String(key), String(newer));
    }, [what, KEY, newer]);
    const there = await openPanel(other);
    await expect(there.where, what).toHaveText(sentence);
    await restore(other, there, "mine.json", saved(challenges));
    await expect(there.score).toHaveText(scoreOf(XP, challenges.length));
    if (what === "newer") expect(await other.evaluate((key) => localStorage.getItem(key), KEY)).toBe(newer);
    await other.close();
  }
  await page.evaluate((key) => localStorage.setItem(key, "{half"), KEY);
  await page.reload();
  await expect(panel.score).toHaveText(scoreOf(0, 0));
  await restore(page, panel, "mine.json", saved(challenges.slice(0, 1)));
  expect(await page.evaluate((key) => localStorage.getItem(`${key}.damaged`), KEY), "the damaged text is put aside").toBe("{half");
});

test("two tabs end with the progress of both, and the lesson marks its sections without a word before anything is solved", { tag: "@desktop" }, async ({ context, page }) => {
  const [first, ...others] = inSection(BUSY);
  await page.goto("./");
  await expect(page.locator("downhill-scene .scene").first()).toBeVisible();
  const link = page.locator(`nav.contents a[href="#${BUSY}"]`);
  const points = page.locator("header .points");
  await expect(points).toHaveCount(0);
  await expect(link.locator(".mark")).toHaveCount(0);

  const other = await context.newPage();
  const panel = await openPanel(other);
  await restore(other, panel, "first.json", saved([first]));
  await expect(points).toHaveText(`${first.xp} XP`);
  const seen = others.length === 0 ? "✓" : `1 of ${others.length + 1}`;
  await expect(link.locator(".mark [aria-hidden]")).toHaveText(seen);
  await restore(other, panel, "others.json", saved(inSection(BUSY)));
  await expect(link.locator(".mark [aria-hidden]")).toHaveText("✓");
  await expect(link).toHaveAccessibleName(new RegExp(`, all ${others.length + 1} challenges solved$`));
  // The next visit begins with the marks, and erasing in one tab takes them from the other.
  await page.reload();
  await expect(link.locator(".mark.all")).toBeVisible();
  await panel.button("Erase …").click();
  await panel.button("Erase everything").click();
  await expect(link.locator(".mark")).toHaveCount(0);
  await expect(points).toBeEmpty();
});

test("before the first figure stands nothing of progress is fetched", { tag: "@desktop" }, async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.addInitScript(([key, text]) => localStorage.setItem(String(key), String(text)), [KEY, saved(challenges.slice(0, 1))]);
  await page.goto("./");
  await expect(page.locator("header .points")).not.toBeEmpty();
  const later = asked.findIndex((path) => path.includes("downhill-later"));
  expect(asked.slice(0, later).filter((path) => /marks|progress/.test(path))).toEqual([]);
  expect(asked.some((path) => path.endsWith("/progress.json"))).toBe(true);
});

test("the printed summary holds name, marks, points, date and a code that the command checks", { tag: "@desktop" }, async ({ page, expectAccessibleInEveryTheme }) => {
  const solved = challenges.filter(({ section }, k) => section === BUSY || k % 2 === 0);
  const xp = solved.reduce((sum, one) => sum + one.xp, 0);
  const panel = await openPanel(page, saved(solved));
  await panel.button("Show the summary").click();
  await expect(panel.name).toBeFocused();
  await expect(panel.root.locator(".error")).toHaveText("Write your name: the code is made for it.");
  await panel.name.fill("  Zoë   Lovelace ");
  await page.keyboard.press("Enter");
  await expect(panel.button("Print …")).toBeFocused();
  await expect(panel.summary).toContainText("Zoë Lovelace");
  await expect(panel.summary).toContainText(`${solved.length} of ${challenges.length} challenges solved, ${xp} XP.`);
  await expect(panel.summary).toContainText("No score was sent anywhere.");
  await expect(panel.summary.getByRole("row", { name: /all solved/ }).first()).toBeVisible();
  await expectAccessibleInEveryTheme();
  const code = (await panel.summary.locator("code").textContent()) ?? "";
  const check = (/** @type {string} */ name, /** @type {string} */ code) => promisify(execFile)("cargo", ["xtask", "check-code", name, code]);
  const { stdout } = await check("zoe lovelace", code.toLowerCase());
  expect(stdout).toContain(`${solved.length} of ${challenges.length} challenges solved, ${xp} XP`);
  expect(stdout).toContain("The course is the one in this folder.");
  await expect(check("Ada Lovelace", code)).rejects.toThrow("not made for");
  const slip = `${code.startsWith("7") ? "8" : "7"}${code.slice(1)}`;
  await expect(check("Zoë Lovelace", slip)).rejects.toThrow(code);

  await page.evaluate(() => (window.print = () => {}));
  await panel.button("Print …").click();
  await page.emulateMedia({ media: "print" });
  const paper = page.locator(".downhill-paper");
  await expect(paper).toBeVisible();
  await expect(paper).toContainText(code);
  await expect(page.locator("body > main")).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  await expect(paper).toBeHidden();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(paper).toHaveCount(0);
});

test("on a phone the account fits, with targets for fingers", { tag: "@phone" }, async ({ page, expectAccessible }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const panel = await openPanel(page, saved(challenges.slice(0, 2)));
  await panel.name.fill("Ada Lovelace");
  await panel.button("Show the summary").click();
  await expect(panel.summary).toBeVisible();
  await panel.button("Erase …").click();
  for (const button of await panel.root.getByRole("button").all()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible();
});
