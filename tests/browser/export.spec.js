// What scenes save: pictures of pixels and of lines, the iterates as numbers; on the page and in a frame of somebody else's.
import { scenesOfRuns } from "./course.js";
import { expect, test } from "./fixtures.js";
import { saved } from "./saved.js";

/** @typedef {import("./scene.js").Scene} Scene */

/** The fields of a CSV file after RFC 4180. @param {string} text */
function rowsOf(text) {
  expect(text.endsWith("\r\n")).toBe(true);
  const fields = (/** @type {string} */ line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, bare]) => (quoted === undefined ? bare ?? "" : quoted.replaceAll('""', '"')));
  return text.trimEnd().split("\r\n").map(fields);
}

/** What an XML reader makes of a picture of lines. @param {Scene} scene @param {string} text */
const anatomy = (scene, text) => scene.page.evaluate((source) => {
  const tree = new DOMParser().parseFromString(source, "image/svg+xml");
  const count = (/** @type {string} */ name) => tree.getElementsByTagName(name).length;
  const words = [...tree.getElementsByTagName("text")].map((node) => node.textContent ?? "");
  return { broken: count("parsererror"), root: tree.documentElement.localName, texts: words, paths: count("path"), images: count("image"), width: Number(tree.documentElement.getAttribute("width")) };
}, text);

/** How large a picture is, and how many of its pixels are ink, after the browser has drawn it. @param {Scene} scene @param {{ bytes: Buffer }} file @param {string} type */
const drawn = (scene, { bytes }, type) => scene.page.evaluate(async (source) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
  brush.drawImage(image, 0, 0);
  const { data } = brush.getImageData(0, 0, canvas.width, canvas.height);
  let ink = 0;
  for (let k = 0; k < data.length; k += 4) if (Math.abs((data[k] ?? 0) - (data[0] ?? 0)) + Math.abs((data[k + 1] ?? 0) - (data[1] ?? 0)) > 60) ink += 1;
  return { width: canvas.width, height: canvas.height, share: ink / (data.length / 4) };
}, `data:${type};base64,${bytes.toString("base64")}`);

for (const { id } of scenesOfRuns) {
  test(`“${id}” is saved as a picture of pixels and as one of lines, which look alike`, { tag: "@desktop" }, async ({ open }) => {
    const scene = await open(id);
    // A map of starts is in both pictures or in none.
    await expect(scene.root.locator(".basins:not([data-certain])")).toHaveCount(0);
    const [png, svg] = [await saved(scene, "png"), await saved(scene, "svg")];
    for (const file of [png, svg]) expect(file.name).toMatch(new RegExp(`^downhill-${id}-[\\w.-]+\\.(png|svg)$`));
    const lines = await anatomy(scene, svg.text);
    expect(lines).toMatchObject({ broken: 0, root: "svg" });
    expect(lines.texts.length, "texts stay texts").toBeGreaterThan(8);
    expect(lines.texts[0]).toBe(await scene.box.getAttribute("aria-label"));
    expect(lines.paths, "lines stay lines").toBeGreaterThan(10);
    const pixels = await drawn(scene, png, "image/png");
    expect(pixels.width, "two device pixels to each").toBe(Math.round(2 * lines.width));
    const vector = await drawn(scene, svg, "image/svg+xml");
    expect(pixels.share).toBeGreaterThan(0.005);
    expect(Math.abs(pixels.share / vector.share - 1), `ink: ${pixels.share} and ${vector.share}`).toBeLessThan(0.35);
  });
}

test("a lit surface goes into the picture of lines as a picture, its axes and labels as lines and texts", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("surface", { step: "60" });
  const { images, texts } = await anatomy(scene, (await saved(scene, "svg")).text);
  expect(images).toBe(2);
  expect(texts).toContain("2000");
});

test("the numbers are those of the run, every digit of them, with a row for each step of each run", { tag: "@desktop" }, async ({ page, open }) => {
  const scene = await open("scrubber", { preset: "three-rates" });
  const file = await saved(scene, "csv");
  expect(file.name).toBe("downhill-scrubber-shiftedBowl-gradientDescent-alpha-0.9-from-8.csv");
  const [head, ...rows] = rowsOf(file.text);
  expect(head).toEqual(["run", "step", "x", "loss", "size of the gradient"]);
  expect(rows.length).toBe(3 * 21);
  const truth = await page.evaluate(async () => {
    const module = /** @type {typeof import("../../www/downhill.js")} */ (await import(`${document.baseURI.replace(/[?#].*/, "")}downhill.js`));
    const run = module.run({ loss: { name: "shiftedBowl", center: 3 }, optimizer: { name: "gradientDescent", learningRate: 0.01 }, start: [8], steps: 20 });
    return Array.from(run.losses, (loss, step) => [run.points[step] ?? NaN, loss, run.gradientNorms[step] ?? NaN]);
  });
  const third = rows.slice(2 * 21);
  expect(third[0]?.[0]).toBe("3: Gradient descent on (x − 3)², α = 0.01");
  expect(third.map((row) => row.slice(1).map(Number))).toEqual(truth.map((row, step) => [step, ...row]));
});

test("fields with commas and quotes in them stay one field", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("playground", { loss: "max(x, y)^2 + y^2" });
  const rows = rowsOf((await saved(scene, "csv")).text);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([6]));
  expect(rows[1]?.[0]).toBe("1: Gradient descent on max(x, y)^2 + y^2, α = 0.4");
});

test("saving is a disclosure under the controls: by keys and by finger, with a word when it is done", async ({ page, open }) => {
  const scene = await open("slope");
  await scene.root.getByText("Save …").focus();
  await page.keyboard.press("Enter");
  for (const [name, ending] of [["Picture (PNG)", "png"], ["Picture (SVG)", "svg"], ["Numbers (CSV)", "csv"], ["Python program", "py"]]) {
    const coming = page.waitForEvent("download");
    await scene.button(String(name)).click();
    expect((await coming).suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
    await expect(scene.root.locator(".export .said")).toHaveText(new RegExp(`^Saved as downhill-slope-.*\\.${ending}\\.$`));
  }
});

test("a picture taken in the dark is dark", { tag: "@desktop" }, async ({ open }) => {
  const scene = await open("slope", { theme: "dark" });
  const paper = await scene.box.evaluate((box) => getComputedStyle(box).getPropertyValue("--dh-plot-paper").trim());
  expect((await saved(scene, "svg")).text).toContain(`fill="${paper}"/>`);
});

test("in a frame that allows downloads, files are saved too", { tag: "@desktop" }, async ({ page, complaints }) => {
  await page.goto("./pages/host.html");
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement("iframe"), { src: "../?scene=slope", width: "900", height: "900" });
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin allow-downloads");
    document.body.replaceChildren(frame);
  });
  const frame = page.frameLocator("iframe");
  await frame.getByText("Save …").click();
  const coming = page.waitForEvent("download");
  await frame.getByRole("button", { name: "Numbers (CSV)" }).click();
  expect((await coming).suggestedFilename()).toMatch(/\.csv$/);
  // The browser remarks that such a frame is hardly a sandbox; it is one of the same site here.
  expect(complaints.splice(0)).toEqual([expect.stringContaining("sandbox")]);
});
