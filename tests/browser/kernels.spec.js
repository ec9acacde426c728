// The kernels' worker: the fitting variant, long calls that tell how far they are and stop, and what is said when it does not load.
import { build } from "esbuild";
import { expect, test } from "./fixtures.js";

/** A worker with calls of the test's own, answered as the kernels' are. */
const COUNTING = `
  import { answering } from "./www/kernels/answering.js";
  function* count(to) {
    for (let k = 1; k <= to; k += 1) yield k;
    return new Float32Array([to]);
  }
  const bad = () => { throw { field: "size", given: "0", accepted: { code: "number" } }; };
  const broken = () => { throw new TypeError("a panic"); };
  answering({ count, bad, broken }, () => Promise.resolve());`;

/** @param {string} contents */
async function script(contents) {
  const built = await build({ stdin: { contents, resolveDir: "." }, bundle: true, format: "esm", write: false });
  return { contentType: "text/javascript", body: built.outputFiles[0]?.text ?? "" };
}

/** Opens a page in which `Kernels` is the page's side. @param {import("@playwright/test").Page} page @param {string} [worker] */
async function prepare(page, worker) {
  const client = await script(`export * from "./www/shell/kernels.js";`);
  await page.route("**/client.js", (route) => route.fulfill(client));
  if (worker) {
    const answer = await script(worker);
    await page.route("**/kernels-worker.js", (route) => route.fulfill(answer));
  }
  await page.goto("./course.json");
  await page.evaluate(async () => {
    const { Kernels } = await import(/** @type {any} */ ("/client.js"));
    Object.assign(window, { kernels: new Kernels() });
  });
}

/** Evaluates code in which `kernels` is at hand. @param {import("@playwright/test").Page} page @param {string} code @returns {Promise<any>} */
const told = (page, code) => page.evaluate(`(async () => { const { kernels } = window; ${code} })()`);

test("the worker takes the kernels with SIMD where the browser has it", { tag: "@desktop" }, async ({ page }) => {
  await prepare(page);
  expect(await told(page, `return kernels.call("kernelsKind")`)).toBe("simd");
});

test("the worker takes the plain kernels where the browser has no SIMD", { tag: "@desktop" }, async ({ page }) => {
  await page.addInitScript(() => Object.assign(WebAssembly, { validate: () => false }));
  const fetched = page.waitForRequest("**/*.wasm");
  await prepare(page);
  expect(await told(page, `return kernels.call("kernelsKind")`)).toBe("plain");
  expect((await fetched).url()).toMatch(/plain_bg\.wasm$/);
});

test("a long call tells how far it is, and another one is answered meanwhile", { tag: "@desktop" }, async ({ page }) => {
  await prepare(page, COUNTING);
  const heard = await told(page, `
    const heard = [];
    const long = kernels.call("count", [1000], { progress: (value) => { heard.push(value); if (value === 3) kernels.call("count", [1]).then(() => heard.push("other")); } });
    return [...await long, heard.slice(0, 3), heard.includes("other"), heard.at(-1)];`);
  expect(heard).toEqual([1000, [1, 2, 3], true, 1000]);
});

test("a long call stops when it is told to, and gives nothing", { tag: "@desktop" }, async ({ page }) => {
  await prepare(page, COUNTING);
  const heard = await told(page, `
    const stop = new AbortController();
    return [typeof await kernels.call("count", [1e9], { signal: stop.signal, progress: () => stop.abort() })];`);
  expect(heard).toEqual(["undefined"]);
});

test("of calls that supersede each other only the latest gives a result", { tag: "@desktop" }, async ({ page }) => {
  await prepare(page, COUNTING);
  const results = await told(page, `
    const latest = kernels.latest("count");
    const first = new Promise((begun) => { void latest([1e9], { progress: begun }).then((result) => window.first = String(result)); });
    await first;
    const [second, third] = await Promise.all([latest([1e9]), latest([7])]);
    return [window.first, String(second), ...third];`);
  expect(results).toEqual(["undefined", "undefined", 7]);
});

test("a fault of the input comes back as it is, and the worker goes on", { tag: "@desktop" }, async ({ page }) => {
  await prepare(page, COUNTING);
  const answers = await told(page, `
    const fault = await kernels.call("bad").catch((reason) => reason);
    return [fault, ...await kernels.call("count", [2])];`);
  expect(answers).toEqual([{ field: "size", given: "0", accepted: { code: "number" } }, 2]);
});

test("kernels that broke are started anew by the next call", { tag: "@desktop" }, async ({ page }) => {
  await prepare(page, COUNTING);
  const workers = page.workers().length;
  const answers = await told(page, `
    const other = kernels.call("count", [1e9]).catch(({ message }) => message);
    const reason = await kernels.call("broken").catch(({ message }) => message);
    return [reason, await other, ...await kernels.call("count", [2])];`);
  expect(answers).toEqual(["a panic", "a panic", 2]);
  expect(page.workers().length).toBe(workers + 1);
});

test("disposing ends the worker, and calls under way give nothing", { tag: "@desktop" }, async ({ page }) => {
  await prepare(page, COUNTING);
  const ended = page.waitForEvent("worker").then((worker) => worker.waitForEvent("close"));
  const answer = await told(page, `
    const long = kernels.call("count", [1e9], { progress: () => kernels.dispose() });
    return typeof await long;`);
  expect(answer).toBe("undefined");
  await ended;
});

for (const missing of ["kernels-worker.js", "downhill-kernels-simd_bg.wasm"]) {
  test(`without ${missing} a call is rejected with a reason, and the next one tries again`, { tag: "@desktop" }, async ({ page, complaints }) => {
    await page.route(`**/${missing}`, (route) => route.fulfill({ status: 404, contentType: "text/plain", body: "not found" }));
    await prepare(page);
    const reason = await told(page, `return kernels.call("kernelsKind").catch((reason) => [reason instanceof Error, reason.message])`);
    expect(reason).toEqual([true, expect.stringMatching(/./)]);
    await page.unroute(`**/${missing}`);
    expect(await told(page, `return kernels.call("kernelsKind")`)).toBe("simd");
    // The browser itself reports the answer, at a time of its own.
    expect(complaints.filter((complaint) => !complaint.includes(missing) && !complaint.includes("404"))).toEqual([]);
    complaints.length = 0;
  });
}
