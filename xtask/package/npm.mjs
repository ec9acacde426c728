// The npm package: the module and the element with all that they load, without the lesson's own pages. `npm pack` itself packs it.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

/** What only the lesson's own pages use, and types of what nobody else calls. */
const NOT_FOR_MODULES = /^[^/]*\.html$|lesson\.html$|^(lesson|sw|configure|scorm)\.js$|^[^/]*\.css$|^(icon\.svg|integrity\.json)$|^downhill-.*\.d\.ts$/;

/** @param {{ site: import("./archive.mjs").Files, version: string, target: string }} given */
export async function npmPackage({ site, version, target }) {
  const folder = await mkdtemp(join(tmpdir(), "downhill-npm-"));
  try {
    const files = [...site].filter(([path]) => !NOT_FOR_MODULES.test(path));
    for (const [path, file] of [...files, ...(await others(version))]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), file);
    }
    const arguments_ = ["pack", folder, "--pack-destination", resolve(target), "--ignore-scripts", "--loglevel", "error"];
    await promisify(execFile)("npm", arguments_);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param {string} version @returns {Promise<[string, Uint8Array | string][]>} */
async function others(version) {
  return [
    ["README.md", await readFile("packaging/npm/README.md")],
    ["LICENSE", await readFile("LICENSE")],
    ["package.json", `${JSON.stringify(manifest(version), undefined, 2)}\n`],
  ];
}

/** @param {string} version */
function manifest(version) {
  return {
    name: "downhill",
    version,
    description: "Gradient descent to see and to touch: the element <downhill-scene> and the engine behind it, in WebAssembly",
    keywords: ["gradient-descent", "optimization", "education", "web-component", "webassembly"],
    license: "SEE LICENSE IN NOTICES.md",
    type: "module",
    main: "./downhill.js",
    module: "./downhill.js",
    types: "./downhill.d.ts",
    exports: { ".": { types: "./downhill.d.ts", default: "./downhill.js" }, "./*": "./*" },
    // Importing the module defines the element.
    sideEffects: true,
  };
}
