// Keeps what the page begins with in one script. For `bundle.mjs`.
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** What reaches all that `downhill.js` begins with, and small modules that are as good as always needed soon after. */
const BEGINNING = ["course", "core", "labels", "scene-element", "storage", "hand-over"].map((name) => resolve(`www/shell/${name}.js`));

/**
 * esbuild makes a script of its own of modules that some of the later parts use and others do not, and so many small ones that
 * compress badly. As each later part imports the whole beginning, which is there anyway when it comes, there is one.
 */
export const oneBeginning = {
  name: "one-beginning",
  async setup(build) {
    const later = await importedLater("www");
    const imports = BEGINNING.map((file) => `import ${JSON.stringify(file)};`).join("");
    build.onLoad({ filter: /\.js$/ }, async ({ path }) =>
      later.has(path) ? { contents: imports + (await readFile(path, "utf8")), loader: "js" } : undefined,
    );
  },
};

/** The modules that are imported only when they are needed, the public module and the page's own script. @param {string} folder @returns {Promise<Set<string>>} */
async function importedLater(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".js")).map((file) => resolve(folder, file));
  const sources = await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")]));
  const found = sources.flatMap(([file, source]) => Array.from(source.matchAll(/[^.@{]\bimport\("([^"]+\.js)"\)/g), ([, path]) => join(dirname(file), path)));
  return new Set([...found, resolve(folder, "downhill.js"), resolve(folder, "lesson.js")]);
}
