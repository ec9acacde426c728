// When the core does not arrive: a sentence in place of the figure, the prose untouched, and a second chance.
import { expect, test } from "./fixtures.js";
import { Scene } from "./scene.js";

/** What the network may answer instead of the core. @type {Record<string, { status: number, contentType: string, body: string }>} */
const ANSWERS = {
  nothing: { status: 404, contentType: "text/plain", body: "not found" },
  "a page": { status: 200, contentType: "text/html", body: "<!doctype html><title>Log in</title>" },
  "half a core": { status: 200, contentType: "application/wasm", body: "\0asm" },
};

for (const [what, answer] of Object.entries(ANSWERS)) {
  test(`${what} in place of the core is said in the scene, and “Try again” opens it`, { tag: "@desktop" }, async ({ page, complaints }) => {
    await page.route("**/*.wasm", (route) => route.fulfill(answer));
    await page.goto("./?scene=slope");
    const scene = new Scene(page);
    const alert = scene.root.getByRole("alert");
    await expect(alert).toContainText("The figure could not be loaded");
    expect(await scene.lastHeard("error")).toEqual({ message: expect.stringContaining("could not be loaded") });
    // The browser itself reports the answer; an exception that nobody catches it must not be.
    expect(complaints.filter((complaint) => complaint.startsWith("uncaught"))).toEqual([]);
    complaints.length = 0;
    await page.unroute("**/*.wasm");
    await scene.button("Try again").click();
    await scene.opened();
    await scene.expectUnharmed();
    expect((await scene.experiment()).start).toEqual([4]);
  });
}

test("the lesson's prose stands without the core", { tag: "@desktop" }, async ({ page, complaints }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("./");
  await expect(page.locator("downhill-scene").getByRole("alert").first()).toBeVisible();
  await expect(page.locator("#the-threshold math").first()).toBeVisible();
  complaints.length = 0;
});
