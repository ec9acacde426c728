// A reader without a mouse goes from the first section to a printed summary: every challenge is solved with keys alone.
import { readFileSync } from "node:fs";
import { challenges } from "./course.js";
import { expect, test } from "./fixtures.js";
import { Keys } from "./keys.js";

/** @type {Record<string, string>} */
const words = JSON.parse(readFileSync(new URL("../../www/text/en/challenges.json", import.meta.url), "utf8"));

/** What each kind is answered with: the focus stands in its card and ends there. @type {Record<string, (keys: Keys, challenge: any) => Promise<void>>} */
const ANSWERS = {
  predict: typed,
  numeric: typed,
  fill: typed,
  async fix(keys, { id, solution }) {
    await keys.to({ card: id, role: "textbox" });
    await keys.replace(solution.join("\n"));
    await keys.press("Control+Enter");
  },
  async choice(keys, { id, solution }) {
    await keys.to({ card: id, role: "radio" });
    const wanted = (words[`${id}.option.${solution}`] ?? "?").replaceAll("`", "");
    // Arrows choose in a group of radio buttons; the first press of Space chooses the one that has the focus.
    await keys.press("Space");
    while ((await keys.focused()).name !== wanted) await keys.press("ArrowDown");
    await check(keys, id);
  },
  async reorder(keys, { id, program, solution }) {
    for (const [place, line] of solution.entries()) {
      await keys.to({ card: id, name: new RegExp(`^(?!.*(up|down)).*${escaped(program[line].trim())}`) });
      await keys.press("Space");
      await keys.press("Home");
      for (let row = 0; row < place; row += 1) await keys.press("ArrowDown");
      await keys.press("Space");
    }
    await check(keys, id);
  },
  async experiment(keys, { id, scene, experiment, solution }) {
    await keys.to({ card: id, name: /^Set it as the challenge begins$/ });
    await keys.press("Enter");
    await keys.back({ card: id, name: /^Go to the figure$/ }, 1);
    if ((await keys.focused()).name === "Go to the figure") await keys.press("Enter");
    for (const [name, value] of settings(experiment, solution)) {
      await keys.to({ scene, name });
      await keys.replace(String(value));
      await keys.press("Enter");
    }
    await check(keys, id);
  },
  async python(keys, { id }) {
    await keys.to({ card: id, role: "editor" });
    await keys.replace(readFileSync(new URL(`../python/${id}.py`, import.meta.url), "utf8"));
    await keys.to({ card: id, name: /^Run/ });
    await keys.press("Enter");
  },
};

/** @param {Keys} keys @param {any} challenge */
async function typed(keys, { id, solution }) {
  for (const text of solution) {
    await keys.to({ card: id, role: "textbox" });
    await keys.replace(text);
  }
  await keys.press("Enter");
}

/** @param {Keys} keys @param {string} id */
async function check(keys, id) {
  await keys.to({ card: id, name: /^Check$/ });
  await keys.press("Enter");
}

/** The fields of a figure that a solution fills in, by name. @param {any} before @param {any} after @returns {[RegExp, number][]} */
function settings(before, after) {
  const { learningRate, momentum, learningRateDecay } = after.optimizer ?? {};
  /** @type {[RegExp, number | undefined][]} */
  const all = [
    [/^x$/, after.start?.[0]],
    [/^α as an exact number$/, learningRate === before.optimizer.learningRate ? undefined : learningRate],
    [/^Momentum β$/, momentum],
    [/^Decay d of α$/, learningRateDecay],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

test("a reader with a keyboard solves every challenge of the lesson and prints the summary", { tag: "@desktop" }, async ({ page }) => {
  // Hundreds of stops, each drawn.
  test.setTimeout(900_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.addInitScript(() => Object.assign(window, { printed: 0, print: () => ((/** @type {any} */ (window)).printed += 1) }));
  await page.goto("./");
  const keys = new Keys(page);
  await keys.press("Tab");
  expect(await keys.focused()).toMatchObject({ name: "Skip to the lesson" });
  await keys.press("Enter");
  for (const challenge of challenges) {
    await ANSWERS[challenge.kind]?.(keys, challenge);
    await expect(page.locator(`article[data-challenge="${challenge.id}"] .verdict`), challenge.id).toHaveAttribute("data-verdict", "right", { timeout: 40_000 });
  }
  await keys.to({ name: /^Your name$/ }, { host: "downhill-scene[scene=practice]:not([challenge])", content: ".progress-panel" });
  await keys.replace("Ada Example");
  await keys.press("Enter");
  expect(await keys.focused()).toMatchObject({ name: "Print …" });
  await keys.press("Enter");
  const paper = page.locator(".downhill-paper");
  await expect(paper).toContainText("Ada Example");
  await expect(paper).toContainText(`${challenges.length} of ${challenges.length} challenges solved, ${challenges.reduce((sum, { xp }) => sum + xp, 0)} XP`);
  expect(await page.evaluate("printed")).toBe(1);
});

test("a challenge that has not loaded yet is a stop for the keyboard, and is gone on with when it has", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("./");
  const host = page.locator('downhill-scene[challenge="shorthand"]');
  await host.getByRole("button", { name: "Open: Practice" }).focus();
  await expect(host.locator("article .title")).toBeFocused();
});

for (const [how, ask] of /** @type {[string, (stop: HTMLElement) => void][]} */ ([
  ["has the focus", (stop) => stop.focus({ preventScroll: true })],
  ["is pressed", (stop) => stop.click()],
])) {
  test(`a challenge that is far from view comes when what stands for it ${how}`, { tag: "@desktop" }, async ({ page }) => {
    await page.goto("./");
    const host = page.locator('downhill-scene[challenge="shorthand"]');
    await host.getByRole("button", { name: "Open: Practice" }).evaluate(/** @type {(stop: Element) => void} */ (ask));
    await expect(host.locator("article .title")).toBeVisible();
  });
}

test("a screen reader is told what is asked, where to answer, what was found and what the picture shows", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("./?scene=practice&challenge=one-step");
  const card = page.locator("article.challenge");
  await card.getByRole("textbox").first().fill("5.4");
  await card.getByRole("textbox").last().fill("5.76");
  await page.keyboard.press("Enter");
  await expect(card).toMatchAriaSnapshot(`
    - article "One step on a shifted bowl":
      - heading "One step on a shifted bowl" [level=2]
      - paragraph: 10 points
      - group "Program":
        - list:
          - listitem:
            - code: x = 5
      - textbox "your value of x": "5.4"
      - textbox "your value of loss": "5.76"
      - button "Check"
      - button "Hint"
      - button "Show the solution"
      - status:
        - paragraph: "Here the step was added: this marble has walked uphill. The gradient is subtracted."
      - figure "What the steps do on f = (x − 3)²":
        - list:
          - listitem: /Yours.*5 → 5\\.4/
  `);
  await page.goto("./?scene=practice");
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada Example");
  await page.keyboard.press("Enter");
  await expect(page.locator(".progress-panel")).toMatchAriaSnapshot(`
    - region "Your progress":
      - heading "Your progress" [level=3]
      - button "Download"
      - button "Restore from a file"
      - 'article "Downhill: what I have done"':
        - table:
          - rowgroup:
            - row "Section Solved"
          - rowgroup:
            - row "Drop the marble 0 of 1"
        - paragraph: /Completion code/
      - button "Print …"
  `);
});
