// A scene in the frame of a learning platform on another host, in the sandbox we recommend: what it tells, and what it lets itself be asked.
import { expect, test } from "./elsewhere.js";

/** @typedef {{ data: any, origin: string }} Message */

/**
 * Opens the platform with a scene in its frame.
 * @param {import("@playwright/test").Page} page
 * @param {string} elsewhere
 * @param {string} src
 */
async function platform(page, elsewhere, src) {
  await page.goto(`${elsewhere}pages/parent.html?src=${encodeURIComponent(src)}`);
  const messages = () => page.evaluate(() => /** @type {Message[]} */ (/** @type {any} */ (window).messages));
  const told = async (/** @type {string} */ type) => (await messages()).filter(({ data }) => data.source === "downhill" && data.type === type).map(({ data }) => data);
  const ask = (/** @type {unknown} */ message) => page.evaluate((message) => /** @type {any} */ (window).ask(message), message);
  /** Asks and waits for the answer. */
  const answer = async (/** @type {object} */ request, id = Math.random()) => {
    await ask({ target: "downhill", id, ...request });
    await expect.poll(async () => (await told("answer")).some((each) => each.id === id)).toBe(true);
    return (await told("answer")).find((each) => each.id === id).detail;
  };
  await expect.poll(() => told("ready")).toHaveLength(1);
  return { messages, told, ask, answer, frame: page.frameLocator("iframe[sandbox]") };
}

test("the page around sets, steps, runs, resets and restores the scene, and is told its state", { tag: "@desktop" }, async ({ page, baseURL, elsewhere }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { answer, told, messages, frame } = await platform(page, elsewhere, `${baseURL}some/where/index.html?scene=learning-rate`);
  expect(await answer({ type: "set", parameters: { alpha: "0.9", start: "4" } })).toMatchObject({ parameters: { alpha: "0.9", start: "4" }, experiment: { start: [4] } });
  await expect(frame.getByRole("textbox", { name: "α as an exact number" })).toHaveValue("0.9");
  expect(await answer({ type: "set", parameters: { alpha: null } })).toMatchObject({ parameters: { alpha: "0.1" } });
  expect(await answer({ type: "reset" })).toMatchObject({ parameters: { step: "0" } });
  expect(await answer({ type: "step" })).toMatchObject({ parameters: { step: "1" } });
  expect(await answer({ type: "step", count: 4 })).toMatchObject({ parameters: { step: "5" } });
  expect(await answer({ type: "run" })).toMatchObject({ parameters: { step: "25" } });
  expect(await answer({ type: "restore", parameters: { alpha: "1", step: "3" } })).toMatchObject({ changes: { alpha: "1", step: "3" } });
  await expect.poll(async () => (await told("state")).at(-1)).toEqual({ source: "downhill", type: "state", detail: { parameters: { alpha: "1", step: "3" } } });
  const experiment = { loss: { name: "ravine" }, optimizer: { name: "momentum", learningRate: 0.02, momentum: 0.8 }, start: [1, 1], steps: 30 };
  expect(await answer({ type: "experiment", experiment })).toMatchObject({ experiment });
  expect(await answer({ type: "experiment", experiment: { ...experiment, start: "here" } })).toEqual({ message: expect.stringMatching(/^start: /) });
  expect(await answer({ type: "get" })).toMatchObject({ experiment });
  expect([...new Set((await messages()).map(({ origin }) => origin))], "all of it comes from the site").toEqual([new URL(String(baseURL)).origin]);
});

test("messages that are not exactly right are told what is wrong, those of anybody else are left unanswered, and none does anything", { tag: "@desktop" }, async ({ page, baseURL, elsewhere }) => {
  const { answer, ask, told, frame } = await platform(page, elsewhere, `${baseURL}?scene=learning-rate`);
  const before = await answer({ type: "get" });
  for (const message of [null, 7, "run", [], {}, { target: "uphill", type: "run" }]) await ask(message);
  /** @type {[object, RegExp][]} */
  const wrong = [
    [{}, /^type: .*Choose one of: get, set, restore,/], [{ type: "erase" }, /^type: “erase”/], [{ type: "toString" }, /^type: /], [{ type: "__proto__" }, /^type: /],
    [{ type: "set" }, /^parameters: /], [{ type: "set", parameters: { onclick: "x" } }, /^parameters: “onclick” .*alpha, beta/], [{ type: "set", parameters: { alpha: 0.5 } }, /^alpha: “0.5” .*between quotation marks/],
    [{ type: "set", parameters: [["alpha", "0.5"]] }, /^parameters: /], [{ type: "restore", parameters: { alpha: null } }, /^alpha: “null”/], [{ type: "step", count: 0.5 }, /^count: “0.5” .*whole number/],
    [{ type: "step", count: "1" }, /^count: /], [{ type: "step", count: 1e9 }, /^count: /], [{ type: "experiment", experiment: "bowl" }, /^experiment: “bowl” .*object/],
    [{ type: "set", parameters: { loss: "x".repeat(30_000) } }, /^message: .*20,000 characters/],
  ];
  for (const [request, says] of wrong) expect(await answer(request)).toEqual({ message: expect.stringMatching(says) });
  for (const id of [{}, "x".repeat(101)]) await ask({ target: "downhill", type: "run", id });
  await expect.poll(async () => (await told("answer")).filter((each) => each.id === undefined).map(({ detail }) => detail.message)).toEqual([expect.stringMatching(/^id: /), expect.stringMatching(/^id: /)]);
  const answers = (await told("answer")).length;
  // A frame beside it, which is not the parent.
  await page.evaluate(() => {
    const beside = document.createElement("iframe");
    beside.src = "./beside.html";
    document.body.append(beside);
    return new Promise((done) => beside.addEventListener("load", done));
  });
  expect(await answer({ type: "get" })).toEqual(before);
  expect(await told("answer")).toHaveLength(answers + 1);
  await expect(frame.locator(".faults")).toHaveCount(0);
  // The scene's own window may not ask itself either.
  await frame.locator("body").evaluate(() => postMessage({ target: "downhill", type: "set", parameters: { alpha: "1" } }, "*"));
  expect(await answer({ type: "get" })).toEqual(before);
});

test("what is asked in one breath is answered in order, each with its own state; what cannot be used is in the answer", { tag: "@desktop" }, async ({ page, baseURL, elsewhere }) => {
  const { answer, ask, told } = await platform(page, elsewhere, `${baseURL}?scene=learning-rate`);
  const set = (/** @type {Record<string, string>} */ parameters) => ({ type: "set", parameters });
  const requests = [set({ alpha: "0.002" }), { type: "get" }, set({ scene: "slope", alpha: "0.25" }), set({ alpha: "0.003" }), set({ scene: "race" }), { type: "get" }];
  await page.evaluate((requests) => requests.forEach((request, id) => /** @type {any} */ (window).ask({ target: "downhill", id, ...request })), requests);
  await expect.poll(async () => (await told("answer")).map(({ id, detail }) => [id, detail.parameters.scene, detail.parameters.alpha])).toEqual([
    [0, "learning-rate", "0.002"], [1, "learning-rate", "0.002"], [2, "slope", "0.25"], [3, "slope", "0.003"], [4, "race", "0.003"], [5, "race", "0.003"],
  ]);
  await ask({ target: "downhill", type: "get" });
  expect(await answer(set({ alpha: "lots" }))).toMatchObject({ message: expect.stringMatching(/^alpha: “lots” cannot be used here/), parameters: { scene: "race" } });
});

test("with `parent` in the address only the pages named there may ask", { tag: "@desktop" }, async ({ page, baseURL, elsewhere }) => {
  const src = (/** @type {string} */ parent) => `${baseURL}?scene=learning-rate&parent=${encodeURIComponent(parent)}`;
  const stranger = await platform(page, elsewhere, src("https://course.example,nonsense"));
  await stranger.ask({ target: "downhill", type: "set", parameters: { alpha: "1" } });
  const rate = stranger.frame.getByRole("textbox", { name: "α as an exact number" });
  await rate.fill("0.2");
  await expect.poll(async () => (await stranger.told("state")).at(-1)?.detail.parameters.alpha).toBe("0.2");
  expect(await stranger.told("answer")).toEqual([]);
  const named = await platform(page, elsewhere, src(`https://course.example,${elsewhere}`));
  expect(await named.answer({ type: "set", parameters: { alpha: "1" } })).toMatchObject({ parameters: { alpha: "1" } });
});

test("in the sandbox, with storage denied, a scene works, gives its link, saves files and tells what is solved", { tag: "@desktop" }, async ({ page, baseURL, elsewhere }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException("denied", "SecurityError"); } });
    }
  });
  const { frame } = await platform(page, elsewhere, `${baseURL}?scene=learning-rate`);
  await frame.getByRole("button", { name: "Copy link" }).click();
  await expect(frame.getByRole("textbox", { name: "Address of this set-up" })).toHaveValue(/scene=learning-rate/);
  await frame.locator(".export summary").click();
  const download = page.waitForEvent("download");
  await frame.getByRole("button", { name: "CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^downhill-learning-rate.*\.csv$/);
  const exercise = await platform(page, elsewhere, `${baseURL}?scene=practice&challenge=one-step`);
  for (const [index, value] of ["4.6", "2.56"].entries()) await exercise.frame.getByRole("textbox").nth(index).fill(value);
  await exercise.frame.getByRole("button", { name: "Check" }).click();
  await expect.poll(() => exercise.told("solved")).toEqual([{ source: "downhill", type: "solved", detail: { challenge: "one-step", xp: expect.any(Number) } }]);
});
