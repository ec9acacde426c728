// Python that does not come: whatever happens to its files, a sentence says so, the page works, and Retry helps once it is mended.
import { anotherPage, flipped, missing, reset, truncated } from "./answers.js";
import { expect, test } from "./fixtures.js";
import { PythonPane } from "./python-pane.js";

/** @typedef {{ what: string, file: string, fault: (route: import("@playwright/test").Route) => Promise<void>, says: RegExp }} LoadFault */

const MISSING = /Python is unavailable: the server does not have one of its files/;
const WRONG = /Python is unavailable: one of its files has arrived damaged/;
const PAGE_INSTEAD = /Python is unavailable: in place of one of its files the server sends a page/;
const NETWORK = /Python is unavailable: the connection broke/;

/** @type {LoadFault[]} */
const FAULTS = [
  { what: "the worker is missing", file: "worker.js", fault: missing, says: MISSING },
  { what: "another page instead of the worker", file: "worker.js", fault: anotherPage, says: PAGE_INSTEAD },
  { what: "the worker breaks off", file: "worker.js", fault: reset, says: NETWORK },
  { what: "the interpreter is missing", file: "python.wasm", fault: missing, says: MISSING },
  { what: "another page instead of the interpreter", file: "python.wasm", fault: anotherPage, says: PAGE_INSTEAD },
  { what: "the interpreter comes short", file: "python.wasm", fault: truncated, says: WRONG },
  { what: "the interpreter breaks off", file: "python.wasm", fault: reset, says: NETWORK },
  { what: "the library is missing", file: "library.zip", fault: missing, says: MISSING },
  { what: "one bit of the library is another", file: "library.zip", fault: flipped, says: WRONG },
];

for (const file of new Set(FAULTS.map((fault) => fault.file))) {
  test(`no fault of ${file} hurts the page, and Retry mends it`, { tag: "@desktop" }, async ({ page, complaints }) => {
    test.setTimeout(180_000);
    for (const { what, fault, says } of FAULTS.filter((each) => each.file === file)) {
      await test.step(what, async () => {
        const pane = await opened(page);
        // What came at the step before is not fetched again.
        await page.evaluate(() => caches.delete("downhill-python"));
        await page.route(`**/python/${file}`, fault);
        await pane.ran("print(6 * 7)");
        await expectUnavailable(pane, says);
        await page.unroute(`**/python/${file}`);
        await expectMended(pane);
        expect(complaints.filter((complaint) => !complaint.includes("/python/") && !complaint.includes("Failed to load resource"))).toEqual([]);
        complaints.length = 0;
      });
    }
  });
}

test("a file that never comes is given up after a minute, and Stop does not wait for that", { tag: "@desktop" }, async ({ page, complaints }) => {
  await page.clock.install();
  const pane = await opened(page);
  let held = 0;
  await page.route("**/python/library.zip", () => void (held += 1));
  await pane.write("print(6 * 7)");
  await pane.run.click();
  await expect(pane.status).toHaveText(/Python is on its way: \d+ % of 5\.\d MB/);
  await expect(pane.root.getByRole("progressbar")).toBeVisible();
  await pane.stop.click();
  await expect(pane.status).toHaveText("Stopped. Your program is still here.");
  await pane.run.click();
  await expect.poll(() => held).toBe(2);
  // All else has come by then, but for the very last bytes: whenever some come, the minute begins anew.
  await expect(pane.status).toHaveText(/: 75 %/);
  await expect(async () => {
    await page.clock.fastForward(61_000);
    await expect(pane.run).not.toHaveAttribute("aria-disabled", "true", { timeout: 1000 });
  }).toPass();
  await expectUnavailable(pane, /Python is unavailable: for a minute nothing more has arrived/);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await expectMended(pane);
  complaints.length = 0;
});

test("a policy against compiling, and a worker that cannot start, are told apart; another type of file does no harm", { tag: "@desktop" }, async ({ page, complaints }) => {
  const pane = await opened(page);
  await page.route("**/python/*", async (route) => route.fulfill({ response: await route.fetch(), contentType: "text/plain" }));
  // As a policy without 'wasm-unsafe-eval' answers; under a real one the core would not run either.
  await page.evaluate(() => {
    const { compile } = WebAssembly;
    WebAssembly.compile = async () => {
      WebAssembly.compile = compile;
      throw new WebAssembly.CompileError("Refused to compile or instantiate WebAssembly module");
    };
  });
  await pane.ran("print(6 * 7)");
  await expectUnavailable(pane, /Python is unavailable: this page is not allowed to start it/);
  await page.evaluate(() => {
    const Real = Worker;
    window.Worker = class extends Real {
      constructor() {
        super(URL.createObjectURL(new Blob(["throw new Error('not today')"])), { type: "module" });
        window.Worker = Real;
      }
    };
  });
  await pane.retry.click();
  await pane.ended();
  await expectUnavailable(pane, /Python is unavailable: it has come, but did not start/);
  await expectMended(pane);
  complaints.length = 0;
});

/** @param {import("@playwright/test").Page} page */
async function opened(page) {
  await page.goto("./?scene=python");
  const pane = new PythonPane(page);
  await pane.opened();
  return pane;
}

/** @param {PythonPane} pane @param {RegExp} says */
async function expectUnavailable(pane, says) {
  await expect(pane.status).toHaveText(says);
  await expect(pane.retry).toBeVisible();
  expect(await pane.text()).toBe("print(6 * 7)");
  await pane.reset.click();
  expect(await pane.text(), "the editor works").toContain("Walk down");
  await pane.write("print(6 * 7)");
}

/** @param {PythonPane} pane */
async function expectMended(pane) {
  await pane.retry.click();
  await pane.ended();
  await expect(pane.output).toHaveText("42");
  await expect(pane.retry).toBeHidden();
}
