// The SCORM 1.2 package in a learning management system: what arrives there, what comes back on another machine, and what goes wrong there.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { merge } from "../../www/progress/merge.js";
import { EMPTY, readState } from "../../www/progress/state.js";
import { pack, unpack } from "../../www/scorm/compact.js";
import { scoreOf, statusOf } from "../../www/scorm/rule.js";
import { ChallengeCard } from "./challenge.js";
import { cards, challenges } from "./course.js";
import { ROOT, expect, testWith, unzipped } from "./unpacked.js";

const test = testWith(async () => ({
  "/course/": await unzipped(/^downhill-scorm12-/),
  "/pages/": join(ROOT, "tests/browser/pages"),
  "/scorm-again/": join(ROOT, "node_modules/scorm-again/dist"),
}));

const ALL = challenges.reduce((sum, { xp }) => sum + xp, 0);
const percent = (/** @type {{ xp: number }[]} */ solved) => Math.floor((100 * solved.reduce((sum, { xp }) => sum + xp, 0)) / ALL);
const AT = 1_790_000_000_000;

/** A reader's state with these challenges solved. @param {{ id: string, xp: number }[]} solved @param {object} [more] */
const stateOf = (solved, more = {}) => readState({ ...EMPTY, solved: Object.fromEntries(solved.map(({ id, xp }) => [id, { xp, at: AT }])), ...more });

/** As much as the whole course can leave behind. */
const FULL = stateOf(challenges, {
  shown: Object.fromEntries(challenges.map(({ id }) => [id, AT])),
  cards: Object.fromEntries(cards.map(({ id }) => [id, { due: AT, last: AT, stability: 3.1234, difficulty: 5.5, scheduled: 12, steps: 1, reps: 9, lapses: 2, stage: 2 }])),
});

/** What no lesson has written. */
const RUBBISH = ["<img src=x onerror=alert(1)>", "downhill1;00000000;zz;s,near-valley,a,b;c,x;d,y,1,%E0%A4%A", '{"__proto__":{"xp":1}}', "downhill", ";;;", "x".repeat(4096)];

/**
 * Opens the package in the system, with what that kept of an earlier visit.
 * @param {import("@playwright/test").Page} page
 * @param {{ kept?: Record<string, string>, broken?: string[] }} [given]
 */
async function launch(page, given = {}) {
  await page.addInitScript((given) => Object.assign(window, { given }), given);
  await page.goto("pages/lms.html");
  return lessonIn(page);
}

/** @param {import("@playwright/test").Page} page */
function lessonIn(page) {
  const frame = page.frameLocator("iframe");
  return { frame, line: frame.locator(".course-line"), points: frame.locator("header .points") };
}

/** What the system has of the reader, by the names of its elements. @param {import("@playwright/test").Page} page @returns {Promise<Record<string, string>>} */
const keptBy = (page) => page.evaluate(() => /** @type {any} */ (window).api.getFlattenedCMI());
/** How often each function was called. @param {import("@playwright/test").Page} page @returns {Promise<Record<string, number>>} */
const callsOf = (page) => page.evaluate(() => /** @type {any} */ (window).calls);

test.describe("in a course", { tag: "@desktop" }, () => {
  test("points and completion arrive, and on another machine the reader goes on where they stopped", async ({ page, browser, home }) => {
    const { frame, line } = await launch(page);
    await expect(line).toContainText("0 of 100 points");
    expect(await keptBy(page)).toMatchObject({ "cmi.core.lesson_status": "incomplete", "cmi.core.score.raw": "0", "cmi.core.score.min": "0", "cmi.core.score.max": "100" });
    const practice = frame.locator('downhill-scene[scene="practice"]:not([challenge])');
    await practice.scrollIntoViewIfNeeded();
    const challenge = challenges.find(({ kind }) => kind === "numeric");
    await practice.locator(`li[data-challenge="${challenge.id}"] > button`).click();
    const card = new ChallengeCard(practice, challenge);
    await card.answer(challenge.solution);
    await card.expectSolved();
    await expect(line).toContainText(`${percent([challenge])} of 100 points`);
    const kept = await keptBy(page);
    expect(kept).toMatchObject({ "cmi.core.score.raw": String(percent([challenge])), "cmi.core.lesson_status": "incomplete" });
    expect(kept["cmi.suspend_data"]).toContain(challenge.id);
    expect((await callsOf(page))["LMSCommit"]).toBeGreaterThan(1);
    // Left as a reader leaves: the frame goes to another page.
    await page.locator("iframe").evaluate((frame) => /** @type {HTMLIFrameElement} */ (frame).contentWindow?.location.replace("about:blank"));
    await expect.poll(async () => (await callsOf(page))["LMSFinish"]).toBe(1);
    const after = await keptBy(page);
    expect(after).toMatchObject({ "cmi.core.exit": "suspend", "cmi.core.session_time": expect.stringMatching(/^\d{2,4}:\d\d:\d\d\.\d\d$/) });

    const elsewhere = await browser.newContext({ baseURL: home });
    const other = await elsewhere.newPage();
    const again = await launch(other, { kept: { "cmi.suspend_data": String(after["cmi.suspend_data"]), "cmi.core.lesson_status": "completed", "cmi.core.score.raw": "70" } });
    await expect(again.points).toHaveText(`${challenge.xp} XP`);
    // What a course has been told is never taken back.
    await expect(again.line).toContainText("70 of 100 points");
    expect(await keptBy(other)).toMatchObject({ "cmi.core.lesson_status": "completed", "cmi.core.score.raw": "70" });
    await elsewhere.close();
  });

  test("another student at the same machine begins with nothing, and the first one finds their work again", async ({ page }) => {
    const ada = { "cmi.core.student_id": "ada", "cmi.suspend_data": pack(stateOf(challenges.slice(0, 5))).text };
    const { line } = await launch(page, { kept: { ...ada, "cmi.student_data.mastery_score": "5" } });
    await expect(line).toContainText(`${percent(challenges.slice(0, 5))} of 100`);
    expect(await keptBy(page)).toMatchObject({ "cmi.core.lesson_status": "passed" });
    await (await launch(page, { kept: { "cmi.core.student_id": "ben" } })).line.filter({ hasText: "0 of 100" }).waitFor();
    expect(await keptBy(page)).toMatchObject({ "cmi.core.score.raw": "0" });
    // This time the course has lost what it kept.
    await (await launch(page, { kept: { "cmi.core.student_id": "ada" } })).line.filter({ hasText: `${percent(challenges.slice(0, 5))} of 100` }).waitFor();
  });

  test("without a course, with one that fails, and with one that keeps rubbish, the lesson works and says so", async ({ page }) => {
    await page.goto("course/index.html");
    await expect(page.locator(".course-line")).toContainText("No course answers round this page");
    await expect(page.locator("downhill-scene").first().locator(".scene")).toBeVisible();

    const refusing = await launch(page, { broken: ["LMSInitialize"] });
    await expect(refusing.line).toContainText("No course answers");
    const failing = await launch(page, { broken: ["LMSCommit", "LMSGetValue"] });
    await expect(failing.line).toContainText("did not take the last report");
    const rubbish = await launch(page, { kept: { "cmi.suspend_data": RUBBISH[0] ?? "" } });
    await expect(rubbish.line).toContainText("could not be read");
    const newer = await launch(page, { kept: { "cmi.suspend_data": "downhill2;00000000;later" } });
    await expect(newer.line).toContainText("newer version");
    expect((await keptBy(page))["cmi.suspend_data"]).toBe("downhill2;00000000;later");
    await expect(newer.frame.locator("downhill-scene").first().locator(".scene")).toBeVisible();
  });
});

test("completed with 80 of 100 or with every challenge solved, passed with the course’s own mark", { tag: "@desktop" }, () => {
  const sorted = [...challenges].sort((a, b) => b.xp - a.xp);
  const eighty = sorted.slice(0, sorted.findIndex((_, k) => percent(sorted.slice(0, k + 1)) >= 80) + 1);
  const halved = challenges.map(({ id, xp }) => ({ id, xp: xp / 2 }));
  /** @type {[solved: { id: string, xp: number }[], mastery: number | undefined, status: string][]} */
  const cases = [
    [[], undefined, "incomplete"],
    [eighty.slice(1), undefined, "incomplete"],
    [eighty, undefined, "completed"],
    [halved, undefined, "completed"],
    [eighty, 95, "incomplete"],
    [eighty, 60, "passed"],
    [halved, 60, "completed"],
    [[], 0, "passed"],
  ];
  for (const [solved, mastery, status] of cases) expect([scoreOf(stateOf(solved), challenges), statusOf(stateOf(solved), challenges, mastery)]).toEqual([percent(solved), status]);
  expect(scoreOf(stateOf([{ id: "near-valley", xp: 1000 }, { id: "gone", xp: 1000 }]), challenges)).toBe(percent(challenges.slice(0, 1)));
});

test.describe("the package", { tag: "@desktop" }, () => {
  test("its manifest names every file and the page to open", async ({ request }) => {
    const manifest = await (await request.get("course/imsmanifest.xml")).text();
    expect(manifest).toContain("<schemaversion>1.2</schemaversion>");
    expect(manifest).toMatch(/adlcp:scormtype="sco" href="index.html"/);
    const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, path]) => path);
    expect(named.length).toBeGreaterThan(40);
    for (const path of named) expect((await request.head(`course/${path}`)).status(), path).toBe(200);
    const words = await (await request.get("course/text/en/progress.json")).json();
    expect(words["summary.private"]).toContain("the reader’s course");
    expect(words["progress.title"]).toBe(JSON.parse(await readFile(join(ROOT, "www/text/en/progress.json"), "utf8"))["progress.title"]);
  });
});

test.describe("the text that a course keeps", { tag: "@desktop" }, () => {
  test("holds all that the whole course can leave behind, and gives it back to the second", () => {
    const { text, left } = pack(FULL);
    expect(left).toBe(0);
    expect(text.length).toBeLessThan(3500);
    const { verdict, state } = unpack(text);
    expect(verdict).toBe("good");
    expect(state).toEqual(FULL);
    expect(merge(FULL, state)).toEqual(FULL);
  });

  test("that is rubbish gives no points", () => {
    for (const text of RUBBISH) expect([text, unpack(text).verdict, unpack(text).state.xp]).toEqual([text, "damaged", text.includes("near") ? 10 : 0]);
    expect(unpack(" ")).toEqual({ verdict: "none", state: EMPTY });
  });

  test("is never longer than SCORM allows and plain ASCII; what has no room is counted, the latest drafts come first", () => {
    const drafts = Object.fromEntries(Array.from({ length: 40 }, (_, k) => [`draft-${k}`, { text: `w = ${k};\n“ü”, \ud800${"x".repeat(60)}`, at: AT + 1000 * k }]));
    const { text, left } = pack({ ...FULL, drafts });
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(text).toMatch(/^[ -~]*$/);
    expect(left).toBeGreaterThan(20);
    const back = unpack(text).state.drafts;
    expect(Object.keys(back)).toHaveLength(40 - left);
    expect(back["draft-39"]).toEqual({ text: `w = 39;\n“ü”, \ufffd${"x".repeat(60)}`, at: AT + 39_000 });
    const flood = readState({ ...EMPTY, solved: Object.fromEntries(Array.from({ length: 100 }, (_, k) => [`${"i".repeat(55)}${k}`, { xp: 1000, at: AT }])) });
    expect(pack(flood).text.length).toBeLessThanOrEqual(4096);
    expect(pack(flood).left).toBeGreaterThan(0);
  });

  test("cut short or changed anywhere is noticed, gives what can be read and no points beyond it", () => {
    const { text } = pack(FULL);
    for (let length = 1; length < text.length; length += 97) {
      const { verdict, state } = unpack(text.slice(0, length));
      expect(verdict).toBe("damaged");
      expect(state.xp).toBe(readState(state, false).xp);
    }
    for (let at = 0; at < text.length; at += 53) expect(unpack(`${text.slice(0, at)}~${text.slice(at + 1)}`).verdict).toBe("damaged");
  });
});
