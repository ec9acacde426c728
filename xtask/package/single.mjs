// One page per scene that holds all it needs and runs from a disk, without Python: scripts, styles, words and the core's parts in one file.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { gzipSync } from "fflate";
import * as esbuild from "esbuild";
import { minified, plugins } from "../plugins.mjs";
import { escaped, filled, textOf } from "./archive.mjs";

const ACTIVITIES = ["python", "code", "practice", "recall"];
/** Modules that read what is in the page, by those that would fetch it. */
const INSTEAD = { "shell/assets.js": "single/assets.js", "shell/places.js": "single/places.js", "python/pane.js": "single/pane.js" };
/** The policy's rows beside those that name what stands in the page. */
const POLICY = "default-src 'none'; img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'; object-src 'none'";

/** @param {{ site: import("./archive.mjs").Files, target: string }} given */
export async function singlePages({ site, target }) {
  const { scenes } = JSON.parse(await readFile("www/course.json", "utf8"));
  const worker = await bundled("www/kernels-worker.js", { format: "iife" });
  const given = { site, worker, common: await commonWords(site), scripts: new Map() };
  await mkdir(join(target, "single"));
  for (const scene of scenes) await writeFile(join(target, "single", `${scene.id}.html`), await pageOf(scene, given));
}

/** The words of a page that are the same for all scenes. @param {import("./archive.mjs").Files} site */
async function commonWords(site) {
  const [template, licence, labels, page] = await Promise.all(["packaging/single/page.html", "LICENSE", "www/text/en/labels.json", "www/text/en/page.json"].map((path) => readFile(path, "utf8")));
  const icon = `data:image/svg+xml,${encodeURIComponent(textOf(site.get("icon.svg")).trim())}`;
  const licences = `${licence}\n${textOf(site.get("NOTICES.md"))}`;
  const { noScript } = JSON.parse(page);
  return { template, labels: JSON.parse(labels), words: { icon, licences: escaped(licences), noScript: escaped(noScript), style: textOf(site.get("page.css")).trim() } };
}

async function pageOf({ id, activity, model, panels = [] }, { site, worker, common, scripts }) {
  const kernels = model !== undefined || panels.includes("basins");
  const kind = activity ?? "figure";
  if (!scripts.has(kind)) scripts.set(kind, bundled("www/single/page.js", { format: "esm", activity, worker }));
  const script = (await scripts.get(kind)).trim();
  const { style } = common.words;
  const policy = `${POLICY}; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}`;
  const files = JSON.stringify(packed(site, (path) => isNeeded(path, { activity, model, kernels })));
  return filled(common.template, { ...common.words, scene: id, title: escaped(common.labels[`scene.${id}`]), policy, files, script });
}

/** Whether a scene may ask for a file of the site. */
function isNeeded(path, { activity, model, kernels }) {
  if (path.endsWith(".wasm")) return /-(core|later)_/.test(path) || (kernels && path.includes("-kernels-")) || (activity !== undefined && path.includes("-practice_"));
  if (path === "digits/digits.bin") return model !== undefined;
  if (path === "code/programs.json") return activity === "code";
  return activity !== undefined && /^text\/.*\.(json|py)$/.test(path);
}

/** @param {import("./archive.mjs").Files} site @param {(path: string) => boolean} isNeeded */
function packed(site, isNeeded) {
  const chosen = [...site].filter(([path]) => isNeeded(path) && !/^python\//.test(path));
  return Object.fromEntries(chosen.map(([path, file]) => [path, Buffer.from(gzipSync(file, { level: 9, mtime: 1 })).toString("base64")]));
}

/** A script as one text; `activity` is the only one that it has, `worker` the script of the kernels' worker in it. */
async function bundled(entry, { format, activity, worker = "" }) {
  const { outputFiles } = await esbuild.build({
    ...minified,
    entryPoints: [entry],
    outdir: "target",
    write: false,
    format,
    target: "es2022",
    logOverride: { "empty-import-meta": "silent" },
    plugins: [instead(activity, worker), ...plugins("dist")],
  });
  const text = outputFiles[0].text;
  // Either would end the script in the middle of it.
  if (/<\/script|<!--/i.test(text)) throw new Error(`${entry} cannot stand in a page.`);
  return text;
}

/** What is not fetched comes from the page, and activities of other scenes are left out. @returns {esbuild.Plugin} */
function instead(activity, worker) {
  return {
    name: "instead",
    setup(build) {
      build.onResolve({ filter: /\/(assets|places|pane)\.js$/ }, ({ path, resolveDir, importer }) => {
        const asked = resolve(resolveDir, path);
        const [, other] = Object.entries(INSTEAD).find(([name]) => asked === resolve("www", name)) ?? [];
        return other && !importer.includes(join("www", "single")) ? { path: resolve("www", other) } : undefined;
      });
      build.onResolve({ filter: /\/downhill-(core|kernels)\.js$/ }, ({ path }) => ({ path: resolve("dist", basename(path)) }));
      build.onResolve({ filter: /^kernels-script$/ }, ({ path }) => ({ path, namespace: "text" }));
      build.onLoad({ filter: /./, namespace: "text" }, () => ({ contents: worker, loader: "text" }));
      build.onResolve({ filter: /\/desk\.js$/ }, ({ path }) => {
        const name = ACTIVITIES.find((name) => path.includes(`/${name}/`));
        return name === undefined || name === activity ? undefined : { path, namespace: "nothing" };
      });
      build.onLoad({ filter: /./, namespace: "nothing" }, () => ({ contents: "" }));
    },
  };
}

/** @param {string} text */
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
