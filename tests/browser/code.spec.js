// The scene `code`: linked lines by mouse, keyboard and finger, outputs that are recorded or computed, programs to copy.
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.js";

/** @typedef {import("./scene.js").Scene} Scene */

const file = (/** @type {string} */ name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const outputs = JSON.parse(file("www/code/outputs.json"));

const FILES = { python: "descent.py", numpy: "descent_numpy.py", torch: "descent_torch.py" };

/** A program of the scene. @param {Scene} scene @param {string} id */
const program = (scene, id) => scene.root.locator(`[data-program="${id}"]`);

/** The lines of a group. @param {Scene} scene @param {string} group @param {string} [id] in one program only */
const patch = (scene, group, id) => (id ? program(scene, id) : scene.root).locator(`.patch[data-group="${group}"]`);

/** The groups that are lit, each once; among lines that are shown or not. @param {Scene} scene */
const litGroups = (scene) => scene.root.locator(".patch[data-lit]").evaluateAll((all) => [...new Set(all.map((each) => /** @type {HTMLElement} */ (each).dataset["group"]))]);

/** @param {Scene} scene @param {string} group */
async function expectLit(scene, group) {
  await expect(patch(scene, group)).toHaveCount(await scene.root.locator(`.patch[data-group="${group}"][data-lit]`).count());
  expect(await litGroups(scene)).toEqual([group]);
  expect(await scene.root.locator(".patch[data-lit]").evaluateAll((all) => new Set(all.map((each) => each.closest("[data-program]"))).size), "in every program").toBe(4);
  await expect(scene.root.locator(".groups [data-lit]")).toHaveCount(1);
}

test("the programs are the files, with what they printed and what the core computes now; Copy copies them", { tag: "@desktop" }, async ({ page, context, open }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const scene = await open("code");
  await expect(program(scene, "rust")).toBeVisible();
  for (const [id, name] of Object.entries(FILES)) {
    const { output, versions } = outputs.programs[name];
    await expect(program(scene, id).locator("samp")).toHaveText(output);
    for (const version of versions) await expect(program(scene, id).locator(".code-printed")).toContainText(version);
    await program(scene, id).getByRole("button", { name: /^Copy/ }).click();
    await expect(program(scene, id).getByRole("status")).toHaveText("Copied.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file(`www/code/${name}`));
  }
  await expect(program(scene, "rust").locator("samp")).toHaveText("x = 0.01889\nθ = [0.0189, −0.0113, 0.0076]");
  const pieces = await program(scene, "rust").locator(".piece").evaluateAll((all) => all.map((piece) => ({
    name: piece.querySelector(".file")?.textContent ?? "",
    lines: [...piece.querySelectorAll(".line")].map((line) => [Number(line.querySelector(".number")?.textContent), line.querySelector("code")?.textContent ?? ""]),
  })));
  expect(pieces.map(({ name }) => name)).toContain("src/optimizers/gradient_descent.rs");
  for (const { name, lines } of pieces) {
    const source = file(name).split("\n");
    for (const [number, text] of lines) expect(String(source[Number(number) - 1]).trim(), name).toBe(String(text).trim());
  }
});

test("a closed clipboard leaves the lines selected", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("code");
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("closed")) } }));
  await program(scene, "python").getByRole("button", { name: /^Copy/ }).click();
  await expect(program(scene, "python").getByRole("status")).toHaveText(/selected/);
});

test("the mouse on a line or a part lights its partners in every program, and a click keeps them lit", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("code");
  await expectLit(scene, "update");
  const { groups } = JSON.parse(file("www/code/programs.json"));
  for (const group of groups) {
    for (const id of ["python", "rust"]) {
      await patch(scene, group, id).first().hover();
      await expectLit(scene, group);
    }
    await expect(scene.root.locator(".meaning")).toHaveAttribute("data-group", group);
  }
  await page.mouse.move(1, 1);
  await expectLit(scene, "update");
  await scene.button("Loop").click();
  await page.mouse.move(1, 1);
  await expectLit(scene, "loop");
  await expect(scene.button("Loop")).toHaveAttribute("aria-pressed", "true");
  await expect(patch(scene, "loop", "numpy")).toHaveAttribute("aria-pressed", "true");
  await patch(scene, "loop", "numpy").click();
  await page.mouse.move(1, 1);
  await expect(scene.root.locator("[data-lit]")).toHaveCount(0);
  await expect(scene.root.locator(".meaning")).toHaveText(/^Point at a line/);
});

test("the keyboard goes from group to group and to the partners, which are told in words", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("code");
  await scene.button("Start").focus();
  await expectLit(scene, "start");
  await page.keyboard.press("ArrowRight");
  await expect(scene.button("Learning rate")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(patch(scene, "start", "python"), "after the parts and Copy, one stop for the program").toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(patch(scene, "loop", "python")).toBeFocused();
  await expectLit(scene, "loop");
  await expect(patch(scene, "loop", "python")).toHaveRole("button");
  await expect(patch(scene, "loop", "python")).toHaveAccessibleName("for step in range(25):");
  await expect(patch(scene, "loop", "python")).toHaveAccessibleDescription(/^Loop: also line \d+ in NumPy, line \d+ in PyTorch, line \d+ of mod\.rs in Rust\.$/);
  await expect(patch(scene, "update", "numpy")).toHaveAccessibleDescription(/line \d+ of walker\.rs in Rust, lines \d+ to \d+ of gradient_descent\.rs in Rust\.$/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(patch(scene, "loop", "torch")).toBeFocused();
  await page.keyboard.press("End");
  await expect(patch(scene, "report", "torch")).toBeFocused();
  await page.keyboard.press("Space");
  await scene.button("Start").blur();
  await expect(patch(scene, "report", "torch")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await expect(patch(scene, "report", "torch")).toHaveAttribute("aria-pressed", "false");
});

test("on a phone the programs are behind tabs, a tap lights a group, and it stays lit from tab to tab", { tag: "@phone" }, async ({ page, open }) => {
  const scene = await open("code");
  const tab = (/** @type {string} */ name) => scene.root.getByRole("tab", { name });
  await expect(scene.root.getByRole("tabpanel")).toHaveCount(1);
  await expect(tab("Pure Python")).toHaveAttribute("aria-selected", "true");
  await patch(scene, "gradient", "python").tap();
  await expectLit(scene, "gradient");
  await tab("PyTorch").tap();
  await expect(scene.root.getByRole("tabpanel", { name: "PyTorch" })).toBeVisible();
  await expect(patch(scene, "gradient", "torch")).toHaveAttribute("data-lit", "");
  await scene.button("Report").tap();
  await expectLit(scene, "report");
  await patch(scene, "report", "torch").focus();
  await page.keyboard.press("ArrowRight");
  await expect(patch(scene, "report", "rust").first(), "an arrow opens the partner’s tab").toBeFocused();
  await expect(tab("Rust")).toHaveAttribute("aria-selected", "true");
  await tab("Rust").focus();
  await page.keyboard.press("Home");
  await expect(tab("Pure Python")).toBeFocused();
  await expect(scene.root.getByRole("tabpanel", { name: "Pure Python" })).toBeVisible();
  for (const name of ["Pure Python", "Rust"]) {
    await tab(name).tap();
    const small = await scene.root.locator("button:visible, [role=button]:visible").evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 80)));
    expect(small, "large enough for a finger").toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    expect(await scene.root.locator("code, samp, p").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && getComputedStyle(one).display !== "inline").map((one) => one.textContent))).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
  }
});

test.describe("without motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("axe finds nothing in the programs, in any theme", async ({ open, expectAccessibleInEveryTheme }) => {
    await open("code");
    await expectAccessibleInEveryTheme();
  });
});

test("in the lesson the programs come when their section is near, and not before", async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("./");
  await expect(page.locator("#drop-the-marble .scene")).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => url.includes("code"))).toEqual([]);
  const section = page.locator("#write-it-three-times");
  await section.scrollIntoViewIfNeeded();
  await expect(section.locator(".scene.code")).toBeVisible();
  await expect(section.locator("[data-program=python] samp")).toHaveText(outputs.programs[FILES.python].output);
  expect(asked.filter((url) => url.endsWith("code/programs.json"))).toHaveLength(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});
