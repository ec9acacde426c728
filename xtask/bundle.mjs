// Bundles the page's scripts and styles with esbuild into the folder given as argument, where the glue of the modules already is.
import { createHash } from "node:crypto";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import * as esbuild from "esbuild";
import { glueAsFunction } from "./glue.mjs";

const [, , outdir] = process.argv;
const shared = { bundle: true, minify: true, charset: "utf8", legalComments: "none", outdir, logLevel: "warning" };

/** `downhill.js` and the glue of the core and of the kernels stay modules of their own, beside the bundles. */
const siblings = {
  name: "siblings",
  setup(build) {
    build.onResolve({ filter: /(^|\/)downhill(-core|-kernels)?\.js$/ }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path: `./${path.split("/").pop()}`, external: true },
    );
  },
};

/** A style sheet that a script imports arrives as text, bundled and minified, for a shadow root. */
const styleAsText = {
  name: "style-as-text",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const style = await esbuild.build({ ...shared, entryPoints: [path], outdir: dirname(path), write: false });
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
  "arithmetic", "basins", "batches", "budget", "comparison", "compass", "data", "drops", "expected", "export", "fate", "history",
  "measurements", "network", "ranking", "readout", "regimes", "scaling", "signs", "slope", "stop", "table", "todo",
  "trails", "tune", "votes",
]);

/** `labels.json?first` is what the first figure may say, `labels.json?later` the rest. */
const words = {
  name: "words",
  setup(build) {
    build.onResolve({ filter: /\/labels\.json\?/ }, ({ path, resolveDir }) => {
      const [file, part] = path.split("?");
      return { path: join(resolveDir, file), suffix: `?${part}`, namespace: "words" };
    });
    build.onLoad({ filter: /./, namespace: "words" }, async ({ path, suffix }) => {
      const labels = Object.entries(JSON.parse(await readFile(path, "utf8")));
      const chosen = labels.filter(([key]) => LATER_WORDS.has(key.split(".")[0]) === (suffix === "?later"));
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

/** What `python.mjs` has put into the folder, for the scripts that fetch it. */
const pythonManifest = {
  name: "python-manifest",
  setup(build) {
    build.onResolve({ filter: /^python-manifest$/ }, () => ({ path: resolve(outdir, "python", "manifest.json") }));
  },
};

/** The digest of every WebAssembly module in the folder, as `integrity` takes it. @type {Record<string, string>} */
const integrity = {};
for (const name of (await readdir(outdir)).filter((name) => name.endsWith(".wasm")).sort()) {
  integrity[name] = `sha256-${createHash("sha256").update(await readFile(join(outdir, name))).digest("base64")}`;
}

/** What the modules must be, for the script that fetches them. */
const siteManifest = {
  name: "site-manifest",
  setup(build) {
    build.onResolve({ filter: /^site-manifest$/ }, ({ path }) => ({ path, namespace: "site" }));
    build.onLoad({ filter: /./, namespace: "site" }, () => ({ contents: JSON.stringify({ integrity }), loader: "json" }));
  },
};

const scripts = esbuild.build({
  ...shared,
  entryPoints: ["www/downhill.js", "www/lesson.js", "www/kernels-worker.js"],
  format: "esm",
  target: "es2022",
  splitting: true,
  chunkNames: "[name]-[hash]",
  metafile: true,
  plugins: [siblings, styleAsText, courseParts, words, pythonManifest, siteManifest],
});
/** For browsers of any age, and without modules. */
const boot = esbuild.build({ ...shared, entryPoints: ["www/boot.js"], format: "iife", target: "es2015" });
/** A page of its own on the public module: apart, so that the lesson's chunks do not depend on it. */
const configurator = esbuild.build({ ...shared, entryPoints: ["www/configure.js"], format: "esm", target: "es2022", plugins: [siblings, courseParts, words, siteManifest] });
const styles = esbuild.build({ ...shared, entryPoints: ["www/css/page.css", "www/css/configure.css"] });
/** What wasm-bindgen has written into the folder, with comments and long names. */
const glue = esbuild.build({
  ...shared,
  entryPoints: [join(outdir, "downhill-kernels.js")],
  allowOverwrite: true,
  bundle: false,
  format: "esm",
});
const coreGlue = glueAsFunction(join(outdir, "downhill-core.js"), shared);
// esbuild has already written down what is wrong.
const [{ metafile }] = await Promise.all([scripts, boot, styles, glue, coreGlue]).catch(() => process.exit(1));

/** What `downhill.js` imports at once is asked for together with it. */
const page = join(outdir, "index.html");
const module = Object.entries(metafile.outputs).find(([file]) => basename(file) === "downhill.js")?.[1];
const needed = module.imports.filter(({ kind, external }) => kind === "import-statement" && !external);
const links = needed.map(({ path }) => `<link rel="modulepreload" href="./${basename(path)}" />`);
await writeFile(page, (await readFile(page, "utf8")).replace("{{chunks}}", links.join("\n    ")));
