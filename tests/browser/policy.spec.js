// The strict policy by itself: as a header alone and in the pages alone. Every other test has both at once.
import { expect, test } from "./fixtures.js";
import { PythonPane } from "./python-pane.js";
import { Scene } from "./scene.js";

for (const [way, folder] of /** @type {const} */ ([["as a header alone", "by-header"], ["in the page alone", "by-meta"]])) {
  test(`figures, the worker, the challenges and Python work under the policy ${way}, and it is in force`, { tag: "@desktop" }, async ({ page, complaints }) => {
    test.setTimeout(120_000);
    // Whatever it forbids is complained about.
    const answer = await page.goto(`./${folder}/index.html`);
    expect(answer?.headers()["content-security-policy"] !== undefined, "the header").toBe(folder === "by-header");
    await expect(page.locator("meta[http-equiv=Content-Security-Policy]")).toHaveCount(folder === "by-meta" ? 1 : 0);
    await page.locator("downhill-scene .stage").first().waitFor();

    await page.goto(`./${folder}/?scene=learning-rate&step=3`);
    const scene = new Scene(page);
    await scene.opened();
    await scene.button("Step").click();
    await expect.poll(async () => (await scene.parameters())["step"]).toBe("4");

    const kernels = page.waitForResponse(/kernels.*\.wasm$/);
    await page.goto(`./${folder}/?scene=landscape`);
    expect((await kernels).status()).toBe(200);
    await scene.opened();

    await page.goto(`./${folder}/?scene=practice&challenge=one-step`);
    await page.getByRole("button", { name: "Check" }).waitFor();

    await page.goto(`./${folder}/?scene=python`);
    await worksWithPython(page);
    expect(complaints).toEqual([]);

    await page.evaluate(provoke);
    const forbidden = () => complaints.map((complaint) => /policy: (\S+ \S+)/.exec(complaint)?.[1]).filter(Boolean);
    await expect.poll(forbidden).toEqual(["script-src-elem inline", "script-src eval", "style-src-attr inline", "connect-src https://elsewhere.invalid/"]);
    complaints.splice(0);
  });
}

/** @param {import("@playwright/test").Page} page */
async function worksWithPython(page) {
  const pane = new PythonPane(page);
  await pane.opened();
  await pane.editor.focus();
  // Key by key: what a browser itself makes of a text over a selection it may want to style.
  for (const key of ["ControlOrMeta+a", "Delete"]) await page.keyboard.press(key);
  await page.keyboard.type("print(2 ** 0.5)\n1 / 0");
  await pane.ran();
  await expect(pane.output).toHaveText("1.4142135623730951");
  await expect(pane.marked).toHaveText("1 / 0");
  expect(await pane.marked.evaluate((line) => getComputedStyle(line).boxShadow), "the editor has its styles").toContain("inset");
}

/** Runs in the page: tries what the policy forbids. */
async function provoke() {
  const script = document.createElement("script");
  script.textContent = "window.stranger = true";
  document.head.append(script);
  /** @type {any} */ (setTimeout)("window.stranger = true");
  document.body.setAttribute("style", "color: red");
  await fetch("https://elsewhere.invalid/").catch(() => undefined);
}
