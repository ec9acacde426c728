// The network that reads digits: really trained in a worker, its nudges as pictures and as a list, by mouse, finger and keys; and what
// is said when the digits do not come.
import { expect, test } from "./fixtures.js";
import { saved } from "./saved.js";
import { Scene } from "./scene.js";

const FILE = "**/digits.bin";

/** The digest of all weights after 200 steps of ten digits with seed 1 and α = 1; `tests/network/bits.rs` has the same from native code. */
const BITS = 152803097;

/** The share of held-out digits read right, as the sentence says it. @param {Scene} scene */
async function accuracy(scene) {
  return Number(/([\d.]+) %/.exec((await scene.sentence.textContent()) ?? "")?.[1] ?? NaN);
}

/** The first column's cells and the others, row by row. @param {Scene} scene */
function rows(scene) {
  return scene.root.locator(".todo tbody tr").evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
}

/** Waits for the digits and the network before its first step. @param {Scene} scene */
async function loaded(scene) {
  await expect(scene.sentence).toContainText("Before the first step");
  await expect(scene.root.locator(".todo tbody tr")).toHaveCount(20);
}

/** The longest task of the page's own thread in a trace of the browser, in milliseconds of the processor: other work on the machine does not count. @param {Buffer} trace */
function longestTask(trace) {
  /** @type {{ name: string, ph: string, pid: number, tid: number, tdur?: number, args: { name?: string } }[]} */
  const events = JSON.parse(trace.toString()).traceEvents;
  const main = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid} ${tid}`);
  const tasks = events.filter(({ name, ph, pid, tid }) => ph === "X" && name.endsWith("RunTask") && main.includes(`${pid} ${tid}`));
  // The first task of a trace had begun before it, and has no time of its own.
  const times = tasks.flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]));
  expect(times.length).toBeGreaterThan(0.9 * tasks.length);
  expect(times.length).toBeGreaterThan(100);
  return Math.max(...times);
}

test("it learns: 90 % of the digits it has never seen within twenty seconds, and the page answers all the while", { tag: "@desktop" }, async ({ page, open, browser }) => {
  const scene = await open("nudges");
  await loaded(scene);
  expect(await accuracy(scene)).toBeLessThan(25);
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
  const begin = Date.now();
  await scene.button("Run").click();
  await expect.poll(() => accuracy(scene), { timeout: 20_000 }).toBeGreaterThanOrEqual(90);
  expect(Date.now() - begin).toBeLessThan(20_000);
  await scene.button("Pause").click();
  expect(longestTask(await browser.stopTracing()), "milliseconds of the longest task of the page").toBeLessThan(100);
  await expect.poll(async () => (await scene.lastHeard("step"))?.step).toBe(await scene.step());
  await expect(scene.root.locator(".answer-sentence")).toContainText("the network’s largest answer");
});

test("a step is a mini-batch; ten and a whole pass are one press; back and again leads to the same numbers", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("nudges");
  await loaded(scene);
  const first = await rows(scene);
  await scene.button("Step").click();
  await expect(scene.sentence).toContainText("After 1 step");
  await scene.button("Ten steps").click();
  await expect(scene.sentence).toContainText("After 11 steps");
  const eleventh = await rows(scene);
  expect(eleventh).not.toEqual(first);
  await scene.button("One pass over all digits").click();
  await expect(scene.sentence).toContainText("After 911 steps, in pass 2");
  await scene.scrubber.fill("11");
  await expect(scene.sentence).toContainText("After 11 steps");
  expect(await rows(scene)).toEqual(eleventh);
  await scene.button("Reset").click();
  await loaded(scene);
  expect(await rows(scene)).toEqual(first);
});

test("another batch, rate or seed trains anew to the same step; a bad one is answered and changes nothing", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("nudges", { step: "30" });
  await expect(scene.sentence).toContainText("After 30 steps");
  for (const [name, value] of [["Digits in a mini-batch", "50"], ["Seed", "7"]]) {
    const before = await rows(scene);
    await scene.type(scene.field(String(name)), String(value));
    await expect.poll(() => rows(scene)).not.toEqual(before);
    await expect(scene.sentence).toContainText("After 30 steps");
  }
  await scene.type(scene.exactRate, "0.5");
  expect(await scene.experiment()).toMatchObject({ optimizer: { learningRate: 0.5 }, batch: 50, seed: 7, steps: 9000 });
  for (const bad of ["0", "9001", "2.5", "many", ""]) {
    await scene.type(scene.field("Digits in a mini-batch"), bad);
    await expect(scene.root.locator(".batch .error:visible")).toContainText("Give a whole number from 1 to 9000.");
    expect((await scene.experiment())["batch"]).toBe(50);
  }
});

test("the list is sorted by size, sign and layer, a press on its heads each, and turned page by page with keys", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("nudges");
  await loaded(scene);
  const sizes = async () => (await rows(scene)).map((row) => Number(row[5]));
  const falling = (/** @type {number[]} */ list) => list.every((value, index) => index === 0 || value <= (list[index - 1] ?? 0));
  expect(falling(await sizes())).toBe(true);
  const largest = (await sizes())[0];
  await expect(scene.root.locator(".todo caption")).toHaveText("Nudges 1 to 20 of 13,002, the largest first");
  await scene.root.locator(".todo .pages").getByRole("button", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await expect(scene.root.locator(".todo caption")).toContainText("21 to 40");
  await expect.poll(async () => (await rows(scene))[0]?.[0]).toBe("21");
  expect((await sizes())[0]).toBeLessThanOrEqual(Number(largest));
  await scene.root.locator(".todo th").getByRole("button", { name: "direction" }).press("Space");
  await expect(scene.root.locator(".todo caption")).toHaveText("Nudges 1 to 20 of 13,002, up before down, the largest first");
  await expect.poll(async () => new Set((await rows(scene)).map((row) => row[4]))).toEqual(new Set(["↑ up"]));
  await scene.root.locator(".todo th").getByRole("button", { name: "layer" }).click();
  await expect.poll(async () => new Set((await rows(scene)).map((row) => row[1]))).toEqual(new Set(["first"]));
  await expect(scene.root.locator('.todo th[aria-sort="ascending"]')).toHaveText("layer");
});

test("the pictures show the nudges over one digit, a batch or many, and the weights", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("nudges");
  await loaded(scene);
  const seen = new Set();
  const other = async () => {
    await expect.poll(async () => seen.has(String(await scene.pictures("nudges")))).toBe(false);
    const pictures = await scene.pictures("nudges");
    expect(pictures).toHaveLength(3);
    expect(pictures).not.toContain("");
    seen.add(String(pictures));
  };
  await other();
  for (const over of ["the digit shown", "the next mini-batch"]) {
    await scene.root.getByLabel("Mean over").selectOption(over);
    await other();
  }
  await scene.button("Show the weights").click();
  await other();
  await scene.root.getByLabel("Mean over").selectOption("the digit shown");
  const before = await scene.pictures("digit");
  await scene.button("Next digit").click();
  await expect.poll(() => scene.pictures("digit")).not.toEqual(before);
  await expect(scene.root.locator('[data-kind="digit"] .figure-name')).toHaveText("Held-out digit 2 of 1000");
});

test("with fingers: run, pause, a digit further, the second page of the list", { tag: "@phone" }, async ({ open }) => {
  const scene = await open("nudges");
  await loaded(scene);
  await scene.button("Run").tap();
  await expect.poll(() => accuracy(scene)).toBeGreaterThan(30);
  await scene.button("Pause").tap();
  await scene.button("Next digit").tap();
  await expect(scene.root.locator('[data-kind="digit"] .figure-name')).toHaveText("Held-out digit 2 of 1000");
  await scene.root.locator(".todo .pages").getByRole("button", { name: "Next" }).tap();
  await expect.poll(async () => (await rows(scene))[0]?.[0]).toBe("21");
});

test("the digits are fetched when the figure is near, not with the page", { tag: "@desktop" }, async ({ page }) => {
  /** @type {string[]} */
  const asked = [];
  page.on("request", (request) => request.url().includes("digits") && asked.push(request.url()));
  await page.goto("./");
  const scene = new Scene(page, "#millions downhill-scene:not([challenge])");
  await scene.opened();
  await expect(scene.sentence).toContainText("a download of 1.3 MB");
  expect(asked).toEqual([]);
  await scene.stage("digit").scrollIntoViewIfNeeded();
  await expect(scene.sentence).toContainText("Before the first step");
  expect(asked).toHaveLength(1);
});

test("a reader who saves data is asked first", { tag: "@desktop" }, async ({ page, open }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const scene = await open("nudges");
  await expect(scene.sentence).toContainText("a download of 1.3 MB");
  await scene.button("Load the digits (1.3 MB)").click();
  await loaded(scene);
});

/** What may come instead of the digits, and what is said then. @type {[string, (route: import("@playwright/test").Route) => Promise<void>, string][]} */
const MISHAPS = [
  ["nothing", (route) => route.fulfill({ status: 404, body: "not found" }), "The digits did not come."],
  ["no answer", (route) => route.abort(), "The digits did not come."],
  ["half the file", async (route) => route.fulfill({ body: (await (await route.fetch()).body()).subarray(0, 600_000) }), "The digits did not come whole."],
  ["a page", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Log in</title>" }), "The digits did not come whole."],
  ["too much", async (route) => route.fulfill({ body: Buffer.concat([await (await route.fetch()).body(), Buffer.alloc(9)]) }), "The digits did not come whole."],
];

for (const [what, answer, sentence] of MISHAPS) {
  test(`${what} in place of the digits is said, and “Try again” fetches them`, { tag: "@desktop" }, async ({ page, open, complaints }) => {
    await page.context().route(FILE, answer);
    const scene = await open("nudges");
    await expect(scene.sentence).toContainText(sentence);
    expect(complaints.filter((complaint) => complaint.startsWith("uncaught"))).toEqual([]);
    complaints.length = 0;
    await page.context().unroute(FILE);
    await scene.button("Try again").click();
    await loaded(scene);
  });
}

test("without the kernels' worker a sentence says so, and “Try again” starts it", { tag: "@desktop" }, async ({ page, open, complaints }) => {
  await page.context().route("**/kernels-worker.js", (route) => route.fulfill({ status: 404, body: "not found" }));
  const scene = await open("nudges");
  await expect(scene.sentence).toContainText("did not start");
  complaints.length = 0;
  await page.context().unroute("**/kernels-worker.js");
  await scene.button("Try again").click();
  await loaded(scene);
});

test("a scene taken away while it trains takes its worker along", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("nudges");
  await loaded(scene);
  expect(page.workers()).toHaveLength(1);
  await scene.button("Run").click();
  const closed = page.workers()[0]?.waitForEvent("close");
  await scene.root.evaluate((element) => element.remove());
  await closed;
  expect(page.workers()).toHaveLength(0);
});

test("the figures are saved as pictures and the measurements as numbers", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("nudges", { step: "100" });
  await expect(scene.sentence).toContainText("After 100 steps");
  const csv = await saved(scene, "csv");
  expect(csv.name).toBe("downhill-nudges-network-gradientDescent-alpha-1.csv");
  const [head, ...rows] = csv.text.trimEnd().split("\r\n");
  expect(head).toBe('"step","Cost: digits it trains on","Digits read right: digits it trains on","Cost: digits it has never seen","Digits read right: digits it has never seen"');
  expect(rows.map((row) => Number(row.split(",")[0]))).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  const [png, svg] = [await saved(scene, "png"), await saved(scene, "svg")];
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(svg.text).toContain("Gradient descent with α = 1 on mini-batches of 10 digits, seed 1, after 100 steps");
  expect(svg.text.match(/<image/g)?.length).toBe(6);
});

test("a link brings back learning rate, batch, seed and step, and the network is trained to there", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("nudges", { alpha: "2", batch: "25", seed: "3", step: "40", steps: "500" });
  await expect(scene.sentence).toContainText("After 40 steps");
  expect(await scene.parameters()).toEqual({ scene: "nudges", alpha: "2", batch: "25", seed: "3", step: "40", steps: "500" });
  await scene.expectUnharmed();
});

/** Runs in the page: trains 200 steps in one variant of the kernels. @param {string} variant @returns {Promise<number>} the digest of the weights */
async function trained(variant) {
  // Each variant in a copy of the glue: a copy holds one module.
  const kernels = await import(new URL(`./downhill-kernels.js?${variant}`, location.href).href);
  await kernels.default({ module_or_path: new URL(`./downhill-kernels-${variant}_bg.wasm`, location.href) });
  const file = await fetch(new URL("./digits/digits.bin", location.href)).then((response) => response.arrayBuffer());
  const network = kernels.Network.unpack(new Uint8Array(file));
  network.go(1, 10, 1, 200, 200);
  const all = network.list("size", 0, 13_002);
  const weights = new Float32Array(13_002);
  const [sizes, begins] = [[[784, 16], [16, 16], [16, 10]], [0, 12_560, 12_832]];
  for (let at = 0; at < all.length; at += 5) {
    const [layer, from, to, value] = all.subarray(at, at + 4);
    const [inputs = 0, outputs = 0] = sizes[layer] ?? [];
    weights[(begins[layer] ?? 0) + (from < 0 ? inputs * outputs + to : to * inputs + from)] = value;
  }
  return new Uint32Array(weights.buffer).reduce((hash, bits) => Math.imul(hash ^ bits, 16_777_619) >>> 0, 2_166_136_261);
}

test("with SIMD and without it learns the same, to the last bit, and the same as native code", { tag: "@desktop" }, async ({ page, open }) => {
  await open("slope");
  for (const variant of ["simd", "plain"]) expect(await page.evaluate(trained, variant), variant).toBe(BITS);
});
