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

/**
 * `course.json?challenges,cards` is only these parts of the course, so that no script carries what it does not use;
 * `course.json?challenges:id:xp` is only these fields of the rows of a part.
 */
const courseParts = {
  name: "course-parts",
  setup(build) {
    build.onResolve({ filter: /\/course\.json\?/ }, ({ path, resolveDir }) => {
      const [file, parts] = path.split("?");
      return { path: join(resolveDir, file), suffix: `?${parts}`, namespace: "course" };
    });
    build.onLoad({ filter: /./, namespace: "course" }, async ({ path, suffix }) => {
      const course = JSON.parse(await readFile(path, "utf8"));
      const wanted = suffix.slice(1).split(",");
      const contents = JSON.stringify(Object.fromEntries(wanted.map((part) => partOf(course, part))));
      return { contents, loader: "json", watchFiles: [path] };
    });
  },
};

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
const words = {
  name: "words",
  setup(build) {
    build.onResolve({ filter: /\/labels\.json\?/ }, ({ path, resolveDir }) => {
      const [file, part] = path.split("?");
      return { path: join(resolveDir, file), suffix: `?${part}`, namespace: "words" };
    });
    build.onLoad({ filter: /./, namespace: "words" }, async ({ path, suffix }) => {
      const labels = Object.entries(JSON.parse(await readFile(path, "utf8")));
      const chosen = labels.filter(([key]) => suffix === `?${partOfWord(key)}`);
      return { contents: JSON.stringify(Object.fromEntries(chosen)), loader: "json", watchFiles: [path] };
    });
  },
};

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
