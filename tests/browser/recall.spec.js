// The recall cards: written answers that stay, grades by mouse and keys, times that grow, what screen readers and small screens get.
import { cards } from "./course.js";
import { expect, test } from "./fixtures.js";

const NOON = new Date("2026-11-22T12:00:00Z");

/** The activity as its reader meets it. @param {import("@playwright/test").Page} page */
function deskOf(page) {
  const root = page.locator("downhill-scene .recall");
  return {
    root,
    question: root.locator(".question"),
    attempt: root.getByRole("textbox", { name: "Your answer, in your own words" }),
    show: root.getByRole("button", { name: "Show answer" }),
    answer: root.getByRole("group", { name: "Answer" }),
    count: root.locator(".count"),
    said: root.getByRole("status"),
    grade: (/** @type {string} */ name) => root.getByRole("button", { name: new RegExp(`^${name}`) }),
  };
}

/** @param {import("@playwright/test").Page} page @param {string} [query] */
async function openDesk(page, query = "") {
  await page.goto(`./?scene=recall${query}`);
  const desk = deskOf(page);
  await expect(desk.question).toBeVisible();
  return desk;
}

test("a card is answered, judged and comes again after times that grow; all of it survives a reload", { tag: "@desktop" }, async ({ page }) => {
  await page.clock.install({ time: NOON });
  const desk = await openDesk(page);
  await expect(desk.count).toHaveText(`${cards.length} cards are new.`);
  const first = (await desk.question.textContent()) ?? "";
  await desk.attempt.fill("theta minus alpha times the gradient");
  await expect(desk.grade("Good"), "nothing can be judged before the answer is seen").toHaveCount(0);
  await page.clock.runFor(300);
  await page.reload();
  await expect(desk.question).toHaveText(first);
  await expect(desk.attempt).toHaveValue("theta minus alpha times the gradient");
  await desk.show.click();
  await expect(desk.answer).toBeFocused();
  await expect(desk.answer).toContainText("θ ← θ − α ∇L(θ)");
  for (const [name, when] of [["Again", "in 1 minute"], ["Hard", "in 6 minutes"], ["Good", "in 10 minutes"], ["Easy", "in 8 days"]]) await expect(desk.grade(String(name))).toContainText(String(when));
  await desk.grade("Good").click();
  await expect(desk.said).toHaveText("Good: this card comes again in 10 minutes.");
  await expect(desk.question).not.toHaveText(first);
  await expect(desk.question).toBeFocused();
  await expect(desk.count).toHaveText(`${cards.length - 1} cards are new. The next one comes in 10 minutes.`);

  // Ten minutes later it is asked before any new one, and then only in two days.
  await page.clock.fastForward("11:00");
  await page.reload();
  await expect(desk.question).toHaveText(first);
  await expect(desk.count).toHaveText(`1 card is due. ${cards.length - 1} cards are new.`);
  await expect(desk.attempt, "what was written for the last time is not given away").toHaveValue("");
  await desk.show.click();
  await expect(desk.root).toContainText("Last time you wrote: theta minus alpha times the gradient");
  await expect(desk.grade("Good")).toContainText("in 2 days");
  await desk.grade("Good").click();
  await desk.root.getByText(`All ${cards.length} cards`).click();
  await expect(desk.root.locator(".all-cards li").first()).toContainText("in 2 days");
  await expect(desk.root.locator(".all-cards li")).toHaveCount(cards.length);
});

test("with keys alone all cards are gone through, then one rests or practises ahead, and time brings them back", { tag: "@desktop" }, async ({ page }) => {
  await page.clock.install({ time: NOON });
  const desk = await openDesk(page);
  await desk.attempt.focus();
  await page.keyboard.type("4 is no grade while one types");
  await expect(desk.attempt).toHaveValue("4 is no grade while one types");
  const asked = new Set();
  for (let k = 0; k < cards.length; k += 1) {
    asked.add(await desk.question.textContent());
    await desk.show.focus();
    await page.keyboard.press("Enter");
    await expect(desk.answer).toBeFocused();
    await page.keyboard.press("4");
    await expect(desk.said).toHaveText("Easy: this card comes again in 8 days.");
    await expect(desk.answer).toHaveCount(0);
  }
  expect(asked.size).toBe(cards.length);
  await expect(desk.count).toHaveText("Nothing is due. The next one comes in 8 days.");
  await expect(desk.root.locator(".nothing")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(desk.root.getByRole("button", { name: "Practise ahead" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(desk.question).toBeFocused();
  await page.clock.fastForward(9 * 86_400_000);
  await expect(desk.count).toHaveText(`${cards.length} cards are due.`);
});

test("every card has a question and an answer, and belongs to a section with a title", { tag: "@desktop" }, async ({ page }) => {
  const desk = await openDesk(page);
  for (let k = 0; k < cards.length; k += 1) {
    await expect(desk.question).not.toHaveText(/^card\./);
    await expect(desk.root.locator(".place")).toHaveText(/^From “(?!section\.).+”$/);
    await desk.show.click();
    await expect(desk.answer).not.toHaveText(/^card\./);
    await desk.grade("Easy").click();
  }
  await expect(desk.count).toContainText("Nothing is due.");
});

test("axe finds nothing on either side of a card nor when nothing is due, in any theme", async ({ page, expectAccessibleInEveryTheme }) => {
  const desk = await openDesk(page);
  await desk.root.getByText(`All ${cards.length} cards`).click();
  await expectAccessibleInEveryTheme();
  await desk.show.click();
  await expectAccessibleInEveryTheme();
  for (const button of await desk.root.locator("button:visible, summary:visible").all()) {
    const box = await button.boundingBox();
    const least = (page.viewportSize()?.width ?? 0) < 500 ? 44 : 24;
    expect(box?.height, String(await button.textContent())).toBeGreaterThanOrEqual(least);
  }
  await page.evaluate(() => localStorage.clear());
});

test("at 320 pixels nothing of a card is cut off", { tag: "@phone" }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const desk = await openDesk(page);
  await desk.show.click();
  await expect(desk.grade("Easy")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("a screen reader is told the question with its field, then the answer with the four grades", { tag: "@desktop" }, async ({ page }) => {
  const desk = await openDesk(page);
  const question = (await desk.question.textContent()) ?? "";
  await expect(desk.root).toHaveRole("group");
  await expect(desk.root.locator(".card")).toHaveAccessibleName(question);
  await expect(desk.attempt).toHaveAccessibleDescription(question);
  await desk.show.click();
  await expect(desk.root.getByRole("group", { name: "How well did you know it?" }).getByRole("button")).toHaveText([/Again/, /Hard/, /Good/, /Easy/]);
  await expect(desk.grade("Again")).toHaveAccessibleName(/^Again\s*in 1 minute$/);
});
