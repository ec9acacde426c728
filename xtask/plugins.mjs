// What the page's scripts import besides scripts, for esbuild: styles as text, parts of the course and of the words, what the build has made.
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import * as esbuild from "esbuild";

/** How everything is bundled. @type {esbuild.BuildOptions} */
export const minified = { bundle: true, minify: true, charset: "utf8", legalComments: "none", logLevel: "warning" };

/** @param {string} folder of the site, with the modules and Python's manifest in it @returns {esbuild.Plugin[]} */
export const plugins = (folder) => [styleAsText, courseParts, words, pythonManifest(folder), siteManifest(folder)];

/** A style sheet that a script imports arrives as text, bundled and minified, for a shadow root. */
const styleAsText = {
  name: "style-as-text",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const style = await esbuild.build({ ...minified, entryPoints: [path], outdir: dirname(path), write: false });
      return { contents: style.outputFiles[0].text, loader: "text" };
    });
  },
};

/** `<file>.json?part` is only what `choose` takes of the file, so that no script carries what it does not use. @param {string} file @param {(whole: any, part: string) => object} choose */
const partOfFile = (file, choose) => ({
  name: file,
  setup(build) {
    build.onResolve({ filter: new RegExp(`/${file}\\.json\\?`) }, ({ path, resolveDir }) => {
      const [name, part] = path.split("?");
      return { path: join(resolveDir, name), suffix: `?${part}`, namespace: file };
    });
    build.onLoad({ filter: /./, namespace: file }, async ({ path, suffix }) => {
      const whole = JSON.parse(await readFile(path, "utf8"));
      return { contents: JSON.stringify(choose(whole, suffix.slice(1))), loader: "json", watchFiles: [path] };
    });
  },
});

/** `course.json?challenges,cards` is only these parts of the course; `course.json?challenges:id:xp` is only these fields of the rows of a part. */
const courseParts = partOfFile("course", (course, parts) => Object.fromEntries(parts.split(",").map((part) => partOf(course, part))));

/** What the keys begin with of words that nothing needs before `later.js` has come. */
const LATER_WORDS = new Set([
  "arithmetic", "basins", "batches", "budget", "comparison", "compass", "data", "drops", "expected", "export", "fate", "history", "loss", "lost",
  "measurements", "network", "option", "preset", "ranking", "readout", "regimes", "scaling", "signs", "slope", "stop", "table", "todo",
  "trails", "tune", "votes",
]);

/** Which part a word comes with: only saved programs say those of `python`; the first figure has presets, too. @param {string} key */
function partOfWord(key) {
  const begins = key.split(".")[0];
  if (begins === "python" || key.startsWith("export.csv.")) return "export";
  return LATER_WORDS.has(begins) && !key.startsWith("preset.surface.") ? "later" : "first";
}

/** `labels.json?first` is what the first figure may say, `labels.json?export` what stands in saved files, `labels.json?later` the rest. */
const words = partOfFile("labels", (labels, part) => Object.fromEntries(Object.entries(labels).filter(([key]) => partOfWord(key) === part)));

/** A part of the course by its name, and the names of fields if only these are wanted. */
function partOf(course, wanted) {
  const [name, ...fields] = wanted.split(":");
  const rows = course[name];
  return [name, fields.length === 0 ? rows : rows.map((row) => Object.fromEntries(fields.map((field) => [field, row[field]])))];
}

/** What `python.mjs` has put into the folder, for the scripts that fetch it. @param {string} folder */
const pythonManifest = (folder) => ({
  name: "python-manifest",
  setup(build) {
    build.onResolve({ filter: /^python-manifest$/ }, () => ({ path: resolve(folder, "python", "manifest.json") }));
  },
});

/** What the site calls itself, and what the modules must be, for the script that fetches them: their digests as `integrity` takes them. @param {string} folder */
const siteManifest = (folder) => ({
  name: "site-manifest",
  setup(build) {
    build.onResolve({ filter: /^site-manifest$/ }, ({ path }) => ({ path, namespace: "site" }));
    build.onLoad({ filter: /./, namespace: "site" }, async () => ({ contents: JSON.stringify({ integrity: await digests(folder), version: await version() }), loader: "json" }));
  },
});

/** @param {string} folder @returns {Promise<Record<string, string>>} */
async function digests(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".wasm")).sort();
  const rows = names.map(async (name) => [name, `sha256-${createHash("sha256").update(await readFile(join(folder, name))).digest("base64")}`]);
  return Object.fromEntries(await Promise.all(rows));
}

const version = async () => JSON.parse(await readFile("package.json", "utf8")).version;
