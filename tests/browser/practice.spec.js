// Practice: every challenge of the course wrongly and rightly through its controls, and what its reader is told and shown.
import { ChallengeCard, words } from "./challenge.js";
import { challenges } from "./course.js";
import { expect, test } from "./fixtures.js";
import { touch } from "./hand.js";
import { HOSTILE } from "./hostile.js";
import { centre } from "./scene.js";

const KINDS = ["predict", "numeric", "fix", "fill", "reorder", "choice", "experiment", "python"];
const whole = challenges.reduce((sum, { xp }) => sum + xp, 0);
/** The first challenge of a kind. @param {string} kind */
const one = (kind) => challenges.find((challenge) => challenge.kind === kind);

/** @param {import("./scene.js").Scene} scene @param {any} challenge */
async function unfold(scene, challenge) {
  const row = scene.root.locator(`li[data-challenge="${challenge.id}"] > button`);
  if ((await row.getAttribute("aria-expanded")) !== "true") await row.click();
  return new ChallengeCard(scene.root, challenge);
}

/** @param {import("./scene.js").Scene} scene */
const standing = (scene) => scene.root.locator(".standing .numbers");

test("the course has at least 24 challenges, and every kind at least twice", { tag: "@desktop" }, () => {
  expect(challenges.length).toBeGreaterThanOrEqual(24);
  for (const kind of KINDS) expect(challenges.filter((challenge) => challenge.kind === kind).length, kind).toBeGreaterThanOrEqual(2);
  for (const { kind } of challenges) expect(KINDS).toContain(kind);
});

for (const kind of KINDS) {
  test(`each “${kind}” tells every wrong answer its own reason, shows it in the picture, and is solved once by its solution`, { tag: "@desktop" }, async ({ open }) => {
    test.setTimeout(240_000);
    const scene = await open("practice");
    let points = 0;
    let solved = 0;
    for (const challenge of challenges.filter((each) => each.kind === kind)) {
      const { id, wrong, solution, xp } = challenge;
      const card = await unfold(scene, challenge);
      await expect(card.button("Show the solution")).toBeHidden();
      await expect.poll(() => card.picture(), id).not.toBe("");
      for (const { answer, reason } of wrong) {
        await card.answer(answer);
        await card.expectWrong(reason);
      }
      await expect(card.card.locator(".trails-legend")).toContainText("Yours");
      await expect.poll(() => card.picture(), id).not.toBe("");
      await card.button("Hint").click();
      await expect(card.card.locator(".tip")).toContainText((words[`${id}.hint`] ?? "?").replaceAll("`", ""));
      await expect(standing(scene)).toContainText(`${solved} of ${challenges.length} solved${points} of ${whole}`);
      await card.answer(solution);
      await card.expectSolved();
      points += xp;
      solved += 1;
      await expect(card.verdict).toContainText(`Solved. ${xp} points.`);
      await expect(standing(scene)).toContainText(`${solved} of ${challenges.length} solved${points} of ${whole}`);
      await card.answer(solution);
      await expect(card.verdict).toContainText("Right again.");
      await expect(standing(scene)).toContainText(`${points} of ${whole}`);
    }
    const told = await scene.heard("solved");
    expect(told).toEqual(challenges.filter((each) => each.kind === kind).map(({ id, xp }) => ({ challenge: id, xp })));
  });
}

test("the solution is shown on request after a wrong try, halves the points and draws the right trail", { tag: "@desktop" }, async ({ page, open }) => {
  const challenge = one("predict");
  const scene = await open("practice", { challenge: challenge.id });
  const card = new ChallengeCard(scene.root, challenge);
  await card.answer(challenge.wrong[0].answer);
  const before = await card.picture();
  await expect(card.card).toContainText("Once the solution is shown, solving gives half the points.");
  await card.button("Show the solution").click();
  await expect(card.card.locator(".solution")).toContainText(challenge.solution[0]);
  await expect(card.card.locator(".trails-legend")).toContainText("The right one");
  await expect.poll(() => card.picture()).not.toBe(before);
  await expect(card.state).toHaveText(`Half of ${challenge.xp} points`);
  // Reloading gives nothing back.
  await page.reload();
  await scene.opened();
  await expect(card.card.locator(".answering input").first()).toHaveValue(challenge.wrong[0].answer[0]);
  await card.answer(challenge.solution);
  await card.expectSolved();
  await expect(card.state).toHaveText(`Solved, ${Math.ceil(challenge.xp / 2)} points`);
  expect(await scene.heard("solved")).toEqual([{ challenge: challenge.id, xp: Math.ceil(challenge.xp / 2) }]);
  await card.button("Start over").click();
  await expect(card.card.locator(".answering input").first()).toHaveValue("");
  await card.check.click();
  await card.expectWrong("empty");
});

test("hostile texts are answered with a sentence, and the right answer still solves", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("practice");
  for (const kind of ["predict", "fill", "fix"]) {
    const challenge = one(kind);
    const card = await unfold(scene, challenge);
    for (const text of [...Object.values(HOSTILE), "__proto__", "while True: pass", "x = x - ".repeat(400), "‮\u0000\ud800", "for k in range(10 ** 9):\n    x = k"]) {
      await card.answer(kind === "fix" ? [text] : challenge.solution.map(() => text));
      await expect(card.verdict).toHaveAttribute("data-verdict", "wrong");
      await expect(card.verdict.locator("p").last()).toHaveText(/\w.*[.?]$/);
      expect(await card.verdict.locator("img").count()).toBe(0);
    }
    await card.answer(challenge.solution);
    await card.expectSolved();
  }
});

test("axe finds nothing in any kind, before and after an answer, in any theme; nothing is wider than 320 pixels", { tag: "@desktop" }, async ({ page, open, expectAccessible, expectAccessibleInEveryTheme }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const scene = await open("practice");
  await expectAccessible();
  for (const kind of KINDS) {
    const challenge = one(kind);
    const card = await unfold(scene, challenge);
    await card.button("Hint").click();
    await card.button("Show the solution").click();
    if (kind === "python") await card.card.locator(".cm-content").waitFor();
    else await card.answer(challenge.wrong[0].answer);
    await expectAccessibleInEveryTheme();
    await page.setViewportSize({ width: 320, height: 640 });
    await scene.settled();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), kind).toBe(320);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test("with the keyboard alone: open the next challenge, answer, check with Enter, and go on to the next", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("practice");
  await page.keyboard.press("Tab");
  await expect(scene.button("Next unsolved challenge")).toBeFocused();
  await page.keyboard.press("Enter");
  const [first] = challenges;
  await expect(scene.root.locator(`article[data-challenge="${first.id}"] .title`)).toBeFocused();
  const begun = new ChallengeCard(scene.root, first);
  await begun.check.press("Enter");
  await expect(begun.verdict, "nothing has been chosen yet").toHaveText("There is nothing to check yet.");
  const numeric = one("numeric");
  const card = await unfold(scene, numeric);
  await card.card.locator(".answering input").first().focus();
  for (const text of numeric.solution) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await card.card.locator(".answering input").first().focus();
  await page.keyboard.press("Enter");
  await card.expectSolved();
  await expect(card.card.locator(".answering input").first()).toBeFocused();
  await card.button("On to the next one").press("Enter");
  await expect(card.card).toHaveCount(0);
  await expect(scene.root.locator("article .title")).toBeFocused();
  // Tab leaves a program that is being mended.
  const fix = await unfold(scene, one("fix"));
  await fix.card.locator("textarea").focus();
  await page.keyboard.press("Tab");
  await expect(fix.check).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Control+Enter");
  await expect(fix.verdict).toHaveAttribute("data-verdict", "wrong");
  // Every blank says which it is.
  const fill = await unfold(scene, challenges.find(({ kind, solution }) => kind === "fill" && solution.length === 2));
  await expect(fill.card.getByRole("textbox", { name: /^blank 2 of 2, line \d$/ })).toBeVisible();
});

test("lines are moved with the keyboard, put back by Escape, and their places are announced", { tag: "@desktop" }, async ({ page, open }) => {
  const challenge = one("reorder");
  const scene = await open("practice", { challenge: challenge.id });
  const card = new ChallengeCard(scene.root, challenge);
  const [first] = challenge.shown;
  const text = challenge.program[first].trim();
  const grip = card.line(first).locator(".grip");
  const said = card.card.locator("[aria-live=assertive]");
  await grip.focus();
  await page.keyboard.press(" ");
  await expect(grip).toHaveAttribute("aria-pressed", "true");
  await expect(said).toHaveText(`${text} taken, 1 of 4. Arrow keys move it, Space puts it down, Escape puts it back.`);
  await page.keyboard.press("ArrowDown");
  await expect(said).toHaveText(`${text} moved to 2 of 4.`);
  await page.keyboard.press("End");
  await expect(said).toHaveText(`${text} moved to 4 of 4.`);
  await expect(grip).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(said).toHaveText(`${text} is back at 1 of 4.`);
  expect(await card.order()).toEqual(challenge.shown);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(said).toHaveText(`${text} put down at 2 of 4.`);
  await page.keyboard.press("ArrowDown");
  expect((await card.order()).indexOf(first), "a line that is put down stays").toBe(1);
  await card.line(first).getByRole("button", { name: `Move up: ${text}` }).press("Enter");
  await expect(said).toHaveText(`${text} moved to 1 of 4.`);
  await page.reload();
  await scene.opened();
  expect(await card.order()).toEqual(challenge.shown);
});

test("lines follow the mouse by their dots", { tag: "@desktop" }, async ({ page, open }) => {
  const challenge = one("reorder");
  const scene = await open("practice", { challenge: challenge.id });
  const card = new ChallengeCard(scene.root, challenge);
  for (const [place, line] of challenge.solution.entries()) {
    const from = await card.line(line).locator(".grip").boundingBox();
    const to = await card.card.locator(".lines li").nth(place).locator(".grip").boundingBox();
    if (!from || !to) throw new Error("the lines are not there");
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 10, to.y + 8, { steps: 6 });
    await page.mouse.up();
  }
  expect(await card.order()).toEqual(challenge.solution);
  await expect(card.card.locator("[aria-live=assertive]")).toContainText("moved to");
  await card.check.click();
  await card.expectSolved();
});

test("lines follow a finger by their dots; elsewhere it scrolls the page", { tag: "@phone" }, async ({ page, open }) => {
  const challenge = one("reorder");
  const scene = await open("practice", { challenge: challenge.id });
  const card = new ChallengeCard(scene.root, challenge);
  const finger = await touch(page);
  const row = (/** @type {number} */ place) => card.card.locator(".lines li").nth(place);
  await row(3).scrollIntoViewIfNeeded();
  const from = centre(await row(0).locator(".grip").boundingBox());
  await finger.swipe(from, { x: from.x, y: centre(await row(3).boundingBox()).y + 6 });
  const [first, ...others] = challenge.shown;
  expect(await card.order()).toEqual([...others, first]);
  const scrolled = await page.evaluate(() => scrollY);
  const code = centre(await row(1).locator("code").boundingBox());
  await finger.swipe(code, { x: code.x, y: code.y - 150 });
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled);
  expect(await card.order()).toEqual([...others, first]);
  const sizes = await card.card.locator("button:visible").evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
});

test("in the lesson a card uses the figure above it, and marks are everywhere at once", { tag: "@desktop" }, async ({ page }) => {
  const challenge = challenges.find(({ kind, section }) => kind === "experiment" && section === "how-far");
  await page.goto("./");
  const section = page.locator(`#${challenge.section}`);
  const host = section.locator(`downhill-scene[challenge="${challenge.id}"]`);
  await host.scrollIntoViewIfNeeded();
  const card = new ChallengeCard(host, challenge);
  await expect(card.card).toContainText("Use the figure above, then check.");
  await expect(card.card.locator("downhill-scene")).toHaveCount(0);
  await card.check.click();
  await card.expectWrong("changed");
  await card.button("Set it as the challenge begins").click();
  await card.button("Go to the figure").click();
  const figure = section.locator(`downhill-scene[scene="${challenge.scene}"]`);
  await expect(figure).toBeFocused();
  await expect(figure).toBeInViewport();
  const rate = figure.getByRole("textbox", { name: "α as an exact number" });
  await rate.fill(String(challenge.solution.optimizer.learningRate));
  await rate.press("Tab");
  const overview = page.locator(`#practice downhill-scene[scene="practice"]:not([challenge])`);
  await overview.scrollIntoViewIfNeeded();
  const mark = overview.locator(`li[data-challenge="${challenge.id}"] .mark`);
  await expect(mark).toHaveText("not solved yet");
  await card.check.click();
  await card.expectSolved();
  await expect(mark).toHaveText("solved");
  await expect(overview.locator(".sections a").first()).toHaveAttribute("href", `#${challenges[0].section}`);
});

test("a challenge that is not there is answered with a sentence and the overview", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("practice", { challenge: "nothing" });
  await expect(scene.faults).toContainText("nothing");
  await expect(scene.root.locator(".overview")).toBeVisible();
});

test("the module lists the challenges and judges answers as the cards do", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("./pages/host.html");
  const found = await page.evaluate(async (all) => {
    const module = await import(/** @type {any} */ (new URL("../downhill.js", location.href).href));
    await module.ready();
    return {
      list: module.challenges(),
      right: all.map(({ id, solution }) => module.judge(id, solution)),
      wrong: all.map(({ id, wrong }) => wrong.map((/** @type {{ answer: unknown }} */ { answer }) => module.judge(id, answer))),
      thrown: [() => module.judge("nothing", "x"), () => module.judge(all[0]?.id, Symbol.iterator), () => module.judge(all[0]?.id)].map((call) => {
        try {
          return String(call().reason);
        } catch (error) {
          return error instanceof Error ? error.message : "no Error";
        }
      }),
    };
  }, challenges);
  expect(found.list.map((/** @type {import("../../www/downhill.js").ChallengeInfo} */ { id, kind, section, xp }) => [id, kind, section, xp])).toEqual(challenges.map(({ id, kind, section, xp }) => [id, kind, section, xp]));
  for (const { title, question } of /** @type {import("../../www/downhill.js").ChallengeInfo[]} */ (found.list)) expect([title, question].every((text) => text.length > 3 && !text.includes(".title"))).toBe(true);
  expect(found.right).toEqual(challenges.map(({ id, xp }) => ({ solved: true, reason: "", message: words[`${id}.solution`], xp })));
  expect(found.wrong.map((each) => each.map((/** @type {import("../../www/downhill.js").Verdict} */ { solved, reason, xp }) => [solved, reason, xp]))).toEqual(challenges.map(({ wrong }) => wrong.map((/** @type {{ reason: string }} */ { reason }) => [false, reason, 0])));
  expect(found.thrown[0]).toContain("nothing");
  for (const message of found.thrown) expect(message).not.toBe("no Error");
});
