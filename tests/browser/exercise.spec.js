// Challenges in somebody else's page: one by its name, solved ones told to the page, and to the parent of a frame.
import { challenges } from "./course.js";
import { expect, test } from "./fixtures.js";

const SOLVED = { challenge: "one-step", xp: challenges.find(({ id }) => id === "one-step").xp };

/** Types one value after the other and checks. @param {import("@playwright/test").Locator | import("@playwright/test").FrameLocator} within @param {string[]} values */
async function answer(within, values) {
  const fields = within.getByRole("textbox");
  await expect(fields).toHaveCount(values.length);
  for (const [index, value] of values.entries()) await fields.nth(index).fill(value);
  await within.getByRole("button", { name: "Check" }).click();
}

test("a course page shows the challenges it names and lists what is solved, each once", async ({ page, expectAccessible }) => {
  await page.goto("./pages/exercise.html");
  const [byHand, operator, marks] = [page.locator("#by-hand"), page.locator("#operator"), page.locator("#marks li")];
  await expect(operator.getByRole("textbox")).toHaveCount(1);
  await expectAccessible();
  await answer(byHand, ["5.4", "5.76"]);
  await expect(byHand).toContainText("Not yet");
  await expect(marks).toHaveCount(0);
  await answer(byHand, ["x = 4,6", "2.56"]);
  await expect(marks).toHaveCount(1);
  await expect(marks).toContainText(`: ${SOLVED.xp} points`);
  await answer(byHand, ["4.6", "2.56"]);
  await expect(byHand).toContainText("Right again");
  await expect(marks, "it counts once").toHaveCount(1);
  await answer(operator, ["-"]);
  await expect(marks).toHaveCount(2);
  const heard = await page.evaluate(() => /** @type {any} */ (window).heard.filter((/** @type {{ type: string }} */ { type }) => type === "solved"));
  expect(heard[0]).toEqual({ type: "solved", detail: SOLVED, bubbles: true, composed: true, id: "by-hand" });
});

test("another name shows another challenge, and a name that nothing has is told", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("./pages/exercise.html");
  const scene = page.locator("#operator");
  await expect(scene.locator("[data-challenge]")).toHaveAttribute("data-challenge", "update-operator");
  await scene.evaluate((element) => element.setAttribute("challenge", "one-step"));
  await expect(scene.locator("[data-challenge]")).toHaveAttribute("data-challenge", "one-step");
  await scene.evaluate((element) => element.setAttribute("challenge", "two-steps"));
  await expect(scene.locator(".faults")).toContainText("two-steps");
  await expect(scene.locator("[data-challenge]")).not.toHaveCount(0);
});

test("a frame tells its parent what is solved", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("./pages/framed.html");
  await page.locator("iframe").evaluate((frame) => /** @type {HTMLIFrameElement} */ (frame).setAttribute("src", "../index.html?scene=practice&challenge=one-step"));
  await answer(page.frameLocator("iframe"), ["4.6", "2.56"]);
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).messages.filter((/** @type {{ type?: string }} */ { type }) => type === "solved"))).toEqual([{ source: "downhill", type: "solved", detail: SOLVED }]);
});
