// The npm package, used as its README says: installed without a network, typed, in a page without a bundler, and beside a bundle.
import { execFile } from "node:child_process";
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Scene } from "./scene.js";
import { ROOT, emptyFolder, expect, packageFile, testWith } from "./unpacked.js";

const run = promisify(execFile);
const tool = (/** @type {string} */ name) => join(ROOT, "node_modules/.bin", name);

/** A folder with the package installed, and what its README shows in it. */
const folder = await emptyFolder();

/** The pieces of code of the README, in their order. @returns {Promise<string[]>} */
async function shown() {
  const readme = await readFile(join(folder, "node_modules/downhill/README.md"), "utf8");
  return [...readme.matchAll(/(?:^ {4}.*\n|^\n(?= {4}))+/gm)].map(([block]) => block.replace(/^ {4}/gm, "").trim());
}

/** @param {string} name @param {string} inside @param {string} [head] */
const page = (name, inside, head = "") =>
  writeFile(join(folder, name), `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>A page</title>${head}</head><body>${inside}</body></html>`);

const test = testWith(async () => {
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  await run("npm", ["install", await packageFile(/^downhill-\d.*\.tgz$/), "--offline", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: folder });
  return { "/": folder };
});

test("it is installed without a network, and holds the module, its types and the licences, but not the lesson's page", { tag: "@desktop" }, async ({ request }) => {
  const manifest = await (await request.get("node_modules/downhill/package.json")).json();
  expect(manifest).toMatchObject({ name: "downhill", type: "module", exports: { ".": { types: "./downhill.d.ts", default: "./downhill.js" } }, sideEffects: true });
  expect(Object.keys(manifest.dependencies ?? {})).toEqual([]);
  for (const name of ["downhill.js", "downhill.d.ts", "downhill-core_bg.wasm", "README.md", "LICENSE", "NOTICES.md", "digits/README.md"]) expect((await request.head(`node_modules/downhill/${name}`)).status(), name).toBe(200);
  for (const name of ["index.html", "lesson.js", "sw.js"]) expect((await request.head(`node_modules/downhill/${name}`)).status(), name).toBe(404);
});

test("the README's program has its types, and runs in a page beside the element without a bundler", { tag: "@desktop" }, async ({ page: tab }) => {
  const [element = "", program = ""] = await shown();
  await writeFile(join(folder, "consumer.ts"), `${program}\nconst text: string = outcome;\nconst first: number | undefined = points[0];\ndocument.title = text + first;\n`);
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--types", ""];
  await run(tool("tsc"), ["--ignoreConfig", ...options, "consumer.ts"], { cwd: folder });
  const wrong = await writeFile(join(folder, "wrong.ts"), `${program.replace("steps: 25", 'steps: "many"')}`).then(() => run(tool("tsc"), ["--ignoreConfig", ...options, "wrong.ts"], { cwd: folder })).catch(({ stdout }) => stdout);
  expect(wrong).toMatch(/wrong\.ts.*'string' is not assignable to type 'number'/);
  const here = program.replace('"downhill"', '"./node_modules/downhill/downhill.js"');
  await page("plain.html", `${element}<script type="module">${here}; document.title = outcome + points.length;</script>`);
  await tab.goto("plain.html");
  await expect(tab).toHaveTitle("running26");
  const scene = new Scene(tab);
  await scene.opened();
  expect((await scene.experiment()).optimizer.learningRate).toBe(0.4);
  await scene.expectUnharmed();
});

test("beside a bundle it is one folder that the page points to", { tag: "@desktop" }, async ({ page: tab }) => {
  const [, program = "", commands = "", head = ""] = await shown();
  await writeFile(join(folder, "app.js"), `${program}\ndocument.title = outcome + points.length;\n`);
  const [copy = "", bundle = ""] = commands.split("\n");
  expect(copy).toBe("cp -r node_modules/downhill public/downhill");
  await cp(join(folder, "node_modules/downhill"), join(folder, "public/downhill"), { recursive: true });
  expect(bundle).toMatch(/^npx esbuild /);
  await run(tool("esbuild"), [...bundle.split(" ").slice(2), "--log-level=warning"], { cwd: folder });
  await page("public/bundled.html", '<downhill-scene scene="slope"></downhill-scene>', head);
  await tab.goto("public/bundled.html");
  await expect(tab).toHaveTitle("running26");
  await new Scene(tab).opened();
});
