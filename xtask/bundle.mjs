// Bundles the page's scripts and styles with esbuild into the folder given as argument, where the glue of the modules already is.
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import * as esbuild from "esbuild";
import { oneBeginning } from "./beginning.mjs";
import { glueAsFunction } from "./glue.mjs";
import { minified, plugins } from "./plugins.mjs";

const [, , outdir] = process.argv;
const shared = { ...minified, outdir };

/** `downhill.js` and the glue of the core and of the kernels stay modules of their own, beside the bundles. */
const siblings = {
  name: "siblings",
  setup(build) {
    build.onResolve({ filter: /(^|\/)downhill(-core|-kernels)?\.js$/ }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path: `./${path.split("/").pop()}`, external: true },
    );
  },
};

const scripts = esbuild.build({
  ...shared,
  entryPoints: ["www/downhill.js", "www/lesson.js"],
  format: "esm",
  target: "es2022",
  splitting: true,
  chunkNames: "[name]-[hash]",
  metafile: true,
  plugins: [oneBeginning, siblings, ...plugins(outdir)],
});
/** For browsers of any age, and without modules. */
const boot = esbuild.build({ ...shared, entryPoints: ["www/boot.js"], format: "iife", target: "es2015" });
/** A page of its own on the public module: apart, so that the lesson's chunks do not depend on it. */
const configurator = esbuild.build({ ...shared, entryPoints: ["www/configure.js"], format: "esm", target: "es2022", plugins: [siblings, ...plugins(outdir)] });
/** A worker has modules of its own in any case: apart, so that what it shares with the page is no script of its own there. */
const worker = esbuild.build({ ...shared, entryPoints: ["www/kernels-worker.js"], format: "esm", target: "es2022", plugins: [siblings, ...plugins(outdir)] });
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
const [{ metafile }] = await Promise.all([scripts, boot, configurator, worker, styles, glue, coreGlue]).catch(() => process.exit(1));

/** What `downhill.js` imports at once is asked for together with it. */
const page = join(outdir, "index.html");
const module = Object.entries(metafile.outputs).find(([file]) => basename(file) === "downhill.js")?.[1];
const needed = module.imports.filter(({ kind, external }) => kind === "import-statement" && !external);
const links = needed.map(({ path }) => `<link rel="modulepreload" href="./${basename(path)}" />`);
await writeFile(page, (await readFile(page, "utf8")).replace("{{chunks}}", links.join("\n    ")));
